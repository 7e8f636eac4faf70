"""FusedIndex: the port (`kb/store/port.py`), made of what an engine can do. Both adapters are this over their engine.

Legs are fused here and not in the engine. Measured on Qdrant Edge 0.9.0 with 20,000 passages and three legs of 100
candidates (`python -m evaluation.bench`): asking for the legs in one batch and fusing here costs as much as the
engine's own formula, and only this way are the raw scores of each leg known, equals ordered the same on every run, and
both engines alike. Filters still apply inside the engine, in every leg, before its limit.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import cast
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from kb.errors import StoreError
from kb.model.passage import Passage
from kb.model.query import Filters
from kb.store.conditions import Among, AnyOf, Between, Condition, conditions_of
from kb.store.engine import Candidate, Engine, Row
from kb.store.fusion import Fused, fuse, in_order
from kb.store.payload import (
    DATE_FIELD,
    KEYWORD_FIELDS,
    ORDER_FIELDS,
    StoredPassage,
    day_of,
    decode,
    encode,
    point_id,
)
from kb.store.port import MEANING, Fusion, Hit, IndexShape, Leg, Point, SparseVector

_Key = tuple[str, int, int, int, str]

# How many more candidates than asked for are fetched, to see whether the last one ties with those behind it.
TIE_MARGIN = 8
PAGE = 256
UPSERT_BATCH = 500
COUNTS_KEPT = 256


class FusedIndex:
    """An open index, for reading and (where the engine was opened so) for writing."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._closed = False
        # Counting goes through every point (3 ms for 20,000), is asked with each question, and only writing changes it.
        self._counts: dict[Filters, int] = {}

    @property
    def shape(self) -> IndexShape:
        return self._engine.shape

    def query(self, legs: Sequence[Leg], filters: Filters, limit: int, fusion: Fusion = Fusion.RRF) -> list[Hit]:
        engine = self._open()
        for leg in legs:
            self._check_leg(leg)
        legs = [leg for leg in legs if leg.limit > 0 and _says_something(leg)]
        if limit <= 0 or not legs:
            return []
        conditions = conditions_of(filters)
        found = self._candidates(engine, legs, conditions)
        if fusion in (Fusion.FULL_SUM, Fusion.SCALED_SUM):
            found = self._completed(engine, legs, found)
        best = fuse(legs, found, fusion, limit)
        records = engine.records([one.id for one in best])
        hits = [self._hit(one, records.get(one.id)) for one in best]
        hits.sort(key=lambda hit: (-hit.score, hit.passage.id))
        return hits[:limit]

    def count(self, filters: Filters) -> int:
        engine = self._open()
        if filters not in self._counts:
            if len(self._counts) >= COUNTS_KEPT:
                self._counts.clear()
            self._counts[filters] = engine.count(conditions_of(filters))
        return self._counts[filters]

    def facet(self, field_name: str, filters: Filters, limit: int = 50) -> list[tuple[str, int]]:
        engine = self._open()
        if field_name not in KEYWORD_FIELDS:
            raise StoreError(f"The index has no field '{field_name}' to count.", f"It has {', '.join(KEYWORD_FIELDS)}.")
        counted = engine.facet(field_name, conditions_of(filters))
        return sorted(counted, key=lambda pair: (-pair[1], pair[0]))[: max(limit, 0)]

    def passages(self, filters: Filters, newest_first: bool = False, limit: int | None = None) -> Iterator[Passage]:
        engine = self._open()
        conditions = conditions_of(filters)
        if newest_first:
            ids = self._newest(engine, conditions, limit)
        else:
            ids = [
                id for _, id in sorted((_order_key(record), id) for id, record in engine.scan(conditions, ORDER_FIELDS))
            ]
        ids = ids[:limit]
        for start in range(0, len(ids), PAGE):
            page = ids[start : start + PAGE]
            records = self._open().records(page)
            for id in page:
                # Deleted since the order was taken: only a writer sees that happen, in its own index.
                if id in records:
                    yield decode(records[id])

    def upsert(self, points: Sequence[Point]) -> None:
        engine = self._open()
        rows = [self._row(point) for point in points]
        self._counts.clear()
        for start in range(0, len(rows), UPSERT_BATCH):
            engine.upsert(rows[start : start + UPSERT_BATCH])

    def delete_documents(self, documents: Sequence[str]) -> None:
        engine = self._open()
        self._counts.clear()
        for start in range(0, len(documents), PAGE):
            engine.delete((AnyOf("document", tuple(documents[start : start + PAGE])),))

    def flush(self) -> None:
        self._open().flush()

    def seal(self) -> None:
        """Make what was written quick to read and its word statistics exact; on disk when it returns."""
        self._open().seal()

    def close(self) -> None:
        if not self._closed:
            self._closed = True
            self._engine.close()

    def _open(self) -> Engine:
        if self._closed:
            raise StoreError("The index was closed.", "Open it again.")
        return self._engine

    def _check_leg(self, leg: Leg) -> None:
        if isinstance(leg.vector, SparseVector):
            if leg.name not in self.shape.sparse_legs:
                raise StoreError(
                    f"The index has no leg '{leg.name}'.", f"Its legs are {', '.join(self.shape.sparse_legs)}."
                )
            _check_weights(leg.name, leg.vector)
        elif leg.name != MEANING:
            raise StoreError(f"The leg '{leg.name}' got a dense vector.", f"Only '{MEANING}' takes one.")
        else:
            _check_dense(leg.vector, self.shape.dimension)

    def _candidates(
        self, engine: Engine, legs: Sequence[Leg], conditions: tuple[Condition, ...]
    ) -> list[list[Candidate]]:
        """Per leg its best, in an order that is the same on every run, also where equals straddle the limit."""
        wanted = [leg.limit + TIE_MARGIN for leg in legs]
        found: list[list[Candidate]] = [[] for _ in legs]
        open_legs = list(range(len(legs)))
        while open_legs:
            asked = [replace(legs[at], limit=wanted[at]) for at in open_legs]
            for at, candidates in zip(open_legs, engine.candidates(asked, conditions), strict=True):
                found[at] = in_order(candidates, len(candidates))
            open_legs = [at for at in open_legs if _is_cut_among_equals(found[at], legs[at].limit, wanted[at])]
            for at in open_legs:
                wanted[at] *= 4
        return [candidates[: leg.limit] for leg, candidates in zip(legs, found, strict=True)]

    def _completed(
        self, engine: Engine, legs: Sequence[Leg], found: Sequence[Sequence[Candidate]]
    ) -> list[list[Candidate]]:
        """Per leg the score of every candidate that any leg brought; one that shares no term has none there."""
        everyone = frozenset(candidate.id for candidates in found for candidate in candidates)
        completed: list[list[Candidate]] = []
        for leg, candidates in zip(legs, found, strict=True):
            missing = everyone.difference(candidate.id for candidate in candidates)
            looked_up: list[Candidate] = []
            if missing:
                (looked_up,) = engine.candidates([replace(leg, limit=len(missing))], (Among(missing),))
            completed.append(in_order([*candidates, *looked_up], len(everyone)))
        return completed

    def _hit(self, fused: Fused, record: object) -> Hit:
        if record is None:
            raise StoreError("The engine found a passage that it no longer holds.", "Ask again.")
        return Hit(decode(record), fused.score, fused.legs)

    def _newest(self, engine: Engine, conditions: tuple[Condition, ...], limit: int | None) -> list[UUID]:
        narrowed = conditions
        if limit is not None:
            dates = engine.newest(conditions, DATE_FIELD, limit)
            if len(dates) == limit and dates:
                # Everything older than the last of them cannot be among the first `limit`.
                narrowed = (*conditions, Between(DATE_FIELD, since=day_of(dates[-1])))
        keys: list[tuple[int, _Key, UUID]] = []
        for id, record in engine.scan(narrowed, ORDER_FIELDS):
            stored = cast(StoredPassage, record).get(DATE_FIELD)
            age = -day_of(str(stored)).toordinal() if stored else 1
            keys.append((age, _order_key(record), id))
        return [id for _, _, id in sorted(keys)]

    def _row(self, point: Point) -> Row:
        passage = point.passage
        _check_dense(point.dense, self.shape.dimension)
        if set(point.sparse) != set(self.shape.sparse_legs):
            raise StoreError(
                f"Passage {passage.id} has the word vectors {sorted(point.sparse)}, "
                f"the index takes {sorted(self.shape.sparse_legs)}.",
                "Make the index again with `loket index --rebuild`.",
            )
        for name, vector in point.sparse.items():
            _check_weights(name, vector)
            if len(np.unique(vector.indices)) != len(vector.indices):
                raise StoreError(f"The word vector '{name}' of passage {passage.id} names a term twice.")
        return Row(point_id(passage), point.dense, point.sparse, encode(passage))


