"""The port to embedding models. One adapter per file beside this one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class EmbedderIdentity:
    """What an index remembers of its model. ``version``: sha256[:12] over the model's files, or a hub revision."""

    name: str
    version: str
    dimension: int


class Embedder(Protocol):
    """Texts to unit vectors. Raises EmbeddingError; never gives a zero vector for a text that failed."""

    @property
    def identity(self) -> EmbedderIdentity: ...

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Shape (n, dimension), unit rows."""
        ...

    def embed_questions(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Shape (n, dimension), unit rows."""
        ...
