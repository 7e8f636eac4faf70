"""A source's items into the catalog, one by one, with a report."""

import datetime as dt
import logging
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial

from ingest.attempts import Attempt, Job, Read, internal_problem, problem_of, read_all
from ingest.fingerprint import reader_fingerprint, reading_of
from ingest.parsed import Given, Parsed
from ingest.report import Outcome, Report, ReportLine
from ingest.sources.port import Item, Listing
from kb.catalog.catalog import Catalog
from kb.catalog.originals import sha256_of
from kb.catalog.values import CurrentOriginal
from kb.errors import InputError, LoketError
from kb.model.document import Document, Problem, Provenance
from kb.model.identity import DocumentId

Progress = Callable[[int, int, str], None]  # done, of how many, what was just done
Settled = Callable[[Item, ReportLine], None]
_log = logging.getLogger(__name__)
UNKNOWN_TYPE = "application/octet-stream"


def read_document(data: bytes, given: Given, max_bytes: int, ocr: bool) -> Parsed:
    """The reader of `reading.py`, imported when the first document is read."""
    from ingest.reading import read_document

    return read_document(data, given, max_bytes=max_bytes, ocr=ocr)


def utc_now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


@dataclass(frozen=True, slots=True)
class Ticket:
    """What the pipeline knows of an item whose bytes are being read."""

    item: Item
    sha256: str
    reading: str
    held: CurrentOriginal | None


@dataclass(frozen=True, slots=True)
class Pipeline:
    """Takes items in. The caller holds the `WriterLock` and gives a catalog that is open for writing.

    Every document is one transaction, and its original is on disk before it: a run that is killed loses nothing, and
    the next one completes it. ``max_bytes``, ``workers`` and ``ocr`` are settings; ``fingerprint`` names what reads,
    and ``read`` is None for the reader of `reading.py`.
    """

    catalog: Catalog
    clock: Callable[[], dt.datetime] = utc_now
    read: Read | None = None
    fingerprint: Callable[[], str] = reader_fingerprint
    max_bytes: int = 100_000_000
    workers: int = 2
    ocr: bool = False

    @property
    def reader(self) -> str:
        """What reads, as the catalog keeps it with each version."""
        return self.fingerprint() + ("+ocr" if self.ocr else "")

    def add(self, listing: Listing, progress: Progress | None = None, settled: Settled | None = None) -> Report:
        """Take everything in the listing in. One bad document is reported, in the report and the catalog, and the run
        goes on; Ctrl-C ends it cleanly. Raises CatalogError or LockedError where the corpus itself cannot be written.

        ``settled`` is told of each item once its document is stored, or its failure noted.
        """
        run = _Run(self, listing, progress, settled)
        try:
            with self.catalog.originals.changing(self.catalog.referenced_originals):
                run.take_items()
                run.settle_problems()
        except KeyboardInterrupt:
            return run.report(interrupted=True)
        return run.report()


