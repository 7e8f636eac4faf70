"""What is listed, month by month, whatever the server does on the way."""

import datetime as dt

import pytest

from ingest.sources.officiele_bekendmakingen.listing import following, halves, windows_of
from ingest.sources.source import Counted, Page, Window
from ingest.sources.strict import Deviation, Finding
from kb.errors import UnexpectedError, UnreachableError
from tests.ingest.serving import Reply
from tests.ingest.sources.officiele_bekendmakingen.conftest import Desk, records_of
from tests.ingest.sources.officiele_bekendmakingen.server import ANSWERS, QUESTIONS, a_question, an_answer


def test_a_first_run_lists_each_month_since_the_beginning_and_counts_it(desk: Desk) -> None:
    desk.gazette.add(an_answer(1, "2024-10-03"), an_answer(2, "2024-11-04"), an_answer(3, "2024-12-05"))
    desk.gazette.add(an_answer(4, "2024-09-30"), a_question(90005, "2024-11-06"))
    pages = desk.listed(ANSWERS)
    assert [record.key for record in records_of(pages)] == [f"ah-tk-20242025-{n}" for n in (1, 2, 3)]
    assert [window for page in pages if (window := page.complete)] == [
        Window(ANSWERS, dt.date(2024, 10, 1), dt.date(2024, 10, 31)),
        Window(ANSWERS, dt.date(2024, 11, 1), dt.date(2024, 11, 30)),
        Window(ANSWERS, dt.date(2024, 12, 1), dt.date(2024, 12, 20)),
    ]
    assert [counted for page in pages for counted in page.counted] == [
        Counted(ANSWERS, dt.date(2024, month, 1), 1) for month in (10, 11, 12)
    ]
    assert pages[-1].cursor == "2024-12"
    assert {page.expected_total for page in pages} == {3}
    assert not any(page.findings or page.unusable for page in pages)


def test_the_next_run_lists_the_months_of_the_last_45_days_again_and_one_older(desk: Desk) -> None:
    desk.gazette.add(an_answer(1, "2024-10-03"), an_answer(2, "2024-11-04"), an_answer(3, "2024-12-05"))
    january = dt.date(2025, 1, 20)
    assert [record.key[-1] for record in records_of(desk.listed(ANSWERS, "2024-12"))] == ["2", "3", "1"]
    assert [record.key[-1] for record in records_of(desk.listed(ANSWERS, "2024-12", january))] == ["3", "1"]


def test_every_older_month_has_its_turn(desk: Desk) -> None:
    cursor, looked_at = "2025-04", []
    for day in range(5):
        pages = desk.listed(ANSWERS, cursor, dt.date(2025, 4, 20) + dt.timedelta(days=day))
        cursor = pages[-1].cursor
        looked_at.append(pages[-1].complete)
    assert [window.first.month for window in looked_at if window] == [10, 11, 12, 1, 2]
    assert cursor == "2025-04 2025-02"
    (*_, last) = desk.listed(ANSWERS, cursor, dt.date(2025, 4, 26))
    assert last.complete == Window(ANSWERS, dt.date(2024, 10, 1), dt.date(2024, 10, 31))


def test_a_run_that_was_away_for_long_goes_on_where_it_stopped() -> None:
    first = next(windows_of(ANSWERS, dt.date(2020, 1, 1), "2023-05", dt.date(2024, 12, 20)))
    assert first == Window(ANSWERS, dt.date(2023, 6, 1), dt.date(2023, 6, 30))


def test_an_interrupted_month_begins_again(desk: Desk) -> None:
    desk.gazette.add(*(an_answer(n, "2024-11-04") for n in range(1, 6)))
    desk = desk.with_settings(page_size=2, since="2024-11-01")
    november = [page for page in desk.listed(ANSWERS) if page.records]
    assert [page.cursor for page in november] == ["", "", ""]


