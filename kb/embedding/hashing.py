"""No model at all: words and character n-grams hashed into a vector. Deterministic, quick, and only good for tests."""

import re
import zlib
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from kb.embedding.checked import unit_rows
from kb.embedding.port import EmbedderIdentity

_GRAM = 4


class HashingEmbedder:
    """Texts that share words, or pieces of words, come out near each other."""

    def __init__(self, dimension: int = 256) -> None:
        self._identity = EmbedderIdentity("hashing", "1", dimension)

    @property
    def identity(self) -> EmbedderIdentity:
        return self._identity

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        dimension = self._identity.dimension
        vectors = np.zeros((len(texts), dimension), dtype=np.float32)
        for row, text in enumerate(texts):
            for piece, weight in _pieces(text):
                code = zlib.crc32(piece.encode())
                vectors[row, code % dimension] += weight if code & 0x80000000 else -weight
        return unit_rows(vectors, texts, dimension)

    def embed_questions(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return self.embed_passages(texts)


def _pieces(text: str) -> Iterator[tuple[str, float]]:
    for word in re.findall(r"\w+", text.lower()):
        yield f"word {word}", 1.0
        padded = f"<{word}>"
        for at in range(max(1, len(padded) - _GRAM + 1)):
            yield padded[at : at + _GRAM], 0.3
