"""The file: its schema version, readers beside a writer, threads, what is not a catalog."""

import sqlite3
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from kb.catalog.catalog import Catalog
from kb.errors import CatalogError
from kb.model.identity import DocumentId
from tests.kb.catalog.documents_made import LETTER, made


def test_reading_where_nothing_was_made_says_what_to_do(tmp_path: Path) -> None:
    assert not Catalog.exists(tmp_path)
    with pytest.raises(CatalogError, match=r"no catalog.*loket add"):
        Catalog.open(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_catalog_of_another_schema_is_refused_and_left_alone(catalog: Catalog, tmp_path: Path) -> None:
    catalog.store(made())
    catalog.close()
    with sqlite3.connect(tmp_path / "corpus" / "catalog.sqlite") as raw:
        raw.execute("PRAGMA user_version = 99")
    raw.close()
    for write in (False, True):
        with pytest.raises(CatalogError, match=r"another version of Loket \(schema 99"):
            Catalog.open(tmp_path / "corpus", write=write)


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "catalog.sqlite") as raw:
        raw.execute("CREATE TABLE recipes (name TEXT)")
    raw.close()
    with pytest.raises(CatalogError, match="not a catalog of Loket"):
        Catalog.open(tmp_path, write=True)


def test_a_file_that_is_no_database_is_one_clear_sentence(tmp_path: Path) -> None:
    (tmp_path / "catalog.sqlite").write_bytes(b"not a database at all " * 100)
    with pytest.raises(CatalogError, match="cannot be used: file is not a database"):
        Catalog.open(tmp_path)


def test_a_directory_that_cannot_be_made_is_one_clear_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CatalogError, match="cannot be made"):
        Catalog.open(tmp_path / "file" / "corpus", write=True)


@pytest.mark.usefixtures("catalog")
def test_a_reader_cannot_write(tmp_path: Path) -> None:
    with Catalog.open(tmp_path / "corpus") as reader, pytest.raises(CatalogError, match="reading only"):
        reader.store(made())


def test_two_readers_see_whole_documents_while_one_writes(catalog: Catalog, tmp_path: Path) -> None:
    texts = ["Het loket is open. " * 50, "Gesloten. " * 90]
    catalog.store(made(text=texts[0]))
    done, seen, errors = threading.Event(), set(), []

    def read() -> None:
        try:
            with Catalog.open(tmp_path / "corpus") as reader:
                while not done.is_set():
                    document = reader.document(LETTER)
                    assert document.sections[0].text in texts
                    assert reader.section(LETTER, document.version, "s1") == document.sections[0]
                    seen.add(document.version)
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=read) for _ in range(2)]
    for thread in threads:
        thread.start()
    for number in range(2, 120):
        catalog.store(made(text=texts[number % 2]))
    done.set()
    for thread in threads:
        thread.join()
    assert errors == []
    assert len(seen) > 1


def test_one_catalog_is_read_from_many_threads(catalog: Catalog) -> None:
    catalog.store(made())
    titles: list[str] = []
    threads = [threading.Thread(target=lambda: titles.append(catalog.document(LETTER).title)) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert titles == ["Over het loket"] * 16


def test_a_reader_opens_what_a_killed_writer_left(catalog: Catalog, tmp_path: Path) -> None:
    """A kill leaves the write-ahead log unmerged; the next reader, alone, must read through it."""
    program = (
        "import os, sys; from pathlib import Path; from kb.catalog.catalog import Catalog\n"
        "from tests.kb.catalog.documents_made import made\n"
        "Catalog.open(Path(sys.argv[1]), write=True).store(made(title='Net voor de klap'))\n"
        "os.kill(os.getpid(), 9)\n"
    )
    catalog.close()
    subprocess.run([sys.executable, "-c", program, str(tmp_path / "corpus")], check=False)
    with Catalog.open(tmp_path / "corpus") as reader:
        assert reader.document(LETTER).title == "Net voor de klap"


def test_a_corpus_on_read_only_media_can_be_read(
    catalog: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalog.store(made())
    catalog.close()
    monkeypatch.setattr("os.access", lambda *_: False)  # these tests may run as root, whom no rights stop
    before = sorted(path.name for path in (tmp_path / "corpus").iterdir())
    with Catalog.open(tmp_path / "corpus") as reader:
        assert reader.document(LETTER) == made(version=1)
        assert sorted(path.name for path in (tmp_path / "corpus").iterdir()) == before


def test_a_failing_store_keeps_nothing_of_the_document(catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    catalog.store(made())
    monkeypatch.setattr("kb.catalog.writing._make_current", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        catalog.store(made(title="Halverwege"))
    monkeypatch.undo()
    assert len(catalog.versions(LETTER)) == 1
    assert catalog.document(LETTER) == made(version=1)
    assert catalog.revision == 1


def test_many_documents_are_listed_by_id(catalog: Catalog) -> None:
    ids = [DocumentId("folder", f"{number}.txt") for number in (3, 1, 20, 2)]
    for id in ids:
        catalog.store(made(id))
    assert [entry.id for entry in catalog.current()] == sorted(ids)


def test_importing_the_catalog_does_not_import_sqlalchemy() -> None:
    program = "import sys, kb.catalog.catalog, kb.catalog.lock, ingest.pipeline; sys.exit('sqlalchemy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_equal_content_under_another_time_is_one_hash(catalog: Catalog) -> None:
    catalog.store(made())
    (entry,) = catalog.current()
    catalog.store(replace(made(), version=7))
    assert list(catalog.current()) == [entry]
