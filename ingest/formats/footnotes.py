"""Footnotes of printed pages: taken from the foot of the page, and their marks out of the text they were glued to.

A number is a footnote only where three things agree: a block at the foot of the page opens with it, it follows the
number of the note before, and a mark with that number stands in the text above. Where the format tells sizes (PDF),
the block must be set smaller than the text.
"""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.formats.footmarks import Mark, Note, place_marks
from ingest.formats.printed import PrintedLine, PrintedPage, body_size

# "1 Kamerstuk ...", "1Kamerstuk ...", "22023 Annual report" (note 2): never "1." or "1)", which are lists
_BEHIND_NUMBER = re.compile(r"\s+\S|[^\W\d]|[«“‘'\"(]|(?:19|20)\d\d(?!\d)")
_NUMBERED = re.compile(r"^\s*\d")
_BETWEEN_MARKS = re.compile(r"[\s,;]*(?:(?:en|of)[\s,;]*)?")  # what "2, 3 en 4" leaves without its marks
_LONGEST = 15  # lines of one note
_LOOK_AHEAD = 3  # notes that may be missed before the count goes on
_STRUCTURE = re.compile(
    r"^(?:(?:vraag|vragen|antwoord|antwoorden)(?: op (?:vraag|vragen))?\s*\d{0,3}(?:[ ,]|en|t/m|-|\d)*:?|mededeling|"
    r"toelichting:?.*|bijlagen?)\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Noted:
    """Pages whose lines hold text only, and the notes by index of their page."""

    pages: tuple[PrintedPage, ...]
    notes: tuple[tuple[Note, ...], ...]


def take_notes(pages: Sequence[PrintedPage]) -> Noted:
    body = body_size(pages)
    runs: list[list[Note]] = []
    blocks: dict[int, tuple[int, int]] = {}
    expected = 1
    for at, page in enumerate(pages):
        for start, end, first in _candidates(page, expected, body):
            notes = _read(page.lines[start:end], first, at)
            counted_on = body > 0 and first == expected > 1  # small, and the next number: no mark is needed
            if not counted_on and not _has_mark(pages, at, start, notes, blocks, body):
                continue
            blocks[at] = (start, end)
            if first == 1 or not runs:
                runs.append([])
            runs[-1] += notes
            expected = notes[-1].number + 1
            break
    if not runs:
        return Noted(tuple(pages), tuple(() for _ in pages))
    texts = [replace(page, lines=_without(page.lines, blocks.get(at))) for at, page in enumerate(pages)]
    cleaned = _strip_marks(texts, runs, body)
    by_page = tuple(tuple(note for run in runs for note in run if note.page == at) for at in range(len(pages)))
    return Noted(tuple(cleaned), by_page)


def _without(lines: tuple[PrintedLine, ...], block: tuple[int, int] | None) -> tuple[PrintedLine, ...]:
    return lines if block is None else lines[: block[0]] + lines[block[1] :]


def _opening(text: str, number: int) -> str | None:
    """What follows ``number`` where it opens the line as the number of a note; None where it does not."""
    if not _NUMBERED.match(text):
        return None
    stripped = text.lstrip()
    digits = str(number)
    if not stripped.startswith(digits) or not _BEHIND_NUMBER.match(stripped, len(digits)):
        return None
    return stripped[len(digits) :].strip()


def _candidates(page: PrintedPage, expected: int, body: float) -> list[tuple[int, int, int]]:
    """Start, end and first number of what may be the note block of this page, most likely first.

    The count should go on where it stopped, or start again; of several openings the one that counts furthest is
    taken, and of these the lowest: a raised figure at the start of a line looks like an opening too.
    """
    end = len(page.lines)
    while end and page.lines[end - 1].is_blank:
        end -= 1
    found: list[tuple[int, int, int]] = []
    for wanted in dict.fromkeys((*range(expected, expected + _LOOK_AHEAD), 1)):
        ranked: list[tuple[int, int]] = []
        for start in range(end):
            if _opening(page.lines[start].text, wanted) is not None and _is_block(page.lines, start, end, body):
                ranked.append((len(_read(page.lines[start:end], wanted, 0)), start))
        found += [(start, end, wanted) for _, start in sorted(ranked, reverse=True)]
    return found


def _is_block(lines: Sequence[PrintedLine], start: int, end: int, body: float) -> bool:
    """True where everything from ``start`` to the end of the page can be notes: small, or without a heading in it."""
    if body and lines[start].size:
        return all(line.is_blank or 0 < line.size < body * 0.9 for line in lines[start:end])
    rows = lines[start:end]
    if any(_STRUCTURE.match(line.text.strip()) for line in rows):
        return False
    if _has_title(rows, lines):
        return False
    return not any(len(row) > _LONGEST or _has_paragraphs(row) for row in _notes_in(rows))


_TITLE = re.compile(r"\s*\d{1,2}\s+[A-ZÀ-Ý][^.,;:()«»“”/\d]{2,50}$")


def _has_title(rows: Sequence[PrintedLine], page: Sequence[PrintedLine]) -> bool:
    """ "1 Inleiding" with a sentence or "1.1 ..." below it: a section with its title, not a note that goes on."""
    texts = [row.text.strip() for row in rows if not row.is_blank]
    short = 0.6 * max(len(line.text) for line in page)
    return any(
        len(text) < short and _TITLE.match(text) and (below[:1].isupper() or re.match(r"\d{1,2}\.\d", below))
        for text, below in itertools.pairwise(texts)
    )


def _notes_in(rows: Sequence[PrintedLine]) -> list[list[PrintedLine]]:
    """The lines of each numbered entry."""
    found: list[list[PrintedLine]] = []
    for row in rows:
        if _NUMBERED.match(row.text) or not found:
            found.append([])
        found[-1].append(row)
    return found


def _has_paragraphs(rows: Sequence[PrintedLine]) -> bool:
    """True where a new sentence begins behind an empty line: notes have none, save for an address left by a link."""
    last, gap = "", False
    for row in rows:
        text = row.text.strip()
        if not text:
            gap = bool(last)
            continue
        if gap and "://" not in text and re.search(r"[.?!:;]\W*$", last):
            return True
        last, gap = text, False
    return False


def _read(lines: Sequence[PrintedLine], first: int, page: int) -> list[Note]:
    notes: list[Note] = []
    for line in lines:
        wanted = notes[-1].number + 1 if notes else first
        text = _opening(line.text, wanted)
        if text is not None:
            notes.append(Note(wanted, (text,), page))
        elif notes and not line.is_blank:
            notes[-1] = replace(notes[-1], lines=(*notes[-1].lines, line.text.strip()))
    return notes


def _has_mark(
    pages: Sequence[PrintedPage],
    at: int,
    start: int,
    notes: Sequence[Note],
    blocks: dict[int, tuple[int, int]],
    body: float,
) -> bool:
    """True where most notes of the block have a mark on this page or, unused, on the one before."""
    texts: list[PrintedLine] = []
    if at:
        texts += _without(pages[at - 1].lines, blocks.get(at - 1))
    texts += pages[at].lines[:start]
    if not notes:
        return False
    marks = place_marks([_running(line, body) for line in texts], [note.number for note in notes])
    small = bool(body and pages[at].lines[start].size)
    return len(marks) * 2 >= len(notes) if small else len(marks) * 3 >= len(notes) * 2


def _running(line: PrintedLine, body: float) -> str:
    """The text of a line that can hold a mark; display type, such as the chamber's big "2", cannot."""
    return "" if body and line.size > body * 1.6 else line.text


def _strip_marks(pages: Sequence[PrintedPage], runs: Sequence[Sequence[Note]], body: float) -> list[PrintedPage]:
    flat = [(at, n) for at, page in enumerate(pages) for n in range(len(page.lines))]
    taken: dict[int, list[Mark]] = {}
    begin = 0
    for run in runs:
        last_page = run[-1].page
        until = next((i for i, (at, _) in enumerate(flat) if at > last_page), len(flat))
        texts = [_running(pages[at].lines[n], body) for at, n in flat[begin:until]]
        span = _pages_of(flat[begin:until])
        limits = [(span.get(note.page - 1, (0, 0))[0], span.get(note.page, (0, len(texts)))[1]) for note in run]
        for mark in place_marks(texts, [note.number for note in run], limits):
            taken.setdefault(begin + mark.line, []).append(mark)
        begin = until
    result = []
    for at, page in enumerate(pages):
        lines = list(page.lines)
        for i, (page_at, n) in enumerate(flat):
            if page_at == at and i in taken:
                lines[n] = _cut(lines[n], taken[i])
        result.append(replace(page, lines=tuple(line for line in lines if line is not None)))
    return result


def _pages_of(flat: Sequence[tuple[int, int]]) -> dict[int, tuple[int, int]]:
    span: dict[int, tuple[int, int]] = {}
    for i, (at, _) in enumerate(flat):
        low, _high = span.get(at, (i, i))
        span[at] = (low, i + 1)
    return span


def _cut(line: PrintedLine, marks: Sequence[Mark]) -> PrintedLine:
    text, seams, after = "", [], 0
    for mark in sorted(marks, key=lambda mark: mark.start):
        head = (text + line.text[after : mark.start]).rstrip()
        tail = line.text[mark.end :]
        apart = bool(head) and (tail[:1].isalnum() or tail[:1] in "«“‘(") and bool(tail)  # "gesproken. 3Toekomstige"
        text = f"{head} " if apart else head
        seams.append(len(head))
        after = mark.end
    text += line.text[after:]
    text = text.rstrip() if text.strip() and not _BETWEEN_MARKS.fullmatch(text) else ""
    return replace(line, text=text, cells=(), seams=tuple(min(seam, len(text)) for seam in seams))
