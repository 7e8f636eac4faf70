"""Legs become one ranking. Done above the engine: see `kb/store/index.py` for the measurement behind that."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kb.store.engine import Candidates
from kb.store.port import Fusion, Leg

# The constant of the paper (Cormack, Clarke, Büttcher 2009); the rank of the best is 1.
RRF_K = 60
# What a candidate counts in a word leg that brought as many as it may, and not this one: a share of the last one's
# score. On development queries this costs 0.0005 nDCG@10 against looking each score up, and counting it nothing 0.008.
UNSEEN = 0.8

Scores = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Fused:
    """Points best first, shape (n,): fused scores, and raw scores by the name of the leg, NaN where unknown.

    ``floors``: by leg what a point is taken to score that it did not bring.
    """

    ids: NDArray[np.int64]
    scores: Scores
    legs: Mapping[str, Scores]
    floors: Mapping[str, float]


def in_order(candidates: Candidates) -> Candidates:
    """Best first, ties by point id, so that the engine's own order never shows."""
    order = np.lexsort((candidates.ids, -candidates.scores))
    return Candidates(candidates.ids[order], candidates.scores[order])


def first(candidates: Candidates, limit: int) -> Candidates:
    return Candidates(candidates.ids[:limit], candidates.scores[:limit])


def ranks(candidates: Candidates) -> NDArray[np.int64]:
    """Per candidate, best first, its rank from 1; equal scores share one, so that no order of equals is made up."""
    new = np.diff(candidates.scores, prepend=np.inf) != 0
    found: NDArray[np.int64] = np.maximum.accumulate(np.where(new, np.arange(1, len(candidates) + 1), 0))
    return found


def fuse(legs: Sequence[Leg], found: Sequence[Candidates], fusion: Fusion) -> Fused:
    """Everything that any leg brought, best first, ties by point id. ``found`` per leg as `in_order` gives it."""
    ids = np.unique(np.concatenate([candidates.ids for candidates in found]))
    scores = np.zeros(len(ids))
    raw: dict[str, Scores] = {}
    for leg, candidates in zip(legs, found, strict=True):
        at = np.searchsorted(ids, candidates.ids)
        scores += _parts(leg, candidates, at, len(ids), fusion)
        known = np.full(len(ids), np.nan)
        known[at] = candidates.scores
        # Two legs may ask the same vectors with different questions: the better one is shown.
        raw[leg.name] = np.fmax(raw[leg.name], known) if leg.name in raw else known
    order = np.lexsort((ids, -scores))
    floors = {leg.name: _floor(leg, candidates) for leg, candidates in zip(legs, found, strict=True)}
    return Fused(ids[order], scores[order], {name: known[order] for name, known in raw.items()}, floors)


def cut(fused: Fused, limit: int) -> Fused:
    legs = {name: known[:limit] for name, known in fused.legs.items()}
    return Fused(fused.ids[:limit], fused.scores[:limit], legs, fused.floors)


def _floor(leg: Leg, candidates: Candidates) -> float:
    """What a point that the leg did not bring may score there; nothing where the leg has no more to bring."""
    full = len(candidates) > 0 and len(candidates) >= leg.limit
    return UNSEEN * max(float(candidates.scores[-1]), 0.0) if full else 0.0


def with_ties(fused: Fused, limit: int) -> Fused:
    """The ``limit`` best and everything that ties with the last of them."""
    if limit >= len(fused.ids):
        return fused
    return cut(fused, int(np.searchsorted(-fused.scores, -fused.scores[limit - 1], side="right")))


def _parts(leg: Leg, candidates: Candidates, at: NDArray[np.int64], count: int, fusion: Fusion) -> Scores:
    """What a leg, its candidates standing ``at`` their places, adds to each fused score, shape (count,)."""
    parts: Scores = np.zeros(count)
    if not len(candidates):
        return parts
    if fusion is Fusion.RRF:
        parts[at] = leg.weight / (RRF_K + ranks(candidates))
    elif fusion is Fusion.SCALED_SUM:
        best = candidates.scores[0]
        share = leg.weight / best if best > 0.0 else 0.0
        parts[:] = share * _floor(leg, candidates)
        parts[at] = share * np.maximum(candidates.scores, 0.0)
    else:
        parts[at] = leg.weight * candidates.scores
    return parts
