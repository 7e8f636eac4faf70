"""Catalog: the front of this folder, and the only thing that others hold.

sqlalchemy (0.2 s) is imported when a catalog is opened, not when this module is.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from kb.catalog import content, spans
from kb.catalog.originals import Originals
from kb.catalog.values import (
    CurrentDocument,
    CurrentOriginal,
    DocumentSummary,
    KnownPerson,
    NotedProblem,
    Referring,
    Removal,
    Statistics,
    Stored,
    VersionInfo,
)
from kb.model.document import Document, Problem, Section
from kb.model.identity import DocumentId
from kb.model.query import Filters

if TYPE_CHECKING:
    from kb.catalog.collecting import Collecting
    from kb.catalog.documents import Documents
    from kb.catalog.engine import Database
    from kb.catalog.listings import Listings
    from kb.catalog.writing import Writer
    from kb.model.collecting import Freshness, SourceCoverage


class Catalog:
    """Documents with all their versions, and the current view over them.

    Any number of readers, in any threads and processes, beside one writer (who holds the `WriterLock`). Every method
    raises CatalogError where the file is damaged, LockedError where another writer does not let go.
    """

    def __init__(
        self, database: "Database", documents: "Documents", listings: "Listings", writer: "Writer", originals: Originals
    ) -> None:
        self._database = database
        self._documents = documents
        self._listings = listings
        self._writer = writer
        self.originals = originals

    @property
    def collecting(self) -> "Collecting":
        """What collecting remembers: records, cursors, pieces, runs."""
        from kb.catalog.collecting import Collecting

        return Collecting(self._database)

    def coverage(self) -> "tuple[SourceCoverage, ...]":
        """What is held of each source against what it has, by source; empty where nothing was collected."""
        from kb.catalog.coverage import coverage

        return coverage(self._database)

    def freshness(self) -> "tuple[Freshness, ...]":
        """How far the corpus is in step with each source."""
        from kb.catalog.coverage import freshness

        return freshness(self._database)

    @classmethod
    def open(cls, root: Path, write: bool = False) -> "Catalog":
        """The catalog under ``root``; made where it is not there and ``write``, else CatalogError says so."""
        from kb.catalog.documents import Documents
        from kb.catalog.engine import open_database
        from kb.catalog.listings import Listings
        from kb.catalog.writing import Writer

        database = open_database(root, write)
        return cls(database, Documents(database), Listings(database), Writer(database), Originals(root))

    @staticmethod
    def exists(root: Path) -> bool:
        return (root / "catalog.sqlite").is_file()

    def close(self) -> None:
        self._database.close()

    def __enter__(self) -> "Catalog":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # Writing: one transaction each.

    @staticmethod
    def check(document: Document) -> None:
        """Raises InputError for a document that `store` would refuse: untrue spans, or no valid Unicode."""
        spans.check(document)

    def store(self, document: Document, reading: str = "") -> Stored:
        """Make this the current version of its id; the catalog gives the number, not ``document.version``.

        A document whose content equals its last version writes nothing. ``reading`` says what read it (a fingerprint
        of the parsers and of what was given beside the file), so that the next run can skip it unread. A problem noted
        for the id is forgotten. Raises InputError as `check` does.
        """
        return self._writer.store(document, reading)

    def remove(self, id: DocumentId, purge: bool = False) -> bool:
        """Take a document out of the current view; False where it was not in it.

        Its versions stay readable, unless ``purge``: then they and the originals that nothing else needs are deleted.
        Version numbers are never given out twice.
        """
        if not purge:
            return self._writer.remove(id, purge=False)[0]
        with self.originals.changing(self.referenced_originals):
            removed, unneeded = self._writer.remove(id, purge=True)
            for sha256 in unneeded:
                self.originals.delete(sha256)
        return removed

    def report_problems(self, id: DocumentId, location: str, problems: Sequence[Problem], sha256: str = "") -> None:
        """Note why this document could not be taken in, in place of what was noted before; none forgets it."""
        self._writer.report_problems(id, location, problems, sha256)

    # Documents. NotFoundError for an id, version or section that is not there.

    def document(self, id: DocumentId, version: int | None = None) -> Document:
        """That version, or the current one. A pinned version of a removed document stays readable."""
        return self._documents.document(id, version)

    def section(self, id: DocumentId, version: int, key: str) -> Section:
        """One section without the rest of its document."""
        return self._documents.section(id, version, key)

    def sections_of(self, id: DocumentId, version: int | None = None) -> tuple[Section, ...]:
        return self._documents.sections_of(id, version)

    def versions(self, id: DocumentId) -> tuple[VersionInfo, ...]:
        """All that are kept, oldest first."""
        return self._documents.versions(id)

    def has(self, id: DocumentId) -> bool:
        """Whether it is in the current view."""
        return self._documents.current_version(id) is not None

    def is_current(self, id: DocumentId, version: int) -> bool:
        return self._documents.current_version(id) == version

    def current_original(self, id: DocumentId) -> CurrentOriginal | None:
        """Which bytes the current version was read from, and by what; None where it is not in the current view."""
        return self._documents.current_original(id)

    # The current view.

    def current(self) -> Iterator[CurrentDocument]:
        """By id. Compare the content hashes to know what an index must do."""
        return self._documents.current()

    def summaries(self, filters: Filters | None = None) -> tuple[DocumentSummary, ...]:
        """By id. A filter on dates looks at the latest date of a document, and leaves out one without."""
        return self._listings.summaries(filters or Filters())

    def find_number(self, value: str) -> tuple[DocumentId, ...]:
        """Documents that carry this normalised number; upper and lower case are one."""
        return self._listings.find_number(value)

    def asked_on(self, day: dt.date) -> tuple[DocumentId, ...]:
        """Documents that print this day as that of the question, by id."""
        return self._listings.asked_on(day)

    def referring_to(self, id: DocumentId) -> tuple[Referring, ...]:
        """Documents whose text names a number of this one."""
        return self._listings.referring_to(id)

    def known_people(self) -> tuple[KnownPerson, ...]:
        """Everyone with a key, by key."""
        return self._listings.known_people()

    @property
    def revision(self) -> int:
        """Grows by one at each change of the current view."""
        return self._listings.revision()

    def corpus_version(self) -> str:
        """12 hex digits: equal for corpora that hold the same documents in the same versions, however they came in."""
        return content.corpus_version(self.current())

    # What went on.

    def problems(self) -> tuple[NotedProblem, ...]:
        """What could not be taken in, by id."""
        return self._listings.problems()

    def removals(self) -> tuple[Removal, ...]:
        """Every removal there was, oldest first; the document may have come back since."""
        return self._listings.removals()

    def statistics(self) -> Statistics:
        return self._listings.statistics()

    def referenced_originals(self) -> frozenset[str]:
        """The hash of every original that a version was read from."""
        return self._documents.referenced_originals()

    def verify(self) -> tuple[Problem, ...]:
        """Originals, catalog and spans against each other; reads everything. Empty where all is well."""
        from kb.catalog.verifying import verify

        return tuple(verify(self._database, self._documents, self.originals))
