"""What the product is measured against, each as its makers built it, over the same passages in the same run."""

import re
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from evaluation.retrieval.dataset import Dataset
from evaluation.retrieval.lexical import Bm25
from evaluation.retrieval.product import documents
from kb.embedding.port import Embedder

Ranker = Callable[[str], list[str]]
_WORD = re.compile(r"(?u)\b\w\w+\b")  # the token pattern of bm25s
MOST = 200
# SQLite walks every posting of every word: the other peers answer all queries, this one a sample.
SAMPLED = frozenset({"sqlite_fts5"})


@dataclass(frozen=True, slots=True)
class Peer:
    """``about`` says what it stands for."""

    name: str
    about: str
    make: Callable[[], Ranker]


def peers(dataset: Dataset, embedder: Embedder, vectors: np.ndarray) -> tuple[Peer, ...]:
    """``vectors``: the dense vectors of the dataset's passages, shape (passages, dimension)."""
    texts = [passage.embedded_text for passage in dataset.passages]
    keys = [passage.document.key for passage in dataset.passages]

    def lexical(tokenize: Callable[[str], list[str]]) -> Callable[[], Ranker]:
        def make() -> Ranker:
            engine = Bm25(texts, tokenize)
            return lambda query: _best(engine.scores(query), keys)

        return make

    def dense() -> Ranker:
        return lambda query: _best(vectors @ embedder.embed_questions([query])[0], keys, 0.0)

    def learning_lion() -> Ranker:
        engine = Bm25(texts, str.split)

        def ranked(query: str) -> list[str]:
            words, meaning = engine.scores(query), vectors @ embedder.embed_questions([query])[0]
            # EnsembleRetriever: reciprocal ranks of the two lists, half each, with its constant of 60.
            fused: dict[int, float] = {}
            for scores in (words, meaning):
                for rank, row in enumerate(_order(scores, 0.0)):
                    fused[row] = fused.get(row, 0.0) + 0.5 / (60 + rank + 1)
            order = sorted(fused, key=lambda row: (-fused[row], row))
            return documents(keys[row] for row in order)

        return ranked

    return (
        Peer("sqlite_fts5", "SQLite FTS5, unicode61, words joined by OR, bm25()", lambda: _fts5(texts, keys)),
        Peer("bm25_plain", "BM25 on lower-case words, as bm25s does", lexical(_words)),
        Peer("bm25_stemmed", "the same with the Dutch Snowball stemmer", lexical(_stemmed())),
        Peer("learninglion", "LearningLion's design: BM25 on split() and dense, 50/50 by ranks", learning_lion),
        Peer("dense", "the bare dense leg, exact", dense),
    )


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _stemmed() -> Callable[[str], list[str]]:
    from kb.language.stemming import stem

    return lambda text: [stem(word) for word in _words(text)]


def _order(scores: np.ndarray, least: float) -> list[int]:
    """The best rows above ``least``, best first, ties in the order of the passages."""
    most = min(MOST, len(scores))
    top = np.argpartition(-scores, most - 1)[:most]
    top = top[np.lexsort((top, -scores[top]))]
    return [int(row) for row in top if scores[row] > least]


def _best(scores: np.ndarray, keys: Sequence[str], least: float = 0.0) -> list[str]:
    return documents(keys[row] for row in _order(scores, least))


def _fts5(texts: Sequence[str], keys: Sequence[str]) -> Ranker:
    base = sqlite3.connect(":memory:")
    base.execute("CREATE VIRTUAL TABLE passages USING fts5(text, tokenize='unicode61')")
    base.executemany("INSERT INTO passages(rowid, text) VALUES (?, ?)", enumerate(texts))

    def ranked(query: str) -> list[str]:
        words = " OR ".join(f'"{word}"' for word in re.findall(r"\w+", query))
        if not words:
            return []
        found = base.execute(
            "SELECT rowid FROM passages WHERE passages MATCH ? ORDER BY bm25(passages), rowid LIMIT ?", (words, MOST)
        )
        return documents(keys[row] for (row,) in found)

    return ranked
