"""The table before training."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from tools.train_embedding.tokens import TokenBank

Table = NDArray[np.float32]


def token_weights(banks: list[TokenBank], vocabulary: int, a: float = 1e-3) -> NDArray[np.float32]:
    """a / (a + p(token)): rare tokens weigh more (SIF, Arora et al. 2017, "A simple but tough-to-beat
    baseline for sentence embeddings"). Shape (vocabulary,)."""
    counts = sum(np.bincount(bank.ids, minlength=vocabulary) for bank in banks)
    p = counts / np.sum(counts)
    return np.asarray(a / (a + p), dtype=np.float32)


def random_table(weights: NDArray[np.float32], dimension: int, seed: int) -> Table:
    """Random directions, so that before training a text is its weighted bag of subwords."""
    rng = np.random.default_rng(seed)
    table = rng.standard_normal((len(weights), dimension), dtype=np.float32) / np.sqrt(dimension)
    return np.asarray(table * weights[:, None], dtype=np.float32)
