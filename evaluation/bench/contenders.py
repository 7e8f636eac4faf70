"""The same questions asked of our port, of bare Qdrant Edge calls, and of SQLite FTS5."""

import re
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from evaluation.bench.figures import Asking
from kb.embedding.port import Embedder
from kb.model.query import Filters
from kb.search.build import build_encoder, build_searcher
from kb.store.generations import OpenGeneration
from kb.store.port import MEANING, Fusion, Leg

CANDIDATES = 100
SHOWN = 10
WHOLE = "whole search (analysis, embedding, three legs, ranking)"
FULL = "our port, three legs, all raw scores"
PORT = "our port, three legs, RRF"
BARE = "bare Edge calls, three legs, RRF in the engine"
BARE_LEGS = "bare Edge calls, the legs in one batch, nothing read"
ENCODE = "  of it: analysing the question"
EMBED = "  of it: embedding the question"
FTS = "SQLite FTS5 (unicode61, OR, bm25)"

Ask = Callable[[str], object]


def timed(name: str, ask: Ask, questions: Sequence[str]) -> Asking:
    """Each question once after a first round that warms the caches."""
    for question in questions[: max(5, len(questions) // 4)]:
        ask(question)
    times = []
    for question in questions:
        began = time.perf_counter()
        ask(question)
        times.append((time.perf_counter() - began) * 1000)
    return Asking(name, float(np.median(times)), float(np.percentile(times, 95)))


def ours(generation: OpenGeneration, embedder: Embedder, questions: Sequence[str]) -> Iterator[Asking]:
    """The port alone with vectors made beforehand, and the whole search from the question as typed."""
    encoder = build_encoder()
    legs = {question: _legs(question, embedder) for question in questions}
    index = generation.index
    searcher = build_searcher(index, embedder)
    yield timed(PORT, lambda question: index.query(legs[question], Filters(), SHOWN, Fusion.RRF), questions)
    yield timed(FULL, lambda question: index.query(legs[question], Filters(), SHOWN, Fusion.FULL_SUM), questions)
    yield timed(WHOLE, lambda question: searcher.search(question, Filters(), SHOWN), questions)
    yield timed(ENCODE, encoder.encode_question, questions)
    yield timed(EMBED, lambda question: embedder.embed_questions([question]), questions)


def bare(shard_path: Path, embedder: Embedder, questions: Sequence[str]) -> Iterator[Asking]:
    """What a program would write against the engine itself, on the same shard."""
    import qdrant_edge as edge

    shard = edge.EdgeShard.load(str(shard_path))
    vectors: dict[str, list[tuple[str, Any]]] = {}
    for question in questions:
        vectors[question] = [
            (leg.name, leg.vector.tolist())
            if isinstance(leg.vector, np.ndarray)
            else (leg.name, edge.SparseVector(leg.vector.indices.tolist(), leg.vector.values.tolist()))
            for leg in _legs(question, embedder)
        ]

    def fused(question: str) -> object:
        prefetches = [
            edge.Prefetch(limit=CANDIDATES, query=edge.Query.Nearest(vector, using=name))
            for name, vector in vectors[question]
        ]
        return shard.query(
            edge.QueryRequest(limit=SHOWN, query=edge.Fusion.Rrf(60), prefetches=prefetches, with_payload=True)
        )

    def legs_only(question: str) -> object:
        requests = [
            edge.QueryRequest(limit=CANDIDATES, query=edge.Query.Nearest(vector, using=name), with_payload=False)
            for name, vector in vectors[question]
        ]
        return shard.query_batch(edge.QueryBatchRequest(requests))

    yield timed(BARE, fused, questions)
    yield timed(BARE_LEGS, legs_only, questions)
    shard.close()


def fts5(database: Path, texts: Iterator[str], questions: Sequence[str]) -> Iterator[Asking]:
    """The ranking of SQLite's full text search: the engine of many a small search."""
    connection = sqlite3.connect(database)
    connection.execute("create virtual table passage using fts5(text, tokenize = 'unicode61')")
    connection.executemany("insert into passage (text) values (?)", ((text,) for text in texts))
    connection.execute("insert into passage (passage) values ('optimize')")
    connection.commit()
    statement = "select rowid, text from passage where passage match ? order by bm25(passage) limit ?"

    def ask(question: str) -> object:
        words = " OR ".join(f'"{word}"' for word in re.findall(r"\w+", question))
        return connection.execute(statement, (words, SHOWN)).fetchall()

    yield timed(FTS, ask, questions)
    connection.close()


def _legs(question: str, embedder: Embedder) -> list[Leg]:
    sparse = build_encoder().encode_question(question)
    legs = [Leg(name, vector, CANDIDATES) for name, vector in sparse.items() if len(vector.indices)]
    return [*legs, Leg(MEANING, embedder.embed_questions([question])[0], CANDIDATES)]
