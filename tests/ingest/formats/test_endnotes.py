"""Sources listed under the text become notes, each by its own number."""

from ingest.formats.endnotes import take_endnotes
from ingest.formats.lines import Line, LineKind

TEXT = [Line("Kent u het bericht [1], het rapport [2] en de brief [3]?", whole=True)]


def notes(*texts: str) -> list[tuple[str, str]]:
    lines = take_endnotes([*TEXT, *(Line(text, whole=True) for text in texts)])
    return [(line.label, line.text) for line in lines if line.kind is LineKind.NOTE]


def test_each_listed_source_is_a_note() -> None:
    assert notes("[1] Courant, 3 mei", "[2] Rapport, 2026", "[3] Kamerstuk 36 001, nr. 4") == [
        ("1", "Courant, 3 mei"),
        ("2", "Rapport, 2026"),
        ("3", "Kamerstuk 36 001, nr. 4"),
    ]


def test_a_source_that_runs_on_behind_an_address_is_cut_from_it() -> None:
    assert notes("[1] www.courant.nl/stuk[2] www.rapport.nl", "[3] Kamerstuk 36 001, nr. 4") == [
        ("1", "www.courant.nl/stuk"),
        ("2", "www.rapport.nl"),
        ("3", "Kamerstuk 36 001, nr. 4"),
    ]


def test_a_missing_source_does_not_swallow_the_next() -> None:
    assert notes("[1] Courant, 3 mei", "[3] Kamerstuk 36 001, nr. 4") == [
        ("1", "Courant, 3 mei"),
        ("3", "Kamerstuk 36 001, nr. 4"),
    ]


def test_a_list_that_the_text_does_not_refer_to_stays_text() -> None:
    assert notes("[1] eerst dit", "[2] dan dat", "[3] ten slotte", "[4] en nog iets") == []
