"""The feed of a Chamber, page by page."""

import datetime as dt

import pytest

from ingest.sources.tweede_kamer.source import TweedeKamer, commitments
from kb.errors import UnexpectedError, UnreachableError
from tests.ingest.serving import Reply
from tests.ingest.sources.tweede_kamer.conftest import TODAY, Desk, findings_of

ASKED = dt.date(2024, 11, 15)


def _filled(desk: Desk, questions: int = 7) -> Desk:
    for at in range(1, questions + 1):
        desk.chamber.add_question(f"2024Z{at:05}", f"onderwerp {at}", ASKED + dt.timedelta(days=at))
    desk.chamber.add_answer("2024Z00001", "242500001", dt.date(2024, 12, 6))
    return desk


def _same(one: Desk, other: Desk) -> bool:
    return one.held == other.held and one.pieces() == other.pieces()


@pytest.mark.parametrize("tokens", ["entries", "feed", "both"])
@pytest.mark.parametrize("repeats", [False, True])
@pytest.mark.parametrize("page_size", [1, 3, 4, 250])
def test_the_whole_feed_is_listed_wherever_the_tokens_stand(
    desk: Desk, tokens: str, repeats: bool, page_size: int
) -> None:
    _filled(desk)
    desk.chamber.faults.tokens_in, desk.chamber.faults.repeats_last_page = tokens, repeats
    desk.chamber.page_size = page_size
    pages = desk.listed()
    documents = [r.key for p in pages for r in p.records if r.category == "Document" and not r.deleted]
    assert len(documents) == len(set(documents)) == 8
    assert len(desk.pieces()) == 8
    assert findings_of(pages) == set()


def test_the_next_run_asks_from_the_last_token_and_an_empty_page_loses_it_not(desk: Desk) -> None:
    _filled(desk).listed()
    before = dict(desk.cursors)
    desk.server.asked.clear()
    assert [record for page in desk.listed() for record in page.records] == []
    assert desk.cursors == before
    assert len(desk.server.asked) == len(desk.source.categories)
    assert all(f"skiptoken={before[asked.query['category']]}" in asked.target for asked in desk.server.asked
               if asked.query["category"] in before)  # fmt: skip


def test_a_listing_that_is_cut_off_goes_on_where_it_was(desk: Desk) -> None:
    _filled(desk).chamber.page_size = 2
    pages = desk.source.pages("Document", "", desk.fetcher, TODAY)
    first = next(pages)
    desk.keep(first)
    desk.cursors["Document"] = first.cursor
    desk.listed()
    whole = desk.fresh()
    whole.listed()
    assert _same(desk, whole)


@pytest.mark.parametrize("moments", ["offset", "basic", "zulu", "naive", "date", "mixed"])
@pytest.mark.parametrize(("prefix", "capital"), [("", False), ("ns1", True)])
def test_every_form_of_moments_and_names_gives_the_same_records(
    desk: Desk, moments: str, prefix: str, capital: bool
) -> None:
    chamber = _filled(desk).chamber
    chamber.add_promise("TZ202411-001", "De minister stuurt een brief.", dt.date(2024, 7, 1))
    chamber.delete(chamber.papers()[3])
    desk.listed()
    chamber.faults.moments, chamber.faults.prefix, chamber.faults.capital_booleans = moments, prefix, capital
    other = desk.fresh()
    pages = other.listed()
    assert other.held == desk.held
    assert findings_of(pages) == set()


def test_a_token_that_goes_back_ends_the_listing_and_leaves_the_place(desk: Desk) -> None:
    """A feed that counts anew gives smaller tokens: going along would list the same for ever."""
    _filled(desk, 3).listed("Document")
    place = desk.cursors["Document"]
    entry = (
        '<entry><title>a</title><link rel="next" href="x?skiptoken=3"/><content>'
        '<document id="a" verwijderd="true" bijgewerkt="2026-01-01"/></content></entry>'
    )
    feed = f'<feed xmlns="http://www.w3.org/2005/Atom">{entry}</feed>'.encode()
    desk.server.fail("category=Document", Reply(feed, 200, "application/atom+xml"), times=99)
    pages = desk.listed("Document")
    assert [page.cursor for page in pages] == [place]
    assert desk.cursors["Document"] == place


