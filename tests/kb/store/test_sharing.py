"""Two generations share the large files of sealed segments, and neither ever changes what the other reads."""

import hashlib
from pathlib import Path

import numpy as np
import pytest

from kb.model.query import Filters
from kb.store import sharing
from kb.store.copying import copy_tree, sync_tree
from kb.store.index import FusedIndex
from kb.store.port import Point
from kb.store.qdrant_edge import create_edge_index, open_edge_index
from kb.store.sharing import may_be_shared
from kb.store.storage import SHARD, EdgeStorage
from tests.kb.store.vectors import SHAPE, dense, meaning_leg, passage, sparse, words_leg

# More than wait unsealed: their vectors exceed `WAITING_KB`.
SEALED = 2_000


def points(first: int, last: int) -> list[Point]:
    chance = np.random.default_rng(first)
    made = []
    for at in range(first, last):
        terms = dict.fromkeys(chance.choice(50_000, 400, replace=False).tolist(), 1.0)
        words = {"words": sparse([at % 7, 100 + at]), "grams": sparse(terms)}
        made.append(Point(passage(f"{at // 10:04}", at % 10), dense(*chance.normal(size=4)), words))
    return made


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("original")
    index = create_edge_index(folder / SHARD, SHAPE)
    index.upsert(points(0, SEALED))
    index.seal()
    index.upsert(points(SEALED, SEALED + 30))
    index.seal()
    index.close()
    return folder


def contents(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def answers(index: FusedIndex) -> list[tuple[str, float]]:
    legs = [meaning_leg(0.1, 0.4, -0.2, 0.5, limit=50), words_leg([3, 105, 1040], limit=50)]
    return [(hit.passage.id, hit.score) for hit in index.query(legs, Filters(), 50)]


def test_nothing_done_to_a_copy_changes_a_byte_of_its_original(original: Path, tmp_path: Path) -> None:
    before = contents(original)
    EdgeStorage().copy((original, 1), (tmp_path, 2), SHAPE)
    shared = [path for path in (tmp_path / SHARD).rglob("*") if path.is_file() and path.stat().st_nlink > 1]
    assert len(shared) > 20
    copy = open_edge_index(tmp_path / SHARD, SHAPE)
    answers(copy)
    copy.delete_documents([f"folder/{at:04}" for at in range(20, 30)])
    copy.upsert(points(100, 140) + points(SEALED + 30, SEALED + 60))
    copy.flush()
    assert contents(original) == before
    copy.delete_documents([f"folder/{at:04}" for at in range(150)])  # so much that the segment is written anew
    copy.upsert(points(SEALED + 60, 2 * SEALED))
    copy.seal()
    copy.close()
    sync_tree(tmp_path)
    assert contents(original) == before


def test_the_original_answers_as_before_beside_a_changed_copy(original: Path, tmp_path: Path) -> None:
    EdgeStorage().copy((original, 1), (tmp_path, 2), SHAPE)
    reader = open_edge_index(original / SHARD, SHAPE)
    before = answers(reader)
    copy = open_edge_index(tmp_path / SHARD, SHAPE)
    assert answers(copy) == before
    copy.delete_documents([before[0][0].split("@")[0]])
    copy.seal()
    assert answers(copy) != before
    assert answers(reader) == before
    copy.close()
    reader.close()
    again = open_edge_index(original / SHARD, SHAPE)
    assert answers(again) == before
    again.close()


def test_the_large_files_of_a_sealed_segment_are_shared(original: Path) -> None:
    files = [path for path in (original / SHARD).rglob("*") if path.is_file()]
    shared = {path.name for path in files if may_be_shared(original / SHARD, path)}
    assert shared >= {"inverted_index.dat", "matrix.dat", "quantized.data", "page_0.dat"}


def test_nothing_is_shared_with_an_engine_that_was_not_looked_at(
    original: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sharing._is_known_engine.cache_clear()
    monkeypatch.setattr(sharing, "SEEN_FOR", "0.8.9")
    try:
        EdgeStorage().copy((original, 1), (tmp_path, 2), SHAPE)
    finally:
        sharing._is_known_engine.cache_clear()
    assert all(path.stat().st_nlink == 1 for path in tmp_path.rglob("*") if path.is_file())


def test_a_disk_without_links_gets_a_copy(original: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(self: Path, target: Path) -> None:
        raise OSError(1, "not permitted", str(self), None, str(target))

    monkeypatch.setattr(Path, "hardlink_to", refused)
    copy_tree(original / SHARD, tmp_path / "copy", lambda _: True)
    assert contents(tmp_path / "copy") == contents(original / SHARD)
