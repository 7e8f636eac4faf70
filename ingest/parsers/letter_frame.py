"""What stands around a letter's text: addresses, date, subject, references above it; signatures below it."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.formats.lines import Line, LineKind
from ingest.parsers.dates import first_date
from ingest.parsers.names import person_key, titled, titled_portfolio
from ingest.parsers.numbers import session_name
from ingest.parsers.people import read_offices
from kb.model.people import Part, Person
from kb.model.terms import Parliament

_FRAME_LINE = re.compile(
    r"^\s*(?:>|Retouradres|Postbus\b|Aan\s+de\b|De\s+voorzitter\b|der\s+Staten|Datum\b|Betreft\b|Onderwerp\b|Ons\s+kenmerk"
    r"|Onze\s+referentie|Uw\s+(?:kenmerk|brief|referentie)|Kenmerk\b|Bijlagen?\b|Pagina\b|Contactpersoon|T\s+\d|F\s+\d"
    r"|www\.|\d{4}\s?[A-Z]{2}\b|Directoraat|Afschrift\s+aan|Referentie|Vergaderjaar|Tweede Kamer der|Nr\.\s*\d|2$"
    r"|Kamerstukken"
    r"|BRIEF\s+VAN|Ontvangen\s|Aan\s+de\s+Voorzitter|Den\s+Haag,|Brussel,|’s-Gravenhage|\d{2}\s\d{3}\b|Ministerie\b|Turfmarkt)",
    re.IGNORECASE,
)
_GREETING = re.compile(r"^\s*(?:Geachte|Mijnheer de voorzitter|Mevrouw de voorzitter|Excellentie)\b", re.IGNORECASE)
_SUBJECT = re.compile(r"^\s*(?:Betreft|Onderwerp)\s*:?\s*(.*)$", re.IGNORECASE)
_DATE_LINE = re.compile(
    r"^\s*(?:Datum\s*:?\s*|(?:Den Haag|’s-Gravenhage|Brussel|Voorgesteld|Ontvangen),?\s*)(\d{1,2}\s*\w+\s*\d{4}.*)?$",
    re.I,
)
_REFERENCE = re.compile(r"^\s*(?:Ons\s+kenmerk|Onze\s+referentie|Kenmerk)\s*:?\s*(\S+)?\s*$", re.IGNORECASE)
_FRAME_REACH = 70


@dataclass(frozen=True, slots=True)
class LetterFrame:
    """``body`` is the first line of the letter's own text."""

    body: int
    date: dt.date | None = None
    subject: str = ""
    reference: str = ""
    session: str = ""
    parliament: Parliament | None = None
    addressees: tuple[Person, ...] = ()
    senders: tuple[Person, ...] = ()


def read_frame(lines: Sequence[Line]) -> LetterFrame:
    """Read the frame above the text; a letter whose frame was lost starts at once."""
    reach = min(len(lines), _FRAME_REACH)
    greeting = next((at for at in range(reach) if _GREETING.match(lines[at].text)), None)
    framed = [at for at in range(reach) if _FRAME_LINE.match(lines[at].text) and _is_short(lines[at])]
    if greeting is not None:
        body = greeting
    elif framed and framed[0] < 12:
        body = _after_frame(lines, framed)
    else:
        body = 0
    head = [line for line in lines[:body] if line.kind is not LineKind.NOTE]
    text = " ".join(line.text for line in head)
    return LetterFrame(
        body=body,
        date=_date(head),
        subject=_subject(head),
        reference=_reference(head),
        session=session_name(text) if "ergaderjaar" in text else "",
        parliament=_parliament(text),
        addressees=(),
        senders=_senders(text),
    )


def _is_short(line: Line) -> bool:
    return len(line.text) < 90


def _after_frame(lines: Sequence[Line], framed: Sequence[int]) -> int:
    """The frame goes on as long as its lines come close together."""
    last = framed[0]
    for at in framed[1:]:
        if at - last > 8:
            break
        last = at
    body = last + 1
    label = bool(
        re.fullmatch(r"\s*(?:Datum|Betreft|Onderwerp|Ons\s+kenmerk|Onze\s+referentie)\s*:?\s*", lines[last].text, re.I)
    )
    while label and body < len(lines) and not lines[body].text:
        body += 1
    if label and body < len(lines):
        body += 1
    while body < len(lines) and not lines[body].text and body + 1 < len(lines) and not lines[body + 1].text:
        body += 1
    return body


def _labelled(head: Sequence[Line], pattern: re.Pattern[str]) -> str:
    for at, line in enumerate(head):
        match = pattern.match(line.text)
        if not match:
            continue
        if match.group(1) and match.group(1).strip():
            return match.group(1).strip()
        return next((one.text.strip() for one in head[at + 1 : at + 5] if one.text.strip()), "")
    return ""


def _date(head: Sequence[Line]) -> dt.date | None:
    labelled = first_date(_labelled(head, _DATE_LINE))
    if labelled:
        return labelled
    for line in head:
        if len(line.text) < 60 and (day := first_date(line.text)):
            return day
    return None


