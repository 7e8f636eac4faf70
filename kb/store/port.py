"""The port to the vector engine: what indexing writes and search reads. One adapter per file beside this one.

A dense vector per passage (leg ``meaning``) and any number of named sparse vectors (legs such as ``words``); the index
applies IDF to sparse legs itself, so their values are term weights without IDF.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from kb.model.passage import Passage
from kb.model.query import Filters

MEANING = "meaning"


@dataclass(frozen=True, slots=True)
class SparseVector:
    """``indices``: distinct uint32 term ids, shape (k,); ``values``: float32 weights, shape (k,)."""

    indices: NDArray[np.uint32]
    values: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class IndexShape:
    """What an index is made for: the dense dimension, and the names of the sparse legs."""

    dimension: int
    sparse_legs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A passage with its vectors: ``dense`` a unit row of shape (dimension,)."""

    passage: Passage
    dense: NDArray[np.float32]
    sparse: Mapping[str, SparseVector]


@dataclass(frozen=True, slots=True)
class Leg:
    """One way of finding: the leg's name, the question's vector in it, how many candidates it brings, its weight."""

    name: str
    vector: NDArray[np.float32] | SparseVector
    limit: int = 100
    weight: float = 1.0


class Fusion(StrEnum):
    """How legs become one ranking."""

    RRF = "rrf"  # reciprocal rank fusion, weights per leg where the engine has them
    SUM = "sum"  # weighted sum of the legs' raw scores (a candidate that a leg did not bring counts 0 there)
    FULL_SUM = "full_sum"  # the same, after looking up every candidate's own score in every leg: `Hit.legs` is complete
    # Each leg's scores divided by its best and negative ones counted 0, so that weights mean the same in each leg. The
    # score in meaning is looked up for every candidate; one that a word leg was too full to bring counts a share of
    # that leg's last.
    SCALED_SUM = "scaled_sum"


@dataclass(frozen=True, slots=True)
class Hit:
    """``score`` after fusion; ``legs`` the raw score in each leg that brought it, or what it is taken to be there."""

    passage: Passage
    score: float
    legs: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ranked:
    """Passages before they are read, best first, ties by id; every array has shape (n,).

    ``legs``: raw scores by leg, NaN where a leg did not bring the passage; ``floors``: what such a passage is taken to
    score there, 0 where the leg brought all that it has. ``fold`` is equal where texts are, apart
    from spaces, marks and case; ``document`` where documents are; ``register``, shape (n, 5): likelihood of each of
    `kb.language.register.REGISTERS`.
    """

    ids: NDArray[np.int64]
    scores: NDArray[np.float64]
    legs: Mapping[str, NDArray[np.float64]]
    floors: Mapping[str, float]
    fold: NDArray[np.int64]
    document: NDArray[np.int64]
    register: NDArray[np.float64]


class PassageIndex(Protocol):
    """An open index, for reading. Every method raises StoreError where the engine fails."""

    @property
    def shape(self) -> IndexShape: ...

    def query(self, legs: Sequence[Leg], filters: Filters, limit: int, fusion: Fusion = Fusion.RRF) -> list[Hit]:
        """The best ``limit`` passages, best first; ties are broken by passage id, so that the order is always the same.

        ``filters`` are applied inside the engine, in every leg, before any limit.
        """
        ...

    def ranked(self, legs: Sequence[Leg], filters: Filters, limit: int) -> Ranked:
        """The same by `Fusion.SCALED_SUM`, nothing read: a tenth of the time for a hundred candidates."""
        ...

    def read(self, ids: Sequence[int]) -> list[Passage]:
        """The passages of these ids, in their order; raises StoreError where one is gone."""
        ...

    def count(self, filters: Filters) -> int:
        """How many passages pass the filters; exact."""
        ...

    def facet(self, field_name: str, filters: Filters, limit: int = 50) -> list[tuple[str, int]]:
        """Values of a keyword field (parliament, kind, role, document, people ...) with counts, most first."""
        ...

    def passages(self, filters: Filters, newest_first: bool = False, limit: int | None = None) -> Iterator[Passage]:
        """Every passage that passes: by document and order, or newest first (undated last)."""
        ...

    def close(self) -> None: ...


class PassageWriter(PassageIndex, Protocol):
    """An open index, for writing; one process at a time."""

    def upsert(self, points: Sequence[Point]) -> None: ...

    def delete_documents(self, documents: Sequence[str]) -> None:
        """Take every passage of these document ids out."""
        ...

    def flush(self) -> None:
        """When it returns, what was written is on disk."""
        ...
