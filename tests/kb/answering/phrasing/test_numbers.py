"""Numbers and dates as values."""

import pytest

from kb.answering.phrasing.days import blanked, days
from kb.answering.phrasing.numbers import dutch_number, figures


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("vijfentwintig", ["25"]),
        ("tweeëndertig", ["32"]),
        ("driehonderdtwaalf", ["312"]),
        ("zesduizend", ["6000"]),
        ("zevenenveertigduizend", ["47000"]),
        ("drie miljoen", ["3000000"]),
        ("anderhalf miljoen", ["1500000"]),
        ("1.200", ["1200"]),
        ("1 200 300", ["1200300"]),
        ("1,200 desks", ["1200"]),
        ("3,5", ["3.5"]),
        ("3.5 million euros", ["€3500000"]),
        ("€ 400.000", ["€400000"]),
        ("40,- euro", ["€40"]),
        ("12 procent", ["%12"]),
        ("12%.", ["%12"]),
        ("twaalf procent", ["%12"]),
        ("twenty-five", ["25"]),
        ("één loket", ["1"]),
        ("een loket", []),
        ("ten opzichte van", []),
        ("de eerste en de 2e", ["#1", "#2"]),
        ("A12, COVID-19 en B2B", []),
        ("5%. Anderhalf jaar", ["%5", "1.5"]),
    ],
)
def test_figures(text: str, keys: list[str]) -> None:
    assert [one.key for one in figures(text)] == keys


@pytest.mark.parametrize("word", ["", "loket", "honderdhonderd", "duizendeen x", "eenen", "achten", "tweehond"])
def test_what_is_no_number_word(word: str) -> None:
    assert dutch_number(word) is None


@pytest.mark.parametrize(
    ("text", "keys", "rest"),
    [
        ("op 31 oktober 2024 om 9 uur", ["2024-10-31"], ["9"]),
        ("31-10-2024, 31/10/2024 en 2024-10-31", ["2024-10-31"] * 3, []),
        ("October 31, 2024", ["2024-10-31"], []),
        ("1 okt. 2024", ["2024-10-1"], []),
        ("3 mei", ["?-5-3"], []),
        ("in oktober 2024 en in maart", ["2024-10-?", "?-3-?"], []),
        ("in 2024", ["2024-?-?"], []),
        ("2.024 en € 2024 en 20245", [], ["2024", "€2024", "20245"]),
        ("32 mei 2024", ["2024-5-?"], ["32"]),
    ],
)
def test_dates(text: str, keys: list[str], rest: list[str]) -> None:
    found = days(text)
    assert [one.key for one in found] == keys
    assert [one.key for one in figures(blanked(text, found))] == rest
