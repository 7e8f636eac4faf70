"""What is listed: every question once, whatever the search does, and what is said about what it did not give."""

import datetime as dt
import json

import pytest

from ingest.sources.source import Counted, Page, Window
from ingest.sources.strict import Deviation
from ingest.sources.vlaams_parlement.entries import entry_of
from ingest.sources.vlaams_parlement.listing import months_between, sessions_between
from kb.errors import UnexpectedError, UnreachableError
from tests.ingest.direct import DirectFetcher
from tests.ingest.serving import Reply
from tests.ingest.sources.vlaams_parlement.conftest import TODAY, Desk
from tests.ingest.sources.vlaams_parlement.server import LOGOUT, Stored, Thing

FEBRUARY, MARCH, APRIL = dt.date(2025, 2, 14), dt.date(2025, 3, 4), dt.date(2025, 4, 2)
WRITTEN = "schriftelijke vraag"


def fill(desk: Desk, count: int, first: dt.date = MARCH, days: int = 1) -> list[str]:
    """That many questions from that day on, spread over so many days."""
    for number in range(count):
        desk.parlement.add_question(1_700_000 + number, published=first + dt.timedelta(days=number % days))
    return [f"schv-{1_700_000 + number}" for number in range(count)]


def test_every_question_is_listed_once_with_a_window_for_each_month(desk: Desk) -> None:
    desk.parlement.add_question(1, published=FEBRUARY)
    desk.parlement.add_question(2, published=MARCH)
    desk.parlement.add_question(3, published=APRIL)
    run = desk.run()
    assert [record.key for page in run.pages for record in page.records] == ["schv-1", "schv-2", "schv-3"]
    assert run.complete == [
        Window(WRITTEN, dt.date(2025, 2, 10), dt.date(2025, 2, 28)),
        Window(WRITTEN, dt.date(2025, 3, 1), dt.date(2025, 3, 31)),
        Window(WRITTEN, dt.date(2025, 4, 1), TODAY),
    ]
    assert run.counted == [Counted(WRITTEN, dt.date(2025, month, 1), 1) for month in (2, 3, 4)]
    assert (run.cursor, run.findings, run.unusable) == ("2025-04-10", [], [])


def test_the_address_of_a_search_is_as_the_clients_of_the_interface_write_it(desk: Desk) -> None:
    run = desk.run(today=dt.date(2025, 2, 28))
    address = run.asked[-1]
    assert address == (
        f"{desk.server.address}/api/search/query/+inmeta:publicatiedatum:daterange:2025-02-10..2025-02-28"
        "&requiredfields=paginatype:Parlementair%20document.aggregaat:Vraag%20of%20interpellatie"
        ".aggregaattype:Schriftelijke%20vraag?collection=vp_collection&sort=date&order=desc&max=100&page=1"
    )
    assert desk.server.asked[-1].target == address.removeprefix(desk.server.address)


def test_more_than_a_page_of_hits_is_read_to_the_end(desk: Desk) -> None:
    keys = fill(desk, 250, days=20)
    run = desk.run()
    assert (run.keys, run.findings) == (sorted(keys), [])
    assert [page.counted[0].total for page in run.pages if page.counted] == [0, 250, 0]


def test_several_hits_of_one_question_become_one_also_across_pages(desk: Desk) -> None:
    desk.parlement.most_per_page = 3
    desk.parlement.doubled = True
    files = [Stored("11"), Stored("12", "bijlage", "Overzicht.docx"), Stored("13", "bijlage", "Cijfers.xlsx")]
    desk.parlement.add(Thing(1, published=MARCH, asked=FEBRUARY, answered=MARCH, files=files))
    desk.parlement.add_question(2, published=MARCH)
    run = desk.run()
    assert [record.key for page in run.pages for record in page.records] == ["schv-2", "schv-1"]
    assert Counted(WRITTEN, dt.date(2025, 3, 1), 2) in run.counted
    assert run.findings == []


