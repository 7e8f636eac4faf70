"""A Qdrant server or cluster by URL. The one door to `qdrant_client`; its in-memory mode serves the contract test."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, cast

import numpy as np

from kb.errors import IndexUnusableError, StoreError
from kb.store.conditions import Absent, Among, AnyOf, Between, Condition
from kb.store.engine import Candidates, Held, Row
from kb.store.index import FusedIndex
from kb.store.payload import DATE_FIELD, KEYWORD_FIELDS, moment
from kb.store.port import MEANING, IndexShape, Leg, SparseVector

if TYPE_CHECKING:
    from qdrant_client import QdrantClient, models

IN_MEMORY = ":memory:"
SCAN_PAGE = 1000
# What a server answers in one facet request; more documents than this are counted one collection scan at a time.
FACET_VALUES = 100_000
COPY_BATCH = 500
OVERSAMPLING = 2.0
SECONDS = 60


def connect(url: str, api_key: str = "") -> QdrantClient:
    """A client of the server at ``url`` (or of nothing but this process's memory, for IN_MEMORY)."""
    with _translated(f"reach the Qdrant server at {url}"):
        from qdrant_client import QdrantClient

        if url == IN_MEMORY:
            return QdrantClient(location=IN_MEMORY)
        return QdrantClient(url=url, api_key=api_key or None, timeout=SECONDS)


def create_server_index(
    client: QdrantClient, collection: str, shape: IndexShape, beside: Path | None = None
) -> FusedIndex:
    """A new, empty index in the collection of that name; raises StoreError where there is one already.

    ``beside`` is the folder on this machine for what is kept beside the server (see `beside.py`).
    """
    with _translated(f"make the collection '{collection}'"):
        from qdrant_client import models

        client.create_collection(
            collection,
            vectors_config={
                MEANING: models.VectorParams(
                    size=shape.dimension, distance=models.Distance.DOT, datatype=models.Datatype.FLOAT16
                )
            },
            sparse_vectors_config={name: models.SparseVectorParams() for name in shape.sparse_legs},
            # As in Edge: compare all in 8 bits, then the best in full; no graph.
            hnsw_config=models.HnswConfigDiff(m=0),
            quantization_config=models.ScalarQuantization(
                scalar=models.ScalarQuantizationConfig(type=models.ScalarType.INT8, always_ram=True)
            ),
            on_disk_payload=True,
        )
        if not _is_local(client):
            for field in KEYWORD_FIELDS:
                client.create_payload_index(collection, field, models.PayloadSchemaType.KEYWORD)
            client.create_payload_index(collection, DATE_FIELD, models.PayloadSchemaType.DATETIME)
    return FusedIndex.new(ServerEngine(client, collection, shape), beside)


def open_server_index(
    client: QdrantClient, collection: str, shape: IndexShape, beside: Path | None = None
) -> FusedIndex:
    """The index in the collection (or alias) of that name; raises IndexUnusableError where there is none."""
    with _translated(f"look for the collection '{collection}'"):
        exists = client.collection_exists(collection)
    if not exists:
        raise IndexUnusableError(
            f"The Qdrant server has no collection '{collection}'.", "Make it with `loket index --rebuild`."
        )
    return FusedIndex.over(ServerEngine(client, collection, shape), beside)


class ServerEngine:
    """One collection of a server. The client is shared and stays open; closing the index does not close it."""

    def __init__(self, client: QdrantClient, collection: str, shape: IndexShape) -> None:
        self._client = client
        self._collection = collection
        self._shape = shape
        self._in_memory = _is_local(client)

    @property
    def shape(self) -> IndexShape:
        return self._shape

    def candidates(self, legs: Sequence[Leg], conditions: tuple[Condition, ...]) -> list[Candidates]:
        with _translated("search"):
            from qdrant_client import models

            narrowed = _filter(conditions)
            params = None
            if not self._in_memory:  # which compares everything in full, and warns when told how to search
                params = models.SearchParams(
                    quantization=models.QuantizationSearchParams(rescore=True, oversampling=OVERSAMPLING)
                )
            requests = [
                models.QueryRequest(
                    query=_vector(leg),
                    using=leg.name,
                    filter=narrowed,
                    params=params,
                    limit=leg.limit,
                    with_payload=False,
                )
                for leg in legs
            ]
            answers = self._client.query_batch_points(self._collection, requests)
            return [
                Candidates(
                    np.array([point.id for point in answer.points], dtype=np.int64),
                    np.array([point.score for point in answer.points], dtype=np.float64),
                )
                for answer in answers
            ]

    def records(self, ids: Sequence[int]) -> Mapping[int, object]:
        if not ids:
            return {}
        with _translated("read passages"):
            found = self._client.retrieve(self._collection, list(ids), with_payload=True)
            return {cast(int, record.id): record.payload for record in found}

    def scan(self, conditions: tuple[Condition, ...], fields: Sequence[str]) -> Iterator[tuple[int, object]]:
        for record in self._scrolled(conditions, list(fields), False):
            yield cast(int, record.id), record.payload

    def held(self, conditions: tuple[Condition, ...], records: bool = False) -> Iterator[Held]:
        from qdrant_client import models

        for record in self._scrolled(conditions, records, list(self._shape.sparse_legs)):
            vectors = record.vector if isinstance(record.vector, dict) else {}
            terms = {
                name: np.array(vector.indices, dtype=np.uint32)
                for name, vector in vectors.items()
                if isinstance(vector, models.SparseVector)
            }
            yield Held(cast(int, record.id), terms, record.payload)

    def _scrolled(
        self, conditions: tuple[Condition, ...], fields: list[str] | bool, vectors: list[str] | bool
    ) -> Iterator[models.Record]:
        with _translated("list passages"):
            narrowed = _filter(conditions)
            offset = None
            while True:
                records, offset = self._client.scroll(
                    self._collection,
                    scroll_filter=narrowed,
                    limit=SCAN_PAGE,
                    offset=offset,
                    with_payload=fields,
                    with_vectors=vectors,
                )
                yield from records
                if offset is None:
                    return

    def newest(self, conditions: tuple[Condition, ...], field: str, limit: int) -> list[str]:
        with _translated("list the newest passages"):
            from qdrant_client import models

            records, _ = self._client.scroll(
                self._collection,
                scroll_filter=_filter(conditions),
                limit=limit,
                order_by=models.OrderBy(key=field, direction=models.Direction.DESC),
                with_payload=[field],
            )
            return [str((record.payload or {})[field]) for record in records]

    def count(self, conditions: tuple[Condition, ...]) -> int:
        with _translated("count passages"):
            return self._client.count(self._collection, count_filter=_filter(conditions), exact=True).count

    def facet(self, field: str, conditions: tuple[Condition, ...]) -> list[tuple[str, int]]:
        with _translated(f"count by {field}"):
            answer = self._client.facet(
                self._collection, field, facet_filter=_filter(conditions), limit=FACET_VALUES, exact=True
            )
            return [(str(hit.value), hit.count) for hit in answer.hits]

    def upsert(self, rows: Sequence[Row]) -> None:
        with _translated("write passages"):
            from qdrant_client import models

            points = []
            for row in rows:
                vectors: dict[str, models.Vector] = {MEANING: row.dense.tolist()}
                for name, sparse in row.sparse.items():
                    vectors[name] = models.SparseVector(indices=sparse.indices.tolist(), values=sparse.values.tolist())
                points.append(models.PointStruct(id=row.id, vector=vectors, payload=dict(row.payload)))
            self._client.upsert(self._collection, points, wait=True)

    def delete(self, conditions: tuple[Condition, ...]) -> None:
        with _translated("take passages out"):
            narrowed = _filter(conditions)
            if narrowed is not None:
                self._client.delete(self._collection, narrowed, wait=True)

    def flush(self) -> None:
        """Nothing to do: every write waits until the server has it in its write-ahead log."""

    def seal(self) -> None:
        """Nothing to do: a server optimises by itself, in the background."""

    def close(self) -> None:
        """Nothing to do: see the class."""


def copy_collection(client: QdrantClient, source: str, target: str) -> None:
    """Every point of ``source`` into ``target``, with its vectors, through this process."""
    with _translated(f"copy the collection '{source}'"):
        from qdrant_client import models

        offset = None
        while True:
            records, offset = client.scroll(
                source, limit=COPY_BATCH, offset=offset, with_payload=True, with_vectors=True
            )
            points = [
                models.PointStruct(
                    id=record.id, vector=cast("models.VectorStruct", record.vector), payload=record.payload
                )
                for record in records
            ]
            if points:
                client.upsert(target, points, wait=True)
            if offset is None:
                return


def point_alias(client: QdrantClient, alias: str, collection: str) -> None:
    """Let ``alias`` name ``collection`` from now on, in one step."""
    with _translated(f"switch '{alias}' to '{collection}'"):
        from qdrant_client import models

        operations: list[models.AliasOperations] = []
        known_aliases = {known.alias_name: known.collection_name for known in client.get_aliases().aliases}
        if known_aliases.get(alias) == collection:
            return
        if alias in known_aliases:
            operations.append(models.DeleteAliasOperation(delete_alias=models.DeleteAlias(alias_name=alias)))
        made = models.CreateAlias(collection_name=collection, alias_name=alias)
        operations.append(models.CreateAliasOperation(create_alias=made))
        client.update_collection_aliases(operations)


def drop_collection(client: QdrantClient, collection: str) -> None:
    """Remove the collection; nothing happens where there is none."""
    with _translated(f"remove the collection '{collection}'"):
        if client.collection_exists(collection):
            client.delete_collection(collection)


def _is_local(client: QdrantClient) -> bool:
    from qdrant_client.local.qdrant_local import QdrantLocal

    return isinstance(client._client, QdrantLocal)


def _filter(conditions: tuple[Condition, ...]) -> models.Filter | None:
    from qdrant_client import models

    if not conditions:
        return None
    must: list[models.Condition] = []
    for condition in conditions:
        match condition:
            case AnyOf(field, values):
                must.append(models.FieldCondition(key=field, match=models.MatchAny(any=list(values))))
            case Between(field, since, until):
                days = models.DatetimeRange.model_validate(
                    {"gte": moment(since) if since else None, "lte": moment(until) if until else None}
                )
                must.append(models.FieldCondition(key=field, range=days))
            case Absent(field):
                must.append(models.IsEmptyCondition(is_empty=models.PayloadField(key=field)))
            case Among(points):
                must.append(models.HasIdCondition(has_id=list(points)))
    return models.Filter(must=must)


def _vector(leg: Leg) -> list[float] | models.SparseVector:
    from qdrant_client import models

    if isinstance(leg.vector, SparseVector):
        return models.SparseVector(indices=leg.vector.indices.tolist(), values=leg.vector.values.tolist())
    return [float(value) for value in leg.vector]


@contextmanager
def _translated(doing: str) -> Iterator[None]:
    try:
        yield
    except StoreError:
        raise
    except Exception as error:
        raise StoreError(
            f"The Qdrant server could not {doing}: {error}.", "Check that it runs and that `store.url` names it."
        ) from error
