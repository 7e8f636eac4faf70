"""The head of a Tweede Kamer question or answer: who asks whom about what, who answers, when.

"Vragen van het lid Van Houwelingen (FVD) aan de Minister van Klimaat en Groene Groei over NAVO-verplichtingen
(ingezonden 15 november 2024). Antwoord van Minister Hermans (Klimaat en Groene Groei) (ontvangen ...). Zie ook ..."
"""

import datetime as dt
import re
from dataclasses import dataclass

from ingest.parsers.dates import first_date
from ingest.parsers.names import person_key
from ingest.parsers.people import read_answerers, read_askers, read_offices
from kb.model.people import Part, Person

_ASKED = re.compile(
    r"(?P<oral>Mondelinge\s+v|V)ra(?:gen|ag)\s*van\s+(?=(?:het|de)\s+(?:leden|lid)\b)(?P<rest>.*)", re.IGNORECASE
)
_SENT = re.compile(r"\(?\s*ingezonden\s*(?:op\s*)?(?P<date>[^()]{5,40})\)?\s*\.?", re.IGNORECASE)
_REPLY = re.compile(
    r"\b(?P<what>(?:Nader\s+)?Antwoord(?:en)?|Mededeling)\s+van\s+(?:de\s+)?"
    r"(?=(?:minister|staatss?ecretaris|viceminister|premier))(?P<who>.*?)\s*\(\s*(?:\(?\s*ontvangen\s*)+(?P<date>[^()]{5,40})\)?",
    re.IGNORECASE,
)
_REPLY_UNDATED = re.compile(
    r"^(?P<what>(?:Nader\s+)?Antwoord(?:en)?|Mededeling)\s+van\s+(?:de\s+)?"
    r"(?=(?:minister|staatss?ecretaris|viceminister|premier))(?P<who>[^.]*)",
    re.IGNORECASE,
)
# " over ", or glued to a neighbour where spaces were lost: "Sportover zorg", "overde faillissementen"
_OVER = re.compile(r"\s(?:over|inzake|betreffende)\s+")
_OVER_GLUED = re.compile(r"(?<=[a-zë])over\s+|\sover(?=(?:de|het|een)\b)")


@dataclass(frozen=True, slots=True)
class TkHeader:
    """What the header sentences say; empty where there are none."""

    people: tuple[Person, ...] = ()
    title: str = ""
    asked: dt.date | None = None
    replied: dt.date | None = None
    is_oral: bool = False
    is_notice: bool = False
    is_further: bool = False  # nader antwoord

    def people_as(self, part: Part) -> tuple[Person, ...]:
        return tuple(person for person in self.people if person.part is part)


def read_header(text: str) -> TkHeader:
    """Read the header sentences in ``text`` (one line, spaces collapsed)."""
    text = re.sub(r"\s+", " ", text)
    reply = _REPLY.search(text) or _REPLY_UNDATED.search(text)
    asked = _ASKED.search(text[: reply.start()] if reply else text) or _ASKED.search(text)
    people: list[Person] = []
    title, asked_on = "", None
    sent = _SENT.search(text)
    if sent:
        asked_on = first_date(sent.group("date"))
    if asked:
        title = _question(_until(asked.group("rest"), reply is not None), people)
    replied, what = None, ""
    if reply:
        what = reply.group("what").lower()
        part = Part.NOTIFIER if what == "mededeling" else Part.ANSWERER
        people.extend(read_answerers(reply.group("who"), part))
        replied = first_date(reply.groupdict().get("date") or "")
    return TkHeader(
        people=tuple(people),
        title=title,
        asked=asked_on,
        replied=replied,
        is_oral=bool(asked and asked.group("oral").lower() != "v"),
        is_notice=what == "mededeling",
        is_further=what.startswith("nader"),
    )


def _until(rest: str, has_reply: bool) -> str:
    """The question sentence: up to "(ingezonden ...", or the reply's sentence, or its end."""
    sent = _SENT.search(rest)
    if sent:
        return rest[: sent.start()]
    if has_reply:
        reply = _REPLY.search(rest) or re.search(r"\.\s+(?:Antwoord|Mededeling)\s+van\b", rest)
        if reply:
            return rest[: reply.start()]
    return rest


def _question(sentence: str, people: list[Person]) -> str:
    """Add askers and addressees of "het lid X (P) aan de Minister van Y over Z"; give the title Z."""
    over = _OVER.search(sentence) or _OVER_GLUED.search(sentence)
    before = sentence[: over.start()] if over else sentence
    title = sentence[over.end() :] if over else ""
    if over and over.group(0).lstrip().startswith("over") and over.group(0).endswith("over"):
        title = sentence[over.end() :]
    askers, _, addressees = _divide(before)
    people.extend(read_askers(askers))
    people.extend(read_offices(addressees))
    return clean_title(title)


