"""Which files of a user's folders are documents, under which ids, and what is said of the others."""

import os
import unicodedata
from pathlib import Path

import pytest

from ingest.sources.folder.item import FileItem
from ingest.sources.folder.listing import list_paths
from ingest.sources.port import Listing
from kb.errors import InputError
from kb.model.document import Number
from kb.model.identity import DocumentId
from kb.model.terms import Kind


def make(root: Path, *names: str, data: bytes = b"tekst") -> Path:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return root


def ids(listing: Listing) -> list[str]:
    return [str(item.id) for item in listing.items]


def skipped(listing: Listing) -> dict[str, str]:
    return {Path(entry.location).name: entry.reason for entry in listing.skipped}


def faults(listing: Listing) -> list[str]:
    return [entry.problem.message for entry in listing.unusable]


def test_a_folder_gives_its_own_name_and_the_relative_path(tmp_path: Path) -> None:
    folder = make(tmp_path / "notas", "b.pdf", "2024/a.txt", "2024/deep/er/c.html")
    assert ids(list_paths([folder])) == [
        "folder/notas/2024/a.txt",
        "folder/notas/2024/deep/er/c.html",
        "folder/notas/b.pdf",
    ]


def test_a_file_gives_its_own_name(tmp_path: Path) -> None:
    make(tmp_path / "notas", "a.txt")
    listing = list_paths([tmp_path / "notas" / "a.txt"])
    assert ids(listing) == ["folder/a.txt"]
    assert listing.items[0].read(100) == b"tekst"


def test_ids_do_not_depend_on_how_the_path_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = make(tmp_path / "notas", "sub/a.txt")
    monkeypatch.chdir(folder)
    written = (folder, Path(), Path("../notas"), Path("sub/.."), Path("../notas/"))
    assert {tuple(ids(list_paths([path]))) for path in written} == {("folder/notas/sub/a.txt",)}


def test_a_location_is_the_path_as_the_user_gave_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path / "notas", "sub/a.txt")
    monkeypatch.chdir(tmp_path)
    assert list_paths([Path("notas")]).items[0].location == "notas/sub/a.txt"


def test_names_are_normalised(tmp_path: Path) -> None:
    decomposed = unicodedata.normalize("NFD", "coördinatie.txt")
    listing = list_paths([make(tmp_path / "notas", decomposed)])
    assert ids(listing) == [unicodedata.normalize("NFC", "folder/notas/coördinatie.txt")]
    assert listing.items[0].read(100) == b"tekst"


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        (".verborgen.txt", "hidden"),
        ("~$nota.docx", "hidden or temporary"),
        ("documents.toml", "says things about the other files"),
        ("README.md", "about the collection"),
        ("readme", "about the collection"),
        ("PROVENANCE.txt", "about the collection"),
        ("LICENSE", "about the collection"),
        ("data.json", ".json is not a kind of document"),
        ("tabel.CSV", ".csv is not a kind of document"),
        ("script.py", ".py is not a kind of document"),
        ("instellingen.toml", ".toml is not a kind of document"),
        ("Makefile", "a file without a suffix is not"),
    ],
)
def test_what_is_not_a_document_is_skipped_with_the_reason(tmp_path: Path, name: str, reason: str) -> None:
    listing = list_paths([make(tmp_path / "notas", "a.txt", name, data=b"")])
    assert ids(listing) == ["folder/notas/a.txt"]
    assert reason in skipped(listing)[name]
    assert faults(listing) == []


@pytest.mark.parametrize(
    "name", ["Licenties hoger onderwijs.pdf", "readmetrics.txt", "NOTA.PDF", "license plan.docx", "brief.doc"]
)
def test_what_may_be_a_document_is_taken(tmp_path: Path, name: str) -> None:
    assert ids(list_paths([make(tmp_path / "notas", name)])) == [f"folder/notas/{name}"]


