"""What an index is made with. Handed in, so that indexing knows no model and no language."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from kb.catalog.values import CurrentDocument
from kb.embedding.port import Embedder
from kb.model.document import Document
from kb.model.identity import DocumentId
from kb.model.passage import Passage
from kb.store.manifest import Recipe
from kb.store.port import SparseVector

Cutter: TypeAlias = Callable[[Document], tuple[Passage, ...]]
Encoder: TypeAlias = Callable[[Sequence[Passage]], Sequence[Mapping[str, SparseVector]]]


class CatalogView(Protocol):
    """What indexing needs of the catalog."""

    def current(self) -> Iterator[CurrentDocument]: ...

    def document(self, id: DocumentId, version: int | None = None) -> Document: ...

    def corpus_version(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Making:
    """``encode`` gives each passage a sparse vector per name in ``sparse_legs``.

    ``analyzer`` and ``cutter_version`` change whenever ``encode`` or ``cut`` would give something else: an index with
    other ones is made again from nothing.
    """

    embedder: Embedder
    encode: Encoder
    sparse_legs: tuple[str, ...]
    analyzer: str
    cut: Cutter
    cutter_version: str
    batch_size: int = 256

    def recipe(self, engine: str) -> Recipe:
        return Recipe(self.embedder.identity, self.analyzer, self.cutter_version, self.sparse_legs, engine)
