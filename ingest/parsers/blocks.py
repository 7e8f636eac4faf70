"""Blocks of lines with a role, and how they become sections with final text.

A parser puts every line into exactly one block. Footnotes are taken out of the block they stand in and become
sections of their own; so do tables. Nothing else moves, and nothing is lost.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from ingest.formats.joining import Typesetting, join_lines
from ingest.formats.lines import Line, LineKind
from kb.model.document import Section
from kb.model.terms import Role

_WITH_TABLES = frozenset((Role.HEAD, Role.NOTE, Role.TABLE))


@dataclass(slots=True)
class Block:
    """Consecutive lines with one role. Open for adding while a parser reads; `build_sections` closes it."""

    key: str
    role: Role
    lines: list[Line] = field(default_factory=list)
    questions: tuple[int, ...] = ()
    heading: str = ""
    speaker: str = ""

    @property
    def is_empty(self) -> bool:
        return not self.heading and all(_is_blank(line) or line.kind is LineKind.NOTE for line in self.lines)

    def plain(self) -> str:
        """The block's text for deciding things, without its footnotes; never for citing."""
        words = (line.text for line in self.lines if line.kind is not LineKind.NOTE)
        return re.sub(r"\s+", " ", " ".join(words)).strip()


def split_line(line: Line, rest: str) -> Line:
    """The line without the heading that its text started with; keeps page, kind, anchor and the seams of the rest."""
    cut = len(line.text) - len(rest) if line.text.endswith(rest) else 0
    seams = tuple(seam - cut for seam in line.seams if seam > cut)
    kind = LineKind.TEXT if line.kind is LineKind.HEADING else line.kind
    return replace(line, text=rest, label="", kind=kind, seams=seams)


def key_of(prefix: str, numbers: Iterable[int | str]) -> str:
    """ "q" + (3, 4, 5) -> "q3-4-5"; "a" + ("1a", "1b") -> "a1a-1b"."""
    return prefix + "-".join(str(number) for number in numbers)


def build_sections(blocks: Sequence[Block], typesetting: Typesetting) -> tuple[Section, ...]:
    """The sections in the order of the text, footnotes last. Keys are made unique by "_2", "_3" ..."""
    sections: list[Section] = []
    notes: list[Line] = []
    keys = _Keys()
    for block in blocks:
        if block.is_empty and not any(line.kind is LineKind.NOTE for line in block.lines):
            continue
        notes.extend(line for line in block.lines if line.kind is LineKind.NOTE)
        block.key = keys.unique(block.key)
        sections.extend(_sections_of(block, typesetting))
    sections.extend(_notes(notes, typesetting, keys))
    return tuple(sections)


def make_keys_unique(blocks: Iterable[Block]) -> None:
    """A second "q7" becomes "q7_2"; done before pairs are tied to keys."""
    keys = _Keys()
    for block in blocks:
        block.key = keys.unique(block.key)


def _sections_of(block: Block, typesetting: Typesetting) -> list[Section]:
    """One section, or several where a table stands in it: "a6", "a6+t1", "a6+2"."""
    parts = [(False, block.lines)] if block.role in _WITH_TABLES else _around_tables(block.lines)
    made: list[Section] = []
    tables = 0
    for is_table, part in parts:
        # notes stay among the lines that they cut, so that joining knows the cut; alone they are no text of the block
        only_notes = all(line.kind is LineKind.NOTE or _is_blank(line) for line in part)
        joined = join_lines([] if only_notes else part, typesetting)
        if not joined.text and not (block.heading and not made and len(parts) == 1):
            continue
        tables += is_table
        key = block.key if not made else f"{block.key}+t{tables}" if is_table else f"{block.key}+{len(made) + 1}"
        anchor = next((line.anchor for line in part if line.anchor), "")
        made.append(
            Section(
                key=key,
                role=Role.TABLE if is_table else block.role,
                text=joined.text,
                questions=block.questions,
                heading=block.heading if not made else "",
                speaker=block.speaker,
                pages=joined.pages,
                anchor=anchor,
                seams=joined.seams,
            )
        )
    if block.heading and not made:
        made.append(Section(block.key, block.role, "", block.questions, block.heading, block.speaker))
    return made


def _around_tables(lines: Sequence[Line]) -> list[tuple[bool, list[Line]]]:
    """Runs of two or more table rows apart from the prose around them; a single row stays in the prose."""
    runs: list[tuple[bool, list[Line]]] = []
    for line in lines:
        is_row = line.kind is LineKind.TABLE_ROW
        if runs and (runs[-1][0] is is_row or (runs[-1][0] and (_is_blank(line) or line.kind is LineKind.NOTE))):
            runs[-1][1].append(line)
        else:
            runs.append((is_row, [line]))
    parts: list[tuple[bool, list[Line]]] = []
    for is_row, run in runs:
        is_table = is_row and sum(line.kind is LineKind.TABLE_ROW and bool(line.text) for line in run) > 1
        if parts and parts[-1][0] is is_table:
            parts[-1][1].extend(run)
        else:
            parts.append((is_table, run))
    return parts


def _notes(lines: Sequence[Line], typesetting: Typesetting, keys: "_Keys") -> list[Section]:
    """One section per footnote; a line without a mark belongs to the note before it."""
    groups: list[list[Line]] = []
    for line in lines:
        if line.label or not groups:
            groups.append([line])
        else:
            groups[-1].append(line)
    made = []
    for group in groups:
        mark = re.sub(r"\W", "", group[0].label)
        joined = join_lines([_as_text(line) for line in group], typesetting)
        made.append(
            Section(
                key=keys.unique(f"n{mark or 'ote'}"),
                role=Role.NOTE,
                text=joined.text,
                heading=group[0].label,
                pages=joined.pages,
                anchor=group[0].anchor,
            )
        )
    return made


def _as_text(line: Line) -> Line:
    return replace(line, label="", kind=LineKind.TEXT)


def _is_blank(line: Line) -> bool:
    return line.kind is LineKind.BLANK or not (line.text or line.label)


class _Keys:
    def __init__(self) -> None:
        self._seen: set[str] = set()
        self._counts: dict[str, int] = {}

    def unique(self, key: str) -> str:
        made = key
        while made in self._seen:
            self._counts[key] = self._counts.get(key, 1) + 1
            made = f"{key}_{self._counts[key]}"
        self._seen.add(made)
        return made
