"""Claims of a status answer with how far they say things are, and what replaced them since."""

from collections.abc import Sequence
from dataclasses import replace

from kb.answering.states import told_state
from kb.model.answer import Claim, Standing


def told_over_time(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The same claims, each with its state and the words that say it; an earlier one names the one that came after.

    An earlier position is followed by the next newer one of its parliament among the claims. What a member says
    follows nothing and is followed by nothing: it is no position.
    """
    told = []
    for claim in claims:
        state = told_state(claim.text)
        told.append(
            replace(
                claim,
                state=state.state if state else None,
                state_words=state.words if state else "",
                superseded_by=_next(claim, claims) if claim.standing is Standing.EARLIER else None,
            )
        )
    return tuple(told)


def _next(claim: Claim, claims: Sequence[Claim]) -> int | None:
    """The place, from 1, of the next newer position of the same parliament; None where there is none."""
    day = claim.first.date
    if day is None:
        return None
    newer = [
        (other.first.date, place)
        for place, other in enumerate(claims, start=1)
        if other.standing in (Standing.LATEST, Standing.EARLIER)
        and other.first.parliament is claim.first.parliament
        and other.first.date is not None
        and other.first.date > day
    ]
    return min(newer, default=(None, None))[1]