def _divide(text: str) -> tuple[str, str, str]:
    """At the "aan" before the first office: names may hold the word too."""
    match = re.search(r"\saan\s+(?:de|het)?\s*(?=minister|staatss?ecretaris|premier|regering|viceminister)", text, re.I)
    if not match:
        return text, "", ""
    return text[: match.start()], "aan", text[match.end() :]


def clean_title(title: str) -> str:
    return title.strip().rstrip(".:").rstrip() if not title.rstrip().endswith("...") else title.strip()


_LETTER = re.compile(
    r"In\s+(?:het\s+)?antwoord\s+op\s+uw\s+brief\s+van\s+(?P<date>[^,;]{6,30})\s*,?\s*(?:met\s+)?(?:kenmerk|nr\.?|nummer)?\s*"
    r"(?P<number>[\w-]{5,})?(?P<between>[^.]{0,300}?)\bdat\s+de\s+(?:schriftelijke\s+)?(?P<vragen>vragen\b.*)",
    re.IGNORECASE,
)
# "Hierbij bied ik u, mede namens ..., de antwoorden aan op de vragen van de leden X en Y over Z"
_OFFERED = re.compile(
    r"\b(?:Hierbij|Bijgaand|In\s+de\s+bijlage)\b(?P<between>[^.]{0,300}?),?\s+(?:de|mijn|onze)\s+(?:antwoorden|beantwoording)\b"
    r"[^.]{0,60}?\b(?:op|van)\s+(?:de\s+)?(?:schriftelijke\s+)?(?P<vragen>(?:kamer)?vragen\s+van\s+(?:het|de)\s+(?:lid|leden)\b.*)",
    re.IGNORECASE,
)
_SENT_NUMBER = re.compile(
    r"\((?:ingezonden[^()]{5,40}?,\s*)?(?:met\s+)?(?:nr\.?|nummer|kenmerk)\s*:?\s*(?P<number>\d{4}\s?Z\s?\d{5})\)",
    re.IGNORECASE,
)
_ANNEX = re.compile(
    r"Antwoord(?:en)?\s+(?:van\s+de\s+(?P<who>.{5,250}?)\s+)?op\s+(?:de\s+)?(?:schriftelijke\s+)?"
    r"(?P<vragen>(?:kamer)?vragen\s+(?:van\s|lid\s|leden\s).*)",
    re.IGNORECASE,
)
_LETTER_END = re.compile(
    r"\s*\((?:ingezonden|(?:met\s+)?kenmerk)|\.\s+(?:mede\s+namens|de\s+minister|de\s+staatssecretaris|Antwoorden)"
    r"|,?\s*\b(?:worden|zijn|kunnen)\s+(?:hierbij\s+|hieronder\s+|als\s+volgt\s+|worden\s+){0,2}beantwoord"
    r"|,?\s*(?:zoals\s+)?(?:aangegeven\s+)?in\s+de\s+bijlage\s+(?:van|bij)\s+deze\s+brief",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class LetterHeader:
    """What a ministry's covering letter adds: the Chamber's letter (date, number), subject, our own reference."""

    people: tuple[Person, ...] = ()
    title: str = ""
    asked: dt.date | None = None
    dated: dt.date | None = None
    chamber_number: str = ""
    own_reference: str = ""


def is_covering_letter(lines: list[str]) -> bool:
    """A letter's frame, or the title of its annex; the printed Aanhangsel has neither."""
    text = " ".join(lines)
    framed = any(re.match(r">?\s*Retouradres\b", line) for line in lines)
    return bool(_LETTER.search(text)) or framed or (bool(_ANNEX.search(text)) and not _REPLY.search(text))


def read_letter_header(lines: list[str]) -> LetterHeader:
    """Read the letter frame before the annex with the answers; ``lines`` are its non-blank lines."""
    text = re.sub(r"\s+", " ", " ".join(lines))
    letter, annex = _LETTER.search(text), _ANNEX.search(text)
    offered = None if letter else _OFFERED.search(text)
    people: list[Person] = []
    title = ""
    phrase = next((found.group("vragen") for found in (letter, annex, offered) if found), "")
    if phrase:
        title = _question(_LETTER_END.split(_from_members(phrase))[0], people)
    if not any(person.part is Part.ADDRESSEE for person in people) and annex:
        extra: list[Person] = []
        _question(_LETTER_END.split(_from_members(annex.group("vragen")))[0], extra)
        people.extend(person for person in extra if person.part is Part.ADDRESSEE)
    declared = letter.group("between") if letter else offered.group("between") if offered else ""
    people.extend(_signatories(lines, (annex.group("who") or "") if annex else "", declared))
    sent = _SENT.search(text)
    asked = letter.group("date") if letter else sent.group("date") if sent else ""
    dated = first_date(_after(lines, "datum"))
    sent_number = _SENT_NUMBER.search(text)
    number = letter.group("number") if letter else sent_number.group("number") if sent_number else ""
    return LetterHeader(
        people=tuple(people),
        title=title,
        asked=first_date(asked),
        dated=dated,
        chamber_number=number or "",
        own_reference=(re.match(r"[\w/-]+", _after(lines, "ons kenmerk", "onze referentie")) or [""])[0],
    )


def _from_members(phrase: str) -> str:
    """From the first member on: "de vragen van Beantwoording van Kamervragen van het van het lid X" was printed."""
    match = re.search(r"(?:(?:het|de)\s+)?(?:lid|leden)\s+[A-ZÀ-Ý]", phrase)
    return phrase[match.start() :] if match else phrase


def _after(lines: list[str], *labels: str) -> str:
    """What stands behind a label, on the same line or the next."""
    for at, line in enumerate(lines):
        lower = line.lower()
        for label in labels:
            if lower.rstrip(" :") == label and at + 1 < len(lines):
                return lines[at + 1]
            if re.match(rf"{label}\s*:?\s+\S", lower):
                return line[len(label) :].strip(" :")
    return ""


_OFFICE_LINE = re.compile(r"^(?:de\s+)?(minister|staatssecretaris|minister-president)\b(?!\s+president)(.*)$", re.I)
_INITIALS = re.compile(r"(?:[A-Z]{1,2}[a-z]?\.\s?)+[A-ZÀ-Ýa-z]")
_NAME_LINE = re.compile(r"^(?:[A-Z]{1,2}[a-z]?\.\s?)+[A-ZÀ-Ýa-z].{2,50}$|^[A-ZÀ-Ý][\wà-ÿ]+(?:\s[\wà-ÿ’'-]+){1,4}$")


def _signatories(lines: list[str], answers_of: str, declared: str) -> list[Person]:
    """ "De minister van Justitie en Veiligheid" with a name below it signs; "Mede namens" goes before it.

    ``declared`` is what the letter says between its reference and its subject: "deel ik u, mede namens ..., mee".
    """
    people: list[Person] = []
    for at, line in enumerate(lines):
        office = _OFFICE_LINE.match(line.strip(" ,"))
        below = [text.strip(" ,") for text in lines[at + 1 : at + 3]]
        if not office or not below:
            continue
        rest = office.group(2).strip(" ,")
        wraps = not _NAME_LINE.match(below[0]) or (_INITIALS.match(below[-1]) and not _INITIALS.match(below[0]))
        if len(below) > 1 and rest and wraps and len(below[0]) < 60:
            rest, below = (
                f"{line.strip()[office.start(2) :].strip()} {below[0]}",
                below[1:],
            )  # "de minister van X,", "Y en Z,"
        if not _NAME_LINE.match(below[0]):
            continue
        portfolio = re.sub(r"^(?:van|voor)\s+", "", rest)
        title = office.group(1).lower()
        name = below[0]
        printed = f"{name} ({title} {rest})" if rest else f"{name} ({title})"
        people.append(Person(Part.ANSWERER, printed, name, person_key(name, full_name=True), "", title, portfolio))
        break
    before = " ".join(lines)
    half = re.search(r"mede\s+namens\s+(.*)", answers_of, re.IGNORECASE)
    own = re.search(
        r"Mede\s+namens\s+(de\s+.{5,160}?)\s*(?:,|$|De\s+minister|De\s+staatssecretaris|Antwoorden)", before
    )
    within = re.search(r"mede\s+namens\s+(.*?)\s*,?\s*(?:mee|mede)?\s*$", declared, re.IGNORECASE)
    phrase = next((found.group(1) for found in (half, own, within) if found), "")
    if phrase:
        people.extend(read_offices(phrase, Part.ON_BEHALF_OF))
    if not any(person.part is Part.ANSWERER for person in people) and answers_of:
        people.extend(read_offices(re.split(r"(?i),?\s*mede\s+namens", answers_of)[0], Part.ANSWERER))
    return people
