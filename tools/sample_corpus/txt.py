"""Flemish written questions and loose texts as plain text, in the shape that PDF extraction gives them."""

from __future__ import annotations

from collections.abc import Iterable

from tools.sample_corpus.lines import Style, break_lines
from tools.sample_corpus.pdf import sv_answer_head, sv_head
from tools.sample_corpus.source import MARK, Block, Source

WIDTH = 90


def _length(text: str, _style: Style) -> float:
    return len(text)


def set_lines(blocks: Iterable[Block], notes: dict[int, str], *, bullet: str = "- ") -> list[str]:
    """Lines as an extractor gives them: one table cell a line, footnotes before the page break."""
    lines: list[str] = []
    waiting: list[int] = []
    items = 0

    def close_page() -> None:
        for n in waiting:
            lines.extend(line.text + " " for line in break_lines(f"{n} {notes[n]}", WIDTH, _length))
        waiting.clear()

    for block in blocks:
        items = items + 1 if block.kind == "item" else 0
        mark = f"{items}. " if block.kind == "item" else bullet if block.kind == "bullet" else ""
        if block.kind == "page":
            close_page()
            lines.append("")
            continue
        for text in block.cells or (mark + block.text,):
            broken = break_lines(text, WIDTH, _length)
            # Real extractions keep the space at the end of a broken line, and lose it after a hyphen.
            lines += [x.text if x.hyphen or x is broken[-1] else x.text + " " for x in broken]
            waiting += [n for x in broken for n in x.notes]
    close_page()
    return lines


def render_sv(source: Source) -> bytes:
    lines = set_lines((*sv_head(source), *source.question), source.notes)
    if source.answer:
        lines += ["", *set_lines((*sv_answer_head(source), *source.answer), source.notes)]
    # First, not last: after the last answer it would read as part of it.
    return _bytes([MARK, "", *lines])


def render_plain(source: Source) -> bytes:
    lines: list[str] = []
    for block in source.blocks:
        tight = block.kind in ("bullet", "item", "row")
        lines += ([] if tight and lines else [""]) + set_lines([block], source.notes, bullet="• ")
    return _bytes([MARK, *lines])


def _bytes(lines: list[str]) -> bytes:
    return ("\n".join(lines).strip() + "\n").encode()
