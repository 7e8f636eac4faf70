"""A run over one source: list, take out, take in, and say what came of it."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from functools import partial
from typing import NoReturn

from ingest.collecting.lister import Lister, Progress
from ingest.collecting.listing import look_again
from ingest.collecting.order import Order
from ingest.collecting.report import CollectReport
from ingest.collecting.taking import Failing, PieceItem, Settling, SourceDownError
from ingest.fetching.port import Fetcher
from ingest.pipeline import Pipeline
from ingest.report import Outcome, ReportLine
from ingest.sources.port import Item, Listing
from ingest.sources.source import Piece, Source
from kb.catalog.catalog import Catalog
from kb.errors import InputError, LoketError
from kb.model.collecting import HeldPiece, PieceState, Run, RunOutcome

WITHDRAWN = "withdrawn at the source"
_TO_FETCH = (PieceState.DUE, PieceState.FAILED, PieceState.ABSENT, PieceState.HELD)  # held ones to be read again


@dataclass(slots=True)
class Collector:
    """Collects one source into the catalog of ``pipeline``. The caller holds the `WriterLock`.

    ``precedence`` names the sources that give the same documents, the better first.
    """

    source: Source
    fetcher: Fetcher
    pipeline: Pipeline
    precedence: tuple[str, ...] = ()
    progress: Progress | None = None

    def collect(self, order: Order) -> CollectReport:
        """One run. What goes wrong at the source is in the report; raises CatalogError and LockedError where the
        corpus itself cannot be written, and InputError for a selection that the source cannot make."""
        if order.dry_run:
            return self._rehearse(order)
        catalog, clock = self.pipeline.catalog, self.pipeline.clock
        begun = clock()
        lister = Lister(
            self.source,
            self.fetcher,
            catalog,
            catalog.collecting.begin_run(self.source.name, begun),
            clock,
            self.progress,
        )
        taker = _Taker(self, Settling(self.source, catalog, self.precedence, clock), order)
        outcome, message = RunOutcome.DONE, ""
        try:
            _list(lister, order)
            if not order.list_only:
                taker.take_out()
                taker.take_in(lister.asked)
        except KeyboardInterrupt:
            outcome = RunOutcome.INTERRUPTED
        except SourceDownError as error:
            outcome, message = RunOutcome.FAILED, str(error)
        except InputError as error:  # what was asked cannot be; the source did not fail
            catalog.collecting.end_run(_ended(lister, taker, begun, RunOutcome.INTERRUPTED, str(error)))
            raise
        if outcome is RunOutcome.DONE:
            outcome, message = _judged(lister, taker.failed)
        run = _ended(lister, taker, begun, outcome, message)
        catalog.collecting.end_run(run)
        lines = sorted((*taker.settling.lines, *taker.removed), key=lambda line: line.location)
        return self._report(run, lister, tuple(lines))

    def _rehearse(self, order: Order) -> CollectReport:
        """List, say what would be fetched, and keep nothing."""
        catalog, clock = self.pipeline.catalog, self.pipeline.clock
        begun = clock()
        with catalog.collecting.rehearsal(self.source.name) as step:
            lister = Lister(self.source, self.fetcher, catalog, 0, clock, self.progress, step)
            _list(lister, order)
            due = step.due(begun, order.retry or bool(order.selection))
            if order.selection:
                due = tuple(key for key in due if key in lister.asked)
            planned = tuple(held for key in due[: order.limit] if (held := step.piece(key)))
        outcome, message = _judged(lister, failed=False)
        listed = lister.listed.records
        run = Run(0, self.source.name, begun, outcome, clock(), listed=listed, waiting=len(due), message=message)
        return self._report(run, lister, (), planned, dry=True)

    def _report(
        self,
        run: Run,
        lister: Lister,
        lines: tuple[ReportLine, ...],
        planned: tuple[HeldPiece, ...] = (),
        dry: bool = False,
    ) -> CollectReport:
        return CollectReport(
            run=run,
            lines=lines,
            findings=lister.findings.counted(),
            problems=tuple(lister.problems),
            planned=planned,
            requests=int(getattr(self.fetcher, "requests", 0)),
            bytes=int(getattr(self.fetcher, "bytes", 0)),
            dry=dry,
        )


def _judged(lister: Lister, failed: bool) -> tuple[RunOutcome, str]:
    """How a run ended that went through, and why it is not just done."""
    if (fatal := lister.fatal) is not None:
        return RunOutcome.FAILED, f"{fatal.message} {fatal.advice}".strip()
    fine = not (failed or lister.problems or lister.findings.counted())
    return (RunOutcome.DONE if fine else RunOutcome.PROBLEMS), ""


def _list(lister: Lister, order: Order) -> None:
    if order.selection:
        lister.selection(order.selection)
    else:
        lister.everything()


class _Due(Sequence[Item]):
    """Due pieces as items that are read and composed one by one: a first collection has hundreds of thousands."""

    def __init__(self, due: Sequence[str], items: Callable[[], Iterator[Item]]) -> None:
        self._due = due
        self._items = items

    def __len__(self) -> int:
        return len(self._due)

    def __iter__(self) -> Iterator[Item]:
        return self._items()

    def __getitem__(self, at: object) -> NoReturn:
        raise TypeError("due pieces are taken in order")


@dataclass(slots=True)
class _Taker:
    """The second half of a run."""

    collector: Collector
    settling: Settling
    order: Order
    removed: list[ReportLine] = field(default_factory=list)

    @property
    def failed(self) -> bool:
        return any(line.outcome is Outcome.FAILED for line in self.settling.lines)

    @property
    def catalog(self) -> Catalog:
        return self.collector.pipeline.catalog

    @property
    def source(self) -> Source:
        return self.collector.source

    def take_out(self) -> None:
        """Withdrawn at the source: out of the current view, and so out of index and answers."""
        for held in self.catalog.collecting.in_state(self.source.name, PieceState.LEAVING):
            if self.settling.take_out(held):
                location = held.address or str(held.document)
                self.removed.append(ReportLine(Outcome.SKIPPED, location, held.document, reason=WITHDRAWN))

    def take_in(self, asked: Set[str]) -> None:
        """The files of what is due, the newest first. With a selection only of the pieces ``asked`` for, also where
        they failed a short while ago."""
        pipeline, selection = self.collector.pipeline, self.order.selection
        retry = self.order.retry or bool(selection)
        due = self.catalog.collecting.due(self.source.name, pipeline.clock(), retry)
        if selection:
            due = tuple(key for key in due if key in asked)
        due = due[: self.order.limit]
        if self.order.limit is None and not self.order.selection:
            # Read by an earlier reader: again, from the bytes that are held.
            due += self.catalog.collecting.read_otherwise(self.source.name, pipeline.reader)
        if due:
            failing = Failing()
            listing = Listing(_Due(due, partial(self._items, due, failing)))
            if pipeline.add(listing, self.collector.progress, self.settling.settle).interrupted:
                raise KeyboardInterrupt
            failing.check()

    def _items(self, due: tuple[str, ...], failing: Failing) -> Iterator[Item]:
        for key in due:
            failing.check()
            # Read now: what was taken before it may have put it behind another, or made it due.
            held = self.catalog.collecting.piece(self.source.name, key)
            if held is None or held.state not in _TO_FETCH:
                continue
            try:
                piece, held = self._composed(held)
            except LoketError:
                raise
            except Exception as error:
                self.settling.stumbled(held, error)
                continue
            if piece is None or held.state not in _TO_FETCH or self.settling.held_elsewhere(piece, held):
                continue
            yield PieceItem(piece, held, self.source, self.collector.fetcher, self._original, failing)

    def _composed(self, held: HeldPiece) -> tuple[Piece | None, HeldPiece]:
        """The piece as it is now. Looked at again where its records went since it became due, or where it could not be
        composed before."""
        with self.catalog.collecting.step(self.source.name) as step:
            piece = self.source.piece(held.key, step)
            if piece is None or not held.fingerprint:
                look_again(self.source, step, held.key, self.collector.pipeline.clock())
                held = step.piece(held.key) or held
        return piece, held

    def _original(self, sha256: str) -> bytes | None:
        """None also for a damaged one: it is fetched again."""
        try:
            return self.catalog.originals.get(sha256) if sha256 and self.catalog.originals.has(sha256) else None
        except LoketError:
            return None


def _ended(lister: Lister, taker: _Taker, begun: dt.datetime, outcome: RunOutcome, message: str) -> Run:
    def count(*wanted: Outcome) -> int:
        return sum(line.outcome in wanted for line in taker.settling.lines)

    now = lister.clock()
    source = lister.source.name
    return Run(
        number=lister.run,
        source=source,
        started=begun,
        outcome=outcome,
        ended=now,
        listed=lister.listed.records,
        new=count(Outcome.NEW),
        changed=count(Outcome.CHANGED, Outcome.REPARSED),
        unchanged=count(Outcome.UNCHANGED),
        removed=len(taker.removed),
        failed=count(Outcome.FAILED),
        waiting=len(lister.catalog.collecting.due(source, now)),
        message=message,
    )
