"""A question with its plain form, and what was found in it."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from kb.model.query import Effect, Filters, Recognised

# What someone says or does in a parliament: who stands beside it is meant as the one who did it.
SAYS = (
    r"(?:zei|zeiden|zegt|zeggen|vroeg|vroegen|vraagt|antwoordt|antwoordde|antwoordden|stelde|stelden|beloofde|beloofden|"
    r"beloofd|verklaarde|vindt|diende|dienden|schreef|schrijft|said|says|say|asked|asks|answered|answers|promised|"
    r"wrote|told|geantwoord|gezegd|gevraagd|gesteld|ingediend|toegezegd|geschreven)"
)
PAPERS = (
    r"(?:vraag|vragen|kamervraag|kamervragen|motie|moties|brief|brieven|kamerbrief|kamerbrieven|antwoord|antwoorden|"
    r"amendement|amendementen|interpellatie|tussenkomst|toespraak|standpunt|standpunten|toezegging|toezeggingen|nota|"
    r"question|questions|motion|motions|letter|letters|answer|answers|reply|replies|speech|position|promise|promises)"
)


@dataclass(frozen=True, slots=True)
class Found:
    """``text[start:end]`` of the question names ``narrows``; ``clear`` says that the words leave no doubt.

    ``cut`` is where the words begin that go with it ("van minister" before a name).
    """

    what: Recognised
    start: int
    end: int
    narrows: Filters
    clear: bool = False
    cut: int = -1

    @property
    def effect(self) -> Effect:
        return Effect.FILTER if self.clear else Effect.BOOST

    @property
    def begins(self) -> int:
        return self.start if self.cut < 0 else self.cut

    def overlaps(self, other: "Found") -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True)
class Asked:
    """``plain`` is ``text`` in small letters without accents, character for character as long."""

    text: str

    @cached_property
    def plain(self) -> str:
        return plain(self.text)


def plain(text: str) -> str:
    """In small letters without accents, and exactly as long."""
    return "".join(_plain(char) for char in text)


def _plain(char: str) -> str:
    if char.isascii():
        return char.lower()
    if char in "‘’ʼ`´":
        return "'"
    if char in "‐‑–—":
        return "-"
    small = unicodedata.normalize("NFKD", char)[0].lower()
    return small if len(small) == 1 else char


def without_overlaps(found: Iterable[Found]) -> tuple[Found, ...]:
    """In order; of two that overlap, the longer one, then the first."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: (one.start - one.end, one.start)):
        if not any(one.overlaps(other) for other in kept):
            kept.append(one)
    return tuple(sorted(kept, key=lambda one: one.start))


def any_of(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))
