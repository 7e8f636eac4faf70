"""What every embedder promises, over every adapter."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from kb.embedding.build import build_embedder
from kb.embedding.port import Embedder
from kb.embedding.settings import EmbeddingSettings
from kb.errors import EmbeddingError

ROOT = Path(__file__).parents[3]
TEXTS = [
    "Wat is de stand van zaken van het loket voor kennisveiligheid?",
    "De minister antwoordde dat het kennisveiligheidsloket in januari is geopend.",
    "Vervoersarmoede bij jongeren op het platteland",
    "lang " * 2000,
]
# The model's own words are subwords of Latin script: nothing of this is in its vocabulary, nor a word to hash.
UNKNOWN = "\u2603\u2603\u2603 \u2744\u2744 \u2620" * 10

_built: dict[str, Embedder] = {}


@pytest.fixture(
    params=["static", "hashing", pytest.param("sentence-transformers", marks=pytest.mark.slow)],
)
def embedder(request: pytest.FixtureRequest) -> Embedder:
    request.getfixturevalue("without_third_party_warnings")
    kind = str(request.param)
    if kind not in _built:
        _built[kind] = build_embedder(EmbeddingSettings(kind=kind), ROOT)
    return _built[kind]


@pytest.fixture(params=["passages", "questions"])
def embed(request: pytest.FixtureRequest, embedder: Embedder) -> Callable[[list[str]], np.ndarray]:
    return embedder.embed_passages if request.param == "passages" else embedder.embed_questions


def test_one_float32_row_of_length_one_per_text(embedder: Embedder, embed: Callable[..., np.ndarray]) -> None:
    vectors = embed(TEXTS)
    assert vectors.shape == (len(TEXTS), embedder.identity.dimension)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-5)


def test_no_texts_give_no_rows(embedder: Embedder, embed: Callable[..., np.ndarray]) -> None:
    assert embed([]).shape == (0, embedder.identity.dimension)


def test_the_same_text_gives_the_same_vector_whatever_stands_beside_it(embed: Callable[..., np.ndarray]) -> None:
    together = embed(TEXTS)
    again = embed(TEXTS)
    alone = np.concatenate([embed([text]) for text in TEXTS])
    assert (together == again).all()
    np.testing.assert_allclose(together, alone, atol=1e-5)


def test_a_text_is_nearest_to_the_text_it_shares_words_with(embedder: Embedder) -> None:
    question = embedder.embed_questions(["loket kennisveiligheid"])[0]
    passages = embedder.embed_passages(TEXTS)
    assert np.argmax(passages @ question) in (0, 1)


def test_a_text_without_anything_known_is_an_error_that_names_it(embed: Callable[..., np.ndarray]) -> None:
    with pytest.raises(EmbeddingError) as caught:
        embed([TEXTS[0], UNKNOWN])
    assert UNKNOWN[:40] in caught.value.message
    assert UNKNOWN[:41] not in caught.value.message


def test_the_identity_is_the_same_when_built_again(embedder: Embedder, request: pytest.FixtureRequest) -> None:
    kind = request.node.callspec.params["embedder"]
    if kind == "sentence-transformers":
        pytest.skip("loading twice takes seconds; its version is tested in test_model_files")
    assert build_embedder(EmbeddingSettings(kind=kind), ROOT).identity == embedder.identity
    assert embedder.identity.name
    assert embedder.identity.version
