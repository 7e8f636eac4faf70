"""Copies hold the same bytes, and no more of the disk than the original."""

import os
from pathlib import Path

import pytest

from kb.store.copying import copy_file, copy_tree, write_atomically


@pytest.mark.parametrize(
    "stretches",
    [
        [],
        [(0, b"begin")],
        [(5_000_000, b"end")],
        [(0, b"a" * 70_000), (9_000_000, b"b" * 3_000_000)],
        [(1_048_576, b"\0" * 10), (4_194_303, b"x")],
    ],
)
@pytest.mark.parametrize("tail", [0, 3_000_000])
def test_a_file_with_holes_is_copied_byte_by_byte(
    tmp_path: Path, stretches: list[tuple[int, bytes]], tail: int
) -> None:
    source, target = tmp_path / "source", tmp_path / "target"
    with source.open("wb") as file:
        for at, content in stretches:
            file.seek(at)
            file.write(content)
        file.truncate(file.tell() + tail)
    copy_file(source, target)
    assert target.read_bytes() == source.read_bytes()
    assert target.stat().st_blocks <= source.stat().st_blocks + 16


def test_without_the_system_telling_holes_everything_is_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "SEEK_DATA", raising=False)
    monkeypatch.delattr(os, "SEEK_HOLE", raising=False)
    (tmp_path / "source").write_bytes(b"abc" * 1_000_000)
    copy_file(tmp_path / "source", tmp_path / "target")
    assert (tmp_path / "target").read_bytes() == b"abc" * 1_000_000


def test_a_tree_is_copied_with_its_empty_directories(tmp_path: Path) -> None:
    (tmp_path / "a" / "b" / "empty").mkdir(parents=True)
    (tmp_path / "a" / "b" / "één.txt").write_text("inhoud")
    copy_tree(tmp_path / "a", tmp_path / "copy")
    assert sorted(str(p.relative_to(tmp_path / "copy")) for p in (tmp_path / "copy").rglob("*")) == [
        "b",
        "b/empty",
        "b/één.txt",
    ]


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "CURRENT"
    path.write_text("old")
    write_atomically(path, "new")
    assert path.read_text() == "new"
    with pytest.raises(UnicodeEncodeError):
        write_atomically(path, "half \udc80")
    assert path.read_text() == "new"
