"""What the catalog gives besides documents."""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

from kb.model.document import Dates, Problem, Reference
from kb.model.identity import DocumentId
from kb.model.people import Part
from kb.model.terms import Kind, Parliament


class StoredState(StrEnum):
    """What storing a document did."""

    NEW = "new"  # not in the current view before
    CHANGED = "changed"  # another original: a new version
    REPARSED = "reparsed"  # the same original, read differently: a new version
    UNCHANGED = "unchanged"  # nothing of its content differs, nothing is written


@dataclass(frozen=True, slots=True)
class Stored:
    """The version that is current now, and how it came."""

    version: int
    state: StoredState


@dataclass(frozen=True, slots=True)
class CurrentDocument:
    """One line of the current view; two equal ``content_hash`` values mean equal content."""

    id: DocumentId
    version: int
    content_hash: str


@dataclass(frozen=True, slots=True)
class CurrentOriginal:
    """Which bytes the current version was read from, where they came from, and by what (see `Catalog.store`)."""

    version: int
    sha256: str
    location: str
    reading: str


@dataclass(frozen=True, slots=True)
class VersionInfo:
    """One version of a document; ``current`` is False for older ones and for every one of a removed document."""

    version: int
    added_at: dt.datetime
    sha256: str
    content_hash: str
    current: bool


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """A current document without its text. ``sections`` counts them; ``problems`` are those of its reading."""

    id: DocumentId
    version: int
    kind: Kind
    parliament: Parliament | None
    title: str
    dates: Dates
    location: str
    url: str
    media_type: str
    sections: int
    added_at: dt.datetime
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Referring:
    """A current document that names another: ``reference`` is a span of that document's own text."""

    document: DocumentId
    version: int
    title: str
    reference: Reference


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A person or office of the current view under one key, with every form that was printed; most frequent first."""

    key: str
    name: str
    parties: tuple[str, ...]
    offices: tuple[str, ...]
    portfolios: tuple[str, ...]
    parts: tuple[Part, ...]
    documents: int


@dataclass(frozen=True, slots=True)
class NotedProblem:
    """Something that could not be taken in; gone when the same document later succeeds."""

    document: DocumentId
    location: str
    problem: Problem
    noted_at: dt.datetime
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Removal:
    """A document taken out of the current view; ``purged`` says that its versions were deleted too."""

    document: DocumentId
    version: int
    removed_at: dt.datetime
    purged: bool


@dataclass(frozen=True, slots=True)
class Statistics:
    """What the current view holds. Counts are sorted, largest first; "" counts what has no parliament."""

    documents: int = 0
    versions: int = 0
    sections: int = 0
    removed: int = 0
    problems: int = 0
    by_source: tuple[tuple[str, int], ...] = ()
    by_parliament: tuple[tuple[str, int], ...] = ()
    by_kind: tuple[tuple[str, int], ...] = ()
    undated: int = 0
    first_date: dt.date | None = None
    last_date: dt.date | None = None
    last_added: dt.datetime | None = None
    newest_by_parliament: tuple[tuple[str, dt.date], ...] = field(default=())
