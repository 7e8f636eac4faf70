"""Sparse vectors."""

import numpy as np

from kb.search.build import build_encoder
from tests.kb.search.passages_made import passage


def test_ids_are_distinct_and_weights_finite() -> None:
    vectors = build_encoder().encode_passages(
        [passage("a", "Het loket van het loket voor het loket, 31 288 nr. 948.")]
    )[0]
    for vector in vectors.values():
        assert len(np.unique(vector.indices)) == len(vector.indices) == len(vector.values)
        assert (vector.values > 0).all()


def test_a_word_weighs_less_in_a_longer_passage() -> None:
    encoder = build_encoder()
    question = encoder.encode_question("loket")["words"].indices[0]

    def weight(text: str) -> float:
        vector = encoder.encode_passages([passage("a", text)])[0]["words"]
        return float(vector.values[vector.indices == question][0])

    assert weight("loket") > weight("loket " + " ".join(f"woord{n}" for n in range(200)))


def test_the_context_of_a_passage_is_found_too() -> None:
    encoder = build_encoder()
    vector = encoder.encode_passages([passage("a", "Ja.", context="Is het loket open?")])[0]["words"]
    assert encoder.encode_question("loket")["words"].indices[0] in vector.indices


def test_an_empty_question_has_empty_vectors() -> None:
    assert all(len(vector.indices) == 0 for vector in build_encoder().encode_question("").values())
