"""Targeted collections from OData."""

import datetime as dt

import pytest

from ingest.sources.source import Selection
from ingest.sources.tweede_kamer.selection import KINDS
from ingest.sources.tweede_kamer.source import TweedeKamer, commitments
from kb.errors import InputError, RefusedError, UnexpectedError
from tests.ingest.sources.tweede_kamer.conftest import Desk, findings_of

ASKED = dt.date(2024, 11, 15)


@pytest.fixture
def full(desk: Desk) -> Desk:
    chamber = desk.chamber
    chamber.add_question("2024Z18561", "het loket voor kennisveiligheid", ASKED)
    chamber.add_notice("2024Z18561", "242501100", dt.date(2024, 12, 3))
    chamber.add_answer("2024Z18561", "242501244", dt.date(2024, 12, 20))
    chamber.add_question("2024Z18600", "de foto's van het kabinet", dt.date(2024, 11, 20))
    chamber.add_letter("2024D45678", "Voortgang kennisveiligheid", dt.date(2024, 10, 31), serial=948)
    chamber.add_letter("2024D45679", "Begroting", dt.date(2024, 9, 17), dossier=36600, addition="VIII", serial=948)
    chamber.add_letter("2019D00007", "Oude brief over het loket", dt.date(2019, 5, 1), serial=12)
    chamber.add_paper("Motie", "2024D50000", "Motie over kennisveiligheid", dt.date(2024, 11, 1), "De Kamer,")
    chamber.add_promise("TZ202411-001", "De minister schrijft een brief over kennisveiligheid.", dt.date(2024, 11, 2))
    return desk


def _found(desk: Desk) -> set[str]:
    return {name.removeprefix("tk/") for name in desk.pieces()}


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (Selection(numbers=("2024Z18561",)), {"kv-tk-2024Z18561", "ah-tk-20242025-1100", "ah-tk-20242025-1244"}),
        (Selection(numbers=("kv-tk-2024Z18561",), kinds=("schriftelijke vragen",)), {"kv-tk-2024Z18561"}),
        (Selection(numbers=("ah-tk-20242025-1244",)), {"ah-tk-20242025-1244"}),
        (Selection(numbers=("2024D45678", "ah-tk-20242025-1100")), {"kst-31288-948", "ah-tk-20242025-1100"}),
        (Selection(numbers=("kst-31288-948",)), {"kst-31288-948"}),
        (Selection(numbers=("kst-36600-VIII-948",)), {"kst-36600-VIII-948"}),
        (Selection(numbers=("31288",)), {"kst-31288-948", "kst-31288-12"}),
        (Selection(numbers=("31288",), since=dt.date(2024, 1, 1)), {"kst-31288-948"}),
        (Selection(numbers=("31288",), about="loket"), {"kst-31288-12"}),
        (Selection(numbers=("2024D50000",)), {"2024D50000"}),
        (
            Selection(about="kennisveiligheid"),
            {"kv-tk-2024Z18561", "ah-tk-20242025-1100", "ah-tk-20242025-1244", "kst-31288-948"},
        ),
        (Selection(about="Loket Kennisveiligheid", kinds=("Schriftelijke vragen",)), {"kv-tk-2024Z18561"}),
        (Selection(about="foto's"), {"kv-tk-2024Z18600"}),
        (Selection(about="begroting, foto's"), {"kv-tk-2024Z18600", "kst-36600-VIII-948"}),
        (Selection(about="kennisveiligheid", kinds=("Motie",)), {"2024D50000"}),
        (Selection(since=dt.date(2024, 12, 3)), {"ah-tk-20242025-1100", "ah-tk-20242025-1244"}),
        (Selection(since=dt.date(2024, 10, 31), until=dt.date(2024, 10, 31)), {"kst-31288-948"}),
        (Selection(kinds=("Brief regering",), until=dt.date(2024, 1, 1)), {"kst-31288-12"}),
        (Selection(about="bestaat niet"), set()),
    ],
    ids=str,
)
@pytest.mark.parametrize("version", ["v5", "v4"])
def test_a_selection_gives_the_pieces_that_were_meant(
    full: Desk, selection: Selection, expected: set[str], version: str
) -> None:
    full.source = TweedeKamer(full.chamber.settings(full.server.address, version=version))
    pages = full.select(selection)
    assert _found(full) == expected
    assert findings_of(pages) == set()
    given = [(record.category, record.key) for page in pages for record in page.records]
    assert len(given) == len(set(given))


