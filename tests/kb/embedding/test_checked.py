"""A failed embedding is an error, never a zero vector."""

import numpy as np
import pytest

from kb.embedding.checked import unit_rows
from kb.errors import EmbeddingError

TEXTS = ["eerste tekst", "tweede tekst"]


def test_rows_are_scaled_to_length_one() -> None:
    rows = unit_rows(np.array([[3.0, 4.0], [0.0, 2.0]], dtype=np.float16), TEXTS, 2)
    np.testing.assert_allclose(rows, [[0.6, 0.8], [0.0, 1.0]])
    assert rows.dtype == np.float32


@pytest.mark.parametrize(
    ("vectors", "said"),
    [
        pytest.param([[1, 0], [0, 0]], "knows nothing in the text 'tweede tekst'", id="a zero row"),
        pytest.param([[np.nan, 0], [1, 0]], "not finite for the text 'eerste tekst'", id="not a number"),
        pytest.param([[1, 0], [np.inf, 0]], "not finite for the text 'tweede tekst'", id="infinite"),
        pytest.param([[1, 0]], "shape (1, 2) instead of (2, 2)", id="a row too few"),
        pytest.param([[1], [1]], "shape (2, 1) instead of (2, 2)", id="another dimension"),
    ],
)
def test_unusable_vectors_are_refused(vectors: list[list[float]], said: str) -> None:
    with pytest.raises(EmbeddingError) as caught:
        unit_rows(np.array(vectors, dtype=np.float32), TEXTS, 2)
    assert said in caught.value.message
