"""The words of a sentence that a check looks at: names, what it speaks of, and the small words that turn it round."""

import re
from dataclasses import dataclass
from functools import lru_cache

from kb.language.normalise import fold
from kb.language.stemming import stem
from kb.language.stopwords import DUTCH, ENGLISH

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
NEGATION = re.compile(
    r"\b(?:niet|geen|nooit|nergens|niemand|niets|noch|evenmin|zonder|nimmer|geenszins|ontken\w*|weiger\w*|verwerp\w*"
    r"|not|no|never|none|nobody|nothing|neither|nor|without|cannot|den(?:y|ies|ied)|refus\w*)\b|n['’]t\b"
)
# "niet alleen" denies nothing.
_NO_NEGATION = re.compile(r"\b(?:niet|not)\s+(?:alleen|enkel|slechts|only|just)\b")
HEDGE = re.compile(
    r"\b(?:mogelijk|misschien|wellicht|waarschijnlijk|vermoedelijk|verwacht\w*|verwachting|beoog\w*|streef\w*|streven|"
    r"voornemen\w*|voorlopig|voorwaarde\w*|voorbehoud|zou|zouden|onderzoek\w*|onderzocht|overweeg\w*|overwogen|plan|"
    r"plannen|gepland|voorzien|bedoeling|hoop\w*|hopen|may|might|could|would|expect\w*|possibl[ey]|probably|perhaps|"
    r"intend\w*|plan(?:s|ned)|aim\w*|hope\w*|consider\w*|provided|unless|tenzij|mits|indien)\b"
)
BOUND = re.compile(
    r"\b(?:(?:niet|not)\s+(?:alleen|enkel|slechts|only|just)|alle|allemaal|iedereen|altijd|steeds|elke|elk|iedere|ieder|alleen|enkel|uitsluitend|slechts|minstens|"
    r"minimaal|maximaal|hoogstens|bijna|ruim|circa|ongeveer|meer|minder|volledig|geheel|gedeeltelijk|deels|meeste|"
    r"enkele|sommige|begin|medio|eind|einde|vandaag|gisteren|morgen|volgend|volgende|vorig|vorige|komend|komende|"
    r"voorjaar|zomer|najaar|winter|kwartaal|definitief|onmiddellijk|verplicht|verboden|all|always|every|each|only|"
    r"at least|at most|almost|about|more|less|fully|partly|most|some|early|mid|late|end|today|yesterday|tomorrow|"
    r"next|last|spring|summer|autumn|quarter|immediately|mandatory|forbidden)\b"
)
# What a sentence may open or report with, without a quote that has it.
OPENERS = frozenset(
    """volgens daarnaast verder ook bovendien daarbij daarmee hiermee momenteel nu intussen inmiddels eerder later
    vervolgens tot sinds vanaf uit naast wat hoewel omdat doordat zodat terwijl wanneer toen nadat voordat hierdoor
    daardoor daarom dus echter toch uiteindelijk samen onder tijdens via binnen per zowel er men deze dit die dat dat
    according also moreover further furthermore currently meanwhile earlier since from although because while when
    after before therefore however finally together during through within both there""".split()
)
_REPORTING = frozenset(
    """zegt zei stelt stelde meldt meldde antwoordt antwoordde schrijft schreef laat liet weten geeft gaf aan
    verklaart verklaarde citaat document dus daarnaast says said states stated reports reported answers answered
    writes wrote""".split()
)
TITLES = frozenset(
    """minister minister-president viceminister-president staatssecretaris premier heer mevrouw burgemeester schepen
    wethouder gedeputeerde gouverneur voorzitter commissaris directeur professor secretary mr mrs""".split()
)
_STOP = DUTCH | ENGLISH


@dataclass(frozen=True, slots=True)
class Word:
    """``plain`` is lower case without accents and without a genitive's 's; ``start`` in the text."""

    text: str
    plain: str
    start: int

    @property
    def is_capital(self) -> bool:
        return any(sign.isupper() for sign in self.text)


def words(text: str) -> list[Word]:
    return [Word(found[0], plain(found[0]), found.start()) for found in _WORD.finditer(text)]


def plain(word: str) -> str:
    return re.sub(r"['’]s$", "", fold(word).lower())


@lru_cache(maxsize=20_000)
def stemmed(word: str) -> str:
    """Doubled letters once: "vertraag" and "vertrag" are one."""
    return re.sub(r"(.)\1", r"\1", stem(word))


def is_small(word: str) -> bool:
    """Whether a word says nothing about a subject."""
    return word in _STOP or word in OPENERS or word in _REPORTING or len(word) < 2


def content(text: str) -> set[str]:
    """Stems of the words that a sentence speaks with, without figures."""
    return {
        stemmed(part)
        for word in words(text)
        for part in word.plain.split("-")
        if part and not is_small(part) and not part[0].isdigit()
    }


def denies(text: str) -> bool:
    return bool(NEGATION.search(_NO_NEGATION.sub(" ", text.lower())))


def hedges(text: str) -> bool:
    return bool(HEDGE.search(text.lower()))


def bounds(text: str) -> set[str]:
    return {found[0] for found in BOUND.finditer(text.lower())}
