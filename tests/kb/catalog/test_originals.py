"""Originals: kept once, checked when read."""

from pathlib import Path

import pytest

from kb.catalog.originals import Originals, sha256_of
from kb.errors import CatalogError, NotFoundError


@pytest.fixture
def originals(tmp_path: Path) -> Originals:
    return Originals(tmp_path)


def damage(path: Path) -> None:
    path.chmod(0o644)
    path.write_bytes(b"x" + path.read_bytes()[1:])


@pytest.mark.parametrize("data", [b"", b"tekst", bytes(range(256)) * 4000])
def test_bytes_come_back_as_they_went_in(originals: Originals, data: bytes) -> None:
    sha256 = originals.put(data)
    assert sha256 == sha256_of(data)
    assert originals.get(sha256) == data
    assert originals.path(sha256).parts[-3:] == ("originals", sha256[:2], sha256)


def test_the_same_bytes_are_kept_once_and_read_only(originals: Originals) -> None:
    sha256 = originals.put(b"tekst")
    before = originals.path(sha256).stat()
    originals.put(b"tekst")
    after = originals.path(sha256).stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
    assert after.st_mode & 0o777 == 0o444
    assert list(originals.all()) == [sha256]


def test_damage_is_noticed_and_mended_by_the_same_bytes(originals: Originals) -> None:
    sha256 = originals.put(b"tekst")
    damage(originals.path(sha256))
    assert originals.damaged() == [sha256]
    with pytest.raises(CatalogError, match="damaged"):
        originals.get(sha256)
    originals.put(b"tekst")
    assert originals.get(sha256) == b"tekst"
    assert originals.damaged() == []


def test_a_missing_original_is_named(originals: Originals) -> None:
    with pytest.raises(NotFoundError, match="not in the corpus"):
        originals.get("0" * 64)
    assert originals.missing(["0" * 64, originals.put(b"daar")]) == ["0" * 64]


def test_a_disk_that_refuses_is_one_clear_sentence(tmp_path: Path) -> None:
    (tmp_path / "originals").write_text("in the way")
    with pytest.raises(CatalogError, match="cannot be written"):
        Originals(tmp_path).put(b"tekst")


def test_what_a_killed_run_left_is_cleared_by_the_next(originals: Originals) -> None:
    needed, left = originals.put(b"nodig"), originals.put(b"over")
    with pytest.raises(KeyboardInterrupt), originals.changing(lambda: [needed, left]):
        raise KeyboardInterrupt
    assert originals.is_changing
    (originals.path(needed).parent.parent / "arriving" / "half").touch()
    with originals.changing(lambda: [needed]):
        assert list(originals.all()) == [needed]
    assert not originals.is_changing
    assert not list((originals.path(needed).parent.parent / "arriving").iterdir())


def test_an_undisturbed_run_clears_nothing(originals: Originals) -> None:
    kept = originals.put(b"van een ander")
    with originals.changing(lambda: []):
        pass
    assert list(originals.all()) == [kept]