def _subject(head: Sequence[Line]) -> str:
    for at, line in enumerate(head):
        match = _SUBJECT.match(line.text)
        if not match:
            continue
        parts = [match.group(1).strip()] if match.group(1).strip() else []
        for following in head[at + 1 : at + 6]:
            if not following.text.strip() or _FRAME_LINE.match(following.text):
                if parts:
                    break
                continue
            parts.append(following.text.strip())
        return re.sub(r"\s+", " ", " ".join(parts)).strip().rstrip(".")
    return ""


def _reference(head: Sequence[Line]) -> str:
    value = _labelled(head, _REFERENCE)
    return value if re.fullmatch(r"[\w./-]{4,30}", value) and any(c.isdigit() for c in value) else ""


def _parliament(text: str) -> Parliament | None:
    if re.search(r"Tweede Kamer|Staten-Generaal|Retouradres", text):
        return Parliament.TWEEDE_KAMER
    return (
        Parliament.VLAAMS_PARLEMENT if re.search(r"Vlaams Parlement|VLAAMSE REGERING|Vlaamse Regering", text) else None
    )


def _senders(text: str) -> tuple[Person, ...]:
    match = re.search(r"BRIEF VAN DE\s+([A-ZÀ-Ý ,\-]{8,250}?)(?=\s+Aan\b|\s+\d|\s+Nr\b|$)", text)
    return read_offices(titled_portfolio(match.group(1)), Part.SIGNATORY) if match else ()


_CLOSING = re.compile(r"^\s*(?:Hoogachtend|Met\s+(?:vriendelijke|beleefde|de\s+meeste)\s+\w+)\b", re.IGNORECASE)
_OFFICE_LINE = re.compile(
    r"^\s*(?:Mede\s+namens\s+)?(?:de|De)\s+(minister-president|viceminister-president|minister|staatssecretaris|voorzitter)\b(.*)$|"
    r"^\s*(Vlaams\s+minister(?:-president)?|Minister-president)\b(.*)$",
    re.IGNORECASE,
)
_NAME_LINE = re.compile(
    r"^\s*(?:(?:[A-Z]{1,2}[a-z]?\.\s?)+(?:\s?\([A-Z]\w+\))?\s*[\wÀ-ÿ’'\- ]{2,50}"
    r"|[A-ZÀ-Ý][\wÀ-ÿ’'-]+(?:\s(?:de|van|der|den|ter|te|[A-ZÀ-Ý][\wÀ-ÿ’'-]*)){1,5}"
    r"|(?:drs|mr|dr|prof|ir)\.\s.{3,60})\s*,?\s*$"
)
_SIGNATURE_REACH = 45


def signature_start(lines: Sequence[Line], body: int) -> int:
    """The line where the signatures start; ``len(lines)`` where there are none."""
    low = max(body, len(lines) - 400)
    for at in range(low, len(lines)):
        if lines[at].kind is not LineKind.NOTE and _CLOSING.match(lines[at].text):
            return at
    best = len(lines)
    for at in range(low, len(lines)):
        if lines[at].kind in (LineKind.NOTE, LineKind.BLANK) or len(lines[at].text) > 110:
            continue
        if _OFFICE_LINE.match(lines[at].text) and _name_after(lines, at) is not None:
            best = at
            break
    return best


def _name_after(lines: Sequence[Line], at: int) -> str | None:
    """The name under an office, within the room that a signature takes."""
    seen = 0
    for line in lines[at + 1 : at + 14]:
        text = line.text.strip()
        if not text or line.kind is LineKind.NOTE:
            continue
        seen += 1
        if _NAME_LINE.match(text) and not _OFFICE_LINE.match(text) and not text.endswith("."):
            return text.strip(" ,")
        if seen > 2 or text.endswith("."):
            return None
    return None


def signatories(lines: Sequence[Line]) -> tuple[Person, ...]:
    """Who signs: office over name (Netherlands) or name over office (Flanders)."""
    people: list[Person] = []
    for at, line in enumerate(lines[: _SIGNATURE_REACH * 2]):
        match = _OFFICE_LINE.match(line.text)
        if not match or line.kind is LineKind.NOTE or len(line.text) > 200:
            continue
        name = _name_after(lines, at) or _name_before(lines, at)
        office = (match.group(1) or match.group(3)).lower()
        rest = (match.group(2) or match.group(4) or "").strip(" ,")
        rest = _portfolio_goes_on(lines, at, rest, name)
        portfolio = titled_portfolio(re.sub(r"^(?:van|voor)\s+", "", rest, flags=re.IGNORECASE))
        if not name:
            continue
        shown = titled(name)
        printed = f"{name} ({office} van {portfolio})" if portfolio else f"{name} ({office})"
        people.append(Person(Part.SIGNATORY, printed, shown, person_key(shown, full_name=True), "", office, portfolio))
    return tuple(dict.fromkeys(people))


def _portfolio_goes_on(lines: Sequence[Line], at: int, rest: str, name: str | None) -> str:
    following = lines[at + 1].text.strip() if at + 1 < len(lines) else ""
    if (
        rest
        and following
        and following.strip(" ,") != (name or "")
        and not _NAME_LINE.match(following)
        and len(following) < 60
    ):
        return f"{rest} {following}".strip(" ,")
    return rest


def _name_before(lines: Sequence[Line], at: int) -> str | None:
    for line in reversed(lines[max(0, at - 3) : at]):
        text = line.text.strip()
        if text:
            return text.strip(" ,") if _NAME_LINE.match(text) else None
    return None
