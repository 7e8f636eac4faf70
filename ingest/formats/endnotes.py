"""Sources that a question lists under its text: "1) De Telegraaf, ..." after the last paragraph."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.formats.lines import Line, LineKind

_MOST_MISSED = 2  # numbers that may be missing in the list before it goes on
_OPENING = re.compile(r"^(?:\[(\d{1,2})\]|(\d{1,2})\))\s*(\S.*)$")


def take_endnotes(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines with a closing list "1) ... 2) ..." turned into NOTE lines, where the text refers to each of them.

    Only whole paragraphs at the end, counting from 1; every number must stand as "1)" in the text above.
    """
    start = _start(lines)
    if start is None:
        return tuple(lines)
    notes: list[Line] = []
    last = 0
    for line in lines[start:]:
        opening = _OPENING.match(line.text)
        if opening and last < _number(opening) <= last + _MOST_MISSED + 1:
            for number in range(last + 1, _number(opening)):
                notes[-1:] = _divided(notes[-1], number) if notes else []
            last = _number(opening)
            notes.append(replace(line, text=opening.group(3), kind=LineKind.NOTE, label=str(last)))
        elif line.kind is LineKind.BLANK or not line.text:
            notes.append(line) if not notes else None
        elif line.kind is LineKind.NOTE:
            notes.append(line)
        else:
            notes[-1] = replace(notes[-1], text=f"{notes[-1].text} {line.text}")
    wanted = [int(note.label) for note in notes if note.kind is LineKind.NOTE and note.label.isdigit()]
    above = "\n".join(line.text for line in lines[:start])
    if not all(re.search(rf"(?<!\d)\[?{number}[)\]]", above) for number in wanted):
        return tuple(lines)
    return (*lines[:start], *notes)


def _divided(note: Line, number: int) -> list[Line]:
    """A note whose paragraph runs on into the next: "... politie[3] https://...", cut at that number."""
    cut = re.search(rf"\[{number}\]\s+(?=\S)", note.text)
    if cut is None:
        return [note]
    return [
        replace(note, text=note.text[: cut.start()].rstrip(), seams=()),
        replace(note, text=note.text[cut.end() :], label=str(number), seams=()),
    ]


def _start(lines: Sequence[Line]) -> int | None:
    """Where the closing list begins: the last paragraph "1) ...", if only its items follow."""
    for at in range(len(lines) - 1, -1, -1):
        opening = _OPENING.match(lines[at].text)
        if opening and _number(opening) == 1 and lines[at].kind is LineKind.TEXT and lines[at].whole:
            return at if at else None
        if not opening and lines[at].text and lines[at].kind is not LineKind.NOTE:
            return None
    return None


def _number(opening: re.Match[str]) -> int:
    return int(opening.group(1) or opening.group(2))
