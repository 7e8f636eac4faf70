"""Files and folders that cannot be used: each is one clear line of the report, and what is good beside it goes in."""

import io
import os
import random
import sys
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from tests.whole.command import ROOT, Loket, Ran
from tests.whole.documents import BEES, WATER
from tests.whole.fewer_rights import REFUSED

A_MINUTE = 60.0


def written_pdf(text: str = "", password: str = "") -> bytes:
    """A PDF that says ``text``, with drawing and nothing to read where there is none."""
    from fpdf import FPDF

    pdf = FPDF()
    pdf.add_page()
    if text:
        pdf.set_font("Helvetica", size=12)
        pdf.multi_cell(0, 6, text)
    else:
        pdf.rect(20, 20, 100, 100)
    made = bytes(pdf.output())
    return encrypted(made, password) if password else made


def encrypted(data: bytes, password: str) -> bytes:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    writer.encrypt(password, algorithm="RC4-128")
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def scanned_pdf() -> bytes:
    """One page that is a picture of grey rows, as a scanner gives it."""
    image_module = pytest.importorskip("PIL.Image", reason="Pillow makes the scanned page")
    from fpdf import FPDF

    picture = image_module.new("L", (600, 800), 255)
    for row in range(60, 760, 24):
        picture.paste(90, (50, row, 550, row + 8))
    pdf = FPDF()
    pdf.add_page()
    pdf.image(picture, 0, 0, 210, 297)
    return bytes(pdf.output())


def zip_archive() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("brief.txt", "Het loket is open.")
    return made.getvalue()


LONG_PDF = "Het loket wordt in vijf steden geopend. " * 200


@dataclass(frozen=True, slots=True)
class BadFile:
    """``says`` is a word of the line that tells the reader what it is."""

    name: str
    data: Callable[[], bytes]
    says: str


BAD = (
    BadFile("leeg.pdf", lambda: b"", "empty"),
    BadFile("afgekapt.pdf", lambda: written_pdf(LONG_PDF)[:900], "damaged"),
    BadFile("versleuteld.pdf", lambda: written_pdf(LONG_PDF, "geheim"), "password"),
    BadFile("gescand.pdf", scanned_pdf, "scan"),
    BadFile("tekening.pdf", written_pdf, "no text"),
    BadFile("archief.pdf", zip_archive, "ZIP"),
    BadFile("programma.txt", lambda: b"\x7fELF\x02\x01\x01\x00" + random.Random(1).randbytes(20_000), "no kind"),
)


def lines_of(ran: Ran, name: str) -> list[dict[str, Any]]:
    """Lines of the report about that file or folder."""
    return [line for line in ran.json["taken_in"]["lines"] if Path(line["location"]).name == name]


def check_one_clear_line(ran: Ran, name: str, says: str) -> None:
    (line,) = lines_of(ran, name)
    assert line["outcome"] == "failed"
    (problem,) = line["problems"]
    assert name in problem["message"]
    assert says.lower() in f"{problem['message']} {problem['advice']}".lower()
    assert problem["advice"].endswith(".")
    assert problem["code"] != "internal"
    assert "\n" not in problem["message"] + problem["advice"]
    assert len(problem["message"] + problem["advice"]) < 300 + len(line["location"])


def check_the_good_ones_answer(loket: Loket) -> None:
    answer = loket("ask", "Wat is de stand van zaken van het waterloket?", "--json").json
    assert answer["status"] == "answered"
    assert any(WATER.answers[0] in claim["text"] for claim in answer["claims"])
    verified = loket("verify", "--json")
    assert (verified.code, verified.json) == (0, {"ok": True, "problems": []})


def test_every_bad_file_is_one_clear_line_and_the_good_files_beside_them_are_found(loket: Loket, folder: Path) -> None:
    for bad in BAD:
        (folder / bad.name).write_bytes(bad.data())
    (folder / "weg.pdf").symlink_to(folder / "verdwenen.pdf")
    ran = loket("add", folder, "--json")
    assert ran.code == 1
    for bad in BAD:
        check_one_clear_line(ran, bad.name, bad.says)
    check_one_clear_line(ran, "weg.pdf", "link")
    good = [line["location"] for line in ran.json["taken_in"]["lines"] if line["outcome"] == "new"]
    assert [Path(location).name for location in good] == ["sv-7.txt", "sv-8.txt"]
    check_the_good_ones_answer(loket)

    shown = loket("add", folder)  # as a person reads it, and again the next day
    assert shown.code == 1
    assert shown.err == ""
    points = [row for row in shown.out.splitlines() if row.startswith("  - ")]
    assert len(points) == len(BAD) + 1
    status = loket("status", "--json")
    assert status.code == 1
    assert len(status.json["problem_list"]) == len(BAD) + 1


