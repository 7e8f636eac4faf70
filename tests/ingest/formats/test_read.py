import io
import re
import zipfile

import pytest

from ingest.formats import office, sniff
from ingest.formats.read import extract
from kb.errors import InputError, NoTextError
from tests.ingest.formats.builders import docx, paragraph, pdf, scanned_pdf, seeds


def zipped(**files: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return made.getvalue()


SOUND = pdf([["Vraag 1", "Is het loket open?"], ["Antwoord 1", "Ja, sinds 4 mei."]])


@pytest.mark.parametrize(
    ("data", "name", "message", "advice"),
    [
        (b"", "a.pdf", "empty", "again"),
        (SOUND[:200], "a.pdf", "damaged or cut short", "save it again"),
        (b"%PDF-1.7\n", "a.pdf", "damaged or cut short", "save it again"),
        (pdf([["geheim"]], password="sesam"), "a.pdf", "locked with a password", "without the password"),
        (zipped(a="x"), "a.pdf", "ZIP archive", "Unpack"),
        (bytes(range(256)) * 40, "a.bin", "no kind that can be read", "PDF, DOCX"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "a.pdf", "image/png", "PDF, DOCX"),
        (docx(paragraph("x"))[:300], "a.docx", "ZIP archive", "Unpack"),
        (b"<?xml version='1.0'?><officiele-publicatie><al>half", "a.xml", "damaged or cut short", "Fetch"),
        (b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "a.xml", "entities", "comes from"),
        (b"<html><body><script>x()</script></body></html>", "a.html", "no text", "script"),
        (b" \n\n ", "a.txt", "no text", "right file"),
    ],
)
def test_a_broken_file_is_refused_in_one_sentence_with_advice(
    data: bytes, name: str, message: str, advice: str
) -> None:
    with pytest.raises(InputError) as caught:
        extract(data, name)
    assert message in caught.value.message
    assert advice in caught.value.advice
    assert "\n" not in str(caught.value)


def test_scanned_pages_say_that_there_is_no_text_layer_and_name_the_program() -> None:
    with pytest.raises(NoTextError) as caught:
        extract(scanned_pdf(), "scan.pdf")
    assert "no text layer" in caught.value.message
    assert "ocrmypdf" in caught.value.advice


def test_ocr_that_is_asked_for_and_not_installed_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(NoTextError, match="ocrmypdf is not installed"):
        extract(scanned_pdf(), "scan.pdf", ocr=True)


@pytest.mark.parametrize("data", [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), b"{\\rtf1\\ansi Dag.}"])
def test_an_old_word_file_without_libreoffice_names_it(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(InputError, match="LibreOffice is not installed") as caught:
        extract(data, "a.pdf")
    assert "DOCX or PDF" in caught.value.advice


def test_an_old_word_file_goes_through_libreoffice_where_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office.shutil, "which", lambda _: "/usr/bin/soffice")
    monkeypatch.setattr(office, "convert", lambda *_: docx(paragraph("Uit een oude brief.")))
    assert extract(b"{\\rtf1\\ansi Dag.}", "a.rtf").text == "Uit een oude brief."


def test_a_file_over_the_limit_is_refused_before_it_is_read() -> None:
    with pytest.raises(InputError, match=r"largest that is read is 1 MB"):
        extract(b"tekst " * 400_000, "a.txt", max_bytes=1_000_000)


def test_sixty_megabytes_of_text_are_refused_clearly() -> None:
    with pytest.raises(InputError, match="60 MB; the most that is read is 20 MB"):
        extract(b"De minister antwoordt dat het loket opent.\n" * 1_400_000, "a.txt")


def test_an_archive_that_unpacks_to_too_much_is_refused() -> None:
    data = docx(paragraph("a" * 1_000) * 40_000)
    assert len(data) < 1_000_000
    with pytest.raises(InputError, match="unpacks to more"):
        extract(data, "a.docx")


@pytest.mark.parametrize(
    ("name", "expected"),
    [("pdf", sniff.PDF), ("docx", sniff.DOCX), ("html", sniff.HTML), ("xml", sniff.XML), ("txt", sniff.TEXT)],
)
def test_the_bytes_tell_the_type_whatever_the_name_says(name: str, expected: str) -> None:
    data = seeds()[name]
    assert {sniff.media_type(data, given) for given in ("", "a.pdf", "a.doc", f"a.{name}")} == {expected}
    assert extract(data, "a.pdf").media_type == expected


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (b"jaar;vragen\n2026;12\n", "a.csv", sniff.CSV),
        (b"jaar;vragen\n2026;12\n", "a.txt", sniff.TEXT),
        (b"tekst <p>met een alinea</p>", "a.html", sniff.HTML),
        (b"tekst <p>met een alinea</p>", "a.txt", sniff.TEXT),
        (b"  <div class='vraag'><h2>Vraag 1</h2></div>", "", sniff.HTML),
        (b"<?xml version='1.0'?><html xmlns='x'><body/></html>", "", sniff.HTML),
        ("ï»¿\n<?xml version='1.0'?><officiele-publicatie/>".encode(), "", sniff.XML),
        ("Vraag één".encode("utf-16"), "", sniff.TEXT),
        (b"", "a.pdf", sniff.EMPTY),
        (b"\x00\x01\x02\x03" * 30, "a.txt", sniff.BINARY),
    ],
)
def test_the_name_only_breaks_ties(data: bytes, name: str, expected: str) -> None:
    assert sniff.media_type(data, name) == expected


def test_reading_writes_nothing_to_standard_error(capfd: pytest.CaptureFixture[str]) -> None:
    broken = re.sub(rb"startxref\n\d+", b"startxref\n77", SOUND)
    extracted = extract(broken, "a.pdf")
    assert "Is het loket open?" in extracted.text
    assert [problem.code for problem in extracted.problems] == ["pdf_repaired"]
    assert capfd.readouterr() == ("", "")