def test_a_deleted_document_leaves_and_takes_nothing_else_along(desk: Desk) -> None:
    chamber = _filled(desk).chamber
    desk.listed()
    gone = chamber.papers()[2]
    chamber.delete(gone)
    desk.touched.clear()
    desk.listed()
    assert ("Document", gone) not in desk.held
    assert len(desk.pieces()) == 7
    assert desk.touched == {gone}


def test_a_mass_update_of_timestamps_changes_no_record(desk: Desk) -> None:
    chamber = _filled(desk).chamber
    desk.listed()
    before, stamps = dict(desk.held), {k: p.files for k, p in desk.pieces().items()}
    chamber.touch_all()
    desk.touched.clear()
    assert desk.listed()
    assert desk.held == before
    assert desk.touched == set()
    assert {k: p.files for k, p in desk.pieces().items()} == stamps


def test_what_the_settings_leave_out_is_given_as_unwanted(desk: Desk) -> None:
    chamber = desk.chamber
    attachment = chamber.add_paper("Bijlage", "2024D00001", "Bijlage", ASKED, "tekst")
    old = chamber.add_paper("Brief regering", "2019D00001", "Oude brief", dt.date(2019, 5, 1), "tekst")
    records = {r.key: r for page in desk.listed("Document") for r in page.records}
    assert (records[attachment].deleted, records[attachment].unwanted) == (True, True)
    assert (records[old].deleted, records[old].unwanted, records[old].content) == (True, True, "")
    assert desk.held == {}


def test_a_held_document_that_changes_its_kind_leaves_and_comes_back(desk: Desk) -> None:
    key = desk.chamber.add_letter("2024D00009", "Loket", ASKED)
    desk.listed()
    desk.chamber.change(key, soort="Bijlage")
    desk.listed()
    assert desk.pieces() == {}
    desk.chamber.change(key, soort="Brief regering")
    desk.listed()
    assert list(desk.pieces()) == ["tk/kst-31288-1"]


def test_parts_of_a_committee_and_placeholders_are_not_kept(desk: Desk) -> None:
    _filled(desk, 1)
    empty = desk.chamber.add_paper("Brief regering", "2024D09999", "x", ASKED, "tekst")
    desk.chamber.entities[empty].fields, desk.chamber.entities[empty].links = {}, []
    desk.chamber.entities[empty].length = 0
    pages = desk.listed()
    relations = {key for category, key in desk.held if category == "ZaakActor"}
    assert len(relations) == 2
    assert ("Document", empty) not in desk.held
    assert findings_of(pages) == set()


def test_an_empty_entry_is_reported_and_the_rest_is_listed(desk: Desk) -> None:
    _filled(desk).chamber.faults.empty_entries = 2
    pages = desk.listed()
    unusable = [one for page in pages for one in page.unusable]
    assert len(unusable) == 2
    assert "cannot be read: the entry is empty" in unusable[0].problem.message
    assert len(desk.pieces()) == 8


def test_a_field_that_is_gone_and_one_that_is_new_are_named_with_their_place(desk: Desk) -> None:
    chamber = _filled(desk, 2).chamber
    chamber.faults.without.add(("Document", "onderwerp"))
    chamber.faults.renamed["Zaak", "gestartOp"] = "begonnenOp"
    chamber.faults.extra["DocumentVersie"] = "handtekening"
    found = findings_of(desk.listed())
    assert found == {
        ("missing", "SyncFeed Document", "onderwerp"),
        ("missing", "SyncFeed Zaak", "gestartOp"),
        ("new", "SyncFeed Zaak", "begonnenOp"),
        ("new", "SyncFeed DocumentVersie", "handtekening"),
    }
    assert len(desk.pieces()) == 3


@pytest.mark.parametrize(("category", "element"), [("Document", "soort"), ("Zaak", "soort"), ("ZaakActor", "relatie")])
def test_a_renamed_field_by_which_records_are_judged_stops_and_never_empties_the_corpus(
    desk: Desk, category: str, element: str
) -> None:
    chamber = _filled(desk).chamber
    desk.listed()
    before, cursors = dict(desk.held), dict(desk.cursors)
    chamber.touch_all()
    chamber.faults.renamed[category, element] = "anders"
    with pytest.raises(UnexpectedError, match=f"it has no field {element}"):
        desk.listed(category)
    assert desk.held == before
    assert desk.cursors[category] == cursors[category]
    chamber.faults.renamed.clear()
    desk.listed()
    assert desk.held == before