def test_a_month_comes_page_by_page(desk: Desk) -> None:
    desk.gazette.add(*(an_answer(n, f"2024-11-{n:02d}") for n in range(1, 8)))
    desk = desk.with_settings(page_size=3, since="2024-11-01")
    pages = desk.listed(ANSWERS)
    assert [len(page.records) for page in pages if page.records] == [3, 3, 1]
    assert len({record.key for record in records_of(pages)}) == 7


def test_a_server_that_gives_fewer_than_asked_is_asked_on(desk: Desk) -> None:
    desk.gazette.most = 2
    desk.gazette.add(*(an_answer(n, f"2024-11-{n:02d}") for n in range(1, 8)))
    assert len(records_of(desk.listed(ANSWERS))) == 7


def test_records_that_slip_between_two_pages_are_found_in_smaller_stretches(desk: Desk) -> None:
    desk.gazette.slipping = True
    desk.gazette.add(*(an_answer(n, f"2024-11-{1 + n // 3:02d}") for n in range(1, 13)))
    desk = desk.with_settings(page_size=5, since="2024-11-01")
    pages = desk.listed(ANSWERS)
    assert len({record.key for record in records_of(pages)}) == 12
    assert Window(ANSWERS, dt.date(2024, 11, 1), dt.date(2024, 11, 30)) in [page.complete for page in pages]


def test_a_stretch_that_stays_short_is_not_called_complete(desk: Desk) -> None:
    desk.gazette.slipping = True
    desk.gazette.add(*(an_answer(n, "2024-11-04") for n in range(1, 13)))
    desk = desk.with_settings(page_size=5, since="2024-11-01")
    november = next(page for page in desk.listed(ANSWERS) if page.counted)
    assert november.complete is None
    assert november.counted == (Counted(ANSWERS, dt.date(2024, 11, 1), 12),)
    assert november.cursor == "2024-11"


@pytest.mark.parametrize(("version", "packing"), [("1.2", "xml"), ("2.0", "xml"), ("2.0", "string")])
def test_both_wrapper_forms_give_the_same_records(desk: Desk, version: str, packing: str) -> None:
    desk.gazette.add(an_answer(1, "2024-10-03"), a_question(90005, "2024-11-06"))
    plain = records_of([*desk.listed(ANSWERS), *desk.listed(QUESTIONS)])
    desk.gazette.version, desk.gazette.packing = version, packing
    pages = [*desk.listed(ANSWERS), *desk.listed(QUESTIONS)]
    assert records_of(pages) == plain
    assert len(plain) == 2
    assert not any(page.findings for page in pages)


def test_a_diagnostic_is_an_error_with_its_message(desk: Desk) -> None:
    desk.server.fail(
        "/sru?",
        Reply(
            b"<diagnostics><diagnostic xmlns='http://www.loc.gov/zing/srw/diagnostic/'><details>dt.x</details>"
            b"<message>Unsupported index</message></diagnostic></diagnostics>"
        ),
    )
    with pytest.raises(UnexpectedError, match=r"Unsupported index dt\.x"):
        desk.listed(ANSWERS)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"<!DOCTYPE html><html><body>Storing</body></html>", "a web page"),
        (b"", "no XML"),
        (b"<searchRetrieveResponse><numberOfRecords>3</num", "no XML"),
        (b"<searchRetrieveResponse><records/></searchRetrieveResponse>", "how many"),
        (b"<searchRetrieveResponse><numberOfRecords>3</numberOfRecords></searchRetrieveResponse>", "gives none"),
        (b"<feed/>", "<feed>"),
    ],
)
def test_what_is_no_answer_is_an_error_that_says_what_came(desk: Desk, body: bytes, said: str) -> None:
    desk.server.fail("/sru?", Reply(body, media_type="text/xml"), times=9)
    with pytest.raises(UnexpectedError, match=said):
        desk.with_settings(since="2024-12-01").listed(ANSWERS)


