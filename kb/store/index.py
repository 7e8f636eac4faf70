"""FusedIndex: the port (`kb/store/port.py`), made of what an engine can do. Both adapters are this over their engine.

Legs are fused here and not in the engine. Measured on Qdrant Edge 0.9.0 with 20,000 passages and three legs of 100
candidates (`python -m evaluation.bench`): asking for the legs in one batch and fusing here costs as much as the
engine's own formula, and only this way are the raw scores of each leg known, equals ordered the same on every run, and
both engines alike. Filters still apply inside the engine, in every leg, before its limit.

IDF is applied here too, from counts kept beside the engine (`beside.py`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import cast

import numpy as np
from numpy.typing import NDArray

from kb.errors import StoreError
from kb.model.passage import Passage
from kb.model.query import Filters
from kb.store.beside import Beside
from kb.store.columns import DOCUMENT, FOLD, REGISTER
from kb.store.conditions import Among, AnyOf, Between, Condition, conditions_of
from kb.store.engine import Candidates, Engine, Row
from kb.store.fusion import Fused, cut, first, fuse, in_order, with_ties
from kb.store.marks import marks_of, registers
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
from kb.store.port import MEANING, Fusion, Hit, IndexShape, Leg, Point, Ranked, SparseVector

_Key = tuple[str, int, int, int, str]

# How many more candidates than asked for are fetched, to see whether the last one ties with those behind it.
TIE_MARGIN = 8
PAGE = 256
UPSERT_BATCH = 500
COUNTS_KEPT = 256

_NO_CANDIDATES = Candidates(np.empty(0, dtype=np.int64), np.empty(0))
_NOTHING = Fused(_NO_CANDIDATES.ids, _NO_CANDIDATES.scores, {}, {})


class FusedIndex:
    """An open index, for reading and (where the engine was opened so) for writing."""

    def __init__(self, engine: Engine, beside: Beside) -> None:
        self._engine = engine
        self._beside = beside
        self._closed = False
        # Counting goes through every point (3 ms for 20,000), is asked with each question, and only writing changes it.
        self._counts: dict[Filters, int] = {}

    @classmethod
    def new(cls, engine: Engine, beside: Path | None = None) -> "FusedIndex":
        """Over an engine that holds nothing yet; ``beside`` is the folder for what is kept beside it."""
        return cls(engine, Beside.new(engine.shape.sparse_legs, beside))

    @classmethod
    def over(cls, engine: Engine, beside: Path | None = None) -> "FusedIndex":
        """Over what an engine holds. Without the folder ``beside`` all of it is read once."""
        return cls(engine, Beside.of(engine, beside))

    @property
    def shape(self) -> IndexShape:
        return self._engine.shape

    def query(self, legs: Sequence[Leg], filters: Filters, limit: int, fusion: Fusion = Fusion.RRF) -> list[Hit]:
        fused = self._fused(legs, filters, limit, fusion)
        if fused is None:
            return []
        fused = with_ties(fused, limit)
        records = self._open().records(fused.ids.tolist())
        hits = [self._hit(fused, at, records.get(id)) for at, id in enumerate(fused.ids.tolist())]
        hits.sort(key=lambda hit: (-hit.score, hit.passage.id))
        return hits[:limit]

    def ranked(self, legs: Sequence[Leg], filters: Filters, limit: int) -> Ranked:
        fused = self._fused(legs, filters, limit, Fusion.SCALED_SUM) or _NOTHING
        fused = cut(fused, limit)
        marks = self._beside.columns.of(fused.ids)
        return Ranked(
            fused.ids, fused.scores, fused.legs, fused.floors, marks[FOLD], marks[DOCUMENT], registers(marks[REGISTER])
        )

    def read(self, ids: Sequence[int]) -> list[Passage]:
        records = self._open().records(ids)
        if len(records) < len(ids):
            raise _gone()
        return [decode(records[id]) for id in ids]

    def weighed(self, leg: Leg) -> Leg:
        """The leg as the engine is asked for it: its words with their IDF, the commonest left out."""
        if not isinstance(leg.vector, SparseVector):
            return leg
        return Leg(leg.name, self._beside.weighed(leg.name, leg.vector), leg.limit, leg.weight)

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
            batch = rows[start : start + UPSERT_BATCH]
            marks = [marks_of(point.passage) for point in points[start : start + UPSERT_BATCH]]
            terms = [{leg: vector.indices for leg, vector in row.sparse.items()} for row in batch]
            self._beside.written([row.id for row in batch], marks, terms, engine)
            engine.upsert(batch)

    def delete_documents(self, documents: Sequence[str]) -> None:
        engine = self._open()
        self._counts.clear()
        for start in range(0, len(documents), PAGE):
            those = (AnyOf("document", tuple(documents[start : start + PAGE])),)
            self._beside.taken_out(engine.held(those))
            engine.delete(those)

    def flush(self) -> None:
        self._open().flush()
        self._beside.save()

    def seal(self) -> None:
        """Make what was written quick to read; on disk when it returns."""
        self._open().seal()
        self._beside.save()

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

    def _fused(self, legs: Sequence[Leg], filters: Filters, limit: int, fusion: Fusion) -> Fused | None:
        """Everything that the legs bring, in order; None where nothing is asked."""
        engine = self._open()
        for leg in legs:
            self._check_leg(leg)
        legs = [self.weighed(leg) for leg in legs if leg.limit > 0]
        legs = [leg for leg in legs if _says_something(leg)]
        if limit <= 0 or not legs:
            return None
        found = self._candidates(engine, legs, conditions_of(filters))
        if fusion in (Fusion.FULL_SUM, Fusion.SCALED_SUM):
            found = self._completed(engine, legs, found, words_too=fusion is Fusion.FULL_SUM)
        return fuse(legs, found, fusion)

    def _candidates(self, engine: Engine, legs: Sequence[Leg], conditions: tuple[Condition, ...]) -> list[Candidates]:
        """Per leg its best, in an order that is the same on every run, also where equals straddle the limit."""
        wanted = [leg.limit + TIE_MARGIN for leg in legs]
        found: list[Candidates] = [_NO_CANDIDATES for _ in legs]
        open_legs = list(range(len(legs)))
        while open_legs:
            asked = [Leg(legs[at].name, legs[at].vector, wanted[at]) for at in open_legs]
            for at, candidates in zip(open_legs, engine.candidates(asked, conditions), strict=True):
                found[at] = in_order(candidates)
            open_legs = [at for at in open_legs if _is_cut_among_equals(found[at], legs[at].limit, wanted[at])]
            for at in open_legs:
                wanted[at] *= 4
        return [first(candidates, leg.limit) for leg, candidates in zip(legs, found, strict=True)]

    def _completed(
        self, engine: Engine, legs: Sequence[Leg], found: Sequence[Candidates], words_too: bool
    ) -> list[Candidates]:
        """Per leg the score of every candidate that any leg brought; one that shares no term has none there."""
        everyone = np.unique(np.concatenate([candidates.ids for candidates in found]))
        completed: list[Candidates] = []
        for leg, candidates in zip(legs, found, strict=True):
            missing = np.setdiff1d(everyone, candidates.ids, assume_unique=True)
            if len(missing) and (words_too or leg.name == MEANING):
                asked = replace(leg, limit=len(missing))
                (rest,) = engine.candidates([asked], (Among(frozenset(missing.tolist())),))
                ids = np.concatenate([candidates.ids, rest.ids])
                candidates = in_order(Candidates(ids, np.concatenate([candidates.scores, rest.scores])))
            completed.append(candidates)
        return completed

    def _hit(self, fused: Fused, at: int, record: object) -> Hit:
        if record is None:
            raise _gone()
        legs = {name: float(raw[at]) for name, raw in fused.legs.items() if not np.isnan(raw[at])}
        return Hit(decode(record), float(fused.scores[at]), legs)

    def _newest(self, engine: Engine, conditions: tuple[Condition, ...], limit: int | None) -> list[int]:
        narrowed = conditions
        if limit is not None:
            dates = engine.newest(conditions, DATE_FIELD, limit)
            if len(dates) == limit and dates:
                # Everything older than the last of them cannot be among the first `limit`.
                narrowed = (*conditions, Between(DATE_FIELD, since=day_of(dates[-1])))
        keys: list[tuple[int, _Key, int]] = []
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


def _is_cut_among_equals(candidates: Candidates, limit: int, asked: int) -> bool:
    """Whether more points with the score of the last wanted one may stand behind what was fetched."""
    return len(candidates) >= asked and bool(candidates.scores[limit - 1] == candidates.scores[-1])


def _gone() -> StoreError:
    return StoreError("The engine found a passage that it no longer holds.", "Ask again.")


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
