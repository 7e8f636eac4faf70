"""What a passage must meet, in words that every engine can translate: all of a tuple of conditions must hold."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from kb.model.query import Filters
from kb.store.payload import DATE_FIELD


@dataclass(frozen=True, slots=True)
class AnyOf:
    """The field holds at least one of these values."""

    field: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Between:
    """The field holds a day from ``since`` to ``until``, both included; None is open. Undated never passes."""

    field: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Absent:
    """The field holds nothing."""

    field: str


@dataclass(frozen=True, slots=True)
class Among:
    """The point is one of these."""

    points: frozenset[int]


Condition: TypeAlias = AnyOf | Between | Absent | Among


def conditions_of(filters: Filters) -> tuple[Condition, ...]:
    """The conditions that these filters mean; empty where they narrow nothing."""
    by_field: tuple[tuple[str, tuple[str, ...]], ...] = (
        ("parliament", filters.parliaments),
        ("kind", filters.kinds),
        ("role", filters.roles),
        ("people", filters.people),
        ("parties", filters.parties),
        ("ministries", filters.ministries),
        ("themes", filters.themes),
        ("numbers", filters.numbers),
        ("document", filters.documents),
    )
    found: list[Condition] = [
        AnyOf(field, tuple(str(value) for value in values)) for field, values in by_field if values
    ]
    if filters.since or filters.until:
        found.append(Between(DATE_FIELD, filters.since, filters.until))
    return tuple(found)
