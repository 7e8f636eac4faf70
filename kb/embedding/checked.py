"""What every adapter's vectors must satisfy before they leave it."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from kb.errors import EmbeddingError

_SHOWN = 40


def unit_rows(vectors: NDArray[np.generic], texts: Sequence[str], dimension: int) -> NDArray[np.float32]:
    """The vectors as float32 rows of length 1, shape (len(texts), dimension).

    Raises EmbeddingError for another shape, for values that are not finite, and for a row without length,
    naming the text it belongs to.
    """
    if vectors.shape != (len(texts), dimension):
        raise EmbeddingError(
            f"The embedding model returned an array of shape {vectors.shape} instead of {(len(texts), dimension)}.",
            "The model's files may be damaged or of another version; run `loket verify`, or set another model.",
        )
    rows = np.asarray(vectors, dtype=np.float32)
    lengths = np.linalg.norm(rows, axis=1)
    # The length of a row with a NaN or an infinity is itself not finite.
    unusable = np.flatnonzero(~np.isfinite(lengths) | (lengths < 1e-8))
    if len(unusable):
        first = int(unusable[0])
        shown = texts[first][:_SHOWN]
        if np.isfinite(lengths[first]):
            raise EmbeddingError(
                f"The embedding model knows nothing in the text '{shown}'.", "Ask with at least one ordinary word."
            )
        raise EmbeddingError(
            f"The embedding model gave values that are not finite for the text '{shown}'.",
            "The model's files may be damaged; restore them or set another model.",
        )
    return np.asarray(rows / lengths[:, None], dtype=np.float32)
