"""The same questions asked of our search, of bare Qdrant Edge calls, and of SQLite FTS5."""

import re
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, cast

import numpy as np

from evaluation.bench.figures import Asking
from kb.embedding.port import Embedder
from kb.model.query import Filters
from kb.search.build import build_encoder, build_searcher
from kb.search.encoding import GRAMS, WORDS
from kb.search.forms import by_form, without_repeats
from kb.search.weights import CANDIDATES, READ, Ranking
from kb.store.generations import OpenGeneration
from kb.store.index import FusedIndex
from kb.store.port import MEANING, Leg
from kb.store.qdrant_edge import OVERSAMPLING

SHOWN = 10
WHOLE = "whole search, from the question as typed to ten passages"
ENCODE = "  of it: the question's words and letter grams"
EMBED = "  of it: the question's meaning"
RANKED = "  of it: three legs, scores looked up, fused"
FORMS = "  of it: registers and repeats"
READING = "  of it: ten passages read"
BARE = "bare Edge calls: three legs in one batch, ten passages read"
BARE_RRF = "bare Edge call: three legs, RRF in the engine, ten read"
FTS = "SQLite FTS5 (unicode61, OR, bm25)"
# Another program may take the processor for a while: the best of some rounds is what the work costs.
ROUNDS = 5

Ask = Callable[[str], object]


def timed(asks: Mapping[str, Ask], questions: Sequence[str], rounds: int = ROUNDS) -> list[Asking]:
    """Each question's best of some rounds. Everyone is asked a question before the next one comes, so that all find
    the caches as the others leave them, and share the hours when the machine is busy."""
    best = {name: [float("inf")] * len(questions) for name in asks}
    for _ in range(rounds):
        for at, question in enumerate(questions):
            for name, ask in asks.items():
                began = time.perf_counter()
                ask(question)
                best[name][at] = min(best[name][at], (time.perf_counter() - began) * 1000)
    return [Asking(name, float(np.median(of)), float(np.percentile(of, 95))) for name, of in best.items()]


def ours(generation: OpenGeneration, embedder: Embedder, questions: Sequence[str]) -> dict[str, Ask]:
    """The whole search, and its parts one by one."""
    encoder = build_encoder()
    index = generation.index
    searcher = build_searcher(index, embedder)
    ranking = Ranking()
    legs = {question: _legs(question, embedder) for question in questions}
    found = {question: index.ranked(legs[question], Filters(), READ) for question in questions}
    languages = {question: encoder.language(question) for question in questions}
    shown = {question: found[question].ids[:SHOWN].tolist() for question in questions}
    return {
        WHOLE: lambda question: searcher.search(question, Filters(), SHOWN),
        ENCODE: encoder.encode_question,
        EMBED: lambda question: embedder.embed_questions([question]),
        RANKED: lambda question: index.ranked(legs[question], Filters(), READ),
        FORMS: lambda question: without_repeats(by_form(found[question], question, languages[question], ranking)),
        READING: lambda question: index.read(shown[question]),
    }


def bare(shard_path: Path, generation: OpenGeneration, embedder: Embedder, questions: Sequence[str]) -> dict[str, Ask]:
    """What a program would write against the engine itself, on the same shard, with the same vectors."""
    import qdrant_edge as edge

    shard = edge.EdgeShard.load(str(shard_path))
    index = cast(FusedIndex, generation.index)
    vectors: dict[str, list[tuple[str, Any]]] = {}
    for question in questions:
        weighed = [index.weighed(leg) for leg in _legs(question, embedder)]
        vectors[question] = [
            (leg.name, leg.vector.tolist())
            if isinstance(leg.vector, np.ndarray)
            else (leg.name, edge.SparseVector(leg.vector.indices.tolist(), leg.vector.values.tolist()))
            for leg in weighed
        ]
    params = edge.SearchParams(quantization=edge.QuantizationSearchParams(rescore=True, oversampling=OVERSAMPLING))

    def in_one_batch(question: str) -> object:
        requests = [
            edge.QueryRequest(
                limit=CANDIDATES, query=edge.Query.Nearest(vector, using=name), params=params, with_payload=False
            )
            for name, vector in vectors[question]
        ]
        answers = shard.query_batch(edge.QueryBatchRequest(requests))
        records = shard.retrieve([point.id for point in answers[-1][:SHOWN]], True, False)
        return [record.payload for record in records]

    def fused(question: str) -> object:
        prefetches = [
            edge.Prefetch(limit=CANDIDATES, query=edge.Query.Nearest(vector, using=name), params=params)
            for name, vector in vectors[question]
        ]
        return shard.query(
            edge.QueryRequest(limit=SHOWN, query=edge.Fusion.Rrf(60), prefetches=prefetches, with_payload=True)
        )

    return {BARE: in_one_batch, BARE_RRF: fused}


def fts5(database: Path, texts: Iterator[str], questions: Sequence[str], rounds: int = 2) -> list[Asking]:
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

    asked = timed({FTS: ask}, questions, rounds)
    connection.close()
    return asked


def _legs(question: str, embedder: Embedder) -> list[Leg]:
    """As search asks them."""
    encoded = build_encoder().question(question)
    weights = Ranking().legs[encoded.language]
    sparse = ((WORDS, weights.words), (GRAMS, weights.grams))
    legs = [Leg(name, encoded.vector(name), CANDIDATES, weight) for name, weight in sparse]
    return [*legs, Leg(MEANING, embedder.embed_questions([question])[0], CANDIDATES, weights.meaning)]
