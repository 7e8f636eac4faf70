"""What a run of `add` does with good, bad, changed and vanished files."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.pipeline import Pipeline
from ingest.report import Outcome, Report
from ingest.sources.folder.listing import list_paths
from kb.catalog.catalog import Catalog
from kb.model.identity import DocumentId
from kb.model.terms import Kind
from tests.ingest.fake_reading import fake_read

NOON = dt.datetime(2024, 11, 20, 12, tzinfo=dt.UTC)
A = DocumentId("folder", "map/a.txt")
B = DocumentId("folder", "map/b.txt")


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    with Catalog.open(tmp_path / "corpus", write=True) as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "map"
    folder.mkdir()
    (folder / "a.txt").write_text("Eerste tekst.")
    (folder / "b.txt").write_text("Tweede tekst.")
    return folder


def add(catalog: Catalog, *paths: Path, reader: str = "1", max_bytes: int = 1000) -> Report:
    pipeline = Pipeline(catalog, clock=lambda: NOON, read=fake_read, fingerprint=lambda: reader, max_bytes=max_bytes)
    return pipeline.add(list_paths(paths))


def counts(report: Report) -> tuple[int, int, int, int, int]:
    return report.new, report.changed, report.unchanged, report.skipped, report.failed


def test_files_become_documents_with_their_evidence(catalog: Catalog, folder: Path) -> None:
    assert counts(add(catalog, folder)) == (2, 0, 0, 0, 0)
    document = catalog.document(A)
    assert document.sections[0].text == "Eerste tekst."
    origin = document.provenance
    assert (origin.location, origin.media_type, origin.retrieved_at) == (str(folder / "a.txt"), "text/plain", NOON)
    assert catalog.originals.get(origin.sha256) == b"Eerste tekst."
    assert catalog.verify() == ()


def test_the_same_files_again_change_nothing_and_are_not_read(catalog: Catalog, folder: Path) -> None:
    add(catalog, folder)
    before = catalog.revision, catalog.corpus_version()
    again = Pipeline(catalog, read=lambda *_: pytest.fail("was read"), fingerprint=lambda: "1").add(
        list_paths([folder])
    )
    assert counts(again) == (0, 0, 2, 0, 0)
    assert (catalog.revision, catalog.corpus_version()) == before


def test_a_changed_file_makes_a_new_version_and_the_old_one_stays_readable(catalog: Catalog, folder: Path) -> None:
    add(catalog, folder)
    (folder / "a.txt").write_text("Eerste tekst, verbeterd.")
    assert counts(add(catalog, folder)) == (0, 1, 1, 0, 0)
    assert catalog.section(A, 1, "s1").text == "Eerste tekst."
    assert catalog.document(A).sections[0].text == "Eerste tekst, verbeterd."
    old = catalog.document(A, 1).provenance.sha256
    assert catalog.originals.get(old) == b"Eerste tekst."


def test_a_better_reader_reads_again_and_makes_versions_only_where_it_matters(catalog: Catalog, folder: Path) -> None:
    add(catalog, folder)
    assert counts(add(catalog, folder, reader="2")) == (0, 0, 2, 0, 0)
    (folder / "documents.toml").write_text('["a.txt"]\nkind = "letter"\n')
    report = add(catalog, folder, reader="2")
    assert [line.outcome for line in report.lines if line.id] == [Outcome.REPARSED, Outcome.UNCHANGED]
    assert catalog.document(A).kind is Kind.LETTER


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        (b"", "unreadable", "The file is empty. Save it again."),
        (b"SCAN ", "no_text", "The pages are pictures. Run OCR first."),
        (b"CRASH ", "internal", "could not be read (internal: ZeroDivisionError). Please report this file."),
        (b"SHAPELESS ", "internal", "(internal: TypeError)"),
        (b"x" * 1001, "unreadable", "is larger than 0 MB. Split it, or raise ingest.max_file_mb in config.toml."),
        (b"half \xff teken", "unsound", "not valid Unicode"),
    ],
)
def test_a_bad_file_is_one_clear_line_and_the_rest_goes_in(
    catalog: Catalog, folder: Path, data: bytes, code: str, said: str
) -> None:
    (folder / "a.txt").write_bytes(data)
    report = add(catalog, folder)
    assert counts(report) == (1, 0, 0, 0, 1)
    (line,) = report.failures
    assert str(folder / "a.txt") in line.message
    assert said in line.message
    assert "\n" not in line.message
    (noted,) = catalog.problems()
    assert (noted.document, noted.problem.code, noted.location) == (A, code, str(folder / "a.txt"))
    assert catalog.has(B)
    assert len(list(catalog.originals.all())) == 1  # that of the failed file is not kept
    assert catalog.verify() == ()


def test_a_mended_file_clears_its_problem(catalog: Catalog, folder: Path) -> None:
    (folder / "a.txt").write_bytes(b"")
    add(catalog, folder)
    (folder / "a.txt").write_bytes(b"Nu wel.")
    add(catalog, folder)
    assert catalog.problems() == ()


def test_a_file_that_breaks_and_is_put_back_clears_its_problem(catalog: Catalog, folder: Path) -> None:
    for data in (b"Goed.", b"", b"Goed."):
        (folder / "a.txt").write_bytes(data)
        report = add(catalog, folder)
    assert counts(report) == (0, 0, 2, 0, 0)
    assert catalog.problems() == ()
    assert catalog.document(A).version == 1


def test_a_broken_file_keeps_its_last_good_version(catalog: Catalog, folder: Path) -> None:
    add(catalog, folder)
    (folder / "a.txt").write_bytes(b"")
    add(catalog, folder)
    assert catalog.document(A).sections[0].text == "Eerste tekst."


def test_a_problem_with_a_file_that_is_gone_is_over(catalog: Catalog, folder: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elders.txt"
    elsewhere.touch()
    (folder / "a.txt").write_bytes(b"")
    (folder / "weg.txt").symlink_to("nergens")
    assert add(catalog, folder, elsewhere).failed == 3
    (folder / "a.txt").unlink()
    (folder / "weg.txt").unlink()
    add(catalog, folder)
    assert [str(noted.document) for noted in catalog.problems()] == ["folder/elders.txt"]


def test_a_removed_document_comes_back_when_its_folder_is_added_again(catalog: Catalog, folder: Path) -> None:
    add(catalog, folder)
    catalog.remove(A)
    assert counts(add(catalog, folder)) == (1, 0, 1, 0, 0)
    assert catalog.document(A).version == 1


def test_a_damaged_original_is_mended_by_adding_its_file_again(catalog: Catalog, folder: Path) -> None:
    add(catalog, folder)
    path = catalog.originals.path(catalog.document(A).provenance.sha256)
    path.chmod(0o644)
    path.write_bytes(b"Eerste tekst!")
    assert catalog.verify() != ()
    assert counts(add(catalog, folder)) == (0, 0, 2, 0, 0)
    assert catalog.verify() == ()


def test_what_is_less_than_right_in_a_document_stands_in_the_report(catalog: Catalog, folder: Path) -> None:
    (folder / "a.txt").write_text("ODD tekst")
    line = add(catalog, folder).lines[0]
    assert (line.outcome, line.message) == (Outcome.NEW, f"{folder / 'a.txt'}: Iets vreemds.")


def test_a_file_of_another_folder_with_the_same_name_is_not_silently_a_new_version(
    catalog: Catalog, folder: Path, tmp_path: Path
) -> None:
    add(catalog, folder)
    other = tmp_path / "elders" / "map"
    other.mkdir(parents=True)
    (other / "a.txt").write_text("Iets heel anders.")
    (other / "b.txt").write_text("Tweede tekst.")
    changed, same = add(catalog, other).lines
    assert changed.outcome is Outcome.CHANGED
    assert f"came from {folder / 'a.txt'}; that file is still there" in changed.message
    assert (same.outcome, same.message) == (Outcome.UNCHANGED, "")
    (other / "a.txt").write_text("Nog eens anders.")
    assert add(catalog, other).lines[0].message == ""


def test_a_folder_that_moved_is_the_same_folder(catalog: Catalog, folder: Path, tmp_path: Path) -> None:
    add(catalog, folder)
    moved = tmp_path / "elders" / "map"
    moved.parent.mkdir()
    folder.rename(moved)
    (moved / "a.txt").write_text("Verbeterd.")
    report = add(catalog, moved)
    assert counts(report) == (0, 1, 1, 0, 0)
    assert [line.message for line in report.lines] == ["", ""]


def test_every_file_is_a_step_of_the_progress(catalog: Catalog, folder: Path) -> None:
    steps: list[tuple[int, int, str]] = []
    Pipeline(catalog, read=fake_read).add(list_paths([folder]), lambda *step: steps.append(step))
    assert steps == [(1, 2, str(folder / "a.txt")), (2, 2, str(folder / "b.txt"))]


def test_control_c_ends_the_run_cleanly_and_the_next_completes_it(catalog: Catalog, folder: Path) -> None:
    (folder / "b.txt").write_text("STOP nu")
    (folder / "c.txt").write_text("Derde.")
    report = add(catalog, folder)
    assert report.interrupted
    assert counts(report) == (1, 0, 0, 0, 0)
    (folder / "b.txt").write_text("Tweede tekst.")
    report = add(catalog, folder)
    assert not report.interrupted
    assert counts(report) == (2, 0, 1, 0, 0)
    assert catalog.verify() == ()


def test_the_report_is_in_the_order_of_the_paths(catalog: Catalog, tmp_path: Path) -> None:
    for name in ("c", "a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x.txt").write_text("" if name == "b" else name)
    report = add(catalog, *(tmp_path / name for name in ("c", "a", "b")))
    assert [Path(line.location).parent.name for line in report.lines] == ["a", "b", "c"]


def test_many_files_read_by_several_processes_are_the_same_corpus(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ingest.attempts.WORTH_SECONDS", 0.0)
    folder = tmp_path / "map"
    folder.mkdir()
    for number in range(60):
        (folder / f"{number}.txt").write_text("" if number == 30 else f"Tekst {number}.")
    versions = []
    for workers in (1, 2):
        with Catalog.open(tmp_path / str(workers), write=True) as catalog:
            report = Pipeline(catalog, read=fake_read, workers=workers).add(list_paths([folder]))
            assert counts(report) == (59, 0, 0, 0, 1)
            versions.append((catalog.corpus_version(), [line.location for line in report.lines]))
    assert versions[0] == versions[1]
