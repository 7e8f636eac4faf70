import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.parsers.dates import find_dates, first_date, recent_date

MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("ingezonden 6 maart 2024", dt.date(2024, 3, 6)),
        ("d.d. 3  februari 2021", dt.date(2021, 2, 3)),
        ("18 november2024", dt.date(2024, 11, 18)),
        ("op 5 mrt. 2020 en 6 mei 2021", dt.date(2020, 3, 5)),
        ("03-02-2021", dt.date(2021, 2, 3)),
        ("3/2/2021", dt.date(2021, 2, 3)),
        ("2024-11-20", dt.date(2024, 11, 20)),
        ("31 februari 2024", None),
        ("(2021/821)", None),
        ("dossier 21501-02-2024", None),
        ("vergaderjaar 2023-2024", None),
        ("", None),
    ],
)
def test_a_printed_date_is_read(text, date):
    assert first_date(text) == date


@given(st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)), st.text(" .,()", max_size=4))
def test_every_day_comes_back_from_each_form(day, around):
    for form in (
        f"{day.day} {MONTHS[day.month - 1]} {day.year}",
        day.isoformat(),
        f"{day.day:02}-{day.month:02}-{day.year}",
    ):
        text = f"{around}{form}{around}"
        found = find_dates(text)
        assert [one.date for one in found] == [day]
        assert first_date(text[found[0].start : found[0].end]) == day


def test_a_day_without_its_year_is_the_last_one_before():
    assert recent_date("Op 6 november jl. hebben", dt.date(2024, 11, 20)) == dt.date(2024, 11, 6)
    assert recent_date("Op 20 december jl.", dt.date(2025, 1, 8)) == dt.date(2024, 12, 20)
    assert recent_date("Op 6 november 2019", dt.date(2024, 11, 20)) is None
