"""The measures, on rankings counted by hand."""

from math import log2

import pytest

from evaluation.retrieval.dataset import cut
from evaluation.retrieval.lexical import Bm25
from evaluation.retrieval.measures import means, score


def test_the_relevant_document_first_is_perfect() -> None:
    assert score(["a", "b"], {"a": 1.0}).ndcg10 == 1.0


def test_the_second_place_is_worth_its_discount() -> None:
    found = score(["b", "a"], {"a": 1.0})
    assert found.ndcg10 == pytest.approx(1 / log2(3))
    assert (found.mrr, found.recall10) == (0.5, 1.0)


def test_beyond_the_tenth_place_only_recall_at_100_counts() -> None:
    found = score([str(n) for n in range(20)], {"15": 1.0})
    assert (found.ndcg10, found.recall10, found.recall100) == (0.0, 0.0, 1.0)


def test_two_relevant_documents_share_the_ideal() -> None:
    assert score(["a", "x", "b"], {"a": 1.0, "b": 1.0}).ndcg10 == pytest.approx((1 + 0.5) / (1 + 1 / log2(3)))


def test_intervals_hold_the_mean_and_repeat() -> None:
    scores = [score(["a"], {"a": 1.0}), score(["b"], {"a": 1.0})] * 20
    once, again = means(scores), means(scores)
    assert once == again
    assert once.low < once.ndcg10 < once.high


def test_passages_cover_every_word_in_order() -> None:
    text = " ".join(f"Zin {n} heeft een paar woorden." for n in range(300))
    spans = cut(text)
    assert " ".join(text[start:end] for start, end in spans).split() == text.split()
    assert all(100 <= len(text[start:end].split()) <= 260 for start, end in spans)


def test_an_empty_document_has_no_passage() -> None:
    assert cut("  \n ") == []


def test_bm25_prefers_the_rarer_word_and_the_shorter_text() -> None:
    engine = Bm25(["de fiets", "de auto", "de auto van de buurman op de hoek"], str.split)
    rare = engine.scores("de fiets")
    assert rare.argmax() == 0
    cars = engine.scores("auto")
    assert cars[1] > cars[2] > cars[0] == 0.0
