"""What an answer or a question is by its words: a mere reference, a referral, a matter of procedure."""

import re
from collections.abc import Container

from ingest.parsers.number_sets import NUMBERS, read_numbers

_ORDINALS = {
    "eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "vijfde": 5, "zesde": 6, "zevende": 7, "achtste": 8,
    "negende": 9, "tiende": 10,
}  # fmt: skip
_WORDS = {
    "één": 1, "een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9,
    "tien": 10, "elf": 11, "twaalf": 12,
}  # fmt: skip
_COUNTED = "|".join(_WORDS)
_MENTION = re.compile(
    rf"(?:\b(?:deel)?vra(?:ag|gen)\s+(?:nr\.?\s*)?|\b(?:antwoord|beantwoording)(?:en)?\s+(?:op|van|bij|onder)?\s*)"
    rf"({NUMBERS}|(?:{_COUNTED})(?:(?:,|\s+en)\s+(?:{_COUNTED}))*(?!\w))",
    re.IGNORECASE,
)
_ORDINAL = re.compile(rf"\b({'|'.join(_ORDINALS)})\s+vraag\b", re.IGNORECASE)
# "vraag 2 van de schriftelijke vragen over ...", "vragen 3 en 4 van het lid", "vraag 12 in het verslag"
_ELSEWHERE = re.compile(
    r"^[^.;?!]{0,25}?\b(?:van\s+(?:de|het)\s+(?:\w+\s+){0,2}?(?:schriftelijke|eerdere|lid|leden|vragen|vragenset|set"
    r"|kamervragen|feitelijke|verslag|lijst|commissie)|uit\s+(?:de|het)\s|in\s+(?:de|het)\s+(?:verslag|lijst))",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"(?:eerdere|eerder gestelde|vorige|in uw antwoord op|in het antwoord van|aanhangsel|kamerstuk)[^.?!]{0,40}$", re.I
)


def mentioned_questions(text: str, among: Container[int]) -> tuple[int, ...]:
    """Numbers of this document's questions that the text points at, sorted; references to other sets left out."""
    found: set[int] = set()
    text = re.sub(r"\s+", " ", text)
    for match in _MENTION.finditer(text):
        if _ELSEWHERE.search(text[match.end() : match.end() + 90]) or _EARLIER.search(text[: match.start()][-60:]):
            continue
        words = [_WORDS[w] for w in re.findall(_COUNTED, match.group(1).lower()) if w in _WORDS]
        found.update(read_numbers(match.group(1)) or words)
    for match in _ORDINAL.finditer(text):
        if not _ELSEWHERE.search(text[match.end() : match.end() + 90]):
            found.add(_ORDINALS[match.group(1).lower()])
    return tuple(sorted(number for number in found if number in among))


_PREVIOUS = re.compile(
    r"\b(?:antwoord(?:en)?|beantwoording)\s+(?:op|van|bij)\s+de\s+(?:vorige|voorgaande)\s+(?:deel)?vraag\b"
    r"|\b(?:het|mijn)\s+(?:vorige|voorgaande)\s+antwoord\b",
    re.IGNORECASE,
)


def points_back(text: str) -> bool:
    """ "Zie het antwoord op de vorige vraag": which one that is, the numbers around it tell."""
    return bool(_PREVIOUS.search(re.sub(r"\s+", " ", text)))


_YES_NO = r"(?:(?:ja|nee|neen|klopt|idem|inderdaad|dat klopt|zie)\b\s*[,.;:!]?\s*)?"
_POINTS = re.compile(
    rf"^\W*{_YES_NO}(?:(?:hiervoor|daarvoor|hierbij|voor (?:het|een|de) (?:antwoord|beantwoording|toelichting)[^.]*?"
    r"|ook|graag|kortheidshalve|wat dit betreft|in antwoord op deze vraag)\s*,?\s*)*"
    r"(?:\(?zie\b|cf\.|conform|idem|(?:ik\s+)?verwijs|verwezen wordt|wordt verwezen|verwijzend naar|verwijzing)[^.]*?"
    r"\b(?:antwoord|antwoorden|beantwoording|vraag|vragen|hierboven|boven)\b[^.]*\.?\W*$",
    re.IGNORECASE,
)
_LONGEST_POINTER = 30  # words


def is_pointer(text: str) -> bool:
    """True where the answer says no more than where the answer is: "Zie het antwoord op vraag 3."."""
    text = re.sub(r"\s+", " ", text).strip()
    return len(text.split()) <= _LONGEST_POINTER and bool(_POINTS.match(text))


