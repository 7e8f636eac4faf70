"""What narrows a search, and what a search gives."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kb.model.passage import Passage
from kb.model.terms import Kind, Parliament, Role


@dataclass(frozen=True, slots=True)
class Filters:
    """The only way to narrow a search; applied inside the engine, before the limit. Empty means no narrowing.

    Values of one field are alternatives; fields add up. ``until`` includes that day. A passage without a date
    falls outside any filter on dates.
    """

    parliaments: tuple[Parliament, ...] = ()
    kinds: tuple[Kind, ...] = ()
    roles: tuple[Role, ...] = ()
    people: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    ministries: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None

    @property
    def is_empty(self) -> bool:
        return self == Filters()


class Recognised(StrEnum):
    """What a question was seen to name."""

    PARLIAMENT = "parliament"
    PERSON = "person"
    PARTY = "party"
    MINISTRY = "ministry"
    KIND = "kind"
    DATES = "dates"
    NUMBER = "number"
    RECENT = "recent"


class Effect(StrEnum):
    """What became of it."""

    FILTER = "filter"  # nothing else is searched
    BOOST = "boost"  # what fits comes higher


@dataclass(frozen=True, slots=True)
class UnderstoodPart:
    """``words`` as they stand in the question; ``narrows`` is what they name, empty for RECENT."""

    what: Recognised
    words: str
    effect: Effect
    narrows: Filters = Filters()


@dataclass(frozen=True, slots=True)
class Understood:
    """A question as it was understood: ``rest`` is what is searched, under the filters among ``parts``.

    ``outside`` says that nothing stood within those filters, and that what is shown lies outside them.
    """

    query: str
    rest: str
    parts: tuple[UnderstoodPart, ...] = ()
    outside: bool = False

    @property
    def filters(self) -> Filters:
        """What the filters among the parts come to together."""
        return narrowed(Filters(), (part.narrows for part in self.parts if part.effect is Effect.FILTER))

    @property
    def without_days(self) -> str:
        """The question without the days that narrow it: a filter is kept to, and not matched as words as well."""
        text = self.query
        for part in self.parts:
            if part.effect is Effect.FILTER and part.what is Recognised.DATES:
                text = text.replace(part.words, " ", 1)
        return " ".join(text.split()) or self.query

    @property
    def boosts(self) -> tuple[UnderstoodPart, ...]:
        return tuple(part for part in self.parts if part.effect is Effect.BOOST)


def narrowed(given: Filters, further: Iterable[Filters]) -> Filters:
    """``given`` with what others narrow to: alternatives within a field, the later start, the earlier end.

    A field that ``given`` has stays as it is there.
    """
    values = {name: getattr(given, name) for name in Filters.__dataclass_fields__}
    dated = given.since is not None or given.until is not None
    for one in further:
        for name in values:
            found = getattr(one, name)
            if name in ("since", "until"):
                if found is not None and not dated:
                    best = max if name == "since" else min
                    values[name] = found if values[name] is None else best(values[name], found)
            elif not getattr(given, name):
                values[name] = tuple(dict.fromkeys((*values[name], *found)))
    return Filters(**values)


class FoundBy(StrEnum):
    """What brought a passage up."""

    WORDS = "words"
    MEANING = "meaning"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Match:
    """A passage with its score (higher is better; comparable within one search only) and what found it."""

    passage: Passage
    score: float
    found_by: tuple[FoundBy, ...]


@dataclass(frozen=True, slots=True)
class SearchResult:
    """``total`` counts the passages that a full listing would hold; ``total_is_exact`` says whether it was counted.

    ``understood`` is None where the question was taken literally.
    """

    query: str
    matches: tuple[Match, ...]
    total: int
    total_is_exact: bool
    understood: Understood | None = None
