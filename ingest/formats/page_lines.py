"""Printed pages to lines: furniture dropped, notes apart, one-word lines rejoined, bullets and tables told apart."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.formats.footnotes import take_notes
from ingest.formats.furniture import drop_furniture
from ingest.formats.hyphens import Vocabulary
from ingest.formats.joining import join_note
from ingest.formats.lines import Dropped, Line, LineKind
from ingest.formats.printed import PrintedLine, PrintedPage

_BULLET = re.compile(r"^\s*([•●▪■◦○‣·∙\ue000-\uf8ff−]|[-–\x7f-\x9f](?=\s))\s*(.*)$")
_LONE_BULLET = re.compile(r"^\s*[•●▪■◦○‣·∙\ue000-\uf8ff\x7f-\x9f−–-]\s*$")


def lines_of(pages: Sequence[PrintedPage]) -> tuple[tuple[Line, ...], tuple[Dropped, ...]]:
    """All lines of the pages in reading order; the notes of a page follow its text."""
    bare, dropped = drop_furniture(pages)
    noted = take_notes(bare)
    vocabulary = Vocabulary.of(line.text for page in noted.pages for line in page.lines)
    lines: list[Line] = []
    for page, notes in zip(noted.pages, noted.notes, strict=True):
        text_lines = list(_text_lines(page))
        lines += _after_a_break(text_lines) if lines else text_lines
        for note in notes:
            joined = join_note(note.lines, vocabulary)
            lines.append(Line(joined, LineKind.NOTE, page.number, whole=True, label=str(note.number)))
    return tuple(lines), dropped


def _after_a_break(lines: Sequence[Line]) -> list[Line]:
    """The lines of a further page: what stood between the pages stands before the first one with text."""
    first = next((at for at, line in enumerate(lines) if line.text), None)
    return [replace(line, seams=(0, *line.seams)) if at == first else line for at, line in enumerate(lines)]


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
            yield Line(text, LineKind.LIST_ITEM, page.number, label=_shown(mark))
            mark = ""
        elif _in_table(page.lines, n):
            yield Line("\t".join(cell.text for cell in printed.cells), LineKind.TABLE_ROW, page.number)
        else:
            yield _plain(printed, page.number)
    if mark:
        yield Line(mark, page=page.number)


def _plain(printed: PrintedLine, number: int | None) -> Line:
    text = printed.text.strip()
    bullet = _BULLET.match(text)
    shown = bullet.group(2).strip() if bullet else text
    ahead = printed.text.index(shown)
    seams = tuple(max(0, seam - ahead) for seam in printed.seams)
    if bullet:
        return Line(shown, LineKind.LIST_ITEM, number, label=_shown(bullet.group(1)), seams=seams)
    return Line(shown, page=number, seams=seams)


def _shown(mark: str) -> str:
    """Bullets of symbol fonts have code points of their own, or none, that no other font shows."""
    return "•" if "\ue000" <= mark <= "\uf8ff" or "\x7f" <= mark <= "\x9f" else mark


def _in_table(lines: Sequence[PrintedLine], at: int) -> bool:
    """A line in columns among others in the same columns; gaps alone also come of justified text.

    Two columns must be seen on three lines in a row, more columns on two.
    """
    if len(lines[at].cells) < 2:
        return False
    begin = end = at
    while begin and _share_column(lines[begin - 1], lines[begin]):
        begin -= 1
    while end + 1 < len(lines) and _share_column(lines[end], lines[end + 1]):
        end += 1
    return end - begin + 1 >= (3 if len(lines[at].cells) == 2 else 2)


def _share_column(one: PrintedLine, other: PrintedLine) -> bool:
    """A column behind the first that begins, or (figures) ends, at the same place; or three columns in both."""
    if len(one.cells) > 2 and len(other.cells) > 2:
        return True
    left = any(abs(a.x - b.x) < 2 for a in one.cells[1:] for b in other.cells[1:])
    return left or any(abs(a.right - b.right) < 3 for a in one.cells[1:] for b in other.cells[1:])
