"""Strict interpretation: a field that disappears, is new, or holds another type is named with its place, not swallowed.

A source describes each answer it reads as a `Shape`, one table per source (`fields.py`)::

    ZAAK = Shape("Zaak", required=("id", "nummer"), optional=("onderwerp",), ignored=("grootProject",))

"Required" means: the source gives it today, and without it the record is less than it should be. What must be there to
identify the record at all is the interpreter's own to refuse.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Deviation(StrEnum):
    MISSING = "missing"  # a field that is expected is not there
    NEW = "new"  # a field that nobody here knows
    WRONG = "wrong"  # a value of another type or form than expected


@dataclass(frozen=True, slots=True)
class Finding:
    """One deviation, in ``field`` at ``place`` ("OData v5 Document"); ``example`` is a value, or the record's key.
    The engine counts equal findings (all but the example) once, with how often they occurred."""

    deviation: Deviation
    place: str
    field: str
    example: str = ""

    @property
    def message(self) -> str:
        """One sentence for the report."""
        said = {
            Deviation.MISSING: f"{self.place}: the field {self.field} is missing",
            Deviation.NEW: f"{self.place}: the field {self.field} is new",
            Deviation.WRONG: f"{self.place}: the field {self.field} holds something unexpected",
        }[self.deviation]
        return f"{said} (such as {self.example})." if self.example else f"{said}."


@dataclass(frozen=True, slots=True)
class Shape:
    """The fields of one kind of answer. ``ignored`` are known and not used; a new one would be noticed."""

    place: str
    required: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()

    def findings(self, names: Iterable[str], example: str = "") -> tuple[Finding, ...]:
        """What deviates in an answer with these fields; ``example`` identifies the record."""
        present = dict.fromkeys(names)
        known = {*self.required, *self.optional, *self.ignored}
        missing = (
            Finding(Deviation.MISSING, self.place, name, example) for name in self.required if name not in present
        )
        new = (Finding(Deviation.NEW, self.place, name, example) for name in present if name not in known)
        return (*missing, *new)
