"""Columns beside the engine: per point the marks that ranking asks for, found by binary search in microseconds."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from kb.store.marks import Marks

FOLD, REGISTER, DOCUMENT = 1, 2, 3
WIDTH = 4

Ids = NDArray[np.int64]


class Columns:
    """Rows ``id, fold, register, document``, shape (4, points), by id. Written rows wait until they are asked for."""

    def __init__(self, table: NDArray[np.int64] | None = None) -> None:
        self._table = np.empty((WIDTH, 0), dtype=np.int64) if table is None else table
        self._waiting: list[tuple[int, int, int, int]] = []

    def __len__(self) -> int:
        return len(self._settled()[0])

    def add(self, ids: Sequence[int], marks: Sequence[Marks]) -> None:
        """A row whose id is there already takes its place."""
        self._waiting.extend((id, *mark) for id, mark in zip(ids, marks, strict=True))

    def remove(self, ids: Sequence[int]) -> None:
        table = self._settled()
        self._table = table[:, ~np.isin(table[0], np.array(ids, dtype=np.int64))]

    def present(self, ids: Ids) -> NDArray[np.bool_]:
        """Which of these points there are."""
        known = self._settled()[0]
        if not len(known):
            return np.zeros(len(ids), dtype=bool)
        at = np.minimum(np.searchsorted(known, ids), len(known) - 1)
        found: NDArray[np.bool_] = known[at] == ids
        return found

    def of(self, ids: Ids) -> NDArray[np.int64]:
        """The rows of points that are there, shape (4, ids)."""
        table = self._settled()
        rows: NDArray[np.int64] = table[:, np.searchsorted(table[0], ids)]
        return rows

    @property
    def table(self) -> NDArray[np.int64]:
        return self._settled()

    def _settled(self) -> NDArray[np.int64]:
        if self._waiting:
            new = np.array(self._waiting, dtype=np.int64).T
            self._waiting = []
            # Reversed, so that of equal ids the last one written is the first one met.
            both = np.concatenate([new[:, ::-1], self._table], axis=1)
            _, first = np.unique(both[0], return_index=True)
            self._table = np.ascontiguousarray(both[:, first])
        return self._table