def test_a_full_window_is_asked_again_in_halves_until_nothing_is_left_out(desk: Desk) -> None:
    desk.parlement.cap = 40
    keys = fill(desk, 300, first=dt.date(2025, 3, 1), days=31)
    run = desk.run()
    assert run.keys == sorted(keys)
    assert Window(WRITTEN, dt.date(2025, 3, 1), dt.date(2025, 3, 31)) in run.complete
    assert Counted(WRITTEN, dt.date(2025, 3, 1), 300) in run.counted
    assert run.unusable == []


def test_a_full_day_gives_what_it_gives_and_is_reported(desk: Desk) -> None:
    desk.parlement.cap = 40
    fill(desk, 60)
    desk.parlement.add_question(5, published=dt.date(2025, 3, 20))
    run = desk.run()
    (full,) = (one for one in run.unusable if "publicatiedatum" in one.problem.message)
    assert full.problem.code == "window_full"
    assert "2025-03-04" in full.problem.message
    assert str(full.id) == "vp/venster-schriftelijke-vraag-2025-03-04"
    assert "schv-5" in run.keys
    assert len(run.keys) == 41
    # Nothing is concluded of a month that was not seen whole.
    assert [window.first.month for window in run.complete] == [2, 4]
    assert [counted.month.month for counted in run.counted] == [2, 4]
    assert run.cursor == "2025-04-10"


def test_hits_that_the_filter_lets_through_are_left_out(desk: Desk) -> None:
    desk.parlement.leaking = True
    desk.parlement.add_question(1, published=MARCH)
    run = desk.run()
    assert (run.keys, run.findings, run.unusable) == (["schv-1"], [], [])


def test_a_last_page_that_repeats_and_pages_that_are_shorter_than_asked_end(desk: Desk) -> None:
    desk.parlement.repeats_last_page = True
    desk.parlement.most_per_page = 7
    keys = fill(desk, 20)
    assert desk.run().keys == sorted(keys)


def test_fewer_hits_than_were_counted_are_no_whole_window(desk: Desk) -> None:
    fill(desk, 30)
    desk.parlement.short_of = 4
    run = desk.run()
    assert len(run.keys) == 26
    assert MARCH.replace(day=1) not in [window.first for window in run.complete]
    assert {(one.deviation, one.place, one.field) for one in run.findings} == {
        (Deviation.WRONG, "search answer", "count")
    }


def test_a_question_without_a_day_of_publication_is_found_by_its_session(desk: Desk) -> None:
    desk.parlement.add_question(1, published=MARCH)
    desk.parlement.add(Thing(2, "vraag om uitleg", "over de fusie", published=None, asked=FEBRUARY))
    run = desk.run("vraag om uitleg")
    assert (run.keys, run.cursor) == (["vi-2"], "2025-04-10")
    assert [address for address in run.asked if "zittingsjaar=2024-2025" in address]


def test_where_a_session_is_full_the_day_of_asking_finds_the_undated(desk: Desk) -> None:
    desk.parlement.cap = 40
    fill(desk, 60, first=dt.date(2025, 3, 1), days=31)
    desk.parlement.add_question(9, published=None, asked=MARCH, answered=False)
    run = desk.run()
    assert "schv-9" in run.keys
    assert run.searches("themadatum:daterange:2025-03-01..2025-03-31")
    desk.parlement.themadatum_refused = True
    again = desk.run()
    assert "schv-9" not in again.keys
    assert [one.field for one in again.findings] == ["inmeta:themadatum"]


def test_an_attachment_that_came_later_does_not_move_its_question(desk: Desk) -> None:
    files = [Stored("11", changed="2025-02-14"), Stored("12", "bijlage", "Lijst.docx", changed="2025-02-14")]
    desk.parlement.add(Thing(1, published=FEBRUARY, asked=FEBRUARY, answered=FEBRUARY, files=files))
    for day in (APRIL, None):  # the search has the attachment under a day of its own, or under none
        desk.parlement.file_published["12"] = day
        desk.parlement.add(desk.parlement.things[1])
        run = desk.run()
        seen = [entry_of(record) for page in run.pages for record in page.records]
        assert {(entry.published, len(entry.files)) for entry in seen} == {(FEBRUARY, 2)}
        assert desk.run(cursor=run.cursor).records == run.records
        assert run.counted[0] == Counted(WRITTEN, dt.date(2025, 2, 1), 1)
        assert sum(counted.total for counted in run.counted if counted.kind == WRITTEN) == 1


