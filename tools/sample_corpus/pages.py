"""Sets blocks on pages: where lines break, which page they stand on, which footnotes go with them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Literal

from tools.sample_corpus.lines import Line, Measure, break_lines
from tools.sample_corpus.source import Block

Face = Literal["body", "bold", "italic", "small"]
SizedMeasure = Callable[[Face], Measure]


@dataclass(frozen=True)
class Look:
    """How a form sets its text, in points."""

    left: float
    width: float
    first_top: float
    top: float
    bottom: float
    leading: float = 12.0
    note_leading: float = 9.0
    gap: float = 8.0
    bullet: str = "•"


@dataclass(frozen=True)
class Placed:
    x: float
    y: float
    line: Line
    face: Face = "body"


@dataclass
class Page:
    lines: list[Placed] = field(default_factory=list)
    rules: list[float] = field(default_factory=list)
    notes: list[tuple[int, tuple[Line, ...]]] = field(default_factory=list)


class Setter:
    """Puts lines under each other and opens a page when one, with its footnotes, no longer fits."""

    def __init__(self, look: Look, measure: SizedMeasure, notes: dict[int, str]) -> None:
        self.look = look
        self.measure = measure
        self.note_texts = notes
        self.pages = [Page()]
        self.y = look.first_top
        self.items = 0

    def set(self, blocks: Iterable[Block]) -> list[Page]:
        before: Block | None = None
        todo = list(blocks)
        for n, block in enumerate(todo):
            if block.kind == "row" and (before is None or before.kind != "row"):
                rows = next((k for k, b in enumerate(todo[n:]) if b.kind != "row"), len(todo) - n)
                self._keep(rows + 1)
            self._block(block, before)
            before = block
        return self.pages

    def _block(self, block: Block, before: Block | None) -> None:
        look = self.look
        self.items = self.items + 1 if block.kind == "item" else 0
        if block.kind == "page":
            self._open()
        elif block.kind == "row":
            self._row(block, first=before is None or before.kind != "row")
        elif block.kind in ("head", "subhead"):
            self._gap(look.gap)
            self._text(block.text, 0, "bold" if block.kind == "head" else "italic", keep=3)
        elif block.kind == "label":
            self._gap(look.gap)
            self._text(block.text, 0, "body", keep=2)
        elif block.kind in ("bullet", "item"):
            mark = f"{self.items}." if block.kind == "item" else look.bullet
            self._text(f"{mark} {block.text}", 10, "body", hang=True)
        else:
            if before is not None and before.kind != "label":
                self._gap(look.gap / 2)
            self._text(block.text, 0, "body")

    def _text(self, text: str, indent: float, face: Face, *, hang: bool = False, keep: int = 1) -> None:
        look = self.look
        width = look.width - indent - (9 if hang else 0)
        for n, line in enumerate(break_lines(text, width, self.measure(face))):
            self._line(line, indent + (9 if hang and n else 0), face, keep if n == 0 else 1)

    def _line(self, line: Line, indent: float, face: Face, keep: int) -> None:
        look = self.look
        notes = [(n, self._note(n)) for n in line.notes]
        need = look.leading * keep + sum(len(lines) for _, lines in notes) * look.note_leading
        page = self.pages[-1]
        if self.y + need > look.bottom - self._reserved(page) and page.lines:
            page = self._open()
        page.lines.append(Placed(look.left + indent, self.y, line, face))
        page.notes += notes
        self.y += look.leading

    def _row(self, block: Block, *, first: bool) -> None:
        look = self.look
        if first:
            self._gap(look.gap)
        page = self.pages[-1]
        column = look.width * 0.55 / max(1, len(block.cells) - 1)
        for n, cell in enumerate(block.cells):
            x = look.left + (look.width * 0.45 + column * (n - 1) if n else 0)
            for line in break_lines(cell, 1000, self.measure("body")):
                page.lines.append(Placed(x, self.y, line, "bold" if first else "body"))
        self.y += look.leading
        if first:
            page.rules.append(self.y - look.leading + 3)
            self.y += 3

    def _keep(self, lines: int) -> None:
        """Opens a page when a table of so many lines does not fit under what stands there."""
        room = self.look.bottom - self._reserved(self.pages[-1]) - self.y - self.look.gap
        if lines * self.look.leading > room:
            self._open()

    def _gap(self, size: float) -> None:
        if self.pages[-1].lines:
            self.y += size

    def _open(self) -> Page:
        self.pages.append(Page())
        self.y = self.look.top
        return self.pages[-1]

    def _note(self, number: int) -> tuple[Line, ...]:
        return break_lines(self.note_texts[number], self.look.width - 8, self.measure("small"))

    def _reserved(self, page: Page) -> float:
        if not page.notes:
            return 0
        return 14 + sum(len(lines) for _, lines in page.notes) * self.look.note_leading
