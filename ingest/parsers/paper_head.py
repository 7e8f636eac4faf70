"""What the front of a parliamentary paper prints: its number, dossier, session, day, title."""

import datetime as dt
import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.formats.lines import Line, LineKind
from ingest.parsers.dates import first_date
from ingest.parsers.headed import is_contents_line
from ingest.parsers.numbers import kamerstuk, session_name, stuk
from kb.model.document import Number
from kb.model.terms import Parliament

_DOSSIER = re.compile(r"^(\d{2})\s?(\d{3})(?:[\s-]+([IVXLC]+|\d{2}))?$")
_DOSSIER_TITLE = re.compile(r"^(\d{2})\s(\d{3})(?:\s([IVXLC]+))?\s+([A-ZÀ-Ý].*)$")
_NR = re.compile(r"^Nr\.\s*(\d{1,4}|[A-Z])\b\s*(.*)$")
_STUK = re.compile(r"^(?:Stuk\s+)?(\d{1,4})(?:-([A-Z]{1,2}))?\s*\((\d{4}-\d{4})\)\s*[–-]?\s*(?:[Nn]r\.?\s*(\d{1,3}))?")
_FLEMISH = re.compile(
    r"Vlaams(?:e)?\s+(?:Parlement|Regering|minister)|vlaamsparlement\.be|VLAAMSE?\s+(?:PARLEMENT|REGERING|MINISTER)"
)
_DUTCH = re.compile(r"Tweede\s+Kamer|Staten-Generaal|rijksoverheid\.nl|Kamerstuk")
_FRONT_REACH = 40  # lines: no front page is longer
_CONTENTS_REACH = 0.35


@dataclass(frozen=True, slots=True)
class PaperHead:
    """``dossier_title`` is the title over a Kamerstuk's dossier."""

    numbers: tuple[Number, ...] = ()
    session: str = ""
    date: dt.date | None = None
    dossier_title: str = ""


def read_paper_head(lines: Sequence[Line]) -> PaperHead:
    """Read the numbers and the day from the first lines of a paper."""
    numbers: list[Number] = []
    dossier, addition, title = "", "", ""
    texts = [line.text.strip() for line in lines if line.text and line.kind is not LineKind.NOTE]
    for at, text in enumerate(texts):
        if match := _DOSSIER.match(text):
            dossier, addition = match.group(1) + match.group(2), match.group(3) or ""
            title = title or _title_below(texts, at)
        elif match := _DOSSIER_TITLE.match(text):
            dossier, addition = match.group(1) + match.group(2), match.group(3) or ""
            title = title or _wrapped(match.group(4), texts, at)
        elif dossier and (match := _NR.match(text)):
            numbers.append(kamerstuk(dossier, addition, match.group(1)))
            dossier = ""
        elif (match := _STUK.match(text)) and len(text) < 60:
            numbers.append(stuk(match.group(1), match.group(2) or "", match.group(3), match.group(4) or ""))
    joined = " ".join(texts)
    session = re.search(r"ergaderjaar\s+(\S+\s?[–-]\s?\S+)", joined)
    return PaperHead(
        tuple(dict.fromkeys(numbers)),
        session_name(session.group(1)) if session else session_name(" ".join(n.value for n in numbers)),
        _day(texts),
        title,
    )


def _title_below(texts: Sequence[str], at: int) -> str:
    following = texts[at + 1] if at + 1 < len(texts) else ""
    return following if following[:1].isupper() and not _NR.match(following) and len(following) < 200 else ""


def _wrapped(start: str, texts: Sequence[str], at: int) -> str:
    following = texts[at + 1] if at + 1 < len(texts) else ""
    goes_on = following and not _NR.match(following) and not following.isupper() and following[:1].islower()
    return f"{start} {following}" if goes_on else start


