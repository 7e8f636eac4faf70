"""Inline marks and line breaking, with the line-end hyphens that printed pieces have."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Style = Literal["", "B", "I", "note"]
Measure = Callable[[str, Style], float]

_INLINE = re.compile(r"\*\*(?P<bold>.+?)\*\*|\*(?P<italic>.+?)\*|\[\^(?P<note>\d+)\]")
_CORE = re.compile(r"^([«“‘(]*)([^\W\d_]+)")
_SHORTEST = 4  # letters before a hyphen; "re-paratie" is right but no printer does it


@dataclass(frozen=True)
class Piece:
    text: str
    style: Style = ""


Word = tuple[Piece, ...]


@dataclass(frozen=True)
class Line:
    words: tuple[Word, ...]
    hyphen: bool = False  # the last word goes on in the next line

    @property
    def notes(self) -> tuple[int, ...]:
        return tuple(int(p.text) for word in self.words for p in word if p.style == "note")

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Neighbours of one style together, spaces included, as a printer would set them."""
        flat: list[Piece] = []
        for n, word in enumerate(self.words):
            for k, piece in enumerate(word):
                text = (" " if n and k == 0 else "") + piece.text
                if flat and flat[-1].style == piece.style:
                    flat[-1] = Piece(flat[-1].text + text, piece.style)
                elif piece.style == "note" and text.startswith(" "):
                    flat += [Piece(" "), Piece(text[1:], "note")]
                else:
                    flat.append(Piece(text, piece.style))
        if self.hyphen and flat:
            flat[-1] = Piece(flat[-1].text + "-", flat[-1].style)
        return tuple(flat)

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


def _load_hints() -> dict[str, tuple[int, ...]]:
    hints = {}
    for word in (Path(__file__).parent / "hyphenation.txt").read_text(encoding="utf-8").split():
        parts = word.split("-")
        hints["".join(parts)] = tuple(len("".join(parts[:n])) for n in range(len(parts) - 1, 0, -1))
    return hints


_HINTS = _load_hints()


def plain(text: str) -> str:
    """The words of a text without its inline marks; footnote marks are left out."""
    return "".join(p.text for word in words(text) for p in (*word, Piece(" ")) if p.style != "note").strip()


def inline(text: str) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    end = 0
    for match in _INLINE.finditer(text):
        if match.start() > end:
            pieces.append(Piece(text[end : match.start()]))
        if match["bold"]:
            pieces.append(Piece(match["bold"], "B"))
        elif match["italic"]:
            pieces.append(Piece(match["italic"], "I"))
        else:
            pieces.append(Piece(match["note"], "note"))
        end = match.end()
    if end < len(text):
        pieces.append(Piece(text[end:]))
    return tuple(pieces)


def words(text: str) -> tuple[Word, ...]:
    found: list[list[Piece]] = []
    glue = False
    for piece in inline(text):
        parts = piece.text.split(" ")
        for n, part in enumerate(parts):
            if n:
                glue = False
            if not part and 0 < n < len(parts) - 1:
                found.append([Piece("")])  # keeps the two spaces around the hyphen of a Flemish title
            elif part:
                if glue:
                    found[-1].append(Piece(part, piece.style))
                else:
                    found.append([Piece(part, piece.style)])
                glue = True
    return tuple(tuple(word) for word in found)


def break_lines(text: str, width: float, measure: Measure) -> tuple[Line, ...]:
    def size(items: Iterable[Word], hyphen: bool = False) -> float:
        return sum(measure(p.text, p.style) for p in Line(tuple(items), hyphen).pieces)

    lines: list[Line] = []
    current: list[Word] = []
    todo = list(reversed(words(text)))
    while todo:
        word = todo.pop()
        if not current and word == (Piece(""),):
            continue
        if size([*current, word]) <= width:
            current.append(word)
            continue
        for head, tail in _splits(word):
            if size([*current, head], hyphen=True) <= width:
                lines.append(Line((*current, head), hyphen=True))
                current, word = [], tail
                break
        else:
            if current:
                lines.append(Line(tuple(current)))
            current = []
        current.append(word)
    if current:
        lines.append(Line(tuple(current)))
    return tuple(lines)


def _splits(word: Word) -> list[tuple[Word, Word]]:
    first = word[0]
    core = _CORE.match(first.text)
    if not core:
        return []
    start = len(core[1])
    return [
        (
            (Piece(first.text[: start + at], first.style),),
            (Piece(first.text[start + at :], first.style), *word[1:]),
        )
        for at in _HINTS.get(core[2].lower(), ())
        if at >= _SHORTEST
    ]
