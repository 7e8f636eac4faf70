"""What narrows a search, and what a search gives."""

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
    """``total`` counts the passages that a full listing would hold; ``total_is_exact`` says whether it was counted."""

    query: str
    matches: tuple[Match, ...]
    total: int
    total_is_exact: bool