@pytest.mark.parametrize(
    ("name", "data", "taken"),
    [
        ("pfile", b"%PDF-1.7 ...", True),
        ("pfile.ashx", b"%PDF-1.7 ...", True),
        ("pfile", b"\n <!DOCTYPE html><html>", True),
        ("pfile", b"PK\x03\x04 ...", True),
        ("cijfers.xlsx", b"PK\x03\x04 ...", False),
        ("tekening.svg", b"<?xml version='1.0'?><svg/>", False),
    ],
)
def test_a_name_that_says_nothing_leaves_it_to_the_first_bytes(
    tmp_path: Path, name: str, data: bytes, taken: bool
) -> None:
    assert bool(list_paths([make(tmp_path / "notas", name, data=data)]).items) is taken


def test_a_file_that_the_user_names_is_taken_whatever_it_is_called(tmp_path: Path) -> None:
    make(tmp_path, "README.md", "zonder-suffix")
    assert ids(list_paths([tmp_path / "README.md", tmp_path / "zonder-suffix"])) == [
        "folder/README.md",
        "folder/zonder-suffix",
    ]


def test_hidden_folders_are_passed_by(tmp_path: Path) -> None:
    listing = list_paths([make(tmp_path / "notas", "a.txt", ".git/b.txt")])
    assert ids(listing) == ["folder/notas/a.txt"]
    assert skipped(listing) == {".git": "hidden"}


def test_a_path_that_is_not_there_is_a_fault_and_the_rest_is_listed(tmp_path: Path) -> None:
    folder = make(tmp_path / "notas", "a.txt")
    listing = list_paths([tmp_path / "nergens.pdf", folder])
    assert ids(listing) == ["folder/notas/a.txt"]
    assert faults(listing) == [f"{tmp_path / 'nergens.pdf'} does not exist."]


def test_broken_links_and_loops_are_faults_and_the_rest_is_listed(tmp_path: Path) -> None:
    folder = make(tmp_path / "notas", "a.txt", "sub/b.txt")
    (folder / "weg.txt").symlink_to("nergens")
    (folder / "zelf.txt").symlink_to("zelf.txt")
    (folder / "sub" / "omhoog").symlink_to("..")
    listing = list_paths([folder])
    assert ids(listing) == ["folder/notas/a.txt", "folder/notas/sub/b.txt"]
    assert faults(listing) == [
        f"{folder / 'weg.txt'} is a link to something that is gone.",
        f"{folder / 'zelf.txt'} is a link that leads back to itself.",
    ]
    assert "which is taken already" in skipped(listing)["omhoog"]


def test_a_link_out_of_the_folder_is_followed(tmp_path: Path) -> None:
    make(tmp_path / "elders", "c.txt")
    folder = make(tmp_path / "notas", "a.txt")
    (folder / "link").symlink_to(tmp_path / "elders")
    (folder / "d.txt").symlink_to(tmp_path / "elders" / "c.txt")
    listing = list_paths([folder])
    assert len(listing.items) == 2
    assert "is the same file as" in next(iter(skipped(listing).values()))


def test_a_directory_without_rights_is_a_fault_and_the_rest_is_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make(tmp_path / "notas", "a.txt", "dicht/b.txt")
    real = os.scandir

    def refuse(path: Path) -> object:  # these tests may run as root, whom no rights stop
        if Path(path).name == "dicht":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr("ingest.sources.folder.walking.os.scandir", refuse)
    listing = list_paths([folder])
    assert ids(listing) == ["folder/notas/a.txt"]
    assert faults(listing) == [f"{folder / 'dicht'} cannot be opened (Permission denied)."]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_rights_is_refused_when_it_is_read(tmp_path: Path) -> None:
    folder = make(tmp_path / "notas", "a.txt")
    (folder / "a.txt").chmod(0)
    with pytest.raises(InputError, match="Permission denied"):
        list_paths([folder]).items[0].read(100)


def test_a_pipe_is_passed_by_without_waiting(tmp_path: Path) -> None:
    folder = make(tmp_path / "notas", "a.txt")
    os.mkfifo(folder / "pijp.txt")
    listing = list_paths([folder])
    assert ids(listing) == ["folder/notas/a.txt"]
    assert skipped(listing) == {"pijp.txt": "is neither a file nor a folder"}
    with pytest.raises(InputError, match="is not a file"):
        FileItem(DocumentId("folder", "p"), str(folder / "pijp.txt"), listing.items[0].given).read(10)


