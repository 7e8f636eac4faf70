"""A quote with what a check looks up in it: names, figures, dates, and the parts it is made of."""

import re
from dataclasses import dataclass
from itertools import pairwise

from kb.answering.phrasing.days import Day, blanked, days
from kb.answering.phrasing.numbers import Figure, figures, without_figures
from kb.answering.phrasing.words import bounds, content, is_small, words
from kb.passages.sentences import sentence_spans

_BUT = re.compile(r";|,?\s+(?:maar|doch|terwijl|but|whereas|while)\s+")
_ARTICLE = re.compile(r"\b(?:een|één|a|an|one)\b", re.I)


@dataclass(frozen=True, slots=True)
class Fact:
    """A name, figure or date of a text: ``sort`` tells which, ``key`` which one."""

    sort: str
    key: str
    start: int


class Quote:
    """A quote with what can be looked up in it, made once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.days = days(text)
        self.figures = figures(blanked(text, self.days))
        self.words = words(text)
        self.plain = [part for word in self.words for part in (word.plain, *word.plain.split("-"))]
        self.pairs = {(one.plain, other.plain) for one, other in pairwise(self.words)}
        self.content = content(without_figures(blanked(text, self.days), self.figures))
        self.bounds = bounds(text)
        self.units = tuple(unit for span in sentence_spans(text) for unit in _units(text[slice(*span)]))

    def is_article(self, wanted: Figure) -> bool:
        """Whether "één" may be the "een" that stands here."""
        return wanted.key == "1" and bool(_ARTICLE.search(self.text))

    def places(self, fact: Fact) -> list[int]:
        if fact.sort == "name":
            return [word.start for word in self.words if fact.key in (word.plain, *word.plain.split("-"))]
        if fact.sort == "figure":
            return [one.start for one in self.figures if one.key == fact.key]
        return [one.start for one in self.days if _day_of(fact.key).is_said_by(one)]

    def parts(self, one: Fact, other: Fact, first: list[int], second: list[int]) -> bool:
        """Whether facts of different sorts always stand here with others of their sorts between them.

        "5 in Gent, 3 in Brugge" does not say 5 of Brugge. ``first`` and ``second`` are where the two stand.
        """
        if one.sort == other.sort or not (self.has_several(one.sort) and self.has_several(other.sort)):
            return False
        between = [at for sort in (one.sort, other.sort) for at in self._places_of(sort)]
        own = {*first, *second}
        return not any(
            low < high and not any(low < at < high for at in between if at not in own)
            for low in first
            for high in second
        )

    def _places_of(self, sort: str) -> list[int]:
        if sort == "figure":
            return [one.start for one in self.figures]
        if sort == "date":
            return [one.start for one in self.days]
        return [word.start for word in self.words if word.is_capital and not is_small(word.plain)]

    def has_several(self, sort: str) -> bool:
        """Whether facts of that sort could be exchanged here."""
        if sort == "figure":
            return len({one.key for one in self.figures}) > 1
        if sort == "date":
            return len({one.key for one in self.days}) > 1
        return len({word.plain for word in self.words if word.is_capital and not is_small(word.plain)}) > 1


def _units(sentence: str) -> list[str]:
    """A sentence, and its parts on either side of a "but"."""
    parts = [part for part in _BUT.split(sentence) if part.strip()]
    return [sentence, *parts] if len(parts) > 1 else [sentence]


def _day_of(key: str) -> Day:
    year, month, day = (None if part == "?" else int(part) for part in key.split("-"))
    return Day(year, month, day, 0, 0)
