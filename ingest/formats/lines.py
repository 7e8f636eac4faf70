"""What every format gives: lines, in reading order, each knowing its page."""

from dataclasses import dataclass
from enum import StrEnum

from kb.model.document import Problem


class LineKind(StrEnum):
    TEXT = "text"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"  # cells separated by a tab
    NOTE = "note"  # a footnote's text; ``label`` is its mark
    BLANK = "blank"  # vertical space; text is ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text, without line break or trailing space.

    ``whole`` says that the line is a whole paragraph (DOCX, HTML, XML); otherwise it is a printed line, whose sentence
    may go on in the next one (PDF, TXT). ``label`` is a restored automatic number, list mark or footnote mark
    ("3.", "a)", "•", "1"), not part of ``text``. ``page`` counts from 1; None where the format has none. ``seams`` are
    offsets in ``text`` at which something was taken out: a footnote mark, or, at 0, what stood between the line and the
    one before it.
    """

    text: str
    kind: LineKind = LineKind.TEXT
    page: int | None = None
    whole: bool = False
    label: str = ""
    level: int = 0
    anchor: str = ""
    seams: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Dropped:
    """Text that is not part of the document's own text, with the reason: running head, footer, page number ..."""

    text: str
    reason: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text of one file. ``properties`` are what the container says itself (title, HTML meta, XML metadata)."""

    media_type: str
    lines: tuple[Line, ...]
    page_count: int | None = None
    properties: tuple[tuple[str, str], ...] = ()
    dropped: tuple[Dropped, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def text(self) -> str:
        """All lines, one per line; for looking at, never for citing."""
        return "\n".join(f"{line.label} {line.text}".strip() for line in self.lines)
