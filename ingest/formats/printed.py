"""Printed lines on pages, as PDF and plain text give them, before anything is decided about them."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """A part of a line that stands apart from the others. ``x`` and ``right`` in points; ``right`` is estimated."""

    text: str
    x: float
    right: float


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """One line as it stands on paper. ``size`` (points), ``x`` and ``y`` (points, y upwards) are 0 where unknown.

    ``cells`` are the parts of a line that stand in columns of their own; () for running text. ``seams`` are offsets in
    ``text`` at which a footnote mark was taken out.
    """

    text: str
    size: float = 0.0
    x: float = 0.0
    y: float = 0.0
    cells: tuple[Cell, ...] = ()
    seams: tuple[int, ...] = ()

    @property
    def is_blank(self) -> bool:
        return not self.text.strip()


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """The lines of one page in reading order. ``number`` counts from 1; None where only a break is known."""

    lines: tuple[PrintedLine, ...]
    number: int | None = None
    height: float = 0.0


def body_size(pages: Sequence[PrintedPage]) -> float:
    """The size that most characters are set in; 0 where sizes are not known."""
    weight: dict[float, int] = {}
    for page in pages:
        for line in page.lines:
            weight[line.size] = weight.get(line.size, 0) + len(line.text)
    return max(weight, key=lambda size: weight[size]) if weight else 0.0
