"""The table before training: directions from co-occurrence, lengths from frequency."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags

from tools.train_embedding.tokens import TokenBank

Table = NDArray[np.float32]


def token_weights(banks: Sequence[TokenBank], vocabulary: int, a: float = 1e-4) -> NDArray[np.float32]:
    """a / (a + p(token)): rare tokens weigh more (SIF, Arora et al. 2017, "A simple but tough-to-beat
    baseline for sentence embeddings"). Shape (vocabulary,)."""
    counts = np.sum([np.bincount(bank.ids, minlength=vocabulary) for bank in banks], axis=0)
    p = counts / counts.sum()
    return np.asarray(a / (a + p), dtype=np.float32)


def start_table(
    anchors: TokenBank,
    passages: TokenBank,
    rows: NDArray[np.int64],
    weights: NDArray[np.float32],
    dimension: int,
    seed: int,
    chance: float = 0.5,
) -> Table:
    """Shape (vocabulary, dimension). Each token: a part `chance` of a random direction, the rest its direction
    in a latent semantic analysis of the pairs in `rows`; scaled to its weight.

    An anchor and its passage are one document of that analysis, so words that translate or answer one another
    begin close together. The random part tells apart tokens that occur in the same documents.
    """
    rng = np.random.default_rng(seed)
    table = chance * rng.standard_normal((len(weights), dimension), dtype=np.float32) / np.sqrt(dimension)
    directions = _latent(_documents(anchors, passages, rows, weights), dimension, rng)
    # The analysis gives no more dimensions than there are documents or tokens; the others begin random.
    table[:, : directions.shape[1]] += (1 - chance) * _unit(directions)
    return np.asarray(_unit(table) * weights[:, None], dtype=np.float32)


def _unit(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9), dtype=np.float32)


def _documents(
    anchors: TokenBank, passages: TokenBank, rows: NDArray[np.int64], weights: NDArray[np.float32]
) -> csr_matrix:
    """Documents by tokens: (1 + log count) * weight, rows of length 1."""
    parts = [side.ids[side.starts[row] : side.starts[row + 1]] for row in rows.tolist() for side in (anchors, passages)]
    ends = np.cumsum(anchors.lengths(rows) + passages.lengths(rows))
    ids = np.concatenate(parts)
    ones = np.ones(len(ids), dtype=np.float32)
    counts = csr_matrix((ones, ids, np.concatenate([[0], ends])), shape=(len(rows), len(weights)))
    counts.sum_duplicates()
    counts.data = 1 + np.log(counts.data)
    weighted = (counts @ diags(weights)).tocsr()
    lengths = np.sqrt(np.asarray(weighted.multiply(weighted).sum(axis=1)).ravel())
    return (diags(1 / np.maximum(lengths, 1e-9)) @ weighted).tocsr().astype(np.float32)


def _latent(documents: csr_matrix, dimension: int, rng: np.random.Generator, rounds: int = 3) -> NDArray[np.float32]:
    """The leading right singular vectors, unscaled, shape (tokens, at most dimension): randomised subspace
    iteration (Halko et al. 2011, arXiv:0909.4061). Scaling them by their singular values searched worse."""
    turned = documents.T.tocsr()
    base = rng.standard_normal((documents.shape[1], dimension + 32), dtype=np.float32)
    for _ in range(rounds):
        base, _ = np.linalg.qr(turned @ (documents @ base))
    seen = documents @ base
    turn, _, _ = np.linalg.svd(seen.T @ seen)
    return np.asarray((base @ turn)[:, :dimension], dtype=np.float32)
