"""The adapters that the contract is run over. Each gives a function that makes new, empty indexes."""

import os
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kb.store.index import FusedIndex
from kb.store.port import IndexShape
from kb.store.qdrant_edge import create_edge_index
from kb.store.qdrant_server import IN_MEMORY, connect, create_server_index, drop_collection
from tests.kb.store.vectors import SHAPE

MakeIndex = Callable[[IndexShape], FusedIndex]


@pytest.fixture(params=["edge", "client in memory", "server"])
def make_index(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[MakeIndex]:
    made: list[FusedIndex] = []
    names: list[str] = []
    url = os.environ.get("QDRANT_URL", "")
    if request.param == "server" and not url:
        pytest.skip("QDRANT_URL is not set: no Qdrant server to run the contract on")
    client = None if request.param == "edge" else connect(url if request.param == "server" else IN_MEMORY)

    def make(shape: IndexShape = SHAPE) -> FusedIndex:
        if client is None:
            index = create_edge_index(tmp_path / f"shard-{len(made)}", shape)
        else:
            names.append(f"loket-test-{uuid.uuid4().hex}")
            index = create_server_index(client, names[-1], shape)
        made.append(index)
        return index

    yield make
    for index in made:
        index.close()
    if client is not None:
        for name in names:
            drop_collection(client, name)
        client.close()


@pytest.fixture
def index(make_index: MakeIndex) -> FusedIndex:
    return make_index(SHAPE)
