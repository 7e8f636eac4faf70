"""An embedder without a model: hashed words and character n-grams (Weinberger et al. 2009, arXiv:0902.2206).

For tests, and wherever vectors must be the same on every machine without a file. It finds shared words and
word parts, nothing of meaning.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from math import log
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from kb.embedding.checked import unit_rows
from kb.embedding.port import EmbedderIdentity

_WORD = re.compile(r"\w+")
_GRAM = 4
#: Raise when the same text would get another vector.
_VERSION = "hashing-1"


class HashingEmbedder:
    def __init__(self, dimension: int = 256) -> None:
        self._identity = EmbedderIdentity("hashing", _VERSION, dimension)

    @property
    def identity(self) -> EmbedderIdentity:
        return self._identity

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        vectors = np.zeros((len(texts), self._identity.dimension), dtype=np.float64)
        for row, text in zip(vectors, texts, strict=True):
            for feature, weight in _features(text):
                # crc32 and not hash(): the latter differs from one process to the next.
                number = crc32(feature.encode())
                row[(number >> 1) % len(row)] += weight if number & 1 else -weight
        return unit_rows(vectors, texts, self._identity.dimension)

    def embed_questions(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return self.embed_passages(texts)


def _features(text: str) -> Iterator[tuple[str, float]]:
    """Words, longer ones weighing more (short Dutch words are mostly function words), and their n-grams."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))
    for word in _WORD.findall(plain):
        weight = log(1 + len(word)) ** 2
        yield f"w:{word}", weight
        for start in range(len(word) - _GRAM + 1):
            yield f"g:{word[start : start + _GRAM]}", weight / len(word)