_DAY = re.compile(
    r"^(?:ingediend\s+op|Voorgesteld|Ontvangen|Vastgesteld|Brussel,|Den Haag,|’s-Gravenhage,"
    r"|Datum:?|[Vv]ergadering van)\s+(.*)$"
)


_ALONE_DAY = re.compile(r"^\d{1,2}\s+[a-z]+\s+\d{4}$")


def _day(texts: Sequence[str]) -> dt.date | None:
    for text in texts[:40]:
        if (match := _DAY.match(text)) and (day := first_date(match.group(1)[:40])):
            return day
    for before, text in itertools.pairwise(texts[:40]):  # a day alone on its line, under the paper's number
        if (
            _STUK.match(re.sub(r"^.*ingediend\s+op\s+", "", before))
            and _ALONE_DAY.match(text)
            and (day := first_date(text))
        ):
            return day
    for text in texts:
        if match := re.match(r"^VR\s+(\d{4})\s+(\d{2})(\d{2})\b", text):  # "VR 2022 0807 MED.0255": 8 July 2022
            return first_date(f"{match.group(1)}-{match.group(3)}-{match.group(2)}")
    return None


_FIRST_CHAPTER = re.compile(r"^(?:I|1)\.?\s+[A-ZÀ-Ý][^.…]*$")


def body_start(lines: Sequence[Line]) -> int:
    """Behind the front page and the table of contents; 0 where there is neither.

    A front page is a first page with a paper's number and little text; contents are lines that run in dots to a
    page number.
    """
    start = 0
    first_page = [at for at, line in enumerate(lines) if line.page == 1 and line.text]
    paged = any((line.page or 1) > 1 for line in lines)
    if paged and first_page and len(first_page) < 30:
        front = [lines[at].text.strip() for at in first_page]
        longest = max((len(run) for run in _sentences(front)), default=0)
        if any(_STUK.match(text) for text in front) and longest < 400:
            start = first_page[-1] + 1
    opening = next((at for at, line in enumerate(lines) if line.text), 0)
    first_lines = [line.text.strip() for line in lines[opening : opening + 6] if line.text][:2]
    contents = [at for at, line in enumerate(lines[: int(len(lines) * _CONTENTS_REACH) + 40]) if is_contents_line(line)]
    if not paged and any(_STUK.match(text) for text in first_lines):
        reach = range(opening, min(len(lines), opening + _FRONT_REACH))
        chapter = None if contents else next((at for at in reach if _FIRST_CHAPTER.match(lines[at].text)), None)
        start = (
            chapter
            if chapter is not None
            else next((at for at in reach if not lines[at].text and any(line.text for line in lines[at:])), 0)
        )
    announced = any(line.text.strip() == "INHOUD" for line in lines[: contents[0]]) if contents else False
    if len(contents) > 2 or announced:
        end = contents[-1] + 1
        page = lines[contents[-1]].page
        while page is not None and end < len(lines) and lines[end].page == page:
            end += 1
        start = max(start, end if page is not None else contents[-1] + 1)
    return start


def front(lines: Sequence[Line], start: int) -> Sequence[Line]:
    """The lines that may print what a paper is: its first page, or the first 25 lines where there are no pages."""
    first_page = [line for line in lines if line.page == 1]
    paged = first_page and any((line.page or 1) > 1 for line in lines)
    return lines[:start] if start > 25 else first_page if paged else lines[:25]


def _sentences(texts: Sequence[str]) -> list[str]:
    return re.split(r"(?<=[.?!])\s+(?=[A-Z])", " ".join(texts))


def parliament_of(lines: Sequence[Line]) -> Parliament | None:
    """Which parliament a text says it belongs to, by what it names more often; None where it names neither."""
    text = " ".join(line.text for line in lines)
    flemish, dutch = len(_FLEMISH.findall(text)), len(_DUTCH.findall(text))
    if flemish == dutch:
        return None
    return Parliament.VLAAMS_PARLEMENT if flemish > dutch else Parliament.TWEEDE_KAMER
