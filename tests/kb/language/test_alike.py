"""What expressions also are called, and mistyped words."""

import zlib

import pytest

from kb.language.alike import ALIKE_FILE
from kb.language.analyzer import DutchAnalyzer
from kb.language.question import QuestionWords
from kb.language.stemming import stem
from tools.language_data import alike as making

ANALYZER = DutchAnalyzer()


def asked(text: str) -> dict[str, float]:
    return QuestionWords(ANALYZER, text).words()


@pytest.mark.parametrize(
    ("question", "written"),
    [
        ("de wethouder van Gent", "schepen"),
        ("het leefloon", "bijstand"),
        ("VWS en vapen", "volksgezondheid"),
        ("de wet openbaarheid van bestuur", "wob"),
        ("windmolens op zee", "windturbine"),
        ("the nitrogen policy of the government", "stikstofbeleid"),
        ("de nitrogen policy van Vlaanderen", "stikstofbeleid"),
    ],
)
def test_an_expression_finds_what_it_also_is_called(question: str, written: str) -> None:
    assert asked(question).keys() & ANALYZER.words(written).keys()


def test_another_name_counts_less_than_the_word_itself() -> None:
    terms = asked("windmolens")
    assert terms[stem("windturbine")] < terms[stem("windmolen")]


def test_a_dutch_expression_is_not_taken_for_an_english_term() -> None:
    assert asked("het beleid").keys() == ANALYZER.words("beleid").keys()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("stikstofbelied", "stikstofbeleid"),
        ("universtiteit", "universiteit"),
        ("gemeentraad", "gemeenteraad"),
        ("subisdie", "subsidie"),
    ],
)
def test_a_slip_of_one_letter_is_corrected(typed: str, meant: str) -> None:
    terms = asked(typed)
    assert 0 < terms[stem(meant)] < terms[stem(typed)]


@pytest.mark.parametrize("word", ["stikstofbeleid", "loketje", "temu", "brexit", "kamervragen", "xqzjwvv", "2024"])
def test_a_known_word_and_a_riddle_are_not_corrected(word: str) -> None:
    assert ANALYZER.correct(word) == ""


def test_a_word_with_a_capital_is_a_name_and_not_corrected() -> None:
    assert asked("Subisdie").keys() == ANALYZER.words("Subisdie").keys()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("huizen", "huis"),
        ("lessen", "les"),
        ("steden", "stad"),
        ("besloot", "besluiten"),
        ("ingevoerd", "invoeren"),
        ("weggetje", "weg"),
        ("daalde", "dalen"),
        ("produkt", "product"),
        ("windmolens", "windmolen"),
        ("examens", "examen"),
    ],
)
def test_inflected_forms_and_spellings_have_the_stem_of_their_word(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("gezond", "zonnen"), ("gasten", "gas"), ("uitspraken", "uitspreken")])
def test_a_word_that_only_looks_like_a_form_keeps_its_stem(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_the_shipped_table_is_what_the_reviewed_lists_give() -> None:
    shipped = dict(row.split("\t", 1) for row in zlib.decompress(ALIKE_FILE.read_bytes()).decode().split("\n"))
    assert shipped == {key: "\t".join(others) for key, others in making.alike_rows().items()}


@pytest.mark.parametrize("name", [*making.DUTCH_LISTS, "english_dutch"])
def test_every_reviewed_list_names_its_source_and_holds_expressions(name: str) -> None:
    path = making.WORDS / f"{name}.tsv"
    assert "hand for this project" in " ".join(path.read_text(encoding="utf-8").split())[:400].replace("# ", "")
    rows = list(making.read(path))
    assert len(rows) > 100
    assert all(len(row) > 1 and all(cell == cell.strip() and cell for cell in row) for row in rows)