def _order_key(record: object) -> _Key:
    stored = cast(StoredPassage, record)
    return stored["document"], stored["version"], stored["order"], stored["start"], stored["section"]


def _says_something(leg: Leg) -> bool:
    return not isinstance(leg.vector, SparseVector) or len(leg.vector.indices) > 0


def _is_cut_among_equals(candidates: Sequence[Candidate], limit: int, asked: int) -> bool:
    """Whether more points with the score of the last wanted one may stand behind what was fetched."""
    return len(candidates) >= asked and candidates[limit - 1].score == candidates[-1].score


def _check_dense(vector: NDArray[np.float32], dimension: int) -> None:
    if vector.shape != (dimension,):
        raise StoreError(
            f"A vector of shape {vector.shape} does not fit an index of dimension {dimension}.",
            "Make the index again with `loket index --rebuild`.",
        )
    if not np.isfinite(vector).all() or not vector.any():
        raise StoreError("A vector is zero or not finite: the text was not embedded.", "Check the embedding model.")


def _check_weights(name: str, vector: SparseVector) -> None:
    if vector.indices.shape != vector.values.shape or vector.indices.ndim != 1:
        raise StoreError(f"The word vector '{name}' has {vector.indices.shape} terms, {vector.values.shape} weights.")
    if not np.isfinite(vector.values).all():
        raise StoreError(f"The word vector '{name}' has a weight that is not finite.")
