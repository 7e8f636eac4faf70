"""The product's own index and search over a dataset."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from evaluation.retrieval.dataset import Dataset
from kb.embedding.port import Embedder
from kb.model.query import Filters
from kb.search.build import build_encoder
from kb.search.searcher import Searcher
from kb.search.weights import LegWeights, Ranking
from kb.store.index import FusedIndex
from kb.store.port import IndexShape, Point
from kb.store.qdrant_edge import create_edge_index, open_edge_index

RANKINGS: dict[str, Callable[[], Ranking]] = {
    "words": lambda: Ranking.of_one(LegWeights(words=1.0)),
    "grams": lambda: Ranking.of_one(LegWeights(grams=1.0)),
    "meaning": lambda: Ranking.of_one(LegWeights(meaning=1.0)),
    "hybrid": Ranking,
}
BATCH = 512
# Passages asked for, so that the documents among them reach a hundred.
PASSAGES = 200


@dataclass(frozen=True, slots=True)
class Built:
    """An index over a dataset, with what it cost."""

    index: FusedIndex
    embedder: Embedder
    seconds: float
    megabytes: float
    passages: int


def build(dataset: Dataset, folder: Path, embedder: Embedder) -> Built:
    """Index every passage, as `loket index` does."""
    began = time.perf_counter()
    encoder = build_encoder()
    shape = IndexShape(embedder.identity.dimension, encoder.legs)
    index = create_edge_index(folder, shape)
    for start in range(0, len(dataset.passages), BATCH):
        batch = dataset.passages[start : start + BATCH]
        dense = embedder.embed_passages([passage.embedded_text for passage in batch])
        sparse = encoder.encode_passages(batch)
        index.upsert([Point(*row) for row in zip(batch, dense, sparse, strict=True)])
    index.seal()
    index.close()
    seconds = time.perf_counter() - began
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6
    return Built(open_edge_index(folder, shape), embedder, seconds, size, len(dataset.passages))


def searcher(built: Built, leg: str, passages: int = PASSAGES) -> Callable[[str], list[str]]:
    """Search by ``leg`` (a key of RANKINGS): from a query to document ids, best first, of ``passages`` at most."""
    search = Searcher(built.index, built.embedder, build_encoder(), RANKINGS[leg]())

    def ranked(query: str) -> list[str]:
        hits = search.candidates(query, Filters(), passages)
        return documents(hit.passage.document.key for hit in hits)

    return ranked


def documents(keys: Iterable[str]) -> list[str]:
    """Each document once, at the place of its best passage."""
    return list(dict.fromkeys(keys))