def test_a_selection_gives_the_same_records_as_the_feed(full: Desk) -> None:
    full.select(Selection(about="kennisveiligheid, foto's", until=dt.date(2026, 1, 1)))
    feed = full.fresh()
    feed.listed()
    assert len(full.held) > 12
    assert {place: feed.held[place] for place in full.held} == full.held
    assert {name: feed.pieces()[name].given for name in full.pieces()} == {
        name: piece.given for name, piece in full.pieces().items()
    }


def test_a_question_named_only_by_its_zaak_is_found_through_it(full: Desk) -> None:
    key = full.chamber.add_question("2024Z19000", "drones", dt.date(2024, 11, 25))
    full.chamber.change(key, onderwerp="Vragen over een bericht", titel="Vragen over een bericht")
    full.select(Selection(about="drones"))
    assert _found(full) == {"kv-tk-2024Z19000"}


def test_commitments_are_selected_by_number_by_word_and_as_a_kind(full: Desk) -> None:
    for selection in (
        Selection(numbers=("TZ202411-001",)),
        Selection(about="kennisveiligheid"),
        Selection(kinds=("Toezegging",), since=dt.date(2024, 11, 1)),
    ):
        other = full.fresh()
        other.select(selection)
        assert [one.number for one in commitments(other.records.records)] == ["TZ202411-001"]


@pytest.mark.parametrize("next_links", [False, True])
@pytest.mark.parametrize(("repeats", "without_count"), [(False, False), (True, False), (True, True), (False, True)])
@pytest.mark.parametrize("letters", [1, 4, 5])
def test_every_row_is_given_once_however_the_interface_pages(
    desk: Desk, next_links: bool, repeats: bool, without_count: bool, letters: int
) -> None:
    for at in range(letters):
        desk.chamber.add_letter(f"2024D0000{at}", f"Brief {at}", ASKED, serial=at + 1)
    faults = desk.chamber.faults
    faults.next_links, faults.repeats_last_rows, faults.without_count = next_links, repeats, without_count
    small = desk.fresh(page_size=2)
    pages = small.select(Selection(kinds=("Brief regering",)))
    documents = [r.key for p in pages for r in p.records if r.category == "Document"]
    assert len(documents) == len(set(documents)) == letters
    assert len(small.fetcher.asked) <= letters // 2 + 2


def test_too_large_a_page_is_refused_with_what_to_set(full: Desk) -> None:
    large = full.fresh(page_size=250)
    with pytest.raises(RefusedError, match="400") as caught:
        large.select(Selection(about="kennisveiligheid"))
    assert caught.value.advice == "Set tweede_kamer.page_size to 100 or less."


def test_options_are_sent_with_a_plain_dollar_and_values_encoded(full: Desk) -> None:
    full.select(Selection(about="foto's"))
    first = full.fetcher.asked[0]
    assert "$filter=" in first
    assert "%24" not in first
    assert "contains(Onderwerp,'foto''s')" in first
    assert " " not in first
    assert first.count("contains(") == 1


def test_a_number_under_which_there_is_nothing_is_named_after_the_others_were_given(full: Desk) -> None:
    pages = full.select(Selection(numbers=("2024Z99999", "kst-31288-948", "2024D45678", "kst-31288-77")))
    assert _found(full) == {"kst-31288-948"}
    assert [one.problem.message for one in pages[-1].unusable] == [
        "The Tweede Kamer has nothing under 2024Z99999.",
        "The Tweede Kamer has nothing under kst-31288-77.",
    ]
    assert not any(page.unusable for page in pages[:-1])


def test_a_publication_is_asked_for_where_the_column_is_gone(full: Desk) -> None:
    """Of v5 it is not known which columns were dropped."""
    full.chamber.faults.renamed["Document", "aanhangselnummer"] = "bijlagenummer"
    pages = full.select(Selection(numbers=("ah-tk-20242025-1244",)))
    assert _found(full) == {"ah-tk-20242025-1244"}
    assert findings_of(pages) == {("new", "OData v5 Document", "Bijlagenummer")}


