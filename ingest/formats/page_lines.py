"""Printed pages to lines: furniture dropped, notes apart, one-word lines rejoined, bullets and tables told apart."""

import re
from collections.abc import Iterator, Sequence

from ingest.formats.footnotes import take_notes
from ingest.formats.furniture import drop_furniture
from ingest.formats.hyphens import Vocabulary
from ingest.formats.joining import Typesetting, join_lines
from ingest.formats.lines import Dropped, Line, LineKind
from ingest.formats.printed import PrintedLine, PrintedPage

_BULLET = re.compile(r"^\s*([•●▪■◦○‣·∙\uf0b7\uf0a7−]|[-–](?=\s))\s*(.*)$")
_LONE_BULLET = re.compile(r"^\s*[•●▪■◦○‣·∙\uf0b7\uf0a7−–-]\s*$")


def lines_of(pages: Sequence[PrintedPage]) -> tuple[tuple[Line, ...], tuple[Dropped, ...]]:
    """All lines of the pages in reading order; the notes of a page follow its text."""
    bare, dropped = drop_furniture(pages)
    noted = take_notes(bare)
    vocabulary = Vocabulary.of(line.text for page in noted.pages for line in page.lines)
    lines: list[Line] = []
    for page, notes in zip(noted.pages, noted.notes, strict=True):
        lines += _text_lines(page)
        for note in notes:
            joined = join_lines(
                [Line(text) for text in note.lines], Typesetting(vocabulary, width=10_000)
            ).text.replace("\n", " ")
            lines.append(Line(joined, LineKind.NOTE, page.number, whole=True, label=str(note.number)))
    return tuple(lines), dropped


def _text_lines(page: PrintedPage) -> Iterator[Line]:
    mark = ""
    for n, printed in enumerate(page.lines):
        text = printed.text.strip()
        if not text:
            if not mark:
                yield Line("", LineKind.BLANK, page.number)
        elif _LONE_BULLET.match(text):
            mark = text
        elif mark:
            yield Line(text, LineKind.LIST_ITEM, page.number, label=mark)
            mark = ""
        elif _in_table(page.lines, n):
            yield Line("\t".join(printed.cells), LineKind.TABLE_ROW, page.number)
        else:
            yield _plain(text, page.number)
    if mark:
        yield Line(mark, page=page.number)


def _plain(text: str, number: int | None) -> Line:
    bullet = _BULLET.match(text)
    if bullet:
        return Line(bullet.group(2).strip(), LineKind.LIST_ITEM, number, label=bullet.group(1))
    return Line(text, page=number)


def _in_table(lines: Sequence[PrintedLine], at: int) -> bool:
    """A line in columns beside another such line; one alone is a heading or a page head with a gap."""
    if len(lines[at].cells) < 2:
        return False
    return any(0 <= n < len(lines) and len(lines[n].cells) > 1 for n in (at - 1, at + 1))
