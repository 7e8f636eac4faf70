"""A search as understood, over the real engine."""

import datetime as dt
from collections.abc import Iterator

import pytest

from kb.model.query import Filters, FoundBy, Recognised, SearchResult
from kb.model.terms import Parliament
from kb.search.searcher import Searcher
from kb.search.understanding import within
from kb.search.understanding.known import Known
from kb.search.understanding.reading import understand
from kb.store.index import FusedIndex
from tests.kb.search.passages_made import passage, searcher_over

TODAY = dt.date(2026, 11, 21)
NONE = Filters()


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Searcher, FusedIndex]]:
    searcher, index = searcher_over(
        tmp_path_factory.mktemp("within") / "index",
        passage("old", "De brug over de rivier is gesloten.", date=dt.date(2020, 5, 1), numbers=("kst-31288-948",)),
        passage("new", "De brug over de rivier is weer open.", date=dt.date(2025, 5, 1)),
        passage(
            "flemish", "Over de brug is niets bekend.", date=dt.date(2022, 5, 1), parliament=Parliament.VLAAMS_PARLEMENT
        ),
    )
    yield searcher, index
    index.close()


def search(
    opened: tuple[Searcher, FusedIndex], query: str, *ignoring: Recognised, given: Filters = NONE, limit: int = 10
) -> SearchResult:
    searcher, index = opened
    understood = understand(query, Known(), TODAY, given, ignoring)
    return within.search(searcher, index, understood, given, limit, ignoring)


def keys(result: SearchResult) -> list[str]:
    return [match.passage.document.key for match in result.matches]


def test_nothing_older_is_found_than_was_asked_for(opened: tuple[Searcher, FusedIndex]) -> None:
    result = search(opened, "brug over de rivier sinds 2024")
    assert keys(result) == ["new"]
    assert (result.query, result.total) == ("brug over de rivier sinds 2024", 1)


def test_where_nothing_is_within_what_lies_outside_is_shown_and_said(opened: tuple[Searcher, FusedIndex]) -> None:
    result = search(opened, "brug over de rivier sinds 2026")
    assert result.understood is not None
    assert result.understood.outside
    assert len(keys(result)) == 3


def test_a_filter_of_the_user_that_leaves_nothing_leaves_nothing(opened: tuple[Searcher, FusedIndex]) -> None:
    assert keys(search(opened, "brug", given=Filters(since=dt.date(2026, 1, 1)))) == []


def test_literal_finds_everything(opened: tuple[Searcher, FusedIndex]) -> None:
    result = search(opened, "brug over de rivier sinds 2024", *Recognised)
    assert len(keys(result)) == 3


def test_newest_comes_first_where_it_is_asked_for(opened: tuple[Searcher, FusedIndex]) -> None:
    assert keys(search(opened, "de laatste berichten: brug over de rivier", limit=1)) == ["new"]


def test_a_number_comes_first_unless_it_is_to_be_ignored(opened: tuple[Searcher, FusedIndex]) -> None:
    named = search(opened, "31 288 nr. 948")
    assert keys(named)[0] == "old"
    assert FoundBy.NUMBER in named.matches[0].found_by
    ignored = search(opened, "31 288 nr. 948", Recognised.NUMBER)
    assert all(FoundBy.NUMBER not in match.found_by for match in ignored.matches)


def test_a_document_named_by_its_title_comes_first(tmp_path_factory: pytest.TempPathFactory) -> None:
    searcher, index = searcher_over(
        tmp_path_factory.mktemp("titles") / "index",
        *(passage(f"other {at}", "Veilige fietspaden in de stad: fietspaden, stad, veilige.") for at in range(5)),
        passage("Veilige fietspaden in de stad - Stand van zaken", "Het antwoord volgt."),
        passage("Veilige fietspaden in de stad", "Ik verwijs naar mijn antwoord."),
    )
    try:
        understood = understand("veilige fietspaden in de Stad", Known(), TODAY, NONE)
        found = within.search(searcher, index, understood, NONE, 3)
        assert keys(found)[:2] == [
            "Veilige fietspaden in de stad",
            "Veilige fietspaden in de stad - Stand van zaken",
        ]
    finally:
        index.close()


def test_a_number_comes_before_a_title(tmp_path_factory: pytest.TempPathFactory) -> None:
    searcher, index = searcher_over(
        tmp_path_factory.mktemp("numbers") / "index",
        passage("31 288 nr. 948 brief", "Een andere brief noemt 31 288 nr. 948."),
        passage("meant", "De brief zelf.", numbers=("kst-31288-948",)),
    )
    try:
        understood = understand("31 288 nr. 948", Known(), TODAY, NONE)
        assert keys(within.search(searcher, index, understood, NONE, 2))[0] == "meant"
    finally:
        index.close()


def test_a_joint_answer_published_under_several_numbers_is_shown_once(tmp_path_factory: pytest.TempPathFactory) -> None:
    joint = "De drie ministers antwoorden samen: de fietspaden worden in 2027 verbreed."
    searcher, index = searcher_over(
        tmp_path_factory.mktemp("joint") / "index",
        passage("sv-1", joint, numbers=("SV 1 (2026-2027)",)),
        passage("sv-2", joint, numbers=("SV 2 (2026-2027)",)),
        passage("sv-3", "Ik verwijs naar het gecoördineerde antwoord over de fietspaden."),
    )
    try:
        understood = understand("laatste antwoord over bredere fietspaden", Known(), TODAY, NONE)
        found = keys(within.search(searcher, index, understood, NONE, 10))
        assert len(found) == 2
        assert "sv-3" in found
    finally:
        index.close()