@dataclass(slots=True)
class _Run:
    pipeline: Pipeline
    listing: Listing
    progress: Progress | None
    settled: Settled | None
    lines: list[ReportLine] = field(default_factory=list)
    noted: set[DocumentId] = field(default_factory=set)
    done: int = 0

    def take_items(self) -> None:
        """In the order of the listing, but for those that need not be read: they are done first."""
        self.noted = {noted.document for noted in self.pipeline.catalog.problems()}
        ours = self.pipeline
        reader = ours.reader
        read = ours.read or partial(read_document, max_bytes=ours.max_bytes, ocr=ours.ocr)
        with closing(read_all(self._jobs(reader), read, len(self.listing.items), ours.workers)) as attempts:
            for job, found in attempts:
                self._finish(job, found)

    def settle_problems(self) -> None:
        """Note what the listing itself could not use, and forget what was noted for things that are gone."""
        catalog = self.pipeline.catalog
        faults: dict[DocumentId, list[Problem]] = {}
        for unusable in self.listing.unusable:
            faults.setdefault(unusable.id, []).append(unusable.problem)
            self.lines.append(ReportLine(Outcome.FAILED, unusable.location, unusable.id, problems=(unusable.problem,)))
        places = {unusable.id: unusable.location for unusable in self.listing.unusable}
        for id, problems in faults.items():
            catalog.report_problems(id, places[id], problems)
        self.lines.extend(
            ReportLine(Outcome.SKIPPED, skipped.location, reason=skipped.reason) for skipped in self.listing.skipped
        )
        if not self.listing.scopes:
            return
        listed = faults.keys() | {item.id for item in self.listing.items}
        for id in self.noted - listed:
            if str(id).startswith(self.listing.scopes):
                catalog.report_problems(id, "", ())

    def report(self, interrupted: bool = False) -> Report:
        return Report(tuple(sorted(self.lines, key=lambda line: line.location)), interrupted)

    def _jobs(self, reader: str) -> Iterator[Job[Ticket]]:
        """The items that must be read; the others are finished on the way."""
        for item in self.listing.items:
            try:
                data = item.read(self.pipeline.max_bytes)
            except InputError as error:
                self._fail(item, problem_of(error, "unreadable", item.location), "")
                continue
            except LoketError:
                raise
            except Exception as error:  # whatever gives the bytes stumbled over these
                _log.info("getting %s failed", item.location, exc_info=True)
                self._fail(item, internal_problem(item.location, type(error).__name__), "")
                continue
            held = self.pipeline.catalog.current_original(item.id)
            ticket = Ticket(item, sha256_of(data), reading_of(reader, item.given), held)
            if held and (held.sha256, held.reading) == (ticket.sha256, ticket.reading):
                self.pipeline.catalog.originals.put(data)  # mends a damaged original
                if item.id in self.noted:
                    self.pipeline.catalog.report_problems(item.id, item.location, ())
                self._line(item, ReportLine(Outcome.UNCHANGED, item.location, item.id, held.version))
            else:
                yield Job(ticket, item.location, data, item.given)

    def _finish(self, job: Job[Ticket], found: Attempt) -> None:
        item = job.ticket.item
        if found.parsed is None:
            self._fail(item, found.problem or Problem("internal", f"{item.location} gave nothing."), job.ticket.sha256)
            return
        document = _document(job.ticket, found.parsed, self.pipeline.clock())
        try:
            self.pipeline.catalog.check(document)
        except InputError as error:
            self._fail(item, problem_of(error, "unsound", item.location), job.ticket.sha256)
            return
        except Exception as error:  # a reader gave something that is no document
            _log.info("checking %s failed", item.location, exc_info=True)
            self._fail(item, internal_problem(item.location, type(error).__name__), job.ticket.sha256)
            return
        self.pipeline.catalog.originals.put(job.data)
        stored = self.pipeline.catalog.store(document, job.ticket.reading)
        outcome = Outcome(stored.state.value)
        problems = document.problems
        if outcome is Outcome.CHANGED and (held := job.ticket.held) and (remark := item.remark_beside(held.location)):
            problems = (*problems, remark)
        self._line(item, ReportLine(outcome, item.location, item.id, stored.version, problems=problems))

    def _fail(self, item: Item, problem: Problem, sha256: str) -> None:
        self.pipeline.catalog.report_problems(item.id, item.location, (problem,), sha256)
        self._line(item, ReportLine(Outcome.FAILED, item.location, item.id, problems=(problem,)))

    def _line(self, item: Item, line: ReportLine) -> None:
        self.lines.append(line)
        if self.settled:
            self.settled(item, line)
        self.done += 1
        if self.progress:
            self.progress(self.done, len(self.listing.items), line.location)


def _document(ticket: Ticket, parsed: Parsed, now: dt.datetime) -> Document:
    """What was read, with the evidence: where the bytes came from, when, and which they are."""
    item = ticket.item
    return Document(
        id=item.id,
        version=0,  # the catalog gives it
        kind=parsed.kind,
        title=parsed.title,
        provenance=Provenance(
            location=item.location,
            media_type=parsed.media_type or UNKNOWN_TYPE,
            sha256=ticket.sha256,
            retrieved_at=now,
            url=parsed.url or item.given.url or (item.location if item.location.startswith("http") else ""),
            page_url=item.given.page_url,
        ),
        parliament=parsed.parliament,
        numbers=parsed.numbers,
        dates=parsed.dates,
        people=parsed.people,
        themes=parsed.themes,
        session=parsed.session,
        sections=parsed.sections,
        pairs=parsed.pairs,
        references=parsed.references,
        problems=parsed.problems,
    )
