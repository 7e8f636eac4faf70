"""Search over the real engine."""

from pathlib import Path

import pytest

from kb.model.query import Filters, FoundBy
from kb.model.terms import Parliament
from tests.kb.search.passages_made import passage, searcher_over

KENNISLOKET = passage("kennis", "Het kennisveiligheidsloket beantwoordt vragen van hogescholen over samenwerking.")
FIETSPAD = passage("fiets", "De gemeente legt een fietspad aan langs de ringweg van Zandhoven.")
JEUGDZORG = passage("jeugd", "De wachtlijsten in de jeugdzorg zijn korter dan vorig jaar.")
BRIEF = passage("brief", "De uitvoering verloopt volgens plan.", numbers=("kst-31288-948", "2024Z18792"))
SV30 = passage("sv30", "Er zijn vier dossiers ingediend.", numbers=("SV 30 (2024-2025)",))
CORPUS = (KENNISLOKET, FIETSPAD, JEUGDZORG, BRIEF, SV30)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("kennisveiligheidsloket", KENNISLOKET),
        ("loket", KENNISLOKET),
        ("loket voor kennisveiligheid", KENNISLOKET),
        ("kenisveiligheidsloket", KENNISLOKET),
        ("fiets", FIETSPAD),
        ("fietspaden in gemeenten", FIETSPAD),
        ("wachtlijst in de zorg voor de jeugd", JEUGDZORG),
        ("31 288, nr. 948", BRIEF),
        ("2024Z18792", BRIEF),
        ("Kamerstuk 31288 nr. 948: wat staat daarin over het fietspad?", BRIEF),
        ("SV 30", SV30),
    ],
)
def test_the_passage_that_a_question_means_comes_first(tmp_path: Path, query: str, found: object) -> None:
    searcher, _ = searcher_over(tmp_path, *CORPUS)
    assert searcher.search(query, Filters(), 3).matches[0].passage == found


def test_a_document_named_by_its_number_says_so(tmp_path: Path) -> None:
    searcher, _ = searcher_over(tmp_path, *CORPUS)
    first, second = searcher.search("2024Z18792", Filters(), 2).matches
    assert FoundBy.NUMBER in first.found_by
    assert FoundBy.NUMBER not in second.found_by


def test_an_unknown_number_finds_by_words_alone(tmp_path: Path) -> None:
    searcher, _ = searcher_over(tmp_path, *CORPUS)
    matches = searcher.search("2019Z00001 fietspad", Filters(), 5).matches
    assert matches[0].passage == FIETSPAD
    assert all(FoundBy.NUMBER not in match.found_by for match in matches)


def test_filters_hold_for_numbers_too(tmp_path: Path) -> None:
    searcher, _ = searcher_over(tmp_path, BRIEF, passage("vp", "Een antwoord.", parliament=Parliament.VLAAMS_PARLEMENT))
    matches = searcher.search("2024Z18792", Filters(parliaments=(Parliament.VLAAMS_PARLEMENT,)), 5).matches
    assert [str(match.passage.document) for match in matches] == ["folder/vp"]


def test_the_same_text_in_two_documents_is_shown_once(tmp_path: Path) -> None:
    text = "Het antwoord is gezamenlijk gegeven voor beide vragen over het kanaal."
    searcher, _ = searcher_over(tmp_path, passage("a", text), passage("b", text.upper()), FIETSPAD)
    shown = [match.passage.text.lower() for match in searcher.search("kanaal", Filters(), 5).matches]
    assert shown.count(text.lower()) == 1


def test_the_same_search_gives_the_same_result(tmp_path: Path) -> None:
    searcher, _ = searcher_over(tmp_path, *CORPUS)
    assert searcher.search("loket", Filters(), 5) == searcher.search("loket", Filters(), 5)


def test_the_total_counts_every_passage_under_the_filters(tmp_path: Path) -> None:
    searcher, _ = searcher_over(tmp_path, *CORPUS)
    result = searcher.search("loket", Filters(), 1)
    assert (len(result.matches), result.total, result.total_is_exact) == (1, len(CORPUS), True)


@pytest.mark.parametrize("query", ["", "   ", "?", "de het een"])
def test_a_question_without_words_is_no_error(tmp_path: Path, query: str) -> None:
    searcher, _ = searcher_over(tmp_path, *CORPUS)
    searcher.search(query, Filters(), 5)
