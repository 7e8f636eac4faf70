"""The first half of a run: all of a source's categories, page by page, into the catalog."""

import datetime as dt
import logging
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field

from ingest.collecting.listing import Listed, take_page
from ingest.collecting.report import Findings
from ingest.collecting.windows import gone, missed
from ingest.fetching.port import Fetcher
from ingest.sources.source import Page, Record, Selection, Source
from kb.catalog.catalog import Catalog
from kb.catalog.collecting import Step
from kb.errors import InputError, LoketError, SourceError, UnexpectedError, UnreachableError
from kb.model.collecting import Cursor, PieceState
from kb.model.document import Problem
from kb.model.identity import DocumentId

Progress = Callable[[int, int, str], None]  # done, of how many (0: unknown), what was just done
ROUND = 1000  # pages in a row with nothing that this run had not listed before: then the listing goes round
ENOUGH = 2  # categories in a row that get no answer at all: then the others are not tried
_log = logging.getLogger(__name__)


@dataclass(slots=True)
class Following:
    """The listing of one category: from where, and how far it came. ``category`` "" for a selection, which has no
    cursor."""

    category: str = ""
    cursor: Cursor = field(default_factory=Cursor)


# Problems of a listing after which the corpus cannot be said to be in step with the source.
FATAL = ("far_less", "unreachable", "unexpected", "internal")


@dataclass(slots=True)
class Lister:
    """Lists one source for the run of that number. ``rehearsal`` is the step of a dry run, of which nothing is kept."""

    source: Source
    fetcher: Fetcher
    catalog: Catalog
    run: int
    clock: Callable[[], dt.datetime]
    progress: Progress | None = None
    rehearsal: Step | None = None
    listed: Listed = field(default_factory=Listed)
    findings: Findings = field(default_factory=Findings)
    problems: list[Problem] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)  # keys of the pieces that a selection means
    pages: int = 0
    _unreachable: int = 0
    _in_vain: int = 0
    _noted: set[DocumentId] | None = None

    def everything(self) -> None:
        """Every category, each as far as it goes: one that fails does not keep the others from being listed."""
        today = self.clock().date()
        silent = 0
        for category in self.source.categories:
            if silent >= ENOUGH:
                break  # not one category's trouble: there is nobody there
            heard = self.pages
            scope = self.source.scope(category)
            held = self.catalog.collecting.cursor(self.source.name, category)
            following = Following(category, held if held.scope == scope else Cursor(scope))
            pages = self.source.pages(category, following.cursor.position, self.fetcher, today)
            if self._pages(pages, following):
                ended = Cursor(scope, following.cursor.position, self.clock())
                with self._step() as step:
                    step.set_cursor(category, ended)
            silent = 0 if self.pages > heard else silent + self._unreachable
            self._unreachable = 0

    def selection(self, selection: Selection) -> None:
        """What a user asked for by name. Raises InputError where the source cannot make that selection."""
        self._pages(self.source.select(selection, self.fetcher, self.clock().date()), Following())

    @property
    def fatal(self) -> Problem | None:
        """The first problem after which the corpus cannot be said to be in step with the source; None: there is none.
        Records that cannot be interpreted are fatal only where there was nothing else."""
        serious = (problem for problem in self.problems if problem.code in FATAL or not self.listed.records)
        return next(serious, None)

    def _pages(self, pages: Iterator[Page], following: Following) -> bool:
        """Take the pages in; whether they came to their end. A record that cannot be used does not matter for that."""
        before = len(self.problems)
        called = following.category or "selection"
        expected = self._in_vain = 0
        try:
            for page in pages:
                self.pages += 1
                expected = page.expected_total or expected
                self._page(page, following)
                if self.progress:
                    self.progress(self.listed.records, expected, called)
                if self._in_vain >= ROUND:
                    said = f"its last {ROUND} pages gave nothing that was not listed before."
                    raise UnexpectedError(said, "`loket doctor` compares this source.")
        except SourceError as error:
            # What was listed until here is kept, and the next run goes on from it.
            self._unreachable = int(isinstance(error, UnreachableError))
            code = "unexpected" if isinstance(error, UnexpectedError) else "unreachable"
            self.problems.append(Problem(code, f"{called}: {error.message}", error.advice))
        except LoketError as error:
            if not (following.category and isinstance(error, InputError)):
                raise
            self.problems.append(Problem("unexpected", f"{called}: {error.message}", error.advice))
        except Exception as error:  # an interpreter that stumbles ends its category, not the run
            _log.info("listing %s failed", called, exc_info=True)
            said = f"{called}: a page could not be interpreted (internal: {type(error).__name__})."
            self.problems.append(Problem("internal", said, "Please report this, with the output of `loket doctor`."))
        return not any(problem.code in FATAL for problem in self.problems[before:])

    def _page(self, page: Page, following: Following) -> None:
        selected = not following.category
        self.findings.add(page.findings)
        self.problems.extend(unusable.problem for unusable in page.unusable)
        if self.rehearsal is None and not selected:  # a number that is nowhere is told once, not kept as a problem
            self._note_unusable(page)
        lost: tuple[Record, ...] = ()
        with self._step() as step:
            listed = take_page(self.source, step, page, self.run, self.clock(), selected)
            self.listed += listed
            self.asked.update(listed.pieces)
            self._in_vain = 0 if listed.repeated < listed.records else self._in_vain + 1
            if page.complete is not None:
                found = missed(step, page.complete, self.run)
                lost = found.records
                if found.problem:
                    self.problems.append(found.problem)
            if not selected:
                following.cursor = Cursor(following.cursor.scope, page.cursor, following.cursor.listed_at)
                step.set_cursor(following.category, following.cursor)
        # Asked outside the transaction: an answer may take minutes.
        if lost and (really := gone(self.source, lost, self.fetcher)):
            tombstones = tuple(Record(record.category, record.key, deleted=True) for record in really)
            with self._step() as step:
                self.listed += take_page(self.source, step, Page(tombstones, ""), self.run, self.clock())

    def _note_unusable(self, page: Page) -> None:
        """Note what cannot be used, and forget what was noted of a piece that the page now gives."""
        if self._noted is None:
            self._noted = {noted.document for noted in self.catalog.problems()}
        for unusable in page.unusable:
            self.catalog.report_problems(unusable.id, unusable.location, (unusable.problem,))
            self._noted.add(unusable.id)
        if not self._noted:
            return
        bad = {unusable.id for unusable in page.unusable}
        for record in page.records:
            held = self.catalog.collecting.piece(self.source.name, record.key)
            if held and held.document in self._noted - bad and held.state is PieceState.HELD:
                self.catalog.report_problems(held.document, "", ())
                self._noted.discard(held.document)

    def _step(self) -> AbstractContextManager[Step]:
        return nullcontext(self.rehearsal) if self.rehearsal else self.catalog.collecting.step(self.source.name)
