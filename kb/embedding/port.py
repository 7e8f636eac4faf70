"""What the rest of the program knows of an embedding model."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class EmbedderIdentity:
    """Recorded in an index, which refuses another. Equal identities give equal vectors.

    ``version``: the first 12 hex digits of a SHA-256 over the model's files, or the revision on a hub.
    """

    name: str
    version: str
    dimension: int


class Embedder(Protocol):
    """Both methods return shape (n, dimension), float32, every row of length 1.

    They raise EmbeddingError where a text has no vector (nothing in it that the model knows): an index never
    holds a zero vector.
    """

    @property
    def identity(self) -> EmbedderIdentity: ...

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]: ...

    def embed_questions(self, texts: Sequence[str]) -> NDArray[np.float32]: ...
