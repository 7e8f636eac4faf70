"""Is there an answer yet? What can be said of a written question, given what the parliament shows and when.

A minister has 20 working days (Reglement). The answer then is the asker's alone for 15 working days before it is
published. A question without a public answer is therefore open, as far as anybody outside can tell, only after 35.
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from ingest.sources.source import Record
from ingest.sources.vlaams_parlement.entries import Entry, entry_of
from ingest.sources.vlaams_parlement.working_days import working_days_after

TERM = 20
EXCLUSIVE = 15


class State(StrEnum):
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"
    PENDING = "pending"  # within the term
    UNKNOWABLE = "unknowable"  # after the term: an answer may be there, for the asker alone
    OPEN = "open"  # an answer in time would be public by now
    UNDATED = "undated"  # without the day of the question, nothing can be said


@dataclass(frozen=True, slots=True)
class Standing:
    """``due`` is the last day in time; through ``exclusive_until`` an answer may be the asker's alone."""

    state: State
    asked: dt.date | None = None
    answered: dt.date | None = None
    due: dt.date | None = None
    exclusive_until: dt.date | None = None

    @property
    def is_open(self) -> bool:
        return self.state is State.OPEN

    @property
    def is_overdue(self) -> bool:
        """Late beyond doubt: answered after the term, or open."""
        late = self.answered is not None and self.due is not None and self.answered > self.due
        return late or self.is_open


def standing(record: Record, today: dt.date) -> Standing:
    """Of the record of a written question."""
    return standing_of(entry_of(record), today)


def standing_of(entry: Entry, today: dt.date) -> Standing:
    due = working_days_after(entry.asked, TERM) if entry.asked else None
    start = entry.answered or due
    until = working_days_after(start, EXCLUSIVE) if start else None
    return Standing(_state(entry, due, until, today), entry.asked, entry.answered, due, until)


def _state(entry: Entry, due: dt.date | None, until: dt.date | None, today: dt.date) -> State:
    if entry.answered:
        return State.ANSWERED
    if entry.withdrawn:
        return State.WITHDRAWN
    if due is None or until is None:
        return State.UNDATED
    if today <= due:
        return State.PENDING
    return State.UNKNOWABLE if today <= until else State.OPEN
