"""A query that is the title of a document: that document comes before all others."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kb.language.normalise import fold
from kb.model.query import FoundBy, Match

# A shorter query may be the beginning of many titles.
LEAST_WORDS = 3
_WORDS = re.compile(r"\w+")


def titled_first(query: str, matches: Sequence[Match]) -> tuple[Match, ...]:
    """Passages of documents whose title is ``query``, or begins with it, before the others, in their order."""
    asked = _WORDS.findall(fold(query))
    if len(asked) < LEAST_WORDS or not matches or FoundBy.NUMBER in matches[0].found_by:
        return tuple(matches)
    best = max(match.score for match in matches)
    lifts = [_fit(asked, match.passage.title) for match in matches]
    raised = [
        replace(match, score=match.score + lift * (1.0 + abs(best))) if lift else match
        for match, lift in zip(matches, lifts, strict=True)
    ]
    return tuple(sorted(raised, key=lambda match: -match.score)) if any(lifts) else tuple(matches)


def _fit(asked: Sequence[str], title: str) -> float:
    words = _WORDS.findall(fold(title))
    if words == asked:
        return 2.0
    return 1.0 if words[: len(asked)] == asked else 0.0
