"""A press text is no position ahead of what a parliament was told: anyone can write one."""

import datetime as dt

from kb.answering.evidence import Evidence
from kb.answering.status import in_time, newest_leads
from kb.model.answer import Standing
from kb.model.terms import Kind, Parliament, Role
from tests.kb.answering.made import evidence, passage

ANSWERED = evidence(passage("answer", date=dt.date(2024, 11, 14)))


def press(
    parliament: Parliament | None = Parliament.VLAAMS_PARLEMENT, score: float = 2.5, year: int = 2026
) -> Evidence:
    text = passage(
        f"press-{year}",
        role=Role.PRESS,
        kind=Kind.PRESS_TEXT,
        parliament=parliament,
        date=dt.date(year, 11, 15),
        text="Het loket is gesloten.",
    )
    return evidence(text, score)


def told(found: list[Evidence]) -> list[tuple[str, Standing]]:
    return [(item.evidence.passage.document.key, item.standing) for item in in_time(found, 6)]


def test_a_newer_press_text_stands_behind_the_answer_and_is_no_position() -> None:
    assert told([press(), ANSWERED]) == [("answer", Standing.LATEST), ("press-2026", Standing.PLAIN)]


def test_a_newer_press_text_of_no_parliament_stands_behind_all_positions() -> None:
    assert told([press(None, 3.0), ANSWERED]) == [("answer", Standing.LATEST), ("press-2026", Standing.PLAIN)]


def test_an_older_press_text_is_part_of_the_line() -> None:
    assert told([press(year=2023), ANSWERED]) == [("answer", Standing.LATEST), ("press-2023", Standing.EARLIER)]


def test_where_only_a_press_text_speaks_it_leads_under_its_own_name() -> None:
    assert told([press()]) == [("press-2026", Standing.LATEST)]
    assert told([press(None)]) == [("press-2026", Standing.PLAIN)]


def test_a_dated_text_of_nobody_known_stands_behind_a_position() -> None:
    text = passage("page", role=Role.TEXT, kind=Kind.GENERIC, parliament=None, date=dt.date(2026, 11, 15))
    assert told([evidence(text, 3.0), ANSWERED])[0] == ("answer", Standing.LATEST)


def test_a_newer_press_text_does_not_replace_an_answer_that_fits_best() -> None:
    found = [ANSWERED, press(score=2.4)]
    assert newest_leads(found, 0.7) == found
