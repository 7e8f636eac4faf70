"""The port to the sources on the network: what each lists, how its records make documents, how it is checked.

Collecting has two steps, and each is safe to stop at any moment:

1. **Listing.** `Source.pages` yields pages of records. The engine (`ingest/collecting`) stores a page and the cursor
   that follows it in one transaction, so nothing is skipped and nothing listed twice is kept twice.
2. **Taking.** Records tell which *pieces* (documents to be) they touch. `Source.piece` composes one from the records
   held, without the network; a piece that differs from what was taken before is due, and its file is fetched, read
   and stored by the same pipeline as a user's own files.

Listing and fetching talk to the network through the `Fetcher` they are given, and only that; everything that
interprets an answer is a pure function of its bytes.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

from ingest.fetching.port import Fetcher
from ingest.fetching.rules import HostRule
from ingest.parsed import Given
from ingest.sources.port import Unusable
from ingest.sources.strict import Finding
from kb.model.collecting import Record as Record  # what sources make, and the catalog keeps
from kb.model.identity import DocumentId


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of days (both included) of one category that a source was asked for."""

    category: str
    first: dt.date
    last: dt.date


@dataclass(frozen=True, slots=True)
class Counted:
    """What a source says it has: ``total`` pieces of ``kind`` in the month that begins at ``month``."""

    kind: str
    month: dt.date
    total: int


@dataclass(frozen=True, slots=True)
class Page:
    """One step of a listing. ``cursor`` says where to go on after it, in the source's own words.

    ``complete`` names the window that ends with this page: all that the source has of it has been listed by this run.
    The engine then compares with what it held of that window (`Piece.date`).
    ``unusable`` are records that cannot be interpreted; they are quarantined, and the run goes on.
    ``expected_total`` is how many records the whole listing will give, where the source says so (for the progress).
    """

    records: tuple[Record, ...]
    cursor: str
    complete: Window | None = None
    counted: tuple[Counted, ...] = ()
    findings: tuple[Finding, ...] = ()
    unusable: tuple[Unusable, ...] = ()
    expected_total: int | None = None


@dataclass(frozen=True, slots=True)
class File:
    """Where a piece's bytes are. ``stamp`` changes when the source says that the file changed (a version's id, a
    length, a modification date); "" where it does not say, then the server is asked each time whether it changed.
    """

    address: str
    accept: str = ""
    stamp: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """One document to be. ``key`` is the source's own, and stays when ``document`` (the id it gets) changes.

    ``files`` stand in the order in which they are preferred; the next is tried where one is absent or is not what it
    should be (`Source.refuses`). ``kind`` is the source's word for it and ``date`` the day it counts under, both for
    the coverage. ``category`` is the one whose windows it is listed under.
    """

    key: str
    category: str
    document: DocumentId
    given: Given
    files: tuple[File, ...]
    kind: str
    date: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Selection:
    """A targeted collection: what a user wants of a source, instead of all of it. Empty fields do not narrow."""

    about: str = ""
    since: dt.date | None = None
    until: dt.date | None = None
    kinds: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.about or self.since or self.until or self.kinds or self.numbers)


@dataclass(frozen=True, slots=True)
class Probe:
    """For `loket doctor`: one question to the live source, and what came of it.

    ``asked`` is what was asked for, in words, with ``address``; ``findings`` every deviation from what is expected;
    ``error`` is set where no answer could be interpreted. ``seen`` are a few facts from the answer that a person can
    check ("number: ah-tk-20242025-594").
    """

    asked: str
    address: str
    findings: tuple[Finding, ...] = ()
    seen: tuple[str, ...] = ()
    error: str = ""

    @property
    def fine(self) -> bool:
        return not self.error and not self.findings


class Records(Protocol):
    """The records held of one source, to compose pieces from."""

    def get(self, category: str, key: str) -> Record | None:
        """The record of that key that is not deleted; None where there is none."""
        ...

    def referring(self, category: str, ref: str) -> tuple[Record, ...]:
        """The records of that category that are not deleted and name ``ref``, by key."""
        ...


class Source(Protocol):
    """One source on the network. It holds its settings and no state; the engine holds the state."""

    @property
    def name(self) -> str:
        """As on the command line and in `config.toml`: tweede_kamer."""
        ...

    @property
    def hosts(self) -> tuple[HostRule, ...]:
        """The only hosts that may be asked on its behalf, with how often."""
        ...

    @property
    def categories(self) -> tuple[str, ...]:
        """What is listed, in this order."""
        ...

    def scope(self, category: str) -> str:
        """What of the category is listed with the present settings (since when, which kinds). Where this differs
        from the last run's, the listing begins anew; what it gives again is known and costs little."""
        ...

    def pages(self, category: str, cursor: str, fetcher: Fetcher, today: dt.date) -> Iterator[Page]:
        """Everything of the category after ``cursor`` ("" for the beginning), with the source's own overlap.

        Raises SourceError where it cannot go on; what was yielded before is kept.
        """
        ...

    def select(self, selection: Selection, fetcher: Fetcher, today: dt.date) -> Iterator[Page]:
        """The records that make the selected pieces. Cursors are ignored. Raises SourceError, and InputError for a
        selection that this source cannot make (what, and what can be asked instead)."""
        ...

    def touched(self, record: Record, held: Records) -> tuple[str, ...]:
        """Keys of the pieces that this record (new, changed or deleted) has a part in."""
        ...

    def piece(self, key: str, held: Records) -> Piece | None:
        """The piece as the records held make it; None where they make none (deleted, of another kind, too old)."""
        ...

    def refuses(self, piece: Piece, file: File, data: bytes) -> str:
        """Why these bytes cannot be that file ("it is a web page, not the official XML"), "" where they can."""
        ...

    def is_gone(self, record: Record, fetcher: Fetcher) -> bool:
        """Ask the source itself whether a record that its listing no longer shows is gone. Raises SourceError where
        that cannot be known now. Never called where the source marks deletions itself."""
        ...

    def probes(self, fetcher: Fetcher, today: dt.date) -> Iterator[Probe]:
        """One item of each kind from the live source, compared with what is expected, field by field."""
        ...


@dataclass(frozen=True, slots=True)
class HeldRecords:
    """A `Records` of a few, for a test or a probe."""

    records: tuple[Record, ...] = field(default=())

    def get(self, category: str, key: str) -> Record | None:
        return next((r for r in self.records if (r.category, r.key) == (category, key) and not r.deleted), None)

    def referring(self, category: str, ref: str) -> tuple[Record, ...]:
        found = (r for r in self.records if r.category == category and ref in r.refs and not r.deleted)
        return tuple(sorted(found, key=lambda r: r.key))
