from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.parsers.references import find_references
from kb.model.document import Number, Section
from kb.model.terms import Parliament, Role


def found(text, role=Role.ANSWER, **options):
    return find_references([Section("a1", role, text)], **options)


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("31 288, nr. 948", "kst-31288-948"),
        ("Kamerstuk 33047, nr. 25", "kst-33047-25"),
        ("Kamerstuk 22 112,nr. 3210", "kst-22112-3210"),
        ("Kamerstukken II 2021/22, 29 628, nr. 1099", "kst-29628-1099"),
        ("Kamerstukken II2015–16, 34 104, nr. 128", "kst-34104-128"),
        ("36 471-64", "kst-36471-64"),
        ("Kamerstuk 35925-VI-56", "kst-35925-VI-56"),
        ("Kamerstuk 36 410 VIII, nr. 106", "kst-36410-VIII-106"),
        ("21501-02, nr. 3174", "kst-21501-02-3174"),
        ("Kamerstuk 21501-20-2128", "kst-21501-20-2128"),
        ("Kamerstukken I 2023/24, 36200, A", "kst-36200-A"),
        ("TK 2023/24, 31 839, nr. 1024", "kst-31839-1024"),
        ("Kamerstuk 31 793 nr. 274", "kst-31793-274"),
        ("Aanhangsel Handelingen II 2023/24, nr. 2147", "ah-tk-20232024-2147"),
        ("Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 2147", "ah-tk-20232024-2147"),
        ("Aanhangsel Handelingen, vergaderjaar 2023–2024, 1028", "ah-tk-20232024-1028"),
        ("Aanhangsel van de Handelingen II, 2022/23, nr. 1823", "ah-tk-20222023-1823"),
        ("vraagnummer 2024Z14250", "2024Z14250"),
        ("2022D25169", "2022D25169"),
        ("kst-36045-299", "kst-36045-299"),
        ("21 (2025-2026) – Nr. 1", "21 (2025-2026) nr. 1"),
        ("Parl.St. Vl.Parl. 2025-26, nr. 869/1", "869 (2025-2026) nr. 1"),
        ("TZ202306-026", None),
        ("Stb. 2024, 153", None),
    ],
)
def test_a_printed_reference_is_found_and_resolved(printed, number):
    (one,) = found(f"Zie hierover ({printed}) en verder.")
    assert one.printed == printed
    assert (one.number.value if one.number else None) == number


@pytest.mark.parametrize(
    "text", ["dossier 31 288", "12 345 euro", "op 3 maart 2024 nr", "tussen 20 000 en 30 000", "telefoon 070 426 64 26"]
)
def test_other_numbers_are_no_reference(text):
    assert found(text) == ()


@given(st.text(max_size=60), st.text(max_size=60))
def test_every_reference_is_a_slice_and_none_overlap(before, after):
    text = f"{before} Kamerstuk 31 288, nr. 948 {after} 2024Z14250 {before}"
    references = found(text)
    assert all(one.printed == text[one.start : one.end] for one in references)
    assert all(one.end <= two.start for one, two in pairwise(references))


def test_an_earlier_question_is_followed_and_own_numbers_are_not_cited():
    text = "Deze vragen dienen ter aanvulling op eerdere vragen (vraagnummer 2024Z14250) bij 2024Z99999."
    own = [Number("zaak", "2024Z99999")]
    (one,) = found(text, Role.QUESTION_INTRO, own=own)
    assert (one.relation, one.number) == ("follows", Number("zaak", "2024Z14250"))


def test_a_flemish_question_is_named_by_number_and_day():
    text = "Zie het antwoord op schriftelijke vraag nr. 9023 van 7 november 2024."
    (one,) = found(text, parliament=Parliament.VLAAMS_PARLEMENT)
    assert one.number == Number("sv", "SV 9023 (2024-2025)")
    assert found(text) == ()
