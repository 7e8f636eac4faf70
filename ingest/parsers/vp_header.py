"""The title block of a Flemish written question, its answer's block, and what collectors put above the text."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.formats.lines import Line, LineKind
from ingest.parsers.dates import first_date
from ingest.parsers.names import person_key, titled, titled_portfolio
from kb.model.people import Part, Person

_META = re.compile(r"^\s*(title|titel|thema'?s?|pdf link|thema link|link|url)\s*:\s*(.*)$", re.IGNORECASE)
_TITLE_LINE = re.compile(r"^\s*SCHRIFTELIJKE\s+VRAAG\s*$", re.IGNORECASE)
_ANSWER_LINE = re.compile(
    r"^\s*(?:(GECO[ÖO]RDINEERD|VERWIJZEND|AANVULLEND|NADER|VOORLOPIG|GEZAMENLIJK)\s+)?ANTWOORD\s*$", re.IGNORECASE
)
_ON_QUESTION = re.compile(r"^\s*op\s+(?:de\s+)?(?:schriftelijke\s+)?vraag\s+nr\.?\s*(\d{1,4})\b(.*)$", re.IGNORECASE)
_NUMBER = re.compile(r"^\s*nr\.?\s*(\d{1,4})\s*$", re.IGNORECASE)
_FROM = re.compile(r"^\s*van\s+(?:de\s+heer\s+|mevrouw\s+)?([A-ZÀ-Ý].{2,80})$")
_DATE = re.compile(r"^\s*datum\s*:?\s*(.+)$", re.IGNORECASE)
_TO = re.compile(r"^\s*aan\s+([A-ZÀ-Ý].{2,80})$")


@dataclass(slots=True)
class VpHeader:
    """What the blocks print. ``body`` is the first line of the question's text; ``answer`` that of "ANTWOORD"."""

    number: str = ""
    asker: str = ""
    asked: dt.date | None = None
    minister: str = ""
    offices: str = ""
    title: str = ""
    body: int = 0
    minister_block: int | None = None
    answer: int | None = None
    answer_word: str = ""
    answer_body: int | None = None
    meta: dict[str, list[str]] = field(default_factory=dict)

    @property
    def people(self) -> tuple[Person, ...]:
        made = [] if not self.asker else [_member(self.asker)]
        if self.minister or self.offices:
            made.append(_minister(self.minister, self.offices, Part.ADDRESSEE))
            if self.answer is not None:
                made.append(_minister(self.minister, self.offices, Part.ANSWERER))
        return tuple(made)


def is_vp_question(lines: Sequence[Line]) -> bool:
    """A Flemish written question: its first line, or the block over its answer."""
    texts = [line.text for line in lines if line.text and line.kind is not LineKind.NOTE]
    if any(_TITLE_LINE.match(text) for text in texts[:40]):
        return True
    return _answer_line(lines) is not None


def read_vp_header(lines: Sequence[Line]) -> VpHeader:
    header = VpHeader()
    at = _read_meta(lines, header)
    answer = _answer_line(lines)
    end = len(lines) if answer is None else answer
    if answer is not None:
        _read_answer_block(lines, answer, at, header)
        end = header.minister_block if header.minister_block is not None else answer
    header.body = _read_question_block(lines, at, end, header)
    return header


def _read_meta(lines: Sequence[Line], header: VpHeader) -> int:
    """ "title: ...", "thema: ...", "pdf link: ..." above the text; a line without a key goes on with the one before."""
    key, at = "", 0
    while at < len(lines):
        text = lines[at].text
        match = _META.match(text)
        if match:
            key = (
                match.group(1).lower().rstrip("'s")
                if match.group(1).lower().startswith("thema'")
                else match.group(1).lower()
            )
            header.meta.setdefault(key, []).append(match.group(2).strip())
        elif not key or not text.strip() or _TITLE_LINE.match(text) or _ANSWER_LINE.match(text) or _in_capitals(text):
            break
        elif key.startswith("thema") and "link" not in key and len(text) < 80:
            header.meta[key].append(text.strip())
        elif key in ("title", "titel") and len(header.meta[key]) < 3:
            header.meta[key][-1] += " " + text.strip()
        else:
            break
        at += 1
    return at if header.meta else 0


def _answer_line(lines: Sequence[Line]) -> int | None:
    for at, line in enumerate(lines):
        if line.kind is not LineKind.NOTE and _ANSWER_LINE.match(line.text):
            following = [one.text for one in lines[at + 1 : at + 8] if one.text][:3]
            if any(_ON_QUESTION.match(text) for text in following):
                return at
    return None


def _read_answer_block(lines: Sequence[Line], answer: int, low: int, header: VpHeader) -> None:
    header.answer = answer
    match = _ANSWER_LINE.match(lines[answer].text)
    header.answer_word = (match.group(1) or "").upper() if match else ""
    start = _capitals_before(lines, answer, low)
    if start is not None:
        header.minister_block = start
        block = [line.text.strip() for line in lines[start:answer] if line.text.strip()]
        header.minister, header.offices = block[0], " ".join(block[1:])
    at = answer + 1
    header.answer_body = at
    seen = 0
    while at < len(lines) and seen < 6:
        text = lines[at].text.strip()
        on = _ON_QUESTION.match(text)
        if on:
            header.number = on.group(1)
            header.asked = first_date(text)
        elif seen and (named := _FROM.match(text)):
            header.asker = named.group(1).strip()
        elif text and not re.match(r"^(?:van\s+)?\d{1,2}\s\w+\s\d{4}$|^d\.d\.", text):
            break
        elif text and header.asked is None:
            header.asked = first_date(text)
        seen += bool(text)
        at += 1
        if text:
            header.answer_body = at


