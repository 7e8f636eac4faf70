"""What `verify` notices: each damage is made, and named."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from kb.catalog.catalog import Catalog
from tests.kb.catalog.documents_made import LETTER, made


@pytest.fixture
def sound(catalog: Catalog) -> Catalog:
    for data in (b"oud", b"nieuw"):
        document = made(title=data.decode())
        origin = replace(document.provenance, sha256=catalog.originals.put(data))
        catalog.store(replace(document, provenance=origin))
    return catalog


def change(tmp_path: Path, statement: str) -> None:
    with sqlite3.connect(tmp_path / "corpus" / "catalog.sqlite") as raw:
        raw.execute(statement)
    raw.close()


def test_a_sound_corpus_has_nothing_to_say(sound: Catalog) -> None:
    assert sound.verify() == ()


@pytest.mark.parametrize(
    ("statement", "code", "why"),
    [
        ("UPDATE section SET text = replace(text, 'open', 'dicht') WHERE version = 1", "span_untrue", "version 1"),
        ("UPDATE section SET text = 'h' || substr(text, 2) WHERE version = 2", "document_changed", "version 2"),
        ("UPDATE version SET title = 'x' WHERE pk = 1", "document_changed", "version 1"),
        ("UPDATE section SET pages = '999:1'", "span_untrue", "page 1 begins at 999"),
        ("UPDATE reference SET start = start + 1", "span_untrue", "does not stand at its place"),
        ("UPDATE reference SET section = 'nergens'", "span_untrue", "'nergens', which is not there"),
        ("INSERT INTO pair VALUES (2, 0, '1', 'q1', NULL, 'unanswered', '', '', 0)", "span_untrue", "'q1'"),
        ("UPDATE version SET kind = 'onzin' WHERE pk = 2", "document_unreadable", "version 2"),
        ("DELETE FROM version WHERE pk = 1", "catalog_damaged", "belong to nothing"),
    ],
)
def test_a_changed_catalog_is_noticed(sound: Catalog, tmp_path: Path, statement: str, code: str, why: str) -> None:
    change(tmp_path, statement)
    assert any(problem.code == code and why in problem.message for problem in sound.verify())


def test_a_damaged_a_missing_and_a_superfluous_original_are_noticed(sound: Catalog) -> None:
    first, second = sorted(sound.referenced_originals())
    sound.originals.path(first).unlink()
    sound.originals.path(second).chmod(0o644)
    sound.originals.path(second).write_bytes(b"iets anders")
    extra = sound.originals.put(b"van niemand")
    found = {
        (problem.code, name) for problem in sound.verify() for name in (first, second, extra) if name in problem.message
    }
    assert found == {("original_missing", first), ("original_damaged", second), ("original_unneeded", extra)}


def test_a_damaged_database_file_is_noticed(sound: Catalog, tmp_path: Path) -> None:
    sound.store(made(LETTER, "Een heel lange tekst. " * 20_000))
    sound.close()
    path = tmp_path / "corpus" / "catalog.sqlite"
    data = bytearray(path.read_bytes())
    half = len(data) // 2
    data[half : half + 20_000] = b"\x5a" * 20_000
    path.write_bytes(data)
    with Catalog.open(tmp_path / "corpus") as damaged:
        assert damaged.verify() != ()
