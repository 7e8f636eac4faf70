"""Measures of one ranking, and their means with bootstrap intervals."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log2

import numpy as np

RESAMPLES = 1000


@dataclass(frozen=True, slots=True)
class Scores:
    """Of one query."""

    ndcg10: float
    recall10: float
    recall100: float
    mrr: float


@dataclass(frozen=True, slots=True)
class Means:
    """Over the queries of one set; ``low`` and ``high`` bound nDCG@10 (95%, bootstrap over queries)."""

    queries: int
    ndcg10: float
    recall10: float
    recall100: float
    mrr: float
    low: float
    high: float


def score(ranked: Sequence[str], gains: Mapping[str, float]) -> Scores:
    """``ranked`` document ids, best first, each once; ``gains`` of the relevant ones, not empty."""
    found = [gains.get(document, 0.0) for document in ranked[:100]]
    gained = sum(gain / log2(at + 2) for at, gain in enumerate(found[:10]))
    ideal = sum(gain / log2(at + 2) for at, gain in enumerate(sorted(gains.values(), reverse=True)[:10]))
    first = next((at for at, gain in enumerate(found) if gain > 0), None)
    return Scores(
        ndcg10=gained / ideal,
        recall10=sum(gain > 0 for gain in found[:10]) / len(gains),
        recall100=sum(gain > 0 for gain in found) / len(gains),
        mrr=0.0 if first is None else 1.0 / (first + 1),
    )


def means(scores: Sequence[Scores]) -> Means:
    """``scores`` not empty; the interval is the same on every run."""
    ndcg = np.array([one.ndcg10 for one in scores])
    chance = np.random.default_rng(0)
    resampled = ndcg[chance.integers(0, len(ndcg), size=(RESAMPLES, len(ndcg)))].mean(axis=1)
    low, high = np.quantile(resampled, [0.025, 0.975])
    return Means(
        queries=len(scores),
        ndcg10=float(ndcg.mean()),
        recall10=float(np.mean([one.recall10 for one in scores])),
        recall100=float(np.mean([one.recall100 for one in scores])),
        mrr=float(np.mean([one.mrr for one in scores])),
        low=float(low),
        high=float(high),
    )
