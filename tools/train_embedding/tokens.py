"""Texts as one flat array of token ids, so that a batch is cut out of it without a Python loop."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

Ids = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class TokenBank:
    """`ids[starts[i]:starts[i + 1]]` are the tokens of text i."""

    ids: Ids
    starts: NDArray[np.int64]

    def lengths(self, rows: NDArray[np.int64]) -> NDArray[np.int64]:
        return self.starts[rows + 1] - self.starts[rows]


def bank(tokenizer: Tokenizer, texts: Sequence[str], longest: int, step: int = 4096) -> TokenBank:
    """Tokens of the texts, each cut to `longest` tokens, unknown tokens left out as at search time."""
    unknown = tokenizer.token_to_id("[UNK]")
    chunks: list[Ids] = []
    lengths: list[int] = []
    for first in range(0, len(texts), step):
        for encoding in tokenizer.encode_batch_fast(texts[first : first + step], add_special_tokens=False):
            ids = np.asarray(encoding.ids, dtype=np.int32)
            ids = ids[ids != unknown][:longest]
            chunks.append(ids)
            lengths.append(len(ids))
    starts = np.zeros(len(lengths) + 1, dtype=np.int64)
    np.cumsum(lengths, out=starts[1:])
    return TokenBank(ids=np.concatenate(chunks) if chunks else np.zeros(0, np.int32), starts=starts)


def joined(first: TokenBank, second: TokenBank) -> TokenBank:
    """The texts of `first`, then those of `second`."""
    return TokenBank(
        ids=np.concatenate([first.ids, second.ids]),
        starts=np.concatenate([first.starts, second.starts[1:] + first.starts[-1]]),
    )


def cut(
    tokens: TokenBank, rows: NDArray[np.int64], most: int, keep: float, rng: np.random.Generator
) -> tuple[Ids, NDArray[np.int64]]:
    """A random window of at most `most` tokens of each row, of which a part `keep` stays.

    Returns the flat ids and, per row, the offset of its first token (as torch's EmbeddingBag wants it).
    Every non-empty row keeps at least one token.
    """
    lengths = tokens.lengths(rows)
    sizes = np.minimum(lengths, most)
    begin = tokens.starts[rows] + np.floor(rng.random(len(rows)) * (lengths - sizes + 1)).astype(np.int64)
    ends = np.cumsum(sizes)
    first = ends - sizes
    positions = np.arange(ends[-1]) - np.repeat(first, sizes) + np.repeat(begin, sizes)
    chance = rng.random(len(positions), dtype=np.float32)
    kept = chance < keep
    nonempty = first[sizes > 0]
    kept[nonempty] |= np.add.reduceat(kept, nonempty, dtype=np.int64) == 0
    counts = np.zeros(len(rows), dtype=np.int64)
    counts[sizes > 0] = np.add.reduceat(kept, nonempty, dtype=np.int64)
    return tokens.ids[positions[kept]], np.cumsum(counts) - counts