def test_an_undated_question_from_before_the_first_day_is_left_out(desk: Desk) -> None:
    desk.parlement.add_question(1, published=None, asked=dt.date(2024, 11, 4), answered=False)
    desk.parlement.add_question(2, published=None, asked=MARCH, answered=False)
    assert desk.run().keys == ["schv-2"]


def test_a_next_run_lists_whole_months_again_from_the_overlap_on(desk: Desk) -> None:
    first = desk.run()
    assert first.cursor == "2025-04-10"
    again = desk.run(cursor=first.cursor, today=dt.date(2025, 4, 12), since="2024-06-01")
    assert [window.first for window in again.complete] == [dt.date(2025, month, 1) for month in (2, 3, 4)]
    assert again.cursor == "2025-04-12"


def test_the_cursor_moves_only_when_a_month_is_done_and_never_back(desk: Desk) -> None:
    fill(desk, 120, days=25)
    run = desk.run()
    marks = [page.cursor for page in run.pages]
    assert marks == sorted(marks)
    in_march = [page.cursor for page in run.pages if page.records]
    assert set(in_march) == {"2025-02-28"}  # stopped there, March is listed anew
    again = desk.run(cursor=run.cursor, since="2024-06-01")
    assert {page.cursor for page in again.pages} == {"2025-04-10"}


def test_a_listing_that_is_stopped_after_any_page_goes_on_without_a_gap(desk: Desk) -> None:
    fill(desk, 120, first=dt.date(2024, 12, 12), days=115)
    desk.parlement.add_question(8, published=None, asked=dt.date(2024, 8, 5), answered=False)
    desk.parlement.add_question(9, published=None, asked=MARCH, answered=False)
    whole = desk.run(since="2024-08-01")
    assert len(whole.keys) == 122
    for at, page in enumerate(whole.pages):
        before = {record.key for one in whole.pages[: at + 1] for record in one.records}
        after = desk.run(cursor=page.cursor, since="2024-08-01", overlap_days=1)
        assert before | set(after.keys) == set(whole.keys)


def test_a_cursor_that_says_nothing_begins_anew(desk: Desk) -> None:
    desk.parlement.add_question(1, published=FEBRUARY)
    assert desk.run(cursor="skiptoken=9").keys == ["schv-1"]


def test_an_answer_that_comes_later_is_seen_by_the_next_run(desk: Desk) -> None:
    desk.parlement.add_question(1, published=MARCH, answered=False)
    before = desk.run()
    desk.parlement.add_answer(1, answered=APRIL, published=APRIL, pfile=77)
    after = desk.run(cursor=before.cursor)
    assert "pfile-77" in after.records[0].refs
    assert desk.pieces(before) == {}
    assert list(desk.pieces(after)) == ["schv-1"]


def test_a_late_answer_to_an_old_question_is_seen_though_its_day_of_publication_stays(desk: Desk) -> None:
    january = dt.date(2025, 1, 8)
    desk.parlement.add_question(1, published=january, answered=False)
    for number in range(5):
        desk.parlement.add_question(10 + number, published=january, files=[Stored(str(900 + number), changed="oud")])
    before = desk.run(since="2024-10-01")
    assert "schv-1" not in desk.pieces(before)
    desk.parlement.add_answer(1, answered=dt.date(2025, 4, 9), published=january, pfile=77)
    desk.parlement.things[1].files[0].changed = ""  # the search says nothing of it
    after = desk.run(cursor=before.cursor, since="2024-10-01")
    assert [record.key for page in after.pages for record in page.records] == ["schv-1"]
    assert list(desk.pieces(after)) == ["schv-1"]


