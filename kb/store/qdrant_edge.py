"""Qdrant Edge: the real Qdrant engine in this process. The one door to `qdrant_edge`.

Shards are made without a write-ahead log: with one, a shard is locked to one process; without, many processes read it
side by side, and what was written is on disk once `flush` returns. Opening rewrites `edge_config.json` (by a rename,
same bytes), so a reader needs write permission on the directory.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, cast

import numpy as np

from kb.errors import IndexUnusableError, StoreError
from kb.store.beside import FOLDER
from kb.store.conditions import Absent, Among, AnyOf, Between, Condition
from kb.store.engine import Candidates, Held, Row
from kb.store.index import FusedIndex
from kb.store.payload import DATE_FIELD, KEYWORD_FIELDS, moment
from kb.store.port import MEANING, IndexShape, Leg, SparseVector

if TYPE_CHECKING:
    import qdrant_edge as edge

SCAN_PAGE = 1000
FACET_VALUES = 1_000_000
# Every vector is compared, in 4 bits a dimension (TurboQuant, arXiv 2504.19874: a fixed rotation and fixed steps, so
# that a vector is shortened alike in whatever company), and the best are compared again in full: three times as many
# as asked for. Measured on 29,142 passages: the same first 100 as comparing all in full for each of 300 questions. On
# 291,420 it takes 2.9 ms, where 8 bits took 6.7; 2 bits took 2.4 (recall@100 0.981), 1 bit 2.6 (0.82), cells of k-means
# found 0.58 in a twentieth of the passages. A graph (HNSW, m=16) gave other and fewer results (recall@100 0.27 to 0.91
# by corpus), took a minute and more to build, and was hardly quicker.
OVERSAMPLING = 3.0
# A segment is closed at this many passages: they are searched side by side, and a change rewrites one at most.
SEGMENT = 60_000
# The engine measures a segment by its largest vectors, the letter grams: 2.7 KB a passage. Two full ones never merge.
SEGMENT_KB = 200_000
# Some 1,500 passages wait unsealed, as they were written: they are searched as they are, and read at each opening.
WAITING_KB = 4_000


def create_edge_index(path: Path, shape: IndexShape) -> FusedIndex:
    """A new, empty index in the directory ``path``, made if need be; raises StoreError where one is there already."""
    with _translated(f"make an index in {path}"):
        import qdrant_edge as edge

        path.mkdir(parents=True, exist_ok=True)
        shard = edge.EdgeShard.create(str(path), _config(shape))
        for field in KEYWORD_FIELDS:
            keyword = edge.KeywordIndexParams(enable_hnsw=False)
            shard.update(edge.UpdateOperation.create_field_index(field, keyword))
        dated = edge.DatetimeIndexParams(enable_hnsw=False)
        shard.update(edge.UpdateOperation.create_field_index(DATE_FIELD, dated))
    return FusedIndex.new(EdgeEngine(shard, shape), path / FOLDER)


def open_edge_index(path: Path, shape: IndexShape) -> FusedIndex:
    """The index in the directory ``path``; raises IndexUnusableError where there is none or it cannot be read."""
    try:
        with _translated(f"open the index in {path}"):
            import qdrant_edge as edge

            return FusedIndex.over(EdgeEngine(edge.EdgeShard.load(str(path)), shape), path / FOLDER)
    except StoreError as error:
        raise IndexUnusableError(error.message, "Make it again with `loket index --rebuild`.") from error


class EdgeEngine:
    """One open shard."""

    def __init__(self, shard: edge.EdgeShard, shape: IndexShape) -> None:
        self._shard = shard
        self._shape = shape
        self._unsealed = 0

    @property
    def shape(self) -> IndexShape:
        return self._shape

    def candidates(self, legs: Sequence[Leg], conditions: tuple[Condition, ...]) -> list[Candidates]:
        with _translated("search"):
            import qdrant_edge as edge

            narrowed = _filter(conditions)
            params = edge.SearchParams(
                quantization=edge.QuantizationSearchParams(rescore=True, oversampling=OVERSAMPLING)
            )
            batch = edge.QueryBatchRequest(
                [
                    edge.QueryRequest(
                        limit=leg.limit,
                        query=edge.Query.Nearest(_vector(leg), using=leg.name),
                        filter=narrowed,
                        params=params,
                        with_payload=False,
                    )
                    for leg in legs
                ]
            )
            answers = self._shard.query_batch(batch)
            return [
                Candidates(
                    np.array([point.id for point in answer], dtype=np.int64),
                    np.array([point.score for point in answer], dtype=np.float64),
                )
                for answer in answers
            ]

    def records(self, ids: Sequence[int]) -> Mapping[int, object]:
        if not ids:
            return {}
        with _translated("read passages"):
            found = self._shard.retrieve(list(ids), True, False)
            return {cast(int, record.id): record.payload for record in found}

    def scan(self, conditions: tuple[Condition, ...], fields: Sequence[str]) -> Iterator[tuple[int, object]]:
        for record in self._scrolled(conditions, list(fields), False):
            yield cast(int, record.id), record.payload

    def held(self, conditions: tuple[Condition, ...], records: bool = False) -> Iterator[Held]:
        import qdrant_edge as edge

        for record in self._scrolled(conditions, records, list(self._shape.sparse_legs)):
            vectors = record.vector if isinstance(record.vector, dict) else {}
            terms = {
                name: np.array(vector.indices, dtype=np.uint32)
                for name, vector in vectors.items()
                if isinstance(vector, edge.SparseVector)
            }
            yield Held(cast(int, record.id), terms, record.payload)

    def _scrolled(
        self, conditions: tuple[Condition, ...], fields: list[str] | bool, vectors: list[str] | bool
    ) -> Iterator[edge.Record]:
        with _translated("list passages"):
            import qdrant_edge as edge

            narrowed = _filter(conditions)
            offset = None
            while True:
                request = edge.ScrollRequest(
                    offset=offset, limit=SCAN_PAGE, filter=narrowed, with_payload=fields, with_vector=vectors
                )
                records, offset = self._shard.scroll(request)
                yield from records
                if offset is None:
                    return

    def newest(self, conditions: tuple[Condition, ...], field: str, limit: int) -> list[str]:
        with _translated("list the newest passages"):
            import qdrant_edge as edge

            request = edge.ScrollRequest(
                limit=limit,
                filter=_filter(conditions),
                with_payload=[field],
                with_vector=False,
                order_by=edge.OrderBy(field, edge.Direction.Desc),
            )
            records, _ = self._shard.scroll(request)
            return [str((record.payload or {})[field]) for record in records]

    def count(self, conditions: tuple[Condition, ...]) -> int:
        with _translated("count passages"):
            import qdrant_edge as edge

            return self._shard.count(edge.CountRequest(exact=True, filter=_filter(conditions)))

    def facet(self, field: str, conditions: tuple[Condition, ...]) -> list[tuple[str, int]]:
        with _translated(f"count by {field}"):
            import qdrant_edge as edge

            request = edge.FacetRequest(field, limit=FACET_VALUES, exact=True, filter=_filter(conditions))
            return [(str(hit.value), hit.count) for hit in self._shard.facet(request)]

    def upsert(self, rows: Sequence[Row]) -> None:
        with _translated("write passages"):
            import qdrant_edge as edge

            points = []
            for row in rows:
                vectors: dict[str, edge.NamedVector] = {MEANING: cast("list[float]", row.dense)}
                for name, sparse in row.sparse.items():
                    vectors[name] = edge.SparseVector(sparse.indices.tolist(), sparse.values.tolist())
                points.append(edge.Point(row.id, vectors, dict(row.payload)))
            self._shard.update(edge.UpdateOperation.upsert_points(points))
            self._unsealed += len(points)
            if self._unsealed >= SEGMENT:
                self._shard.optimize()
                self._unsealed = 0

    def delete(self, conditions: tuple[Condition, ...]) -> None:
        with _translated("take passages out"):
            import qdrant_edge as edge

            narrowed = _filter(conditions)
            if narrowed is not None:
                self._shard.update(edge.UpdateOperation.delete_points_by_filter(narrowed))

    def flush(self) -> None:
        with _translated("write to disk"):
            self._shard.flush()

    def seal(self) -> None:
        with _translated("put the index in order"):
            self._shard.optimize()
            self._shard.flush()

    def close(self) -> None:
        with _translated("close the index"):
            self._shard.close()


def _config(shape: IndexShape) -> edge.EdgeConfig:
    import qdrant_edge as edge

    sparse = edge.EdgeSparseVectorParams(memory=edge.Memory.Cached)
    dense = edge.EdgeVectorParams(
        # Unit rows: the dot product is the cosine. Half precision moves a score by less than 0.001.
        size=shape.dimension,
        distance=edge.Distance.Dot,
        datatype=edge.VectorStorageDatatype.Float16,
    )
    return edge.EdgeConfig(
        vectors={MEANING: dense},
        sparse_vectors={name: sparse for name in shape.sparse_legs},
        payload_memory=edge.Memory.Cold,
        wal_enabled=False,
        hnsw_config=edge.HnswIndexConfig(m=0, ef_construct=100, full_scan_threshold=10_000),
        quantization_config=edge.TurboQuantQuantizationConfig(bits=edge.TurboQuantBitSize.Bits4),
        optimizers=edge.EdgeOptimizersConfig(
            indexing_threshold=WAITING_KB,
            # The smallest are merged where there are more; a full segment is left alone until a fifth of it is gone.
            default_segment_number=4,
            max_segment_size=SEGMENT_KB,
            deleted_threshold=0.2,
            vacuum_min_vector_number=1000,
        ),
    )


def _filter(conditions: tuple[Condition, ...]) -> edge.Filter | None:
    import qdrant_edge as edge

    if not conditions:
        return None
    must: list[edge.ConditionType] = []
    for condition in conditions:
        match condition:
            case AnyOf(field, values):
                must.append(edge.FieldCondition(field, match=edge.MatchAny(list(values))))
            case Between(field, since, until):
                days = edge.RangeDateTime(gte=moment(since) if since else None, lte=moment(until) if until else None)
                must.append(edge.FieldCondition(field, range=days))
            case Absent(field):
                must.append(edge.IsEmptyCondition(field))
            case Among(points):
                must.append(edge.HasIdCondition(set(points)))
    return edge.Filter(must=must)


def _vector(leg: Leg) -> edge.NamedVector:
    import qdrant_edge as edge

    if isinstance(leg.vector, SparseVector):
        return edge.SparseVector(leg.vector.indices.tolist(), leg.vector.values.tolist())
    return cast("list[float]", leg.vector.tolist())


@contextmanager
def _translated(doing: str) -> Iterator[None]:
    """The engine raises bare `Exception`, and a panic of its own that is no Exception at all."""
    try:
        yield
    except StoreError:
        raise
    except GeneratorExit:
        raise
    except Exception as error:
        raise StoreError(f"The vector engine could not {doing}: {error}.") from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise StoreError(f"The vector engine failed while it had to {doing}.") from error
