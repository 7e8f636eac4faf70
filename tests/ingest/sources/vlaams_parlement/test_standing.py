"""Working days, the term, the weeks in which an answer is the asker's alone, and questions to several ministers."""

import datetime as dt

import pytest

from ingest.sources.vlaams_parlement.clusters import clusters
from ingest.sources.vlaams_parlement.entries import Actor, Entry, record_of
from ingest.sources.vlaams_parlement.fields import Soort
from ingest.sources.vlaams_parlement.standing import State, standing
from ingest.sources.vlaams_parlement.working_days import easter, holidays, is_working_day, working_days_after
from kb.model.people import Part
from tests.ingest.sources.vlaams_parlement.conftest import Desk


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    "sunday", ["1999-04-04", "2000-04-23", "2008-03-23", "2011-04-24", "2024-03-31", "2025-04-20", "2026-04-05"]
)
def test_easter_falls_where_the_calendar_has_it(sunday: str) -> None:
    assert easter(int(sunday[:4])) == day(sunday)


def test_a_year_has_ten_legal_holidays() -> None:
    assert sorted(holidays(2025)) == [
        day(f"2025-{text}")
        for text in ("01-01", "04-21", "05-01", "05-29", "06-09", "07-21", "08-15", "11-01", "11-11", "12-25")
    ]


@pytest.mark.parametrize(
    ("start", "count", "expected"),
    [
        ("2026-02-20", 20, "2026-03-20"),  # a Friday; four weeks without a holiday
        ("2026-02-20", 0, "2026-02-20"),
        ("2025-04-18", 1, "2025-04-22"),  # Easter Monday between
        ("2024-12-20", 5, "2024-12-30"),  # Christmas on a Wednesday
        ("2024-10-31", 1, "2024-11-04"),  # 1 November, then a weekend
        ("2025-05-28", 2, "2025-06-02"),  # Ascension
    ],
)
def test_working_days_pass_over_weekends_and_holidays(start: str, count: int, expected: str) -> None:
    assert working_days_after(day(start), count) == day(expected)


def test_the_last_of_working_days_is_a_working_day() -> None:
    start = day("2024-01-01")
    for offset in range(800):
        found = working_days_after(start + dt.timedelta(days=offset), 20)
        assert is_working_day(found)
        assert 26 <= (found - start).days - offset <= 34


def entry(**fields: object) -> Entry:
    made = {"title": "Dijken  -  Onderhoud", "people": (Actor(Part.ASKER, "Griet", "Wevelaar"),), **fields}
    return Entry("schriftelijke vraag", Soort.SCHV, str(made.pop("id", "1")), **made)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("today", "state", "overdue"),
    [
        ("2026-02-21", State.PENDING, False),
        ("2026-03-20", State.PENDING, False),
        ("2026-03-21", State.UNKNOWABLE, False),
        ("2026-04-13", State.UNKNOWABLE, False),
        ("2026-04-14", State.OPEN, True),
    ],
)
def test_a_question_is_open_only_after_its_term_and_the_exclusive_weeks(
    today: str, state: State, overdue: bool
) -> None:
    found = standing(record_of(entry(asked=day("2026-02-20"))), day(today))
    assert (found.due, found.exclusive_until) == (day("2026-03-20"), day("2026-04-13"))  # Easter Monday on 6 April
    assert (found.state, found.is_overdue, found.is_open) == (state, overdue, overdue)


def test_an_answer_ends_it_and_may_have_been_late() -> None:
    in_time = standing(record_of(entry(asked=day("2026-02-20"), answered=day("2026-03-20"))), day("2027-01-01"))
    assert (in_time.state, in_time.is_overdue, in_time.exclusive_until) == (State.ANSWERED, False, day("2026-04-13"))
    late = standing(record_of(entry(asked=day("2026-02-20"), answered=day("2026-03-23"))), day("2026-03-24"))
    assert (late.state, late.is_overdue, late.is_open) == (State.ANSWERED, True, False)


def test_withdrawn_and_undated_questions_are_never_open() -> None:
    withdrawn = standing(record_of(entry(asked=day("2026-02-20"), withdrawn=True)), day("2027-01-01"))
    assert (withdrawn.state, withdrawn.is_open) == (State.WITHDRAWN, False)
    undated = standing(record_of(entry()), day("2027-01-01"))
    assert (undated.state, undated.due, undated.is_overdue) == (State.UNDATED, None, False)


def test_one_question_to_several_ministers_is_one_cluster(desk: Desk) -> None:
    published, asked = day("2025-03-04"), day("2025-01-20")
    ministers = (("Joost", "Perdaens"), ("Lena", "Quaghe"), ("Bram", "Tuytelaars"))
    for at, minister in enumerate(ministers):
        desk.parlement.add_question(
            10 + at, published=published, asked=asked, title="Stilte  -  Beleid", number=at, ministers=(minister,)
        )
    desk.parlement.add_question(20, published=published, asked=asked, title="Iets anders")
    desk.parlement.add_question(21, published=published, asked=day("2025-01-21"), title="Stilte  -  Beleid")
    run = desk.run()
    (found,) = clusters(run.records)
    assert found.keys == ("schv-10", "schv-11", "schv-12")
    assert found.ministers == ("Joost Perdaens", "Lena Quaghe", "Bram Tuytelaars")
    assert (found.title, found.asker, found.asked) == ("Stilte  -  Beleid", "Griet Wevelaar", asked)
    # The records find each other, and the documents do by what `kb.related` compares.
    tie = next(ref for ref in run.records[-1].refs if ref.startswith("vraag-"))
    assert len(run.held.referring("schriftelijke vraag", tie)) == 3
    pieces = desk.pieces(run)
    assert {(pieces[key].given.title, pieces[key].given.asked) for key in found.keys} == {("Stilte  -  Beleid", asked)}


def test_questions_of_two_members_under_one_title_stay_apart() -> None:
    other = (Actor(Part.ASKER, "Wim", "Ooghe"),)
    records = [
        record_of(entry(id="1", asked=day("2026-02-20"))),
        record_of(entry(id="2", asked=day("2026-02-20"), people=other)),
    ]
    assert clusters(records) == ()