def test_a_name_that_is_no_text_is_a_fault_that_can_be_shown(tmp_path: Path) -> None:
    folder = make(tmp_path / "notas", "a.txt")
    Path(os.fsdecode(os.fsencode(folder) + b"/co\xf6rdinatie.txt")).write_bytes(b"tekst")
    listing = list_paths([folder])
    assert ids(listing) == ["folder/notas/a.txt"]
    (fault,) = faults(listing)
    assert "is not valid Unicode" in fault
    assert fault.encode("utf-8")


def test_two_files_of_one_id_are_a_fault_and_the_first_is_kept(tmp_path: Path) -> None:
    one, two = make(tmp_path / "x" / "notas", "a.txt", "b.txt"), make(tmp_path / "y" / "notas", "a.txt", "c.txt")
    listing = list_paths([one, two])
    assert ids(listing) == ["folder/notas/a.txt", "folder/notas/b.txt", "folder/notas/c.txt"]
    assert listing.items[0].location == str(one / "a.txt")
    assert faults(listing) == [f"{two / 'a.txt'} would get the id folder/notas/a.txt, which {one / 'a.txt'} has."]


def test_the_same_file_named_twice_is_taken_once(tmp_path: Path) -> None:
    folder = make(tmp_path / "notas", "sub/a.txt")
    listing = list_paths([folder, folder, folder / "sub"])
    assert ids(listing) == ["folder/notas/sub/a.txt"]
    assert faults(listing) == []
    assert skipped(listing) == {"a.txt": "is the same file as folder/notas/sub/a.txt"}


def test_every_folder_has_its_own_metadata(tmp_path: Path) -> None:
    folder = make(tmp_path / "notas", "a.txt", "sub/a.txt")
    (folder / "documents.toml").write_text('["a.txt"]\nkind = "letter"\nnumber = "kst-31288-948"\n')
    (folder / "sub" / "documents.toml").write_text('["a.txt"]\nkind = "report"\n')
    first, second = list_paths([folder]).items
    assert (first.given.kind, first.given.numbers) == (Kind.LETTER, (Number("kamerstuk", "kst-31288-948"),))
    assert second.given.kind is Kind.REPORT
    assert first.given.file_name == "a.txt"


def test_a_file_named_by_itself_has_the_metadata_of_its_folder_and_only_its_faults(tmp_path: Path) -> None:
    folder = make(tmp_path / "notas", "a.txt", "b.txt")
    (folder / "documents.toml").write_text('["a.txt"]\nkind = "letter"\nknd = "x"\n["b.txt"]\nx = 1\n["c.txt"]\n')
    listing = list_paths([folder / "a.txt"])
    assert listing.items[0].given.kind is Kind.LETTER
    (fault,) = faults(listing)
    assert 'knd of "a.txt" is not a field' in fault


def test_a_file_above_the_limit_is_refused_when_it_is_read(tmp_path: Path) -> None:
    (item,) = list_paths([make(tmp_path / "notas", "a.txt")]).items
    assert item.read(5) == b"tekst"
    with pytest.raises(InputError, match="larger than"):
        item.read(4)


def test_a_file_that_is_gone_by_then_is_refused_when_it_is_read(tmp_path: Path) -> None:
    (item,) = list_paths([make(tmp_path / "notas", "a.txt")]).items
    (tmp_path / "notas" / "a.txt").unlink()
    with pytest.raises(InputError, match="No such file"):
        item.read(5)


def test_the_real_corpus_is_listed_whole() -> None:
    shared = Path(__file__).resolve().parents[4].parent / "shared" / "corpus"
    if not shared.is_dir():
        pytest.skip("the real documents are not beside this project")
    listing = list_paths([shared])
    assert len(listing.items) == 95
    assert faults(listing) == []
    assert set(skipped(listing)) == {"README.md", "documents.toml"}
