"""The checks that every adapter's vectors pass: a failed embedding is an error, never a zero vector."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from kb.errors import EmbeddingError


def unit_rows(vectors: NDArray[np.float32], texts: Sequence[str], dimension: int) -> NDArray[np.float32]:
    """``vectors`` with every row at length 1; EmbeddingError names the first text that gave nothing usable."""
    if vectors.shape != (len(texts), dimension):
        raise EmbeddingError(f"The embedding model gave shape {vectors.shape}, not ({len(texts)}, {dimension}).")
    norms = np.linalg.norm(vectors, axis=1)
    bad = np.flatnonzero(~np.isfinite(norms) | (norms == 0.0))
    if bad.size:
        excerpt = " ".join(texts[int(bad[0])].split())[:40]
        raise EmbeddingError(f"The embedding model knows nothing of the text '{excerpt}'.")
    return np.asarray(vectors / norms[:, None], dtype=np.float32)
