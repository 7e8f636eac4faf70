"""What pypdf says while it reads a page, gathered into lines with their place and size."""

import itertools
from collections import Counter
from typing import Any

from ingest.formats.printed import PrintedLine

MAX_PAGE_CHARS = 400_000


class PageText:
    """Receives pypdf's pieces; together they are the page's text, and every piece knows where it began."""

    def __init__(self) -> None:
        self._pieces: list[tuple[str, float, float, float]] = []
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
        rows: list[list[tuple[str, float, float, float]]] = [[]]
        for text, x, y, size in self._pieces:
            for n, part in enumerate(text.split("\n")):
                if n:
                    rows.append([])
                if part:
                    rows[-1].append((part, x, y, size))
        found = [_line(row) for row in rows]
        return tuple(_with_gaps(_rejoined(found)))


def _line(row: list[tuple[str, float, float, float]]) -> PrintedLine:
    text = "".join(part for part, *_ in row).replace("\x00", "").rstrip()
    filled = [(part, x, y, size) for part, x, y, size in row if part.strip() and size]
    if not filled:
        return PrintedLine(text)
    sizes: Counter[float] = Counter()
    for part, _, _, size in filled:
        sizes[round(size, 1)] += len(part)
    size = max(sizes, key=lambda size: sizes[size])
    return PrintedLine(text, size, filled[0][1], filled[0][2], _cells(filled, size))


def _cells(row: list[tuple[str, float, float, float]], size: float) -> tuple[str, ...]:
    """The parts of a line between wide gaps. Widths are guessed (half the size a character), so gaps must be clear."""
    cells: list[str] = []
    right = 0.0
    for text, x, _, _ in row:
        if not cells or x - right > 2.0 * size:
            cells.append("")
        cells[-1] += text
        right = x + len(text.rstrip()) * size * 0.5
    return tuple(cell.strip() for cell in cells) if len(cells) > 1 else ()


def _rejoined(lines: list[PrintedLine]) -> list[PrintedLine]:
    """Some fonts make pypdf break behind the first letters of a paragraph ("B⏎etreft"): same height, no gap."""
    found: list[PrintedLine] = []
    for line in lines:
        last = found[-1] if found else None
        if (
            last is not None
            and 0 < len(last.text) <= 3
            and last.text.isalpha()
            and line.text
            and last.size
            and abs(last.y - line.y) < 0.5
            and 0 < line.x - last.x < last.size * 0.8 * len(last.text) + 1
        ):
            found[-1] = PrintedLine(last.text + line.text, line.size, last.x, last.y)
        else:
            found.append(line)
    return found


def _with_gaps(lines: list[PrintedLine]) -> list[PrintedLine]:
    """An empty line where the layout left room: more than one and a half times the usual step between lines."""
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
            and last.y - line.y > 1.5 * max(usual, line.size)
        ):
            found.append(PrintedLine(""))
        found.append(line)
    return found
