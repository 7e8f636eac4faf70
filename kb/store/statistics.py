"""In how many passages each term stands: the IDF of the word legs, counted here and not in the engine.

The engine counts per segment what was ever written there, so its IDF is only right once every change has been merged
and rewritten: minutes for one document in 300,000 passages. Counted here it is exact after every change, whatever the
order in which documents came in, and tells beforehand how many postings a question would touch.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from kb.store.port import SparseVector

Terms = NDArray[np.uint32]
# Terms that wait until they are counted; half a million passages' words, 16 MB.
_MOST_WAITING = 4_000_000


class TermCounts:
    """Of one leg."""

    def __init__(self, table: NDArray[np.uint32] | None = None) -> None:
        """``table``: rows ``term, passages``, shape (2, terms), by term."""
        self._table = np.empty((2, 0), dtype=np.uint32) if table is None else table
        self._added: list[Terms] = []
        self._removed: list[Terms] = []
        self._waiting = 0

    def add(self, terms: Sequence[Terms]) -> None:
        """One array of distinct terms a passage."""
        self._wait(self._added, terms)

    def remove(self, terms: Sequence[Terms]) -> None:
        self._wait(self._removed, terms)

    def of(self, terms: Terms) -> NDArray[np.int64]:
        """In how many passages each of ``terms`` stands, shape (terms,)."""
        known, counts = self._settled()
        if not len(known):
            return np.zeros(len(terms), dtype=np.int64)
        at = np.minimum(np.searchsorted(known, terms), len(known) - 1)
        return np.where(known[at] == terms, counts[at], 0).astype(np.int64)

    @property
    def table(self) -> NDArray[np.uint32]:
        return self._settled()

    def _wait(self, where: list[Terms], terms: Sequence[Terms]) -> None:
        where.extend(terms)
        self._waiting += sum(map(len, terms))
        if self._waiting > _MOST_WAITING:
            self._settled()

    def _settled(self) -> NDArray[np.uint32]:
        if self._waiting:
            parts = [(self._table[0], self._table[1].astype(np.int64))]
            for sign, waiting in ((1, self._added), (-1, self._removed)):
                if waiting:
                    terms, counts = np.unique(np.concatenate(waiting), return_counts=True)
                    parts.append((terms, sign * counts))
            self._table = _summed(parts)
            self._added, self._removed, self._waiting = [], [], 0
        return self._table


def _summed(parts: Sequence[tuple[Terms, NDArray[np.int64]]]) -> NDArray[np.uint32]:
    terms = np.concatenate([of for of, _ in parts])
    counts = np.concatenate([of for _, of in parts])
    order = np.argsort(terms, kind="stable")
    terms, counts = terms[order], counts[order]
    first = np.flatnonzero(np.diff(terms, prepend=terms[:1] + 1)) if len(terms) else np.empty(0, dtype=np.int64)
    sums = np.add.reduceat(counts, first) if len(first) else counts
    kept = sums > 0
    return np.stack([terms[first][kept], sums[kept].astype(np.uint32)])


def weighed(vector: SparseVector, counts: NDArray[np.int64], passages: int, most_postings: int) -> SparseVector:
    """A question's vector times the IDF of its terms, as Qdrant defines it: ln(1 + (N - n + 0.5) / (n + 0.5)).

    Terms that no passage has are left out, and so are the most common ones from where on ``most_postings`` would be
    walked; the rarest term stays in any case.
    """
    idf = np.log1p((passages - counts + 0.5) / (counts + 0.5))
    kept = np.flatnonzero(counts)
    if counts.sum() > most_postings:
        rarest_first = kept[np.lexsort((vector.indices[kept], counts[kept]))]
        walked = np.cumsum(counts[rarest_first])
        kept = np.sort(rarest_first[: max(1, int(np.searchsorted(walked, most_postings, side="right")))])
    return SparseVector(vector.indices[kept], (vector.values * idf).astype(np.float32)[kept])
