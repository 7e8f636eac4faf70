"""Documents that belong with one: those it names, those that name it, and those of the same case.

A number is resolved against what the corpus holds now. Numbers of Flemish written questions count per minister, so
that several documents may carry one: where the same question was put to several ministers, its twins are meant.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kb.catalog.catalog import Catalog
from kb.errors import NotFoundError
from kb.model.document import Document, Reference
from kb.model.identity import DocumentId
from kb.model.terms import Kind

_CASE_SCHEMES = frozenset(("zaak",))


@dataclass(frozen=True, slots=True)
class Linked:
    """A current document, as a list shows it."""

    id: DocumentId
    version: int
    kind: Kind
    title: str


@dataclass(frozen=True, slots=True)
class Named:
    """A reference in the text, with the documents that carry the number it names; () where the corpus has none."""

    reference: Reference
    documents: tuple[Linked, ...]


@dataclass(frozen=True, slots=True)
class NamedBy:
    """A document whose text names the one asked for; ``references`` are spans of its own text."""

    document: Linked
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Related:
    """``same_case``: the question, its postponement and its answers, also those of other ministers."""

    names: tuple[Named, ...] = ()
    named_by: tuple[NamedBy, ...] = ()
    same_case: tuple[Linked, ...] = ()


def related(document: Document, catalog: Catalog) -> Related:
    """What stands beside ``document`` in the current view; the document itself is never among it."""
    finder = _Finder(document, catalog)
    return Related(finder.names(), finder.named_by(), finder.same_case())


class _Finder:
    def __init__(self, document: Document, catalog: Catalog) -> None:
        self._document = document
        self._catalog = catalog
        self._read: dict[DocumentId, Document] = {}

    def names(self) -> tuple[Named, ...]:
        found: dict[tuple[str, str], tuple[Linked, ...]] = {}
        named = []
        for reference in self._document.references:
            target = (reference.number.value if reference.number else "", reference.relation)
            if target not in found:
                found[target] = self._linked(self._carrying(reference)) if target[0] else ()
            named.append(Named(reference, found[target]))
        return tuple(named)

    def named_by(self) -> tuple[NamedBy, ...]:
        by_document: dict[DocumentId, list[Reference]] = {}
        for referring in self._catalog.referring_to(self._document.id):
            if self._is_meant(referring.document, referring.reference):
                by_document.setdefault(referring.document, []).append(referring.reference)
        linked = {one.id: one for one in self._linked(by_document)}
        return tuple(NamedBy(linked[id], tuple(references)) for id, references in by_document.items() if id in linked)

    def same_case(self) -> tuple[Linked, ...]:
        """By the number of the case; without one by the same question on the same day: an answer repeats its head."""
        own = self._document
        ids = [
            id
            for number in own.numbers
            if number.scheme in _CASE_SCHEMES
            for id in self._catalog.find_number(number.value)
        ]
        if own.kind.is_written_question and own.dates.asked and own.title:
            ids.extend(id for id in self._catalog.asked_on(own.dates.asked) if self._is_twin(id))
        return self._linked(sorted(set(ids)))

    def _carrying(self, reference: Reference) -> Sequence[DocumentId]:
        found = self._catalog.find_number(reference.number.value) if reference.number else ()
        if reference.relation == "parallel":
            return [id for id in found if self._is_twin(id)]
        return found

    def _is_meant(self, other: DocumentId, reference: Reference) -> bool:
        return reference.relation != "parallel" or self._is_twin(other)

    def _is_twin(self, id: DocumentId) -> bool:
        """The same question: asked on the same day under the same title."""
        other = self._document_of(id)
        own = self._document
        same_day = other is not None and other.dates.asked == own.dates.asked
        return same_day and other is not None and _letters(other.title) == _letters(own.title)

    def _linked(self, ids: Iterable[DocumentId]) -> tuple[Linked, ...]:
        others = [self._document_of(id) for id in ids if id != self._document.id]
        return tuple(Linked(one.id, one.version, one.kind, one.title) for one in others if one is not None)

    def _document_of(self, id: DocumentId) -> Document | None:
        """None where it was removed in between."""
        if id not in self._read:
            try:
                self._read[id] = self._catalog.document(id)
            except NotFoundError:
                return None
        return self._read[id]


def _letters(text: str) -> str:
    """A title under which PDF and DOCX of one question meet: without white space, quotes and hyphens."""
    return re.sub(r"[\W_]+", "", text.lower())
