"""Where the points of a generation live: files beside its manifest (Edge), or a collection of a server."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from kb.store.beside import FOLDER
from kb.store.copying import copy_tree
from kb.store.index import FusedIndex
from kb.store.port import IndexShape
from kb.store.sharing import may_be_shared

if TYPE_CHECKING:
    from qdrant_client import QdrantClient

SHARD = "shard"


class Storage(Protocol):
    """``folder`` is the directory of a generation, ``number`` its number. Every method raises StoreError."""

    @property
    def engine(self) -> str: ...

    def create(self, folder: Path, number: int, shape: IndexShape) -> FusedIndex:
        """A new, empty index."""
        ...

    def open(self, folder: Path, number: int, shape: IndexShape) -> FusedIndex: ...

    def copy(self, source: tuple[Path, int], target: tuple[Path, int], shape: IndexShape) -> None:
        """The index of one generation once more, for another."""
        ...

    def publish(self, number: int) -> None:
        """Called once a generation is the current one, and again by every later writer, in case one was killed."""
        ...

    def remove(self, number: int) -> None:
        """Called before the directory of a generation is deleted; nothing happens where there is no index."""
        ...


class EdgeStorage:
    """Each generation keeps its shard in its own directory."""

    engine = "edge"

    def create(self, folder: Path, number: int, shape: IndexShape) -> FusedIndex:  # noqa: ARG002
        from kb.store.qdrant_edge import create_edge_index

        shutil.rmtree(folder / SHARD, ignore_errors=True)
        return create_edge_index(folder / SHARD, shape)

    def open(self, folder: Path, number: int, shape: IndexShape) -> FusedIndex:  # noqa: ARG002
        from kb.store.qdrant_edge import open_edge_index

        return open_edge_index(folder / SHARD, shape)

    def copy(self, source: tuple[Path, int], target: tuple[Path, int], shape: IndexShape) -> None:  # noqa: ARG002
        shard = source[0] / SHARD
        copy_tree(shard, target[0] / SHARD, lambda file: may_be_shared(shard, file))

    def publish(self, number: int) -> None:
        """Nothing to do: the files move with their directory."""

    def remove(self, number: int) -> None:
        """Nothing to do: the files go with their directory."""


class ServerStorage:
    """Each generation is a collection ``<prefix>-gen-000012``; the alias ``<prefix>-current`` names the current one.

    The manifests stay in the corpus directory; the alias is for other programs that read the same server.
    """

    engine = "server"

    def __init__(self, url: str, prefix: str, api_key: str = "", client: QdrantClient | None = None) -> None:
        self._url = url
        self._prefix = prefix
        self._api_key = api_key
        self._client = client

    def create(self, folder: Path, number: int, shape: IndexShape) -> FusedIndex:
        from kb.store.qdrant_server import create_server_index, drop_collection

        drop_collection(self._connected(), self._collection(number))
        return create_server_index(self._connected(), self._collection(number), shape, folder / FOLDER)

    def open(self, folder: Path, number: int, shape: IndexShape) -> FusedIndex:
        from kb.store.qdrant_server import open_server_index

        return open_server_index(self._connected(), self._collection(number), shape, folder / FOLDER)

    def copy(self, source: tuple[Path, int], target: tuple[Path, int], shape: IndexShape) -> None:
        from kb.store.qdrant_server import copy_collection

        self.create(target[0], target[1], shape).close()
        copy_collection(self._connected(), self._collection(source[1]), self._collection(target[1]))
        if (source[0] / FOLDER).is_dir():
            copy_tree(source[0] / FOLDER, target[0] / FOLDER)

    def publish(self, number: int) -> None:
        from kb.store.qdrant_server import point_alias

        point_alias(self._connected(), f"{self._prefix}-current", self._collection(number))

    def remove(self, number: int) -> None:
        from kb.store.qdrant_server import drop_collection

        drop_collection(self._connected(), self._collection(number))

    def _collection(self, number: int) -> str:
        return f"{self._prefix}-gen-{number:06}"

    def _connected(self) -> QdrantClient:
        from kb.store.qdrant_server import connect

        if self._client is None:
            self._client = connect(self._url, self._api_key)
        return self._client