def test_what_was_published_long_ago_and_changed_lately_is_looked_at_again(desk: Desk) -> None:
    january = dt.date(2025, 1, 8)
    for id, changed in ((1, "2025-04-08T09:00:00+0200"), (2, "2025-01-08"), (3, "")):
        spoken = Stored("", "handeling", spoken=f"/nl/x/verslag/{id}", changed=changed)
        desk.parlement.add(Thing(id, "vraag om uitleg", "over bussen", published=january, files=[spoken]))
    assert desk.run("vraag om uitleg", since="2024-10-01").keys == ["vi-1", "vi-2", "vi-3"]
    assert desk.run("vraag om uitleg", cursor="2025-04-09", since="2024-10-01").keys == ["vi-1"]


def test_a_filter_that_lets_only_others_through_is_a_finding(desk: Desk) -> None:
    other = {"id": "be.vlp.feed/1", "metatags": {"metatag": {"name": "soort", "value": "XX"}}}
    answer = json.dumps({"count": 25, "result": [other] * 25}).encode()
    desk.server.fail("2025-03-01", Reply(answer, media_type="application/json"))
    assert [(one.place, one.field) for one in desk.run().findings] == [("search hit metatags", "soort")]


def test_equal_runs_give_equal_records_whatever_the_order_of_files(desk: Desk) -> None:
    files = [Stored("11"), Stored("12", "bijlage", "Overzicht.docx")]
    thing = desk.parlement.add(Thing(1, published=MARCH, asked=FEBRUARY, answered=MARCH, files=files))
    first = desk.run().records
    thing.files.reverse()
    desk.parlement.add(thing)
    assert desk.run().records == first


def test_details_that_are_left_out_are_a_finding_and_the_search_speaks_for_them(desk: Desk) -> None:
    desk.parlement.add_question(1, published=MARCH, in_opendata=False, title="Dijken")
    desk.parlement.add_question(2, published=MARCH)
    run = desk.run()
    assert run.keys == ["schv-1", "schv-2"]
    (finding,) = run.findings
    assert (finding.deviation, finding.place) == (Deviation.MISSING, "opendata schv")
    assert "1" in finding.example
    assert desk.pieces(run)["schv-1"].given.title == "Dijken"


def test_details_that_cannot_be_read_are_reported_and_the_others_go_on(desk: Desk) -> None:
    fill(desk, 3)
    desk.server.fail("/schv/lijst", LOGOUT, times=1)
    desk.server.fail("/schv/1700001", LOGOUT, times=1)
    run = desk.run()
    assert run.keys == ["schv-1700000", "schv-1700002"]
    (unread,) = run.unusable
    assert str(unread.id) == "vp/schv-1700001"
    assert "Access policy" in unread.problem.message
    assert Counted(WRITTEN, dt.date(2025, 3, 1), 3) in run.counted  # the source has it all the same


def test_one_question_on_which_the_server_stumbles_does_not_stop_the_others(desk: Desk) -> None:
    fill(desk, 3)
    desk.server.fail("/schv/lijst", Reply(b"", 500), times=1)
    desk.server.fail("/schv/1700001", Reply(b"", 500), times=1)
    run = desk.run()
    assert run.keys == ["schv-1700000", "schv-1700002"]
    assert [str(one.id) for one in run.unusable] == ["vp/schv-1700001"]


def test_a_server_that_answers_none_of_several_ends_the_listing(desk: Desk) -> None:
    fill(desk, 9)
    desk.server.fail("/e/opendata", Reply(b"", 503), times=99)
    with pytest.raises(UnreachableError):
        desk.run()
    assert desk.server.count("/e/opendata") == 1 + 3


def test_web_pages_that_fail_cost_the_report_and_not_the_listing(desk: Desk) -> None:
    for id in range(1, 7):
        desk.parlement.add(
            Thing(id, "vraag om uitleg", "over bussen", published=MARCH, report_on_page="/nl/x/verslag/9")
        )
    desk.server.fail("/nl/parlementaire-documenten/", Reply(b"", 500), times=99)
    run = desk.run("vraag om uitleg")
    assert len(run.keys) == 6
    assert [one.field for one in run.findings] == ["verslag"] * 6
    assert desk.server.count("/nl/parlementaire-documenten/") == 3


