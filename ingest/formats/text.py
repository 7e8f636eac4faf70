"""Plain text: written by hand, or extracted from a PDF or DOCX by another program, with all that comes along."""

import csv
import io
import itertools
import re
from collections.abc import Callable, Iterable, Sequence

from ingest.formats.encoding import decode
from ingest.formats.furniture import CHAMBER_FOOT, PAGE_OF
from ingest.formats.glued import mended
from ingest.formats.lines import Extracted, Line, LineKind
from ingest.formats.page_lines import lines_of
from ingest.formats.printed import PrintedLine, PrintedPage
from ingest.formats.quality import text_problems
from kb.errors import InputError, NoTextError
from kb.model.document import Problem

MEDIA_TYPE = "text/plain"
_FORM_FEED = "\f"
_MAX_BYTES = 20_000_000
_BLANKS_OF_A_BREAK = 3


def read_text(data: bytes) -> Extracted:
    """Lines of a text file; raises NoTextError where it holds white space only."""
    return text_lines(*_decoded(data))


def _decoded(data: bytes) -> tuple[str, list[Problem]]:
    if len(data) > _MAX_BYTES:
        raise InputError(
            f"The text is {len(data) // 1_000_000} MB; the most that is read is {_MAX_BYTES // 1_000_000} MB.",
            "No paper of a parliament is that long: check what it is, or split it.",
        )
    return decode(data)


def text_lines(text: str, problems: Sequence[Problem] = ()) -> Extracted:
    if not text.strip():
        raise NoTextError("The file holds no text.", "Check that the right file was saved.")
    rows = text.split("\n")
    if _has_whole_paragraphs(rows):
        lines: tuple[Line, ...] = tuple(_paragraph(row) for row in rows)
        return Extracted(MEDIA_TYPE, lines, problems=(*problems, *text_problems(lines)))
    pages = _pages(mended(_one_word_lines_rejoined(rows)))
    lines, dropped = lines_of(pages)
    numbered = pages[-1].number
    return Extracted(MEDIA_TYPE, lines, numbered, (), dropped, (*problems, *text_problems(lines)))


def _paragraph(row: str) -> Line:
    stripped = " ".join(row.split())
    return Line(stripped, whole=True) if stripped else Line("", LineKind.BLANK)


def _has_whole_paragraphs(rows: Sequence[str]) -> bool:
    """One paragraph a line (a DOCX turned into text): long lines, and hardly a sentence that goes on in the next."""
    filled = [row.strip() for row in rows if row.strip()]
    if not filled or max(map(len, filled)) < 160:
        return False
    cut = sum(
        1
        for row, after in itertools.pairwise(filled)
        if len(row) > 40 and (row[-1].isalpha() or row[-1] in ",-") and after[:1].islower()
    )
    return cut < max(1, len(filled) * 0.02)


def _one_word_lines_rejoined(rows: Sequence[str]) -> list[str]:
    """PyMuPDF puts every word of a justified line on a line of its own, each with a space behind it.

    Three or more such lines in a row are one printed line; a line that follows in lower case ends it.
    """
    lengths = sorted(len(row) for row in rows if len(row) > 35)
    width = (lengths[int(len(lengths) * 0.9)] if lengths else 80) + 8
    found: list[str] = []
    at = 0
    while at < len(rows):
        end = at
        length = 0
        while end < len(rows) and _is_lone_word(rows[end]) and length + len(rows[end]) <= width:
            length += len(rows[end])
            end += 1
        if end - at < 3:
            found.append(rows[at])
            at += 1
            continue
        if end < len(rows) and rows[end].strip() and length + len(rows[end]) <= width:
            end += 1  # the last words of the printed line
        found.append("".join(rows[at:end]))
        at = end
    return found


def _is_lone_word(row: str) -> bool:
    return row.endswith(" ") and 1 <= len(row.split()) <= 3 and len(row) < 45 and any(map(str.isalpha, row))


def _pages(rows: Sequence[str]) -> list[PrintedPage]:
    """Pages where the text tells of them. Only form feeds and printed page numbers give a page its number."""
    if any(_FORM_FEED in row for row in rows):
        return _numbered("\n".join(rows).split(_FORM_FEED))
    if sum(1 for row in rows if CHAMBER_FOOT.match(row.strip())) >= 1:
        return _by_chamber_foot(rows)
    if _starts_pages_with_space(rows):
        return [
            _page(part) for part in _split(rows, lambda rows, at: rows[at].startswith(" ") and bool(rows[at].strip()))
        ]
    blank = sum(1 for row in "\n".join(rows).strip().split("\n") if not row.strip())
    least = 1 if 0 < blank < len(rows) * 0.05 else _BLANKS_OF_A_BREAK
    return [_page(part) for part in _split(rows, lambda rows, at: _after_blanks(rows, at, least))]


def _numbered(parts: Iterable[str]) -> list[PrintedPage]:
    kept = [part.split("\n") for part in parts]
    while len(kept) > 1 and not any(row.strip() for row in kept[-1]):
        kept.pop()
    return [_page(rows, number) for number, rows in enumerate(kept, start=1)]


def _page(rows: Iterable[str], number: int | None = None) -> PrintedPage:
    return PrintedPage(tuple(PrintedLine(row.replace("\x00", "").rstrip()) for row in rows), number)


def _by_chamber_foot(rows: Sequence[str]) -> list[PrintedPage]:
    """The foot of a Tweede Kamer page holds its number and closes the page."""
    pages: list[PrintedPage] = []
    begin = 0
    for at, row in enumerate(rows):
        foot = CHAMBER_FOOT.match(row.strip())
        if foot:
            pages.append(_page(rows[begin : at + 1], len(pages) + 1))
            begin = at + 1
    if any(row.strip() for row in rows[begin:]):
        pages.append(_page(rows[begin:], len(pages) + 1))
    return pages


def _starts_pages_with_space(rows: Sequence[str]) -> bool:
    """Some extractors turn the form feed into one space: then few lines begin so, and one of them counts the pages."""
    spaced = [row for row in rows if re.match(r"^ \S", row)]
    filled = sum(1 for row in rows if row.strip())
    return 2 <= len(spaced) < filled * 0.05 and any(PAGE_OF.match(row.strip()) for row in spaced)


def _after_blanks(rows: Sequence[str], at: int, least: int) -> bool:
    """Behind empty lines: three or more, or one where there are hardly any (then they end pages, not paragraphs)."""
    blanks = rows[max(0, at - least) : at]
    return bool(rows[at].strip()) and len(blanks) == least and not any(row.strip() for row in blanks)


def _split(rows: Sequence[str], starts: Callable[[Sequence[str], int], bool]) -> list[list[str]]:
    parts: list[list[str]] = [[]]
    for at, row in enumerate(rows):
        if starts(rows, at) and any(text.strip() for text in parts[-1]):
            parts.append([])
        parts[-1].append(row)
    return parts


def read_csv(data: bytes) -> Extracted:
    """A table as text: one TABLE_ROW a record, whatever separates its cells."""
    text, problems = _decoded(data)
    if not text.strip():
        raise NoTextError("The file holds no text.", "Check that the right file was saved.")
    head = text[:4_000]
    delimiter = max(",;\t", key=head.count)
    rows = csv.reader(io.StringIO(text.replace("\x00", "")), delimiter=delimiter)
    lines = tuple(
        Line("\t".join(" ".join(cell.split()) for cell in row), LineKind.TABLE_ROW, whole=True)
        for row in rows
        if any(row)
    )
    return Extracted("text/csv", lines, problems=tuple(problems))
