"""Taking documents out by what a user calls them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.pipeline import Pipeline
from ingest.removing import documents_named, remove_documents
from ingest.sources.folder.listing import list_paths
from kb.catalog.catalog import Catalog
from kb.errors import NotFoundError
from tests.ingest.fake_reading import fake_read


@pytest.fixture
def catalog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Catalog]:
    monkeypatch.chdir(tmp_path)
    for name in ("notas/a.txt", "notas/b.txt", "notas2/a.txt"):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(name)
    with Catalog.open(tmp_path / "corpus", write=True) as opened:
        Pipeline(opened, read=fake_read).add(list_paths([Path("notas"), Path("notas2")]))
        yield opened


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("folder/notas/a.txt", ["folder/notas/a.txt"]),
        ("folder/notas", ["folder/notas/a.txt", "folder/notas/b.txt"]),
        ("folder/notas/", ["folder/notas/a.txt", "folder/notas/b.txt"]),
        ("notas/a.txt", ["folder/notas/a.txt"]),
        ("./notas2/../notas/b.txt", ["folder/notas/b.txt"]),
        ("notas2", ["folder/notas2/a.txt"]),
    ],
)
def test_a_name_is_an_id_a_folder_or_a_path(catalog: Catalog, name: str, found: list[str]) -> None:
    assert [str(id) for id in documents_named(catalog, name)] == found


def test_a_name_that_fits_nothing_removes_nothing_and_names_the_nearest(catalog: Catalog) -> None:
    with pytest.raises(NotFoundError, match=r"called folder/notas/c\.txt") as refused:
        remove_documents(catalog, ["folder/notas/a.txt", "folder/notas/c.txt"])
    assert "Did you mean folder/notas/" in refused.value.advice
    assert len(list(catalog.current())) == 3


def test_names_that_overlap_remove_each_document_once(catalog: Catalog) -> None:
    removed = remove_documents(catalog, ["folder/notas/a.txt", "notas"])
    assert [str(id) for id in removed] == ["folder/notas/a.txt", "folder/notas/b.txt"]
    assert len(catalog.removals()) == 2


def test_a_removed_document_can_be_purged_by_its_id(catalog: Catalog) -> None:
    remove_documents(catalog, ["folder/notas/a.txt"])
    with pytest.raises(NotFoundError):
        remove_documents(catalog, ["folder/notas/a.txt"])
    assert len(remove_documents(catalog, ["folder/notas/a.txt"], purge=True)) == 1
    assert len(list(catalog.originals.all())) == 2
    assert catalog.verify() == ()
