"""Kinds of document: "moties over stikstof" wants motions, "een motie" somewhere in a sentence only raises them."""

import re

from kb.model.query import Filters, Recognised
from kb.model.terms import Kind
from kb.search.understanding.asked import Asked, Found

_WRITTEN = tuple(kind for kind in Kind if kind.is_written_question)
_NAMES: tuple[tuple[str, tuple[Kind, ...]], ...] = (
    (r"moties?|motions?", (Kind.MOTION,)),
    (r"schriftelijke (?:kamer)?(?:vraag|vragen)|kamervra(?:ag|gen)|written questions?", _WRITTEN),
    (
        r"mondelinge (?:vraag|vragen)|actuele (?:vraag|vragen)|vra(?:ag|gen) om uitleg|interpellaties?|oral questions?",
        (Kind.ORAL_QUESTION,),
    ),
    (r"(?:kamer)?brie(?:f|ven)|letters?", (Kind.LETTER,)),
    (
        r"(?:commissie|plenaire )?debat(?:ten)?|(?:commissie)?verslag(?:en)?|hoorzitting(?:en)?|notulen|debates?"
        r"|hearings?|minutes",
        (Kind.REPORT, Kind.ORAL_QUESTION),
    ),
    (
        r"beleidsnota'?s?|beleids- en begrotingstoelichting(?:en)?|bbt'?s?|conceptnota'?s?|policy (?:notes?|papers?)",
        (Kind.POLICY_NOTE,),
    ),
    (r"persbericht(?:en)?|persteksten|perstekst|press (?:releases?|texts?)", (Kind.PRESS_TEXT,)),
    (r"uitstelberichten|uitstelbericht|postponements?|postponement notices?", (Kind.POSTPONEMENT,)),
    (r"gecoordineerde? antwoord(?:en)?|coordinated answers?", (Kind.COORDINATED_ANSWER,)),
    (r"nadere? antwoord(?:en)?|follow-up answers?", (Kind.FOLLOW_UP_ANSWER,)),
)
_KIND = re.compile("|".join(rf"(?P<k{at}>\b(?:{pattern})\b)" for at, (pattern, _) in enumerate(_NAMES)))
# Words that may stand before what is wanted: "toon mij alle recente ...", "welke ... zijn er over".
_LEAD = re.compile(
    r"(?:\W|\b(?:welke|alle|toon|geef|zoek|vind|lijst|overzicht|som|noem|van|de|het|een|er|zijn|waren|bestaan|mij|me|"
    r"recente|recentste|nieuwe|nieuwste|laatste|ingediende|aangenomen|verworpen|beantwoorde|vlaamse|nederlandse|"
    r"show|find|list|give|all|which|any|are|there|were|the|a|an|recent|latest|newest|new|adopted|in|tweede|kamer|"
    r"vlaams|parlement|flemish|dutch|hoeveel|how|many)\b)*"
)
_GOES_ON = re.compile(
    r"\s*(?:$|[?.:,(]|(?:over|van|uit|sinds|aan|in|tegen|rond|omtrent|betreffende|inzake|tussen|die|waarin|na|voor|door|"
    r"met|op|vanaf|about|on|from|by|since|between|to|of|that|after|before|werden|zijn|were|are|have|hebben|"
    r"[A-Z]\S*)(?:\b|$))"
)


def kinds(asked: Asked) -> tuple[Found, ...]:
    """The first kind that the question names: clear where the question begins with it."""
    match = _KIND.search(asked.plain)
    if match is None or match.lastgroup is None:
        return ()
    means = _NAMES[int(match.lastgroup[1:])][1]
    lead = _LEAD.match(asked.plain)
    first = lead is not None and lead.end() >= match.start()
    clear = first and _GOES_ON.match(asked.text, match.end()) is not None
    return (Found(Recognised.KIND, *match.span(), Filters(kinds=means), clear, 0 if clear else match.start()),)


_PAPERS = re.compile(
    r"(?:documenten|stukken|teksten|vragen|antwoorden|toezeggingen|beloften|documents|papers|texts|questions|answers|"
    r"promises|commitments)\b"
)


def asks_for_documents(asked: Asked) -> bool:
    """Whether papers are wanted rather than a fact: "welke moties", "alle antwoorden uit 2023"."""
    if any(one.clear for one in kinds(asked)):
        return True
    lead = _LEAD.match(asked.plain)
    papers = _PAPERS.match(asked.plain, lead.end() if lead else 0)
    return papers is not None and _GOES_ON.match(asked.text, papers.end()) is not None
