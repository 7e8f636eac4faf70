"""What is known of collecting: records as sources give them, pieces and what became of them, runs, and coverage."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from kb.model.document import Problem
from kb.model.identity import DocumentId


@dataclass(frozen=True, slots=True)
class Record:
    """One entity as a source gives it: a question, a person's part in it, a file's version.

    ``content`` is JSON text that the source writes and reads itself: the fields it uses, in one order, without moments
    at which the source touched the record; equal content means that nothing changed that matters here. "" for a
    deleted one. ``refs`` are the keys (of any category) that it belongs to, by which it can be found again.
    ``unwanted`` (with ``deleted``) is one that the source still has, and that the settings leave out: what a user
    selected by name stays.
    """

    category: str
    key: str
    content: str = ""
    refs: tuple[str, ...] = ()
    deleted: bool = False
    unwanted: bool = False


class PieceState(StrEnum):
    """Where a document to be stands."""

    DUE = "due"  # new or changed: its file is to be fetched
    HELD = "held"  # taken in as the source has it
    FAILED = "failed"  # quarantined with its reason; tried again later
    ABSENT = "absent"  # the source lists it and has no file for it; tried again later
    SET_ASIDE = "set_aside"  # the user removed it here; it comes back when it is asked for by name
    ELSEWHERE = "elsewhere"  # another source, which gives it in a better form, holds it
    LEAVING = "leaving"  # the source withdrew it: to be taken out
    GONE = "gone"  # withdrawn at the source, and taken out here


@dataclass(frozen=True, slots=True)
class HeldPiece:
    """One document of a source, as the last runs left it.

    ``fingerprint`` is of what the source has now ("": no document can be made of that), ``taken`` of what was taken in
    and stands in the corpus ("": nothing of it does). ``sha256``, ``etag``, ``last_modified`` and ``stamp`` are of the
    file taken from ``address``. ``next_try`` is the moment before which a
    failed one is left alone. ``since`` is when it came into its state.
    """

    source: str
    key: str
    category: str
    document: DocumentId
    kind: str
    date: dt.date | None
    state: PieceState
    fingerprint: str
    since: dt.datetime
    taken: str = ""
    address: str = ""
    sha256: str = ""
    etag: str = ""
    last_modified: str = ""
    stamp: str = ""
    attempts: int = 0
    next_try: dt.datetime | None = None
    problem: Problem | None = None

    @property
    def holds(self) -> bool:
        """Whether its document stands in the corpus as this piece gave it, though perhaps not as it is now."""
        return bool(self.taken) and self.state in _HOLDING


_HOLDING = (PieceState.HELD, PieceState.DUE, PieceState.FAILED, PieceState.ABSENT)


@dataclass(frozen=True, slots=True)
class Cursor:
    """How far the listing of one category came: ``position`` in the source's own words, "" for the beginning."""

    scope: str = ""
    position: str = ""
    listed_at: dt.datetime | None = None  # when it was last listed to its end


class RunOutcome(StrEnum):
    RUNNING = "running"  # or killed: then the next run goes on where it stopped
    DONE = "done"
    PROBLEMS = "problems"  # done, with something that was reported
    FAILED = "failed"  # it could not go on, or found far less than it should
    INTERRUPTED = "interrupted"


@dataclass(frozen=True, slots=True)
class Run:
    """One run over a source. ``message`` says in one sentence why it is not just done."""

    number: int
    source: str
    started: dt.datetime
    outcome: RunOutcome
    ended: dt.datetime | None = None
    listed: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    failed: int = 0
    waiting: int = 0
    message: str = ""


@dataclass(frozen=True, slots=True)
class MonthCoverage:
    """Of one kind in one month (its first day; None: undated): what the source says it has (None: it does not say),
    what it listed, and what became of that. ``listed`` does not count what is gone."""

    kind: str
    month: dt.date | None
    expected: int | None
    listed: int
    held: int
    failed: int
    absent: int
    waiting: int

    @property
    def missing(self) -> int:
        """How many the corpus lacks of what the source has."""
        return max(self.expected or 0, self.listed) - self.held

    @property
    def is_gap(self) -> bool:
        return self.missing > 0


@dataclass(frozen=True, slots=True)
class Freshness:
    """How far the corpus is in step with one source: ``until`` is when a run last ended well (None: never), and
    ``missing`` how many pieces it has that the corpus does not hold."""

    source: str
    until: dt.datetime | None
    missing: int


@dataclass(frozen=True, slots=True)
class SourceCoverage:
    """One source: what is held against what it has, and how fresh that is."""

    source: str
    months: tuple[MonthCoverage, ...] = ()
    quarantine: tuple[HeldPiece, ...] = ()
    last_success: dt.datetime | None = None
    last_failure: dt.datetime | None = None
    failure: str = ""
    listed_until: dt.datetime | None = None  # when all its categories had last been listed to their ends

    @property
    def held(self) -> int:
        return sum(month.held for month in self.months)

    @property
    def listed(self) -> int:
        return sum(month.listed for month in self.months)

    @property
    def missing(self) -> int:
        return sum(max(month.missing, 0) for month in self.months)

    @property
    def waiting(self) -> int:
        return sum(month.waiting for month in self.months)

    @property
    def gaps(self) -> tuple[MonthCoverage, ...]:
        return tuple(month for month in self.months if month.is_gap)
