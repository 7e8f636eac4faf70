import pytest

from ingest.sources.source import File
from ingest.sources.tweede_kamer.sniffing import refusal

_TEXT = b"Vraag 1\nBent u bekend met het bericht?\n"


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n1 0 obj",
        b"PK\x03\x04rest",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        rb"{\rtf1 tekst}",
        _TEXT,
    ],
)
def test_the_forms_in_which_the_chamber_publishes_are_taken(data: bytes) -> None:
    assert refusal(File("x", stamp="v:0"), data) == ""


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "it is empty"),
        (b"  \n", "it is empty"),
        (b"<!DOCTYPE html><html><body>Guru Meditation</body></html>", "it is a web page"),
        (b'{"error":{"code":"","message":"An error has occurred."}}', "An error has occurred."),
        (b'{"error":"not found"}', "not found"),
        (b"[]", "(JSON)"),
        (b"<?xml version='1.0'?><Error><Code>1</Code></Error>", "it is XML"),
    ],
)
def test_an_answer_that_is_no_document_is_refused_with_its_reason(data: bytes, reason: str) -> None:
    assert reason in refusal(File("x"), data)


def test_a_short_message_in_place_of_a_file_is_known_by_its_length() -> None:
    assert "22319 was announced" in refusal(File("x", stamp="v:22319"), b"Service unavailable")
    assert refusal(File("x", stamp=f"v:{len(_TEXT)}"), _TEXT) == ""
