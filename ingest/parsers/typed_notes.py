"""Footnotes that were typed below the text, and line breaks inside paragraphs: mended before anything is read."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.formats.lines import Line, LineKind
from ingest.parsers.number_sets import HeadingKind, read_heading

_NOTE_MARK = re.compile(r"^(?:\[(\d{1,2})\]|\(?(\d{1,2})\)|(\d{1,2})\s{2,})\.?\s*(.*)$")
_RULE = re.compile(r"^[\s_\-–—=*.]{3,}$")


def broken_apart(lines: Sequence[Line]) -> list[Line]:
    """A line break inside a paragraph ends a line: a heading may stand before it."""
    made: list[Line] = []
    for line in lines:
        start = 0
        for piece in line.text.split("\n"):
            seams = tuple(seam - start for seam in line.seams if start <= seam <= start + len(piece))
            made.append(line if piece == line.text else replace(line, text=piece, seams=seams))
            if start:
                made[-1] = replace(made[-1], label="")
            start += len(piece) + 1
    return made


def with_typed_notes(lines: Sequence[Line]) -> list[Line]:
    """Footnotes typed below the text, also where a "Toelichting" follows them."""
    cut = next(
        (
            at
            for at in range(len(lines) - 1, -1, -1)
            if (heading := read_heading(lines[at].text)) and heading.kind is HeadingKind.EXPLANATION
        ),
        len(lines),
    )
    return [*_tail_as_notes(lines[:cut]), *_tail_as_notes(lines[cut:])]


def _tail_as_notes(lines: Sequence[Line]) -> list[Line]:
    """Typed footnotes below the last text ("1) Pointer, 17 november 2024, ...") become notes.

    They count only where their mark stands in the text above, or where they hold an address or a source's date:
    a last answer may end with a list.
    """
    made = list(lines)
    start = len(made)
    for at in range(len(made) - 1, -1, -1):
        line = made[at]
        if line.kind in (LineKind.BLANK, LineKind.NOTE) or not line.text or _RULE.match(line.text):
            continue
        if _mark(line):
            start = at
        elif line.whole or read_heading(line.text) or at < len(made) - 40 or not _mark_above(made, at):
            break
    if start == len(made):
        return made
    above = " ".join(line.text for line in made[:start] if line.kind is not LineKind.NOTE)
    if not (_is_cited(above, made[start]) or _names_source(" ".join(line.text for line in made[start:]))):
        return made
    while start > 0 and (
        _RULE.match(made[start - 1].text) if made[start - 1].text else made[start - 1].kind is LineKind.BLANK
    ):
        start -= 1
    for at in range(start, len(made)):
        line = made[at]
        if line.kind is LineKind.NOTE or not line.text:
            continue
        mark = _mark(line)
        label, text = mark or ("", f"{line.label} {line.text}".strip())
        made[at] = replace(line, kind=LineKind.NOTE, label=label, text=text)
    return made


def _mark(line: Line) -> tuple[str, str] | None:
    if line.label:
        return (line.label, line.text) if re.fullmatch(r"\[?\(?\d{1,2}[\])]\.?", line.label) else None
    match = _NOTE_MARK.match(line.text)
    if not match:
        return None
    return line.text[: len(line.text) - len(match.group(4))].strip(), match.group(4)


def _mark_above(lines: Sequence[Line], at: int) -> bool:
    """A printed line that goes on with a note started just above it."""
    return any(_mark(line) for line in lines[max(0, at - 4) : at] if line.text)


def _is_cited(above: str, line: Line) -> bool:
    mark = _mark(line)
    number = re.sub(r"\D", "", mark[0]) if mark else ""
    if not number:
        return False
    raised = rf"[.?!»”’\"']\s?{number}(?:\s|$)"  # "bij de prikposten? 1"
    marks = rf"(?<!\d)(?:\[{number}\]|\(?{number}\))|{raised}"
    return any(above[: match.start()].strip() for match in re.finditer(marks, above))


def _names_source(text: str) -> bool:
    return bool(re.search(r"https?://|www\.|\b\w+\.(?:nl|be|com|org|eu)\b|Kamerstuk|Aanhangsel", text))
