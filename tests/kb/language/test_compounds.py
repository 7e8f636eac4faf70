"""Compounds into parts, with the lexicon that ships."""

import pytest

from kb.language.compounds import CompoundSplitter
from kb.language.lexicon import load_splitter


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("kennisveiligheidsloket", ("kennis", "veiligheid", "loket")),
        ("huisartsenzorg", ("huisartsen", "zorg")),
        ("stikstofuitstoot", ("stikstof", "uitstoot")),
        ("onderzoeksrechters", ("onderzoek", "rechters")),
        ("asielaanvraag", ("asiel", "aanvraag")),
        ("arbeidsmarktkrapte", ("arbeidsmarkt", "krapte")),
        ("verkeersveiligheid", ("verkeer", "veiligheid")),
        ("woningtekort", ("woning", "tekort")),
    ],
)
def test_a_compound_is_split_at_its_seams(word: str, parts: tuple[str, ...]) -> None:
    assert load_splitter().split(word) == parts


@pytest.mark.parametrize(
    "word",
    "minister belasting overheid onderwijs regering verbetering verantwoordelijkheid samenwerking informatie "
    "organisatie internationale gezondheid bibliotheek verzekering".split(),
)
def test_a_word_that_is_no_compound_stays_whole(word: str) -> None:
    assert load_splitter().split(word) == ()


def test_a_word_more_usual_than_its_parts_stays_whole() -> None:
    splitter = CompoundSplitter({"mini": 3.0, "ster": 3.0, "minister": 9.0}, frozenset({"mini", "ster"}))
    assert splitter.split("minister") == ()


def test_a_very_long_word_is_left_alone() -> None:
    assert load_splitter().split("kennis" * 1000) == ()
