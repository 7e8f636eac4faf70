"""Positions in time: their states, and what came after."""

import datetime as dt

from kb.answering.over_time import told_over_time
from kb.model.answer import Citation, Claim, Standing, State
from kb.model.identity import DocumentId
from kb.model.terms import Kind, Parliament, Role


def claim(text: str, year: int | None, standing: Standing, parliament: Parliament = Parliament.TWEEDE_KAMER) -> Claim:
    cited = Citation(
        DocumentId("folder", f"{year}"),
        1,
        "a1",
        0,
        len(text),
        text,
        "Het loket",
        Kind.LETTER,
        Role.LETTER,
        "a.txt",
        parliament=parliament,
        date=dt.date(year, 1, 1) if year else None,
    )
    return Claim(text, (cited,), standing)


def test_an_earlier_position_names_the_next_newer_one_of_its_parliament() -> None:
    told = told_over_time(
        [
            claim("Het loket is geopend.", 2026, Standing.LATEST),
            claim("Het loket is in opbouw.", 2026, Standing.LATEST, Parliament.VLAAMS_PARLEMENT),
            claim("De opening is uitgesteld.", 2025, Standing.EARLIER),
            claim("De opening is gepland.", 2024, Standing.EARLIER),
        ]
    )
    assert [one.superseded_by for one in told] == [None, None, 1, 3]
    assert [one.state for one in told] == [State.OPERATIONAL, State.STARTED, State.DELAYED, State.PLANNED]


def test_a_members_claim_and_an_undated_one_replace_nothing() -> None:
    told = told_over_time(
        [
            claim("Het loket is gesloten.", 2026, Standing.CLAIM),
            claim("Het loket komt er.", None, Standing.UNDATED),
            claim("De opening is gepland.", 2024, Standing.EARLIER),
        ]
    )
    assert [one.superseded_by for one in told] == [None, None, None]
