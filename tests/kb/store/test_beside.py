"""What stands beside the engine is what a fresh count gives, also after a kill, a damage and any order of changes."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from kb.model.query import Filters
from kb.store.beside import FOLDER, WHOLE
from kb.store.index import FusedIndex
from kb.store.port import Point
from kb.store.qdrant_edge import create_edge_index, open_edge_index
from tests.kb.store.vectors import SHAPE, dense, meaning_leg, passage, point, words_leg


def made(key: str, order: int) -> Point:
    chance = np.random.default_rng([order, *key.encode()])
    words = [int(term) for term in chance.choice(12, 4, replace=False)]
    return point(passage(key, order), dense(*chance.normal(size=4)), words, [term + 100 for term in words])


def answers(index: FusedIndex) -> list[tuple[str, float, str, int, int]]:
    """Every hit with its score, its raw scores and its marks."""
    legs = [meaning_leg(0.3, -0.2, 0.5, 0.1, limit=20), words_leg([1, 4, 7, 11], limit=20)]
    found = index.ranked(legs, Filters(), 30)
    names = [one.id for one in index.read(found.ids.tolist())]
    raw = [str({leg: of[at] for leg, of in found.legs.items()}) for at in range(len(names))]
    return list(zip(names, found.scores.tolist(), raw, found.fold.tolist(), found.document.tolist(), strict=True))


def straight(index: FusedIndex) -> None:
    index.upsert([made(key, order) for key in "abcdef" for order in range(5)])


def in_bits(index: FusedIndex) -> None:
    for key in "fedcba":
        index.upsert([made(key, order) for order in (4, 2, 0, 1, 3)])
        index.seal()


def with_detours(index: FusedIndex) -> None:
    index.upsert([made(key, order) for key in "xaby" for order in range(7)])
    index.seal()
    index.delete_documents(["folder/x", "folder/a"])
    index.upsert([made("c", order) for order in range(5)] + [made("b", 3)])
    answers(index)
    index.delete_documents(["folder/y", "folder/b", "folder/none"])
    index.upsert([made(key, order) for key in "abcdef" for order in range(5)])


@pytest.mark.parametrize("history", [in_bits, with_detours])
@pytest.mark.parametrize("sealed", [True, False])
def test_the_same_passages_answer_alike_to_the_last_digit_however_they_came_in(
    tmp_path: Path, history: Callable[[FusedIndex], None], sealed: bool
) -> None:
    one, other = create_edge_index(tmp_path / "one", SHAPE), create_edge_index(tmp_path / "other", SHAPE)
    straight(one)
    history(other)
    if sealed:
        other.seal()
    assert answers(one) == answers(other)
    assert len(answers(one)) > 20


def test_it_is_read_back_as_it_was_saved(tmp_path: Path) -> None:
    index = create_edge_index(tmp_path / "shard", SHAPE)
    straight(index)
    before = answers(index)
    index.seal()
    index.close()
    assert (tmp_path / "shard" / FOLDER / WHOLE).exists()
    again = open_edge_index(tmp_path / "shard", SHAPE)
    assert answers(again) == before
    again.close()


@pytest.mark.parametrize("damage", ["no folder", "not whole", "empty file", "another table"])
def test_what_is_missing_or_damaged_is_counted_again(tmp_path: Path, damage: str) -> None:
    index = create_edge_index(tmp_path / "shard", SHAPE)
    straight(index)
    before = answers(index)
    index.seal()
    index.close()
    folder = tmp_path / "shard" / FOLDER
    if damage == "no folder":
        for path in folder.iterdir():
            path.unlink()
        folder.rmdir()
    elif damage == "not whole":
        (folder / WHOLE).unlink()
        np.save(folder / "terms-words.npy", np.array([[1], [5000]], dtype=np.uint32))
    elif damage == "empty file":
        (folder / "marks.npy").write_bytes(b"")
    else:
        np.save(folder / "terms-grams.npy", np.zeros(3))
    again = open_edge_index(tmp_path / "shard", SHAPE)
    assert answers(again) == before
    again.close()


def test_a_change_that_was_not_flushed_leaves_no_count_that_says_otherwise(tmp_path: Path) -> None:
    index = create_edge_index(tmp_path / "shard", SHAPE)
    straight(index)
    index.seal()
    index.delete_documents(["folder/a"])
    assert not (tmp_path / "shard" / FOLDER / WHOLE).exists()
    index.close()
