"""BM25 over one tokenizer, exact and small: what the peers rank with (k1 1.5, b 0.75, as in bm25s and rank_bm25)."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

import numpy as np

Tokenizer = Callable[[str], list[str]]


class Bm25:
    """Postings of every term with their finished weights (Lucene's variant: IDF never below zero)."""

    def __init__(self, texts: Sequence[str], tokenize: Tokenizer, k1: float = 1.5, b: float = 0.75) -> None:
        self._tokenize = tokenize
        self._size = len(texts)
        rows: dict[str, list[int]] = defaultdict(list)
        counts: dict[str, list[int]] = defaultdict(list)
        lengths = np.zeros(len(texts))
        for row, text in enumerate(texts):
            tokens = tokenize(text)
            lengths[row] = len(tokens)
            for token, count in Counter(tokens).items():
                rows[token].append(row)
                counts[token].append(count)
        norms = k1 * (1.0 - b + b * lengths / max(lengths.mean(), 1.0))
        self._postings: dict[str, tuple[np.ndarray, np.ndarray]] = {}
        for token, at in rows.items():
            places = np.array(at, dtype=np.int32)
            count = np.array(counts[token], dtype=np.float64)
            idf = np.log(1.0 + (len(texts) - len(at) + 0.5) / (len(at) + 0.5))
            self._postings[token] = (places, (idf * count * (k1 + 1) / (count + norms[places])).astype(np.float32))

    def scores(self, query: str) -> np.ndarray:
        """Score of every text, shape (texts,)."""
        total = np.zeros(self._size, dtype=np.float32)
        for token in self._tokenize(query):
            if token in self._postings:
                places, weights = self._postings[token]
                total[places] += weights
        return total