def test_a_missing_field_is_named_unless_its_older_name_is_there(full: Desk) -> None:
    faults = full.chamber.faults
    faults.without.add(("Document", "datum"))
    faults.without.add(("ZaakActor", "actorNaam"))
    faults.extra["Zaak"] = "behandelaar"
    pages = full.select(Selection(numbers=("2024Z18561",)))
    assert findings_of(pages) == {
        ("missing", "OData v5 Document", "Datum"),
        ("missing", "OData v5 ZaakActor", "ActorNaam"),
        ("new", "OData v5 Zaak", "Behandelaar"),
    }
    assert len(full.pieces()) == 3


def test_an_older_number_is_read_where_the_newest_name_is_absent(full: Desk) -> None:
    """An interface of v5 that still answers with the names of v4."""
    full.chamber.faults.renamed["Document", "documentNummer"] = "DocumentNummer"
    pages = full.select(Selection(numbers=("kst-31288-948",)))
    assert findings_of(pages) == set()
    assert next(iter(full.pieces().values())).given.numbers[2].value == "2024D45678"


@pytest.mark.parametrize("part", ["OData"])
def test_a_page_in_place_of_rows_is_an_error_with_its_address(full: Desk, part: str) -> None:
    full.chamber.faults.html_for = part
    with pytest.raises(UnexpectedError, match="something else than JSON"):
        full.select(Selection(about="kennisveiligheid"))


def test_conditions_stay_below_the_hundred_nodes_that_the_interface_allows(desk: Desk) -> None:
    """Many kinds, and more documents than one question can name."""
    kinds = (*KINDS[:20], "Eigen soort")
    for at in range(60):
        desk.chamber.add_paper(kinds[at % 21], f"2024D{at:05}", f"Het loket {at}", ASKED, "tekst")
    many = desk.fresh(kinds=kinds)
    many.select(Selection(about="loket", since=dt.date(2024, 1, 1), until=dt.date(2025, 1, 1)))
    assert len(many.pieces()) == 60
    assert max(len(address) for address in many.fetcher.asked) < 2_000
    desk.chamber.faults.most_nodes = 3
    with pytest.raises(RefusedError):
        desk.fresh().select(Selection(about="loket"))


def test_a_search_asks_only_for_what_tells_whether_a_row_is_meant(full: Desk) -> None:
    full.select(Selection(about="kennisveiligheid"))
    searches = [address for address in full.fetcher.asked if "contains(Onderwerp" in address]
    assert len(searches) == 2
    assert all("$select=Id,Onderwerp,Titel" in address and "$expand" not in address for address in searches)


def test_the_longest_word_is_searched_and_what_was_given_is_not_asked_again(full: Desk) -> None:
    full.select(Selection(about="het loket kennisveiligheid, loket voor"))
    searched = [
        address.partition("contains(")[2].partition(")")[0] for address in full.fetcher.asked if "contains(" in address
    ]
    assert [one.partition(",")[2] for one in searched if one.startswith("Onderwerp")] == [
        "'kennisveiligheid'", "'kennisveiligheid'", "'loket'", "'loket'",
    ]  # fmt: skip
    named = [key for address in full.fetcher.asked if "/Document?" in address for key in _keys_in(address)]
    assert len(named) == len(set(named)) == 3


def _keys_in(address: str) -> list[str]:
    listed = address.partition("Id%20in%20(")[2].partition(")")[0]
    return listed.split(",") if listed else []


def test_commitments_come_without_what_an_interface_cannot_expand(full: Desk) -> None:
    """The entity set ToegezegdAan answered 404 in August 2026."""
    full.chamber.faults.no_navigation = "ToegezegdAan"
    full.select(Selection(numbers=("TZ202411-001",)))
    (promise,) = commitments(full.records.records)
    assert (promise.number, promise.status, promise.to) == ("TZ202411-001", "Openstaand", ())


def test_deleted_rows_are_not_selected(full: Desk) -> None:
    full.chamber.delete(
        next(key for key in full.chamber.papers() if full.chamber.entities[key].fields["soort"] == "Motie")
    )
    (page,) = full.select(Selection(numbers=("2024D50000",)))
    assert page.unusable[0].problem.code == "not_found"


def test_an_unknown_kind_names_the_nearest(full: Desk) -> None:
    with pytest.raises(InputError, match="'Brief regerin'") as caught:
        full.select(Selection(kinds=("Brief regerin",)))
    assert "'Brief regering'" in caught.value.advice


def test_an_empty_selection_is_refused(full: Desk) -> None:
    with pytest.raises(InputError, match="Nothing was selected"):
        full.select(Selection())
