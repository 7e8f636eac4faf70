"""The port to sources: what a source lists, and what the pipeline reads of it. One folder per source beside this."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from ingest.parsed import Given
from kb.model.document import Problem
from kb.model.identity import DocumentId


class Item(Protocol):
    """One document that a source has. ``location`` is the path or address as the user knows it."""

    @property
    def id(self) -> DocumentId: ...

    @property
    def location(self) -> str: ...

    @property
    def given(self) -> Given: ...

    def read(self, limit: int) -> bytes:
        """Its bytes. Raises InputError where it cannot be had, or is larger than ``limit`` bytes."""
        ...

    def remark_beside(self, location: str) -> Problem | None:
        """What to say when this item changes the document of its id that came from ``location``; None: nothing."""
        ...


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that is not a document, and why."""

    location: str
    reason: str


@dataclass(frozen=True, slots=True)
class Unusable:
    """Something that should have been a document, or says something about documents, and cannot be used."""

    id: DocumentId
    location: str
    problem: Problem


@dataclass(frozen=True, slots=True)
class Listing:
    """What there is to take in, in a stable order. Nothing of the items themselves has been read yet.

    ``scopes`` are the beginnings of ids (``folder/notes/``) under which everything was listed: a problem noted there
    earlier for something that is no longer listed is over. ``items`` may make each item only when it is come to, once;
    their number is then the most that there can be.
    """

    items: Sequence[Item] = ()
    skipped: tuple[Skipped, ...] = ()
    unusable: tuple[Unusable, ...] = ()
    scopes: tuple[str, ...] = ()
