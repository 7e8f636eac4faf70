"""Draws batches of pairs, as token ids, with the knowledge of what may not be a negative."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tools.train_embedding.corpus import Pair
from tools.train_embedding.sources import SOURCES, Source
from tools.train_embedding.tokens import Ids, TokenBank, cut


@dataclass(frozen=True, slots=True)
class Side:
    """Token ids of one side of a batch, flat, and the offset of each text's first token."""

    ids: Ids
    offsets: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Batch:
    """`groups` has one number per pair; equal numbers are never negatives of one another."""

    anchors: Side
    passages: Side
    groups: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Drawing:
    """How a batch is drawn. `keep`: part of the tokens that stays; lengths in tokens."""

    size: int = 2048
    keep: float = 0.6
    anchor_tokens: int = 64
    passage_tokens: int = 160
    by_family: bool = True


class Sampler:
    """An endless, seeded stream of batches.

    With `by_family` a batch comes from sources that look alike: telling a treaty from a question is easy
    and teaches nothing, telling two questions apart is the task.
    """

    def __init__(
        self,
        pairs: Sequence[Pair],
        anchors: TokenBank,
        passages: TokenBank,
        drawing: Drawing,
        seed: int,
        sources: Sequence[Source] = SOURCES,
    ) -> None:
        self._anchors, self._passages, self._drawing = anchors, passages, drawing
        self._rng = np.random.default_rng(seed)
        numbers: dict[str, int] = {}
        self._groups = np.array([numbers.setdefault(pair.group, len(numbers)) for pair in pairs])
        rows = np.arange(len(pairs))
        usable = (anchors.lengths(rows) > 0) & (passages.lengths(rows) > 0)
        names = np.array([pair.source for pair in pairs])
        self._rows = {s.name: rows[usable & (names == s.name)] for s in sources}
        self._sources = [s for s in sources if s.share > 0 and len(self._rows[s.name])]
        self._queues = {s.name: np.zeros(0, np.int64) for s in self._sources}

    def batches(self, count: int) -> Iterator[Batch]:
        for _ in range(count):
            yield self._batch(self._draw())

    def _draw(self) -> NDArray[np.int64]:
        chosen = self._sources
        if self._drawing.by_family:
            families = sorted({s.family for s in chosen})
            shares = np.array([sum(s.share for s in chosen if s.family == family) for family in families])
            family = families[self._rng.choice(len(families), p=shares / shares.sum())]
            chosen = [s for s in chosen if s.family == family]
        shares = np.array([s.share for s in chosen])
        counts = self._rng.multinomial(self._drawing.size, shares / shares.sum())
        return np.concatenate([self._take(s.name, int(n)) for s, n in zip(chosen, counts, strict=True)])

    def _take(self, name: str, count: int) -> NDArray[np.int64]:
        """The next `count` rows of a source; each row once before any comes again."""
        while len(self._queues[name]) < count:
            again = self._rng.permutation(self._rows[name])
            self._queues[name] = np.concatenate([self._queues[name], again])
        taken, self._queues[name] = self._queues[name][:count], self._queues[name][count:]
        return taken

    def _batch(self, rows: NDArray[np.int64]) -> Batch:
        how = self._drawing
        anchors = Side(*cut(self._anchors, rows, how.anchor_tokens, how.keep, self._rng))
        passages = Side(*cut(self._passages, rows, how.passage_tokens, how.keep, self._rng))
        return Batch(anchors=anchors, passages=passages, groups=self._groups[rows])