_COMPETENT = re.compile(
    r"(?:behoor(?:t|en)|va(?:lt|llen)|ressorte(?:ert|ren)|is|zijn|betreft)\b[^.]{0,60}"
    r"(?:tot|onder|binnen)\s+(?:de|mijn|het|zijn|haar)\s+(?:\w+\s+){0,2}bevoegdhe(?:id|den)"
    r"|bevoegdheid van (?:mijn|de|minister|viceminister|collega)",
    re.IGNORECASE,
)
_TO_SOMEBODY = re.compile(
    r"(?:verwijs|verwezen|verwijzen|verwijzing|richten|zie|wenden)\b[^.]{0,120}?"
    r"(?:mijn collega|collega[- ]|(?:vlaams |vice)?minister\b|minister-president|staatssecretaris"
    r"|gecoördineerd antwoord"
    r"|antwoord van (?:mijn|minister|de minister))",
    re.IGNORECASE,
)
# who passes on what the other one says does answer: "minister X, die antwoordt dat het plan klaar is"
_REPORTS = re.compile(
    r"\b(?:antwoordt|meldt|zegt|stelt|bevestigt|(?:deelt|deelde)\s+(?:mij\s+|ons\s+)?mee|(?:laat|liet)\s+(?:mij\s+|ons\s+)?weten)\s*,?\s+dat\b",
    re.IGNORECASE,
)
_LONGEST_REFERRAL = 90  # words


def is_referral(text: str) -> bool:
    """True where the whole answer says that somebody else is competent or answers."""
    text = re.sub(r"\s+", " ", text).strip()
    if not text or len(text.split()) > _LONGEST_REFERRAL:
        return False
    sentences = [s for s in re.split(r"(?<=[.!?])\s+(?=[A-ZÀ-Ý])", text) if len(s.split()) > 2]
    pointing = [s for s in sentences if (_COMPETENT.search(s) or _TO_SOMEBODY.search(s)) and not _REPORTS.search(s)]
    return bool(pointing) and len(pointing) * 2 > len(sentences)


_THESE = (
    r"\b(?:deze|de|bovenstaande|bovengenoemde|voorgaande|gestelde|vorenstaande|onderstaande|uw|alle|elke|iedere)\s+"
    rf"(?:(?:alle|deze|bovenstaande|schriftelijke|gestelde|volgende|afzonderlijke|voorgaande|\d+|{_COUNTED})\s+)*"
    r"(?:kamer)?vra(?:gen|ag)\b"
)
_ANSWERING = (
    r"\b(?:(?:te\s+)?beant-?\s?woord(?:en|ing|t)?|antwoord(?:en)?|toe(?:te)?\s?sturen|toe(?:te)?zenden|te\s+sturen)\b"
)
_MANNER = (
    r"\b(?:afzonderlijk|apart|separaat|één[ -]voor[ -]één|een[ -]voor[ -]een|stuk voor stuk|los van|elk|ieder|per vraag"
    r"|binnen|vóór|voor|uiterlijk|(?:zo )?spoedig|snel|termijn|tijdig|schriftelijk|clusteren|samen\w*|gezamenlijk"
    r"|individueel|volledig|met spoed|week|weken|dagen)\b"
)
_ASKS = re.compile(
    r"^(?:en\s+|tot slot,?\s+)?(?:kunt|kan|wilt|wil|zou|zoudt|bent|is|zijn|gelieve|graag|wanneer|mag|verzoeke?|gaat)\b",
    re.I,
)


def is_procedural(question: str) -> bool:
    """True for "Kunt u deze vragen afzonderlijk beantwoorden?" and its like: about answering, not about the matter."""
    question = re.sub(r"\s+", " ", question).strip()
    sentences = [s for s in re.split(r"(?<=[.?!])\s+", question) if re.search(r"\w", s)]
    if not sentences or len(question.split()) > 60 or not _asks_for_answers(sentences[0]):
        return False
    return all(len(other.split()) <= 6 or _asks_for_answers(other) for other in sentences[1:])


def _asks_for_answers(sentence: str) -> bool:
    return bool(
        _ASKS.match(sentence)
        and re.search(_THESE, sentence, re.IGNORECASE)
        and re.search(_ANSWERING, sentence, re.IGNORECASE)
        and re.search(_MANNER, sentence, re.IGNORECASE)
    )
