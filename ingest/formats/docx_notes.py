"""Footnotes and endnotes of a DOCX, which stand in parts of their own."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from ingest.formats.docx_numbering import roman
from ingest.formats.docx_text import W, pieces_of
from ingest.formats.lines import Line, LineKind
from ingest.formats.safe_xml import parse_xml
from kb.errors import InputError

if TYPE_CHECKING:
    from docx.document import Document


class Notes:
    """Gives the notes that a paragraph refers to, numbered in the order in which the text refers to them."""

    def __init__(self, texts: dict[tuple[str, str], str]) -> None:
        self._texts = texts
        self._labels: dict[tuple[str, str], str] = {}
        self._counts = {"footnote": 0, "endnote": 0}

    @classmethod
    def of(cls, document: "Document") -> "Notes":
        texts: dict[tuple[str, str], str] = {}
        for rel in document.part.rels.values():
            kind = rel.reltype.rsplit("/", 1)[-1]
            if kind not in ("footnotes", "endnotes") or rel.is_external:
                continue
            try:
                root = parse_xml(rel.target_part.blob)
            except InputError:  # damaged notes: the text itself can still be read
                continue
            for note in root.iter(W + kind[:-1]):
                if note.get(W + "type") in (None, "normal"):
                    texts[kind[:-1], note.get(W + "id") or ""] = _text(note)
        return cls(texts)

    def lines(self, references: Sequence[tuple[str, str]]) -> Iterator[Line]:
        for kind, number in references:
            text = self._texts.get((kind, number))
            if text and (kind, number) not in self._labels:
                self._counts[kind] += 1
                label = str(self._counts[kind]) if kind == "footnote" else roman(self._counts[kind])
                self._labels[kind, number] = label
                yield Line(text, LineKind.NOTE, None, True, label)


def _text(note: Any) -> str:
    return " ".join(" ".join(pieces_of(paragraph).text for paragraph in note.iter(W + "p")).split())
