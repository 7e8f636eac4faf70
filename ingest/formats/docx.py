"""DOCX: paragraphs and tables in document order, with numbering and notes restored."""

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ingest.formats.docx_notes import Notes
from ingest.formats.docx_numbering import Numbering
from ingest.formats.docx_text import BLOCKS, Piece, W, pieces_of
from ingest.formats.endnotes import take_endnotes
from ingest.formats.lines import Dropped, Extracted, Line, LineKind
from ingest.formats.quality import text_problems
from ingest.formats.sniff import DOCX
from kb.errors import InputError, NoTextError

if TYPE_CHECKING:
    from docx.document import Document

_MAX_UNPACKED = 200_000_000
_MAX_PART = 30_000_000
_MAX_FILES = 5_000
_BROKEN = "Open it in a word processor and save it again."


def read_docx(data: bytes) -> Extracted:
    """Lines of the document; raises NoTextError where it holds none, InputError where it cannot be read."""
    document = _open(data)
    reader = _Reader(document)
    lines = take_endnotes(tuple(reader.lines()))
    if not any(line.text for line in lines):
        raise NoTextError("The DOCX holds no text.", "Check that the right file was saved.")
    dropped = (*reader.dropped, *_page_frames(document))
    return Extracted(DOCX, lines, None, _properties(document), dropped, tuple(text_problems(lines)))


def _open(data: bytes) -> "Document":
    import docx

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            sizes = [info.file_size for info in archive.infolist()]
            parts = [info.file_size for info in archive.infolist() if info.filename.endswith((".xml", ".rels"))]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise InputError("The DOCX is damaged or cut short: its archive cannot be opened.", _BROKEN) from error
    if len(sizes) > _MAX_FILES or sum(sizes) > _MAX_UNPACKED or max(parts, default=0) > _MAX_PART:
        raise InputError("The DOCX unpacks to more than any document holds.", "Check where it comes from.")
    try:
        document = docx.Document(io.BytesIO(data))
        document.element.body  # noqa: B018  raises here where the main part is not a document
    except Exception as error:  # python-docx lets through whatever zipfile, lxml or its own code raise
        raise InputError("The DOCX is damaged and cannot be read.", _BROKEN) from error
    return document


class _Reader:
    def __init__(self, document: "Document") -> None:
        self._body = document.element.body
        self._numbering = Numbering.of(document)
        self._notes = Notes.of(document)
        self.dropped: list[Dropped] = []

    def lines(self) -> Iterator[Line]:
        yield from self._blocks(self._body, 0)

    def _blocks(self, parent: Any, depth: int) -> Iterator[Line]:
        if depth > 60:
            raise InputError("The DOCX nests its parts deeper than any document does.", _BROKEN)
        for child in parent.iterchildren():
            if child.tag == W + "p":
                yield from self._paragraph(child, depth)
            elif child.tag == W + "tbl":
                yield from self._table(child, depth)
            elif child.tag in BLOCKS:
                yield from self._blocks(child, depth + 1)

    def _paragraph(self, paragraph: Any, depth: int) -> Iterator[Line]:
        piece = pieces_of(paragraph)
        label, level = self._numbering.next_label(paragraph, bool(piece.text.strip()))
        heading = self._numbering.heading_level(paragraph)
        rows = [" ".join(row.split()) for row in piece.text.split("\n")]
        if not any(rows) and not label:
            yield Line("", LineKind.BLANK)
        for n, row in enumerate(rows):
            if not row and (n or not label):
                continue
            kind = LineKind.HEADING if heading else LineKind.LIST_ITEM if label and n == 0 else LineKind.TEXT
            anchor = piece.bookmark if n == 0 else ""
            yield Line(row, kind, None, True, label if n == 0 else "", heading or level, anchor)
        yield from self._notes.lines(piece.notes)
        self._leave_out(piece)
        for box in piece.boxes:
            yield from self._blocks(box, depth + 1)

    def _leave_out(self, piece: Piece) -> None:
        for text, reason in piece.dropped:
            if text.strip():
                self.dropped.append(Dropped(" ".join(text.split()), reason))

    def _table(self, table: Any, depth: int) -> Iterator[Line]:
        rows = [[cell for cell in _children(row, W + "tc")] for row in _children(table, W + "tr")]
        if not _is_data(rows):
            for row in rows:
                for cell in row:
                    yield from self._blocks(cell, depth + 1)
            return
        for row in rows:
            cells: list[str] = []
            notes: list[Line] = []
            for cell in row:
                lines = list(self._blocks(cell, depth + 1))
                notes += [line for line in lines if line.kind is LineKind.NOTE]
                shown = (f"{line.label} {line.text}".strip() for line in lines if line.kind is not LineKind.NOTE)
                cells.append(" ".join(text for text in shown if text))
            if any(cells):
                yield Line("\t".join(cells), LineKind.TABLE_ROW, None, True)
            yield from notes


def _children(element: Any, tag: str) -> Iterator[Any]:
    """Children of that tag, also inside content controls and tracked insertions."""
    for child in element.iterchildren():
        if child.tag == tag:
            yield child
        elif child.tag in BLOCKS:
            yield from _children(child, tag)


def _is_data(rows: list[list[Any]]) -> bool:
    """A table of facts, not one that only places the parts of a letter on the page."""
    if len(rows) < 2 or sum(1 for row in rows if len(row) > 1) * 2 < len(rows):
        return False
    cells = [cell for row in rows for cell in row]
    if any(cell.find(W + "tbl") is not None for cell in cells):
        return False
    lengths = [sum(len(text.text or "") for text in cell.iter(W + "t")) for cell in cells]
    crowded = sum(1 for cell in cells if sum(1 for _ in _children(cell, W + "p")) > 4)
    return max(lengths, default=0) < 2_000 and crowded * 4 <= len(cells)


def _page_frames(document: "Document") -> Iterator[Dropped]:
    """The text of headers and footers."""
    seen: set[str] = set()
    for rel in document.part.rels.values():
        kind = rel.reltype.rsplit("/", 1)[-1]
        if kind not in ("header", "footer") or rel.is_external:
            continue
        element = getattr(rel.target_part, "element", None)
        if element is None:
            continue
        for paragraph in element.iter(W + "p"):
            text = " ".join(pieces_of(paragraph).text.split())
            if text and text not in seen:
                seen.add(text)
                yield Dropped(text, kind)


def _properties(document: "Document") -> tuple[tuple[str, str], ...]:
    try:
        core = document.core_properties
        pairs = [
            ("title", core.title),
            ("subject", core.subject),
            ("author", core.author),
            ("created", core.created.isoformat() if core.created else ""),
            ("modified", core.modified.isoformat() if core.modified else ""),
        ]
    except Exception:  # damaged metadata is no reason to refuse the text
        return ()
    return tuple((key, str(value)[:1_000]) for key, value in pairs if value)
