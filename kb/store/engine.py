"""What an engine must be able to do so that `FusedIndex` can make a full index of it. Adapters implement this.

Kept smaller than the port on purpose: fusing, breaking ties, ordering and decoding are done once, above the engines,
so that every engine gives the same answer to the same question.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from kb.store.conditions import Condition
from kb.store.payload import StoredPassage
from kb.store.port import IndexShape, Leg, SparseVector


@dataclass(frozen=True, slots=True)
class Row:
    """A point as the engine stores it."""

    id: int
    dense: NDArray[np.float32]
    sparse: Mapping[str, SparseVector]
    payload: StoredPassage


@dataclass(frozen=True, slots=True)
class Candidates:
    """What a leg brought: ids and raw scores, shape (n,) each. Arrays: hundreds are ranked for each question."""

    ids: NDArray[np.int64]
    scores: NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True, slots=True)
class Held:
    """A point as the engine gives it back: the terms of its sparse vectors by leg, and its record where asked for."""

    id: int
    terms: Mapping[str, NDArray[np.uint32]]
    record: object = None


class Engine(Protocol):
    """One open collection of one engine. Every method raises StoreError where the engine fails."""

    @property
    def shape(self) -> IndexShape: ...

    def candidates(self, legs: Sequence[Leg], conditions: tuple[Condition, ...]) -> list[Candidates]:
        """Per leg its ``limit`` best points that meet the conditions, best first; ties in any order."""
        ...

    def records(self, ids: Sequence[int]) -> Mapping[int, object]:
        """The stored record of each of these points that exists."""
        ...

    def scan(self, conditions: tuple[Condition, ...], fields: Sequence[str]) -> Iterator[tuple[int, object]]:
        """Every point that meets the conditions, in any order, with these fields of its record."""
        ...

    def held(self, conditions: tuple[Condition, ...], records: bool = False) -> Iterator[Held]:
        """Every point that meets the conditions, in any order, with its terms."""
        ...

    def newest(self, conditions: tuple[Condition, ...], field: str, limit: int) -> list[str]:
        """The ``limit`` greatest values of a date field among the points that meet the conditions, greatest first."""
        ...

    def count(self, conditions: tuple[Condition, ...]) -> int: ...

    def facet(self, field: str, conditions: tuple[Condition, ...]) -> list[tuple[str, int]]:
        """Every value of a keyword field with its exact count, in any order."""
        ...

    def upsert(self, rows: Sequence[Row]) -> None: ...

    def delete(self, conditions: tuple[Condition, ...]) -> None: ...

    def flush(self) -> None: ...

    def seal(self) -> None:
        """Bring what was written into the form that is read fastest; then flush. Small changes may wait unsealed."""
        ...

    def close(self) -> None: ...
