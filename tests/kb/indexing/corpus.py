"""A catalog in memory, and a making with no model, for the tests of indexing and of generations."""

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

import numpy as np

from kb.catalog.values import CurrentDocument
from kb.embedding.port import EmbedderIdentity
from kb.errors import EmbeddingError
from kb.indexing.making import Making
from kb.model.document import Dates, Document, Provenance, Section
from kb.model.identity import DocumentId
from kb.model.passage import Passage
from kb.model.terms import Kind, Role
from kb.store.generations import OpenGeneration
from kb.store.port import Leg, SparseVector


def document(key: str, text: str, version: int = 1) -> Document:
    """One section a paragraph of ``text``."""
    sections = tuple(Section(f"s{at}", Role.LETTER, part) for at, part in enumerate(text.split("\n\n")))
    provenance = Provenance(f"{key}.txt", "text/plain", "0" * 64, datetime(2024, 1, 1, tzinfo=UTC))
    dates = Dates(published=date(2024, 1, 1))
    return Document(
        DocumentId("folder", key),
        version,
        Kind.LETTER,
        f"Title of {key}",
        provenance,
        None,
        (),
        dates,
        sections=sections,
    )


@dataclass
class MemoryCatalog:
    """The current view only."""

    documents: dict[str, Document] = field(default_factory=dict)
    versions: dict[str, int] = field(default_factory=dict)

    def put(self, key: str, text: str) -> None:
        self.versions[key] = self.versions.get(key, 0) + 1
        made = document(key, text, self.versions[key])
        self.documents[str(made.id)] = made

    def remove(self, key: str) -> None:
        del self.documents[f"folder/{key}"]

    def current(self) -> Iterator[CurrentDocument]:
        for one in sorted(self.documents.values(), key=lambda one: one.id):
            texts = "\n\n".join(section.text for section in one.sections)
            yield CurrentDocument(one.id, one.version, hashlib.sha256(texts.encode()).hexdigest())

    def document(self, id: DocumentId, version: int | None = None) -> Document:  # noqa: ARG002
        return self.documents[str(id)]

    def corpus_version(self) -> str:
        return hashlib.sha256(repr([*self.current()]).encode()).hexdigest()[:12]


def cut(document: Document) -> tuple[Passage, ...]:
    """One passage a section."""
    return tuple(
        Passage(
            document.id,
            document.version,
            section.key,
            0,
            len(section.text),
            section.text,
            order,
            document.kind,
            section.role,
            document.title,
            date=document.date_of(section.role),
        )
        for order, section in enumerate(document.sections)
    )


def term(word: str) -> int:
    return int.from_bytes(hashlib.sha256(word.lower().encode()).digest()[:4], "big")


def words_vector(text: str) -> SparseVector:
    found = sorted({term(word) for word in re.findall(r"\w+", text)})
    return SparseVector(np.array(found, dtype=np.uint32), np.ones(len(found), dtype=np.float32))


def encode(passages: Sequence[Passage]) -> list[Mapping[str, SparseVector]]:
    return [{"words": words_vector(passage.text)} for passage in passages]


@dataclass
class HashEmbedder:
    """Vectors from hashes; ``refuses`` is a word that cannot be embedded."""

    identity: EmbedderIdentity = field(default_factory=lambda: EmbedderIdentity("hash", "1", 8))
    refuses: str = "onleesbaar"
    embedded: int = 0

    def embed_passages(self, texts: Sequence[str]) -> np.ndarray:
        if any(self.refuses in text for text in texts):
            raise EmbeddingError("A text could not be embedded.")
        self.embedded += len(texts)
        rows = [np.frombuffer(hashlib.sha512(text.encode()).digest()[: 4 * 8], dtype=np.uint32) for text in texts]
        matrix = np.array(rows, dtype=np.float64) / 2**32 - 0.5
        return (matrix / np.linalg.norm(matrix, axis=1, keepdims=True)).astype(np.float32)

    def embed_questions(self, texts: Sequence[str]) -> np.ndarray:
        return self.embed_passages(texts)


def making(
    embedder: HashEmbedder | None = None,
    analyzer: str = "a1",
    cutter_version: str = "c1",
    cutter: Callable[[Document], tuple[Passage, ...]] = cut,
    batch_size: int = 16,
) -> Making:
    return Making(embedder or HashEmbedder(), encode, ("words",), analyzer, cutter, cutter_version, batch_size)


def ask(generation: OpenGeneration, words: str, limit: int = 10) -> list[str]:
    """The texts that these words find."""
    from kb.model.query import Filters

    hits = generation.index.query([Leg("words", words_vector(words), 100)], Filters(), limit)
    return [hit.passage.text for hit in hits]


def scores(generation: OpenGeneration, words: str) -> list[tuple[str, float]]:
    """The passages that these words find, with their exact scores."""
    from kb.model.query import Filters
    from kb.store.port import Fusion

    hits = generation.index.query([Leg("words", words_vector(words), 100)], Filters(), 100, Fusion.SUM)
    return [(hit.passage.id, hit.score) for hit in hits]


def contents(generation: OpenGeneration) -> list[Passage]:
    from kb.model.query import Filters

    return list(generation.index.passages(Filters()))