def test_a_web_page_instead_of_hits_is_asked_once_more_and_then_ends_the_listing(desk: Desk) -> None:
    desk.parlement.add_question(1, published=MARCH)
    desk.server.fail("2025-03-01", LOGOUT, times=1)
    assert desk.run().keys == ["schv-1"]
    desk.server.fail("2025-03-01", LOGOUT, times=2)
    with pytest.raises(UnexpectedError, match="Access policy"):
        desk.run()


@pytest.mark.parametrize("status", [429, 500])
def test_a_server_that_gives_up_ends_the_listing_with_what_was_listed_kept(desk: Desk, status: int) -> None:
    desk.parlement.add_question(1, published=FEBRUARY)
    desk.parlement.add_question(2, published=MARCH)
    desk.server.fail("2025-03-01", Reply(b"", status), times=1)
    pages = desk.source().pages(WRITTEN, "", DirectFetcher(), TODAY)
    seen: list[Page] = []
    with pytest.raises(UnreachableError):
        seen.extend(pages)
    assert (seen[-1].cursor, [record.key for page in seen for record in page.records]) == ("2025-02-28", ["schv-1"])
    assert desk.run(cursor=seen[-1].cursor).keys == ["schv-1", "schv-2"]


def test_xml_that_comes_unasked_is_read_too(desk: Desk) -> None:
    fill(desk, 3, days=3)
    desk.parlement.add(Thing(9, "vraag om uitleg", "over bussen", published=MARCH, report_on_page="/nl/x/verslag/9"))
    as_json = (desk.run().records, desk.run("vraag om uitleg").records)
    desk.parlement.as_xml = True
    assert (desk.run().records, desk.run("vraag om uitleg").records) == as_json


def test_a_search_without_its_list_or_count_is_no_empty_month(desk: Desk) -> None:
    desk.server.fail("2025-03-01", Reply(b'{"count": 12}', media_type="application/json"), times=1)
    with pytest.raises(UnexpectedError, match="without its hits"):
        desk.run()
    desk.server.fail("2025-03-01", Reply(b'{"aantal": 0}', media_type="application/json"), times=1)
    with pytest.raises(UnexpectedError, match="how many hits"):
        desk.run()


def test_a_renamed_field_is_named_with_its_place_and_the_rest_is_kept(desk: Desk) -> None:
    desk.parlement.add_question(1, published=MARCH, number=30)
    desk.parlement.renamed = {"vraagnummer": "nummer-van-de-vraag"}
    run = desk.run()
    assert {(one.deviation, one.place, one.field) for one in run.findings} == {
        (Deviation.MISSING, "opendata schv", "vraagnummer"),
        (Deviation.NEW, "opendata schv", "nummer-van-de-vraag"),
    }
    assert "SV 30 (2024-2025)" in [number.value for number in desk.pieces(run)["schv-1"].given.numbers]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2025-01-15", "2025-03-02", [("01-15", "01-31"), ("02-01", "02-28"), ("03-01", "03-02")]),
        ("2024-02-01", "2024-02-29", [("02-01", "02-29")]),
        ("2024-12-31", "2025-01-01", [("12-31", "12-31"), ("01-01", "01-01")]),
        ("2025-03-02", "2025-03-01", []),
    ],
)
def test_months_are_cut_off_at_both_ends(start: str, end: str, expected: list[tuple[str, str]]) -> None:
    found = months_between(dt.date.fromisoformat(start), dt.date.fromisoformat(end))
    assert [(first.isoformat()[5:], last.isoformat()[5:]) for first, last in found] == expected


def test_sessions_begin_on_the_fourth_monday_of_september() -> None:
    assert sessions_between(dt.date(2024, 9, 22), dt.date(2024, 9, 23)) == ("2023-2024", "2024-2025")
    assert sessions_between(dt.date(2024, 10, 1), dt.date(2025, 8, 1)) == ("2024-2025",)
