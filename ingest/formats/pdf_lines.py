"""What pypdf says while it reads a page, gathered into lines with their place and size."""

import itertools
from collections import Counter
from dataclasses import replace
from typing import Any

from ingest.formats.printed import Cell, PrintedLine

MAX_PAGE_CHARS = 400_000

_Piece = tuple[str, float, float, float]  # text, x, y, size


class PageText:
    """Receives pypdf's pieces; together they are the page's text, and every piece knows where it began."""

    def __init__(self) -> None:
        self._pieces: list[_Piece] = []
        self._chars = 0

    def visit(self, text: str, cm: list[float], tm: list[float], _font: Any, size: float) -> None:
        if not text:
            return
        self._chars += len(text)
        if self._chars > MAX_PAGE_CHARS:
            raise ValueError("the page holds more text than any page of paper")
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        self._pieces.append((text, x, y, abs(size * tm[3] * cm[3]) or abs(size * tm[1] * cm[1])))

    def lines(self) -> tuple[PrintedLine, ...]:
        rows: list[list[_Piece]] = [[]]
        for text, x, y, size in self._pieces:
            for n, part in enumerate(text.split("\n")):
                if n:
                    rows.append([])
                if part:
                    rows[-1].append((part, x, y, size))
        return tuple(_with_gaps([_line(row) for row in _rejoined(rows)]))


def _rejoined(rows: list[list[_Piece]]) -> list[list[_Piece]]:
    """Some fonts make pypdf break behind the first letters of a paragraph ("B⏎etreft"): same height, no gap."""
    found: list[list[_Piece]] = []
    for row in rows:
        last = found[-1] if found else []
        text = "".join(part for part, *_ in last)
        if row and last and 0 < len(text.rstrip()) <= 3 and text.rstrip().isalpha():
            (_, x, y, size), (_, next_x, next_y, _) = last[0], row[0]
            if abs(y - next_y) < 0.5 and 0 < next_x - x < size * 0.8 * len(text) + 1:
                found[-1] = [*last, *row]
                continue
        found.append(row)
    return found


def _line(row: list[_Piece]) -> PrintedLine:
    text = "".join(part for part, *_ in row).replace("\x00", "").rstrip()
    filled = [piece for piece in row if piece[0].strip() and piece[3]]
    if not filled:
        return PrintedLine(text)
    sizes: Counter[float] = Counter()
    for part, _, _, size in filled:
        sizes[round(size, 1)] += len(part)
    size = max(sizes, key=lambda size: sizes[size])
    return PrintedLine(text, size, filled[0][1], filled[0][2], _cells(row, size))


def _cells(row: list[_Piece], size: float) -> tuple[Cell, ...]:
    """The parts of a line between wide gaps. Widths are guessed (half the size a character), so gaps must be clear."""
    cells: list[Cell] = []
    for text, x, _, own_size in row:
        if not text.strip() or not own_size:
            if cells:
                cells[-1] = replace(cells[-1], text=cells[-1].text + text)
            continue
        right = x + len(text.rstrip()) * size * 0.5
        if not cells or x - cells[-1].right > 2.0 * size:
            cells.append(Cell(text, x, right))
        else:
            cells[-1] = Cell(cells[-1].text + text, cells[-1].x, right)
    return tuple(replace(cell, text=cell.text.strip()) for cell in cells) if len(cells) > 1 else ()


def _with_gaps(lines: list[PrintedLine]) -> list[PrintedLine]:
    """An empty line where the layout left room: clearly more than the usual step between lines."""
    steps: Counter[float] = Counter()
    for above, below in itertools.pairwise(lines):
        if above.y and below.y and above.size == below.size and 0 < above.y - below.y < 4 * above.size:
            steps[round(above.y - below.y, 1)] += 1
    if not steps:
        return lines
    usual = max(steps, key=lambda step: (steps[step], -step))
    found: list[PrintedLine] = []
    for line in lines:
        last = found[-1] if found else None
        if (
            last is not None
            and last.y
            and line.y
            and last.text
            and line.text
            and last.y - line.y > 1.3 * max(usual, line.size * 1.15)
        ):
            found.append(PrintedLine(""))
        found.append(line)
    return found
