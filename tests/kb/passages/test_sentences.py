"""Sentences: true slices, nothing lost, split where a reader would."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.passages.sentences import sentence_spans


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Het loket is open. Het werkt.", ["Het loket is open.", "Het werkt."]),
        ("Zie Kamerstuk nr. 948 daarover. Ja.", ["Zie Kamerstuk nr. 948 daarover.", "Ja."]),
        ("Dat zei A. de Vries. Zij knikte.", ["Dat zei A. de Vries.", "Zij knikte."]),
        ("Dit geldt o.a. Voor scholen geldt het niet.", ["Dit geldt o.a. Voor scholen geldt het niet."]),
        ("Op 9 mei jl. is het gestart. Dat is goed.", ["Op 9 mei jl. is het gestart.", "Dat is goed."]),
        ("Het kostte € 2,8 mln. In 2023 minder.", ["Het kostte € 2,8 mln.", "In 2023 minder."]),
        ("“Is dat zo?” Nee.", ["“Is dat zo?”", "Nee."]),
        ("1. Het eerste punt. 2. Het tweede.", ["1. Het eerste punt.", "2. Het tweede."]),
        ("• een ding\n• nog een ding", ["• een ding", "• nog een ding"]),
        ("Ja (zie bijlage.) Nee.", ["Ja (zie bijlage.)", "Nee."]),
        ("Kosten: 5.971. In 2022: 6.125.", ["Kosten: 5.971.", "In 2022: 6.125."]),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@given(st.text(alphabet=st.sampled_from('abAB 12.?!\n"”)(-•'), max_size=200))
def test_spans_are_in_order_apart_and_lose_only_white_space(text: str) -> None:
    spans = sentence_spans(text)
    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans))
    kept = "".join(text[start:end] for start, end in spans)
    assert "".join(kept.split()) == "".join(text.split())
