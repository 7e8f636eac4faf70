"""What an engine must be able to do so that `FusedIndex` can make a full index of it. Adapters implement this.

Kept smaller than the port on purpose: fusing, breaking ties, ordering and decoding are done once, above the engines,
so that every engine gives the same answer to the same question.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from kb.store.conditions import Condition
from kb.store.payload import StoredPassage
from kb.store.port import IndexShape, Leg, SparseVector


@dataclass(frozen=True, slots=True)
class Row:
    """A point as the engine stores it."""

    id: UUID
    dense: NDArray[np.float32]
    sparse: Mapping[str, SparseVector]
    payload: StoredPassage


class Candidate(NamedTuple):
    """A point that a leg brought, with its raw score there. A tuple: hundreds are made for each question."""

    id: UUID
    score: float


class Engine(Protocol):
    """One open collection of one engine. Every method raises StoreError where the engine fails."""

    @property
    def shape(self) -> IndexShape: ...

    def candidates(self, legs: Sequence[Leg], conditions: tuple[Condition, ...]) -> list[list[Candidate]]:
        """Per leg its ``limit`` best points that meet the conditions, best first; ties in any order."""
        ...

    def records(self, ids: Sequence[UUID]) -> Mapping[UUID, object]:
        """The stored record of each of these points that exists."""
        ...

    def scan(self, conditions: tuple[Condition, ...], fields: Sequence[str]) -> Iterator[tuple[UUID, object]]:
        """Every point that meets the conditions, in any order, with these fields of its record."""
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
        """Bring what was written into the form that is read fastest, with exact word statistics; then flush."""
        ...

    def close(self) -> None: ...
