"""Files that users really have, through the real readers: each is one clear line, and the rest goes in."""

import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ingest.pipeline import Pipeline
from ingest.report import Outcome, ReportLine
from ingest.sources.folder.listing import list_paths
from kb.catalog.catalog import Catalog


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    with Catalog.open(tmp_path / "corpus", write=True) as opened:
        yield opened


def blank_pdf(password: str = "") -> bytes:
    from pypdf import PdfWriter

    writer = PdfWriter()
    writer.add_blank_page(width=200, height=200)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def zip_file() -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("iets.txt", "tekst")
    return written.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("leeg.pdf", lambda: b"", "unreadable"),
        ("leeg.txt", lambda: b"", None),
        ("wit.txt", lambda: b" \n\n ", None),
        ("afgekapt.pdf", lambda: blank_pdf()[:200], "unreadable"),
        ("versleuteld.pdf", lambda: blank_pdf("geheim"), "unreadable"),
        ("gescand.pdf", blank_pdf, "no_text"),
        ("zip.pdf", zip_file, "unreadable"),
        ("foto.pdf", lambda: b"\x89PNG\r\n\x1a\n" + bytes(2000), "unreadable"),
        ("kapot.docx", lambda: b"PK\x03\x04" + bytes(500), "unreadable"),
        ("ruis.txt", lambda: bytes(range(256)) * 40, "unreadable"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_clear_line_and_the_rest_goes_in(
    catalog: Catalog, tmp_path: Path, name: str, data: Callable[[], bytes], code: str | None
) -> None:
    folder = tmp_path / "map"
    folder.mkdir()
    (folder / name).write_bytes(data())
    (folder / "goed.txt").write_text("Het loket is sinds maandag open.")
    lines = {Path(line.location).name: line for line in Pipeline(catalog).add(list_paths([folder])).lines}
    assert lines["goed.txt"].outcome is Outcome.NEW
    check_failure(lines[name], code)
    assert [entry.id.key for entry in catalog.current()] == ["map/goed.txt"]
    assert catalog.verify() == ()


def check_failure(line: ReportLine, code: str | None) -> None:
    assert line.outcome is Outcome.FAILED
    assert line.location in line.message
    assert "\n" not in line.message
    assert "Traceback" not in line.message
    (problem,) = line.problems
    assert problem.advice
    assert problem.code != "internal"
    assert code in (None, problem.code)


def test_a_file_in_latin_1_is_read_with_its_accents(catalog: Catalog, tmp_path: Path) -> None:
    text = "De coördinatie van één loket kost € 2 miljoen, zei de minister gisteren in Ieper. " * 5
    (tmp_path / "oud.txt").write_bytes(text.encode("cp1252"))
    (line,) = Pipeline(catalog).add(list_paths([tmp_path / "oud.txt"])).lines
    assert line.outcome is Outcome.NEW
    assert line.id is not None
    assert "coördinatie van één loket kost € 2" in catalog.document(line.id).sections[-1].text
