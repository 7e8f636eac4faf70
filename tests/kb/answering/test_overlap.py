"""Overlap: the word itself, then compounds, near forms and meaning, each for less."""

from collections.abc import Mapping, Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from kb.answering.overlap import Overlap


class Compounds:
    """Splits at a bar; weighs every word alike."""

    def stem_and_parts(self, word: str) -> tuple[str, tuple[str, ...]]:
        parts = {"waterloket": ("water", "loket"), "loketwater": ("loket", "water")}.get(word, ())
        return word, parts

    def in_dutch(self, word: str, *, english: bool) -> Mapping[str, float]:
        return {"bedrijf": 1.0} if english and word == "company" else {}

    def weight(self, word: str) -> float:
        return {"het": 0.0}.get(word, 1.0)


def synonyms(texts: Sequence[str]) -> NDArray[np.float32]:
    """Papers and publicaties point the same way; everything else its own way."""
    rows = np.zeros((len(texts), 64), dtype=np.float32)
    for row, text in enumerate(texts):
        rows[row, 0 if text in ("papers", "publicaties") else 1 + sum(map(ord, text)) % 63] = 1.0
    return rows


def cover(word: str, text: str) -> float:
    overlap = Overlap([word], [text], Compounds(), synonyms)
    return overlap.share(overlap.per_word(text))


@pytest.mark.parametrize(
    ("word", "text", "low", "high"),
    [
        ("loket", "het loket is open", 1.0, 1.0),
        ("loket", "het waterloket is open", 0.89, 0.91),
        ("waterloket", "het loket is open", 0.49, 0.51),
        ("waterlokt", "het waterloket is open", 0.5, 0.8),
        ("papers", "de publicaties", 0.7, 0.76),
        ("2023", "in 2022 was dat minder", 0.0, 0.0),
        ("loket", "iets heel anders", 0.0, 0.0),
    ],
)
def test_a_word_is_covered_for_what_stands_there(word: str, text: str, low: float, high: float) -> None:
    assert low <= cover(word, text) <= high


def test_a_telling_word_counts_more_than_a_common_one() -> None:
    overlap = Overlap(["het", "loket"], ["het", "loket"], Compounds(), synonyms)
    assert overlap.share(overlap.per_word("loket")) > 0.9
    assert overlap.share(overlap.per_word("het")) < 0.1


def test_an_english_word_is_covered_by_its_dutch_one_where_the_question_is_english() -> None:
    texts = ["het bedrijf groeit"]
    english = Overlap(["company"], texts, Compounds(), synonyms, english=True)
    dutch = Overlap(["company"], texts, Compounds(), synonyms)
    assert english.share(english.per_word(texts[0])) > 0.8
    assert dutch.share(dutch.per_word(texts[0])) == 0.0
