"""One written form per word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.language.normalise import fold


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("Coördinatie", "coordinatie"),
        ("cre´eren", "creeren"),
        ("efficie¨nt", "efficient"),
        ("reëel", "reeel"),
        ("ﬁnanciële", "financiele"),
        ("kennis\u00adveiligheid", "kennisveiligheid"),
        ("ĲSSELMEER", "ijsselmeer"),
        ("’s‑Hertogenbosch", "'s-hertogenbosch"),
        ("„citaat”", '"citaat"'),
        ("2023–2024", "2023-2024"),
        ("Œuvre", "oeuvre"),
    ],
)
def test_what_a_file_made_of_a_word_folds_to_what_is_typed(printed: str, folded: str) -> None:
    assert fold(printed) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold(text)
    assert fold(once) == once
