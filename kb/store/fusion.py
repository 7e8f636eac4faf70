"""Legs become one ranking. Done above the engine: see `kb/store/index.py` for the measurement behind that."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from kb.store.engine import Candidate
from kb.store.port import Fusion, Leg

# The constant of the paper (Cormack, Clarke, Büttcher 2009); the rank of the best is 1.
RRF_K = 60


@dataclass(frozen=True, slots=True)
class Fused:
    """A point with its fused score and its raw score per leg."""

    id: UUID
    score: float
    legs: Mapping[str, float]


def in_order(candidates: Sequence[Candidate], limit: int) -> list[Candidate]:
    """The ``limit`` best, best first, ties by point id, so that the engine's own order never shows."""
    return sorted(candidates, key=lambda candidate: (-candidate.score, candidate.id.int))[:limit]


def ranks(candidates: Sequence[Candidate]) -> list[int]:
    """Per candidate, best first, its rank from 1; equal scores share one, so that no order of equals is made up."""
    found: list[int] = []
    for at, candidate in enumerate(candidates):
        tied = at > 0 and candidate.score == candidates[at - 1].score
        found.append(found[-1] if tied else at + 1)
    return found


def fuse(legs: Sequence[Leg], found: Sequence[Sequence[Candidate]], fusion: Fusion, limit: int) -> list[Fused]:
    """The ``limit`` best and everything that ties with the last of them, best first.

    ``found`` holds per leg its candidates as `in_order` gives them.
    """
    scores: dict[UUID, float] = {}
    for leg, candidates in zip(legs, found, strict=True):
        parts = _parts(leg, candidates, fusion)
        for candidate, part in zip(candidates, parts, strict=True):
            scores[candidate.id] = scores.get(candidate.id, 0.0) + part
    best = sorted(scores.items(), key=lambda scored: -scored[1])
    if limit < len(best):
        last = best[limit - 1][1]
        best = [(id, score) for id, score in best if score >= last]
    raw = _raw_scores(legs, found, {id for id, _ in best})
    return [Fused(id, score, raw[id]) for id, score in best]


def _parts(leg: Leg, candidates: Sequence[Candidate], fusion: Fusion) -> list[float]:
    """What each candidate of a leg, best first, adds to its fused score."""
    if fusion is Fusion.RRF:
        return [leg.weight / (RRF_K + rank) for rank in ranks(candidates)]
    if fusion is Fusion.SCALED_SUM:
        best = candidates[0].score if candidates else 0.0
        share = leg.weight / best if best > 0.0 else 0.0
        return [share * max(candidate.score, 0.0) for candidate in candidates]
    return [leg.weight * candidate.score for candidate in candidates]


def _raw_scores(
    legs: Sequence[Leg], found: Sequence[Sequence[Candidate]], wanted: set[UUID]
) -> dict[UUID, dict[str, float]]:
    raw: dict[UUID, dict[str, float]] = {id: {} for id in wanted}
    for leg, candidates in zip(legs, found, strict=True):
        for id, score in candidates:
            if id in raw:
                # Two legs may ask the same vectors with different questions: the better one is shown.
                raw[id][leg.name] = max(raw[id].get(leg.name, score), score)
    return raw
