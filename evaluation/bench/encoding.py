"""Passages embedded and encoded by some processes side by side, each telling how long it took."""

import time
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from multiprocessing import get_context

from kb.embedding.build import build_embedder
from kb.embedding.port import Embedder
from kb.model.passage import Passage
from kb.search.build import build_encoder
from kb.settings import load_settings
from kb.store.port import Point

# Batches under way for each process, so that none waits and none piles up.
AHEAD = 2


@dataclass(frozen=True, slots=True)
class Encoded:
    """A batch with the seconds it took in its process."""

    points: tuple[Point, ...]
    embedding: float
    encoding: float


def encoded(batches: Iterator[list[Passage]], workers: int) -> Iterator[Encoded]:
    """In the order of ``batches``."""
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        waiting: deque[Future[Encoded]] = deque()
        for batch in batches:
            waiting.append(pool.submit(encode, batch))
            if len(waiting) >= AHEAD * workers:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def encode(batch: list[Passage]) -> Encoded:
    embedder, encoder = _embedder(), build_encoder()
    began = time.perf_counter()
    rows = embedder.embed_passages([passage.embedded_text for passage in batch])
    embedded = time.perf_counter()
    words = encoder.encode_passages(batch)
    done = time.perf_counter()
    points = tuple(Point(*parts) for parts in zip(batch, rows, words, strict=True))
    return Encoded(points, embedded - began, done - embedded)


@lru_cache(maxsize=1)
def _embedder() -> Embedder:
    settings = load_settings()
    return build_embedder(settings.embedding, settings.root)
