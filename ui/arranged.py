"""An answer as it is read: per parliament the latest position, the line before it, members' claims; sources numbered.

The same arrangement on the command line and on a screen. Nothing is ranked or left out here.
"""

from dataclasses import dataclass, replace

from kb.model.answer import Answer, Citation, Claim, Standing
from kb.model.terms import Parliament


@dataclass(frozen=True, slots=True)
class Numbered:
    """A claim with the numbers of its sources in `Arranged.sources` (from 1).

    ``followed_by`` is the number of the first source of the position that came after it, None where none did.
    """

    claim: Claim
    sources: tuple[int, ...]
    followed_by: int | None = None


@dataclass(frozen=True, slots=True)
class Voice:
    """What is claimed from the documents of one parliament (None: documents of no parliament).

    ``leading``: the latest position of a status answer, or every claim of another answer. ``earlier`` and
    ``undated`` are older or undated positions, ``claimed`` what members said.
    """

    parliament: Parliament | None
    leading: tuple[Numbered, ...]
    earlier: tuple[Numbered, ...]
    undated: tuple[Numbered, ...]
    claimed: tuple[Numbered, ...]

    @property
    def only_claimed(self) -> bool:
        """No government position is known: only members spoke."""
        return not (self.leading or self.earlier or self.undated)


@dataclass(frozen=True, slots=True)
class Arranged:
    voices: tuple[Voice, ...]
    sources: tuple[Citation, ...]


def arrange(answer: Answer) -> Arranged:
    """Claims keep their order; a parliament stands where its first claim stood."""
    sources: dict[Citation, int] = {}
    numbered: list[Numbered] = []
    for claim in answer.claims:
        numbers = tuple(sources.setdefault(citation, len(sources) + 1) for citation in claim.citations)
        numbered.append(Numbered(claim, numbers))
    numbered = [
        replace(item, followed_by=numbered[place - 1].sources[0]) if (place := item.claim.superseded_by) else item
        for item in numbered
    ]
    parliaments = dict.fromkeys(item.claim.first.parliament for item in numbered)
    return Arranged(tuple(_voice(parliament, numbered) for parliament in parliaments), tuple(sources))


def _voice(parliament: Parliament | None, numbered: list[Numbered]) -> Voice:
    own = [item for item in numbered if item.claim.first.parliament is parliament]

    def standing(*wanted: Standing) -> tuple[Numbered, ...]:
        return tuple(item for item in own if item.claim.standing in wanted)

    return Voice(
        parliament=parliament,
        leading=standing(Standing.LATEST, Standing.PLAIN),
        earlier=standing(Standing.EARLIER),
        undated=standing(Standing.UNDATED),
        claimed=standing(Standing.CLAIM),
    )
