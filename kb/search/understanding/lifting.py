"""What fits a boost comes higher; nothing is left out. Newer comes higher only where the question asks for it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from kb.model.passage import Passage
from kb.model.query import Filters, Match, Recognised, UnderstoodPart
from kb.store.port import Hit

_Found = TypeVar("_Found", Match, Hit)

# Shares of the best score: less than what tells a passage that is about the subject from one that is not.
LIFT = 0.1
NEWEST = 0.15


def lifted(matches: Sequence[_Found], boosts: Sequence[UnderstoodPart]) -> tuple[_Found, ...]:
    """Best first, ties as they came. A number is the clearest word there is: its documents stay first, all as it is."""
    if not matches or not boosts or any(boost.what is Recognised.NUMBER for boost in boosts):
        return tuple(matches)
    best = max(abs(match.score) for match in matches)
    newer = _newness(matches) if any(boost.what is Recognised.RECENT for boost in boosts) else [0.0] * len(matches)
    named = [boost.narrows for boost in boosts if boost.what is not Recognised.RECENT]
    scored = [
        replace(
            match,
            score=match.score + best * (NEWEST * new + LIFT * sum(passes(match.passage, narrows) for narrows in named)),
        )
        for match, new in zip(matches, newer, strict=True)
    ]
    return tuple(sorted(scored, key=lambda match: -match.score))


def _newness(matches: Sequence[_Found]) -> list[float]:
    """1 for the newest date among them, 0 for the oldest and for none."""
    days = sorted({match.passage.date for match in matches if match.passage.date})
    if len(days) < 2:
        return [0.0] * len(matches)
    place = {day: at / (len(days) - 1) for at, day in enumerate(days)}
    return [place.get(match.passage.date, 0.0) if match.passage.date else 0.0 for match in matches]


def passes(passage: Passage, filters: Filters) -> bool:
    """Whether a passage passes filters on what it carries, as the index applies them."""
    return all(
        (
            not filters.parliaments or passage.parliament in filters.parliaments,
            not filters.kinds or passage.kind in filters.kinds,
            not filters.people or bool(set(filters.people) & set(passage.people)),
            not filters.parties or bool(set(filters.parties) & set(passage.parties)),
            not filters.ministries or bool(set(filters.ministries) & set(passage.ministries)),
            filters.since is None or (passage.date is not None and passage.date >= filters.since),
            filters.until is None or (passage.date is not None and passage.date <= filters.until),
        )
    )