def test_one_record_that_cannot_be_judged_is_reported_and_what_is_held_of_it_stays(desk: Desk) -> None:
    _filled(desk, 1).listed()
    held = dict(desk.held)
    desk.chamber.touch_all()
    desk.chamber.faults.without.add(("Document", "soort"))
    unusable = [one for page in desk.listed("Document") for one in page.unusable]
    assert [one.id.source for one in unusable] == ["tk", "tk"]
    assert unusable[0].location.endswith(f"/Entiteiten/{unusable[0].id.key}")
    assert desk.held == held


@pytest.mark.parametrize("category", ["ZaakActor", "Document"])
def test_errors_on_one_category_leave_its_place_and_the_others_untouched(desk: Desk, category: str) -> None:
    chamber = _filled(desk).chamber
    chamber.page_size = 3
    chamber.down[f"category={category}&skiptoken"] = 2
    for name in desk.source.categories:
        if name == category:
            with pytest.raises(UnreachableError):
                desk.listed(name)
        else:
            desk.listed(name)
    assert desk.cursors[category]
    with pytest.raises(UnreachableError):
        desk.listed(category)
    desk.listed()
    whole = desk.fresh()
    whole.listed()
    assert _same(desk, whole)


def test_a_page_with_status_200_in_place_of_the_feed_stops_the_category(desk: Desk) -> None:
    _filled(desk).chamber.faults.html_for = "category=Zaak"
    with pytest.raises(UnexpectedError, match="gave no feed"):
        desk.listed("Zaak")
    assert "Zaak" not in desk.cursors


def test_a_later_day_to_begin_with_is_another_scope(desk: Desk) -> None:
    source = desk.source
    later = desk.fresh(since="2025-01-01").source
    other_kinds = desk.fresh(kinds=("Brief regering",)).source
    for category in source.categories:
        assert (source.scope(category) == later.scope(category)) is (category == "Kamerstukdossier")
        assert (source.scope(category) == other_kinds.scope(category)) is (category != "Document")


def test_commitments_are_read_whole_and_a_new_status_is_a_change(desk: Desk) -> None:
    key = desk.chamber.add_promise(
        "TZ202411-001", "De minister stuurt een brief.", dt.date(2024, 11, 2), datumNakoming=dt.date(2025, 4, 1)
    )
    desk.listed()
    promise = commitments(desk.records.records)[0]
    assert (promise.number, promise.status, promise.due) == ("TZ202411-001", "Openstaand", "2025-04-01")
    assert (promise.by, promise.ministry) == ("Maas, I.", "Onderwijs, Cultuur en Wetenschap")
    assert len(promise.to) == 1
    before = desk.held["Toezegging", key]
    desk.chamber.change(key, status="Voldaan", kamerbriefNakoming=["2025Z00002", "2025Z00001"])
    pages = desk.listed()
    assert desk.held["Toezegging", key] != before
    assert commitments(desk.records.records)[0].letters == ("2025Z00001", "2025Z00002")
    assert findings_of(pages) == set()


def test_an_unknown_status_of_a_commitment_is_named(desk: Desk) -> None:
    desk.chamber.add_promise("TZ202411-002", "Een brief.", dt.date(2024, 11, 2), status="Ingetrokken")
    assert findings_of(desk.listed()) == {("wrong", "SyncFeed Toezegging", "status")}


def test_only_the_hosts_of_the_interfaces_are_asked(desk: Desk) -> None:
    _filled(desk).listed()
    addresses = tuple(rule.address for rule in desk.source.hosts)
    assert all(address.startswith(addresses) for address in desk.fetcher.asked)
    files = [file.address for piece in desk.pieces().values() for file in piece.files]
    assert files
    assert all(address.startswith(addresses) for address in files)
    assert {rule.origin for rule in TweedeKamer().hosts} == {"https://gegevensmagazijn.tweedekamer.nl:443"}
    assert not any(rule.robots for rule in TweedeKamer().hosts)
