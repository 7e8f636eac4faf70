import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.sources.tweede_kamer.dates import day_of, midnight


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2023-12-14T00:00:00+01:00", "2023-12-14"),
        ("2024-07-01T00:00:00+0200", "2024-07-01"),
        ("2024-02-19T16:29:37.2143044Z", "2024-02-19"),
        ("2023-12-13T23:00:00Z", "2023-12-14"),
        ("2024-06-30T22:00:00Z", "2024-07-01"),
        ("2024-06-30T21:59:59Z", "2024-06-30"),
        ("2026-02-24T13:10:00", "2026-02-24"),
        ("2019-06-28T23:59:41.5570000", "2019-06-28"),
        ("2026-02-23", "2026-02-23"),
        (" 2026-02-23 ", "2026-02-23"),
    ],
)
def test_every_form_of_a_moment_gives_its_day_in_amsterdam(written: str, day: str) -> None:
    assert day_of(written) == dt.date.fromisoformat(day)


@pytest.mark.parametrize("written", ["", "onbekend", "2024-13-01", "0001-01-01T00:00:00Z", "9999-12-31T00:00:00"])
def test_what_stands_for_no_day_is_none(written: str) -> None:
    assert day_of(written) is None


@given(st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31)))
def test_midnight_is_the_first_moment_of_its_day(day: dt.date) -> None:
    first = midnight(day)
    before = dt.datetime.fromisoformat(first) - dt.timedelta(seconds=1)
    assert day_of(first) == day
    assert day_of(before.isoformat()) == day - dt.timedelta(days=1)