def test_a_file_that_was_mended_is_no_problem_any_more(loket: Loket, folder: Path) -> None:
    (folder / "nota.pdf").write_bytes(b"")
    assert loket("add", folder).code == 1
    (folder / "nota.pdf").write_bytes(written_pdf("Het bijenplan wordt verlengd tot 2030. " * 5))
    assert loket("add", folder).code == 0
    status = loket("status", "--json")
    assert (status.code, status.json["problem_list"], status.json["documents"]) == (0, [], 3)


def test_a_pdf_that_only_forbids_printing_is_read(loket: Loket, tmp_path: Path) -> None:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(written_pdf("Het waterloket opent in maart 2025. " * 5))))
    writer.encrypt("", "eigenaar", algorithm="RC4-128")
    with (tmp_path / "beveiligd.pdf").open("wb") as file:
        writer.write(file)
    ran = loket("add", tmp_path / "beveiligd.pdf", "--json")
    assert ran.code == 0, ran.out
    assert loket("search", "waterloket", "--json").json["matches"]


def test_a_text_in_latin_1_goes_in_with_its_accents(loket: Loket, folder: Path) -> None:
    text = replace(WATER, number=9, subject="de coördinatiecel", answers=("De coördinatiecel is één geheel.",)).text
    (folder / "oud.txt").write_bytes(text.encode("latin-1"))
    ran = loket("add", folder, "--json")
    (line,) = lines_of(ran, "oud.txt")
    assert (ran.code, line["outcome"]) == (0, "new")
    answer = loket("ask", "Wat is de stand van zaken van de coördinatiecel?", "--json").json
    assert "De coördinatiecel is één geheel." in [claim["text"] for claim in answer["claims"]]


@pytest.mark.slow
def test_a_text_of_60_mb_is_refused_in_one_line_well_within_a_minute(loket: Loket, folder: Path) -> None:
    (folder / "reusachtig.txt").write_bytes((BEES.text.encode() * (60_000_000 // len(BEES.text) + 1))[:60_000_000])
    ran = loket("add", folder, "--json")
    assert ran.code == 1
    assert ran.seconds < A_MINUTE
    check_one_clear_line(ran, "reusachtig.txt", "60 MB")
    check_the_good_ones_answer(loket)


def test_a_file_above_the_limit_of_the_settings_is_one_clear_line(loket: Loket, folder: Path, tmp_path: Path) -> None:
    settings = tmp_path / "small.toml"
    settings.write_text('[embedding]\nkind = "hashing"\n[ingest]\nmax_file_mb = 1\n', encoding="utf-8")
    (folder / "groot.pdf").write_bytes(written_pdf(LONG_PDF) + bytes(1_000_001))
    ran = replace(loket, config=settings)("add", folder, "--json")
    assert ran.code == 1
    check_one_clear_line(ran, "groot.pdf", "max_file_mb")
    check_the_good_ones_answer(loket)


def test_a_folder_and_a_file_without_rights_are_one_clear_line_each(loket: Loket, folder: Path) -> None:
    closed = folder / "dicht"
    closed.mkdir()
    BEES.write(closed / "sv-88.txt")
    locked = BEES.write(folder / "op-slot.txt")
    closed.chmod(0)
    locked.chmod(0)
    drop = (sys.executable, str(ROOT / "tests" / "whole" / "fewer_rights.py"))
    try:
        ran = replace(loket, start=drop)("add", folder, "--json")
    finally:
        closed.chmod(0o755)
        locked.chmod(0o644)
    if ran.code == REFUSED:
        pytest.skip("this system does not let root give up its rights")
    assert ran.code == 1
    check_one_clear_line(ran, "dicht", "rights")
    check_one_clear_line(ran, "op-slot.txt", "rights")
    check_the_good_ones_answer(loket)
    assert loket("add", folder).code == 0  # opened up, and taken in


def test_a_corpus_that_cannot_be_written_to_is_refused_in_one_sentence(
    loket: Loket, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "bestand").write_text("geen map")
    ran = loket.on(tmp_path / "bestand")("add", folder)
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.count("\n") == 1
    assert str(tmp_path / "bestand") in ran.err


def test_a_path_that_is_not_there_is_said_and_the_other_goes_in(loket: Loket, folder: Path) -> None:
    ran = loket("add", folder / "sv-7.txt", folder / "er-niet.pdf", "--json")
    assert ran.code == 1
    check_one_clear_line(ran, "er-niet.pdf", "not exist")
    check_the_good_ones_answer(loket)
    assert loket.on(loket.corpus.parent / "andere")("add", os.devnull).code == 3
