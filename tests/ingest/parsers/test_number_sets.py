import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.formats.lines import Line
from ingest.parsers.number_sets import HeadingKind, read_heading, read_item, read_numbers

SETS = [
    ("3", (3,)),
    ("3, 4 en 5", (3, 4, 5)),
    ("2, 3, en 4", (2, 3, 4)),
    ("7, 8, 9 10 en 11", (7, 8, 9, 10, 11)),
    ("2 t/m 6", (2, 3, 4, 5, 6)),
    ("2 tot en met 5", (2, 3, 4, 5)),
    ("4-7", (4, 5, 6, 7)),
    ("4 – 6", (4, 5, 6)),
    ("1,2,3,4 en 5", (1, 2, 3, 4, 5)),
    ("1. en 2", (1, 2)),
    ("3, 5 t/m 7 en 9", (3, 5, 6, 7, 9)),
    ("5, 3 en 5", (5, 3)),
    ("", ()),
]


@pytest.mark.parametrize(("printed", "numbers"), SETS)
def test_a_printed_set_is_read_whole(printed, numbers):
    assert read_numbers(printed) == numbers


@given(st.lists(st.integers(1, 120), min_size=1, max_size=9, unique=True), st.sampled_from([", ", ",", " , "]))
def test_any_list_of_numbers_comes_back(numbers, comma):
    printed = comma.join(map(str, numbers[:-1])) + (" en " if len(numbers) > 1 else "") + str(numbers[-1])
    assert read_numbers(printed) == tuple(numbers)
    heading = read_heading(f"Antwoord op vragen {printed}:")
    assert heading is not None
    assert heading.numbers == tuple(numbers)


@given(st.integers(1, 80), st.integers(0, 60), st.sampled_from([" t/m ", "-", " tot en met ", "–"]))
def test_any_range_comes_back(first, more, word):
    assert read_numbers(f"{first}{word}{first + more}") == tuple(range(first, first + more + 1))


HEADINGS = [
    ("Vraag 1", HeadingKind.QUESTION, (1,), ""),
    ("Vragen 3, 4 en 5:", HeadingKind.QUESTION, (3, 4, 5), ""),
    ("VRAAG 12.", HeadingKind.QUESTION, (12,), ""),
    ("Vraag 2: Klopt dit?", HeadingKind.QUESTION, (2,), "Klopt dit?"),
    ("Antwoord", HeadingKind.ANSWER, (), ""),
    ("Antwoord:", HeadingKind.ANSWER, (), ""),
    ("Antwoord: Ja.", HeadingKind.ANSWER, (), "Ja."),
    ("Antwoord 4", HeadingKind.ANSWER, (4,), ""),
    ("Antwoord 5:", HeadingKind.ANSWER, (5,), ""),
    ("Antwoorden 5 en 6", HeadingKind.ANSWER, (5, 6), ""),
    ("Antwoord op vraag 3 en 4", HeadingKind.ANSWER, (3, 4), ""),
    ("Antwoord op de vragen 2, 3, en 4:", HeadingKind.ANSWER, (2, 3, 4), ""),
    ("Antwoord vraag 4-7:", HeadingKind.ANSWER, (4, 5, 6, 7), ""),
    ("Antwoord vragen 1,2,3,4 en 5", HeadingKind.ANSWER, (1, 2, 3, 4, 5), ""),
    ("Antwoorden op vraag 3, 4, 5, 9 en 10", HeadingKind.ANSWER, (3, 4, 5, 9, 10), ""),
    ("Antwoord op vraag 3 en vraag 8", HeadingKind.ANSWER, (3, 8), ""),
    ("Nader antwoord 2", HeadingKind.ANSWER, (2,), ""),
    ("Mededeling", HeadingKind.NOTICE, (), ""),
    ("Toelichting: Deze vragen", HeadingKind.EXPLANATION, (), "Deze vragen"),
]


@pytest.mark.parametrize(("line", "kind", "numbers", "rest"), HEADINGS)
def test_a_heading_is_known_with_its_numbers(line, kind, numbers, rest):
    heading = read_heading(line)
    assert heading is not None
    assert (heading.kind, heading.numbers, heading.rest) == (kind, numbers, rest)


@pytest.mark.parametrize(
    "line",
    [
        "antwoord op vraag 5).",
        "vraag 4",
        "Vraag 3 gaat over de kosten van de dijk.",
        "Antwoord op die vraag volgt later.",
        "Vragen gesteld door de leden der Kamer, met de daarop door de",
        "Antwoord van Minister Hermans (Klimaat en Groene Groei)",
        "Toelichting op de begroting",
        "Mededeling van Minister Faber",
        "2.",
        "",
    ],
)
def test_ordinary_text_is_no_heading(line):
    assert read_heading(line) is None


ITEMS = [
    ("1", (1,), "", True, False),
    ("1.", (1,), "", True, True),
    ("10. Er wordt gewerkt", (10,), "Er wordt gewerkt", False, True),
    ("8, 9. De benchmarks", (8, 9), "De benchmarks", False, True),
    ("1-3.", (1, 2, 3), "", True, True),
    ("1. en 2. De cijfers", (1, 2), "De cijfers", False, True),
    ("4.Tot op heden", (4,), "Tot op heden", False, True),
    ("2.a) Neen", (2,), "a) Neen", False, True),
    ("1) één van de criteria", (1,), "één van de criteria", False, False),
]


@pytest.mark.parametrize(("text", "numbers", "rest", "alone", "dotted"), ITEMS)
def test_a_numbered_line_is_told_from_its_text(text, numbers, rest, alone, dotted):
    item = read_item(Line(text))
    assert item is not None
    assert (item.numbers, item.rest, item.alone, item.dotted) == (numbers, rest, alone, dotted)


@pytest.mark.parametrize(
    "text", ["3.000 euro", "2024. Het jaar", "70,3", "9,14 %", "688 aanvragen", "10% meer", "1.2 Titel"]
)
def test_a_quantity_is_no_numbered_line(text):
    assert read_item(Line(text)) is None


def test_an_automatic_number_counts_as_printed():
    item = read_item(Line("Hoeveel?", whole=True, label="4."))
    assert item is not None
    assert (item.numbers, item.rest) == ((4,), "Hoeveel?")


LABELLED = [
    ("Vraag 1a", (1,), ("1a",)),
    ("Antwoord 1a en 1b", (1,), ("1a", "1b")),
    ("Antwoord op vraag 1a en b:", (1,), ("1a", "1b")),
    ("Antwoord 2b t/m 2d", (2,), ("2b", "2c", "2d")),
    ("Antwoord 3a t/m c", (3,), ("3a", "3b", "3c")),
    ("Antwoord 1a en 2", (1, 2), ()),  # the whole of question 2
    ("Antwoord 3 en 4", (3, 4), ()),
    ("Vraag 5 (herhaald)", (5,), ()),
    ("Antwoord 2 (mede namens de minister van Financiën)", (2,), ()),
]


@pytest.mark.parametrize(("printed", "numbers", "labels"), LABELLED)
def test_a_heading_keeps_its_letters_beside_its_numbers(printed, numbers, labels):
    heading = read_heading(printed)
    assert heading is not None
    assert (heading.numbers, heading.labels) == (numbers, labels)


def test_a_part_of_a_question_follows_the_part_before_it():
    first, second, third = (read_item(Line(text)) for text in ("1a. Wie?", "1b. Wat?", "2. Waar?"))
    assert second.follows(first)
    assert third.follows(second)
    assert not first.follows(second)
    assert not third.follows(third)
