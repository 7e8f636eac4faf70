"""Text for a terminal."""

import io

import pytest

from ui.cli.terminal import Terminal, safe
from ui.cli.wrong_use import nearest


def test_escape_sequences_of_a_document_do_not_reach_the_terminal() -> None:
    assert "\x1b" not in safe("\x1b[2J\x1b]0;titel\x07tekst\u202e")
    assert safe("gewone tekst\tmet tab\nen regel") == "gewone tekst\tmet tab\nen regel"


def test_paragraphs_are_wrapped_and_indented() -> None:
    out = io.StringIO()
    Terminal(out, 40, False).paragraphs("woord " * 20, indent="    ", first="  - ")
    lines = out.getvalue().splitlines()
    assert lines[0].startswith("  - woord")
    assert all(line.startswith("    woord") for line in lines[1:])
    assert max(map(len, lines)) <= 40


@pytest.mark.parametrize(
    ("given", "valid", "near"),
    [
        ("aks", ("ask", "add"), "ask"),
        ("kamer", ("vlaams_parlement", "tweede_kamer"), "tweede_kamer"),
        ("x", (), ""),
    ],
)
def test_the_nearest_word(given: str, valid: tuple[str, ...], near: str) -> None:
    assert nearest(given, valid) == near