def test_what_was_listed_before_the_server_fell_silent_is_kept(desk: Desk) -> None:
    desk.gazette.add(an_answer(1, "2024-11-03"), an_answer(2, "2024-12-04"))
    desk = desk.with_settings(since="2024-11-01")
    got: list[Page] = []
    pages = desk.source.pages(ANSWERS, "", desk.fetcher, dt.date(2024, 12, 20))
    while not (got and got[-1].complete):
        got.append(next(pages))
    desk.server.fail("/sru?", Reply(b"", 503))
    with pytest.raises(UnreachableError):
        next(pages)
    assert [record.key[-1] for record in records_of(got)] == ["1"]
    assert got[-1].cursor == "2024-11"


def test_a_total_that_shrinks_while_paging_ends_the_month(desk: Desk) -> None:
    desk.gazette.add(*(an_answer(n, f"2024-12-{n:02d}") for n in range(1, 5)))
    desk = desk.with_settings(page_size=2, since="2024-12-01")
    keys = []
    for page in desk.source.pages(ANSWERS, "", desk.fetcher, dt.date(2024, 12, 20)):
        keys += [record.key[-1] for record in page.records]
        for n in (2, 3, 4):
            desk.gazette.items.pop(f"ah-tk-20242025-{n}", None)
    assert keys == ["1", "2"]


def test_a_field_that_is_renamed_or_new_is_named(desk: Desk) -> None:
    desk.gazette.add(an_answer(1, "2024-12-03"))
    desk = desk.with_settings(since="2024-12-01")
    desk.gazette.renamed = ("vraagnummer", "zaaknummer")
    desk.gazette.added = "<overheidwetgeving:stemming>aangenomen</overheidwetgeving:stemming>"
    findings = [finding for page in desk.listed(ANSWERS) for finding in page.findings]
    assert {(one.deviation, one.place, one.field) for one in findings} == {
        (Deviation.NEW, "SRU tpmeta", "zaaknummer"),
        (Deviation.NEW, "SRU tpmeta", "stemming"),
    }
    desk.gazette.renamed, desk.gazette.added = ("date", "day"), ""
    assert Finding(Deviation.MISSING, "SRU owmsmantel", "date", "ah-tk-20242025-1") in [
        finding for page in desk.listed(ANSWERS) for finding in page.findings
    ]


def test_a_record_without_identifier_is_put_aside_and_the_others_are_kept(desk: Desk) -> None:
    desk.gazette.add(an_answer(1, "2024-12-03"), an_answer(2, "2024-12-04", identifier="??"))
    pages = desk.with_settings(since="2024-12-01").listed(ANSWERS)
    assert [record.key for record in records_of(pages)] == ["ah-tk-20242025-1"]
    (unusable,) = [one for page in pages for one in page.unusable]
    assert 'its identifier is "??"' in unusable.problem.message


def test_equal_publications_give_equal_content_and_a_change_another(desk: Desk) -> None:
    desk.gazette.add(an_answer(1, "2024-12-03"))
    before = records_of(desk.listed(ANSWERS, "2024-12"))
    assert records_of(desk.listed(ANSWERS, "2024-12")) == before
    desk.gazette.change("ah-tk-20242025-1", modified="2024-12-10")
    assert records_of(desk.listed(ANSWERS, "2024-12")) != before


def test_a_date_that_is_none_is_named_and_left_out(desk: Desk) -> None:
    desk.gazette.add(an_answer(1, "2024-12-03", modified="onbekend"))
    pages = desk.with_settings(since="2024-12-01").listed(ANSWERS)
    findings = [finding for page in pages for finding in page.findings]
    assert findings == [Finding(Deviation.WRONG, "SRU record", "modified", "onbekend")]


def test_months_and_halves() -> None:
    assert following(dt.date(2024, 12, 31)) == dt.date(2025, 1, 1)
    whole = Window(ANSWERS, dt.date(2024, 2, 1), dt.date(2024, 2, 29))
    first, second = halves(whole)
    assert (first.first, second.last) == (whole.first, whole.last)
    assert second.first - first.last == dt.timedelta(days=1)
