import datetime as dt

import pytest

from ingest.parsers.numbers import aanhangsel, aanhangsel_of_digits, session_name, session_of, stuk, written_question
from kb.model.terms import Parliament

TK, VP = Parliament.TWEEDE_KAMER, Parliament.VLAAMS_PARLEMENT


@pytest.mark.parametrize("text", ["2023–2024", "2023-2024", "2023/24", "2023-24", "vergaderjaar 2023 – 2024"])
def test_a_session_has_one_form(text):
    assert session_name(text) == "2023-2024"


@pytest.mark.parametrize("text", ["2023-2026", "2023–34", "2024"])
def test_other_years_are_no_session(text):
    assert session_name(text) == ""


@pytest.mark.parametrize(
    ("day", "parliament", "session"),
    [
        (dt.date(2024, 9, 16), TK, "2023-2024"),  # Prinsjesdag was 17 September 2024
        (dt.date(2024, 9, 17), TK, "2024-2025"),
        (dt.date(2024, 9, 22), VP, "2023-2024"),  # the fourth Monday was 23 September 2024
        (dt.date(2024, 9, 23), VP, "2024-2025"),
        (dt.date(2025, 3, 1), VP, "2024-2025"),
    ],
)
def test_a_day_belongs_to_its_parliamentary_year(day, parliament, session):
    assert session_of(day, parliament) == session


def test_numbers_have_one_normal_form():
    assert aanhangsel("0594", "2024-2025") == aanhangsel_of_digits("242500594")
    assert aanhangsel("594", "2024-2025").value == "ah-tk-20242025-594"
    assert aanhangsel("594", "") is None
    assert aanhangsel_of_digits("242700594") is None
    assert written_question("030", "2024-2025").value == "SV 30 (2024-2025)"
    assert stuk("13", "G", "2025-2026", "1").value == "13-G (2025-2026) nr. 1"