def _capitals_before(lines: Sequence[Line], answer: int, low: int) -> int | None:
    """The first line of the minister's block above "ANTWOORD": a run of lines in capitals."""
    at, start = answer - 1, None
    while at >= low and (not lines[at].text.strip() or _in_capitals(lines[at].text)):
        if lines[at].text.strip():
            start = at
        elif start is not None and at + 1 <= start and not _office_in(lines, start, answer):
            pass
        elif start is not None:
            break
        at -= 1
    return start


def _office_in(lines: Sequence[Line], start: int, answer: int) -> bool:
    first = lines[start].text.strip()
    return "MINISTER" not in first.upper() and any("MINISTER" in line.text.upper() for line in lines[start:answer])


def _in_capitals(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 2 and sum(c.isupper() for c in letters) > 0.9 * len(letters)


def _read_question_block(lines: Sequence[Line], at: int, end: int, header: VpHeader) -> int:
    """Read "nr. / van / datum / aan / office / title"; the first line after it is returned."""
    titled_at = next((n for n in range(at, min(end, at + 40)) if _TITLE_LINE.match(lines[n].text)), None)
    if titled_at is not None:
        at = titled_at + 1
        at = _read_fields(lines, at, end, header)
    return _read_title(lines, at, end, header)


def _read_fields(lines: Sequence[Line], at: int, end: int, header: VpHeader) -> int:
    offices: list[str] = []
    minister = asker = ""
    while at < end:
        text = lines[at].text.strip()
        if match := _NUMBER.match(text):
            header.number = header.number or match.group(1)
        elif match := _DATE.match(text):
            header.asked = first_date(match.group(1)) or header.asked
        elif not minister and not asker and (match := _FROM.match(text)):
            asker = match.group(1).strip()
        elif match := _TO.match(text):
            minister = match.group(1).strip()
        elif minister and _in_capitals(text) and "  -  " not in text:
            offices.append(text)
        elif text:
            break
        at += 1
    header.asker = asker or header.asker
    header.minister = header.minister or minister
    header.offices = header.offices or " ".join(offices)
    return at


def _read_title(lines: Sequence[Line], at: int, end: int, header: VpHeader) -> int:
    known = _squash(header.meta.get("title", header.meta.get("titel", [""]))[0])
    while at < end and not lines[at].text.strip():
        at += 1
    lengths = sorted(len(line.text) for line in lines if len(line.text) > 40) or [80]
    width = min(100, lengths[int(len(lengths) * 0.8)])
    parts: list[str] = []
    while at < end and len(parts) < 4:
        text = lines[at].text.strip()
        if not text or re.match(r"^1\s*[.)]", text) or lines[at].label:
            break
        parts.append(text)
        at += 1
        so_far = _squash(" ".join(parts))
        following = lines[at].text.strip() if at < end else ""
        if known:
            if not known.startswith(so_far) or known == so_far:
                break
        elif lines[at - 1].whole or not _title_goes_on(text, following, width, "  -  " in " ".join(parts)):
            break
    header.title = re.sub(r"\s+", " ", " ".join(parts)).strip()
    return at


# no title ends in a preposition or an article: "Onderhoud en verlichting langs"
_UNFINISHED = re.compile(
    r"\s(?:aan|bij|binnen|de|door|een|en|het|in|langs|met|naar|of|om|onder|op|over|rond|te|tegen|ten|ter|tot|tussen|uit|van"
    r"|vanuit|voor|zonder)$"
)


def _title_goes_on(text: str, following: str, width: int, has_dash: bool) -> bool:
    """A title's line is full, its next line is not: the text after it would fill its line again."""
    if not following or text.endswith((".", "?", ":", ";")):
        return False
    if (text.endswith(("-", "–")) and not has_dash) or _UNFINISHED.search(text):
        return True
    full = len(text) + 1 + len(following.split()[0]) > width * 0.97
    return full and (following[0].islower() or len(following) < width * 0.75)


def _squash(text: str) -> str:
    return re.sub(r"[\s\-–]+", "", text).lower()


def _member(printed: str) -> Person:
    name = titled(printed)
    return Person(Part.ASKER, printed, name, person_key(name, full_name=True))


_OFFICES = re.compile(r"^(minister-president|viceminister-president|vlaams minister|minister|staatssecretaris)\b", re.I)


def _minister(printed_name: str, offices: str, part: Part) -> Person:
    """ "MATTHIAS DIEPENDAELE" with "MINISTER-PRESIDENT VAN DE VLAAMSE REGERING, VLAAMS MINISTER VAN ECONOMIE, ..."."""
    name = titled(printed_name)
    match = _OFFICES.match(offices)
    office = match.group(1).lower().replace("vlaams", "Vlaams") if match else ""
    if "viceminister-president" in offices.lower():
        office = "viceminister-president"
    portfolio = re.search(r"vlaams minister van\s+(.*)$", offices, re.IGNORECASE)
    printed = ", ".join(text for text in (printed_name, offices) if text)
    return Person(
        part,
        printed,
        name,
        person_key(name, full_name=True),
        "",
        office,
        titled_portfolio(portfolio.group(1) if portfolio else ""),
    )
