"""Tokens: what stays whole, and true spans."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.language.tokens import form, raw_tokens, tokens, whole_dates


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("2024Z18792", ["2024z18792"]),
        ("ah-tk-20242025-594", ["ah-tk-20242025-594"]),
        ("31 288, nr. 948", ["31288", "nr", "948"]),
        ("€ 1.500.000", ["1500000"]),
        ("12,5%", ["12,5"]),
        ("in 2024 100 mensen", ["in", "2024", "100", "mensen"]),
        ("12-02-2024", ["2024-02-12"]),
        ("m.b.t. de B.V.", ["mbt", "de", "bv"]),
        ("PVV-Kamerlid", ["pvv-kamerlid"]),
        ("auto’s", ["auto's"]),
        ("O&O", ["o&o"]),
        ("", []),
    ],
)
def test_numbers_dates_and_abbreviations_stay_whole(text: str, forms: list[str]) -> None:
    assert [form(raw) for raw in raw_tokens(text)] == forms


def test_a_date_written_out_is_the_date_in_figures() -> None:
    assert whole_dates("op 12 februari 2024") == [form("12-02-2024")]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_every_token_is_a_slice_of_the_text(text: str) -> None:
    found = list(tokens(text))
    assert [form(text[token.start : token.end]) for token in found] == [token.form for token in found]
    assert all(a.end <= b.start for a, b in pairwise(found))
