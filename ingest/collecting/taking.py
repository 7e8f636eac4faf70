"""The files of due pieces, one by one, through the pipeline; and what became of each, noted."""

import datetime as dt
import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from ingest.fetching.port import Fetched, Fetcher, Validators
from ingest.parsed import Given
from ingest.report import Outcome, ReportLine
from ingest.sources.port import Item
from ingest.sources.source import File, Piece, Source
from kb.catalog.catalog import Catalog
from kb.catalog.originals import sha256_of
from kb.errors import AbsentError, InputError, SourceError, UnreachableError
from kb.model.collecting import HeldPiece, PieceState
from kb.model.document import Problem
from kb.model.identity import DocumentId

# A failed piece is tried again after this long, by the number of attempts there were; then every week.
PAUSES = tuple(dt.timedelta(hours=hours) for hours in (1, 6, 24, 72, 168))
ENOUGH = 3  # pieces in a row for which the source gives no answer: then the run stops, and the rest waits


class SourceDownError(SourceError):
    """The source gives no answers any more; what was not fetched waits for the next run."""


@dataclass(slots=True)
class Failing:
    """How many pieces in a row got no answer, and what was said of the last."""

    in_a_row: int = 0
    last: UnreachableError | None = None

    def note(self, error: UnreachableError) -> None:
        self.in_a_row += 1
        self.last = error

    def check(self) -> None:
        """Raises SourceDownError once they are too many. Asked between pieces, so that each is noted as failed."""
        if self.in_a_row >= ENOUGH and self.last is not None:
            raise SourceDownError(self.last.message, self.last.advice) from self.last


@dataclass(slots=True)
class PieceItem:
    """One piece as the pipeline takes it. ``taken`` says what was fetched, once `read` was called."""

    piece: Piece
    held: HeldPiece
    source: Source
    fetcher: Fetcher
    original: Callable[[str], bytes | None]
    failing: Failing
    taken: HeldPiece | None = None
    absent: bool = False

    @property
    def id(self) -> DocumentId:
        return self.piece.document

    @property
    def location(self) -> str:
        return self.taken.address if self.taken else self.piece.files[0].address if self.piece.files else str(self.id)

    @property
    def given(self) -> Given:
        return self.piece.given

    def remark_beside(self, location: str) -> Problem | None:  # noqa: ARG002 - a source's ids are its own
        return None

    def read(self, limit: int) -> bytes:
        """The bytes of the first of its files that is there and is what it should be."""
        refusals: list[str] = []
        for file in self.piece.files:
            if (data := self._as_before(file)) is not None:
                return data
            try:
                got = self.fetcher.get(file.address, accept=file.accept, limit=limit, known=self._known(file))
            except AbsentError as error:
                self.failing.in_a_row = 0
                refusals.append(error.message)
                continue
            except UnreachableError as error:
                self.failing.note(error)
                raise InputError(error.message, "It is tried again later.") from error
            except SourceError as error:
                raise InputError(error.message, error.advice) from error
            self.failing.in_a_row = 0
            data = self._data(got)
            if reason := self.source.refuses(self.piece, file, data):
                refusals.append(f"{file.address}: {reason}.")
                continue
            self._note(file, got.validators, data)
            return data
        self.absent = True
        said = " ".join(refusals) or f"The source lists {self.id} and names no file for it."
        raise InputError(said, "It is tried again later.")

    def _as_before(self, file: File) -> bytes | None:
        """Bytes that are held and, as the source says, still the same: only what is known of them changed."""
        held = self.held
        if not (held.sha256 and file.stamp and held.stamp == file.stamp and held.address == file.address):
            return None
        data = self.original(held.sha256)
        if data is not None:
            self._note(file, Validators(held.etag, held.last_modified), data)
        return data

    def _known(self, file: File) -> Validators | None:
        held = self.held
        if held.address == file.address and self.original(held.sha256) is not None:
            return Validators(held.etag, held.last_modified)
        return None

    def _data(self, got: Fetched) -> bytes:
        if not got.unchanged:
            return got.data
        data = self.original(self.held.sha256)
        if data is None:
            raise InputError(f"{got.address} did not change, but its original is damaged here.", "Run `loket verify`.")
        return data

    def _note(self, file: File, validators: Validators, data: bytes) -> None:
        self.taken = replace(
            self.held,
            address=file.address,
            sha256=sha256_of(data),
            etag=validators.etag,
            last_modified=validators.last_modified,
            stamp=file.stamp,
        )


@dataclass(slots=True)
class Settling:
    """Notes what became of each piece after the pipeline is done with it. ``precedence`` are source names, the better
    first: of two sources with the same document only one holds it."""

    source: Source
    catalog: Catalog
    precedence: tuple[str, ...]
    clock: Callable[[], dt.datetime]
    lines: list[ReportLine] = field(default_factory=list)

    def settle(self, item: Item, line: ReportLine) -> None:
        """Called by the pipeline after the document is stored, or failed."""
        assert isinstance(item, PieceItem)
        self.lines.append(line)
        if line.outcome is Outcome.FAILED:
            self._failed(item, line)
        else:
            self._held(item)

    def _held(self, item: PieceItem) -> None:
        document, former = item.piece.document, item.held.document
        if item.held.taken and former != document:
            # First: after a run that was killed here the piece is still due, and this is done again.
            self._release(former, item.held.key)
        now = self.clock()
        with self.catalog.collecting.step(self.source.name) as step:
            others = step.others_with(document, item.held.key)
            step.put_piece(
                replace(
                    item.taken or item.held,
                    document=document,
                    state=PieceState.HELD,
                    taken=item.held.fingerprint,
                    since=now,
                    attempts=0,
                    next_try=None,
                    problem=None,
                )
            )
            for other in others:
                if other.state is PieceState.HELD:
                    step.put_piece(replace(other, state=PieceState.ELSEWHERE, taken="", since=now))

    def _failed(self, item: PieceItem, line: ReportLine) -> None:
        problem = line.problems[0] if line.problems else Problem("failed", line.message)
        self._quarantine(item.held, PieceState.ABSENT if item.absent else PieceState.FAILED, problem)

    def stumbled(self, held: HeldPiece, error: Exception) -> None:
        """The source could not make a document of its own records."""
        said = f"{held.key} could not be made into a document (internal: {type(error).__name__})."
        problem = Problem("not_composed", said, "Please report this, with the output of `loket doctor`.")
        self.lines.append(ReportLine(Outcome.FAILED, str(held.document), held.document, problems=(problem,)))
        self._quarantine(held, PieceState.FAILED, problem)

    def _quarantine(self, held: HeldPiece, state: PieceState, problem: Problem) -> None:
        now = self.clock()
        attempts = held.attempts + 1
        # Spread, so that what failed together does not come back together.
        pause = PAUSES[min(attempts, len(PAUSES)) - 1] * random.uniform(1.0, 1.1)
        with self.catalog.collecting.step(self.source.name) as step:
            step.put_piece(
                replace(held, state=state, since=now, attempts=attempts, next_try=now + pause, problem=problem)
            )

    def held_elsewhere(self, piece: Piece, held: HeldPiece) -> bool:
        """Whether a better piece holds this document; then it is noted, and nothing is fetched. Better is that of a
        better source, and of two of one source the newer."""
        found = any(self._is_better(other, piece) for other in self._others(piece.document, held.key))
        if found:
            if held.taken and held.document != piece.document:
                self._release(held.document, held.key)
            waits = replace(held, document=piece.document, state=PieceState.ELSEWHERE, taken="", problem=None)
            with self.catalog.collecting.step(self.source.name) as step:
                step.put_piece(replace(waits, since=self.clock()))
        return found

    def take_out(self, held: HeldPiece) -> bool:
        """Take a withdrawn piece's document out, unless another piece holds or can give it; whether it was there."""
        now = self.clock()
        if held.taken:
            # Before it goes: should the piece come back after a run that was killed here, it is taken in anew.
            held = replace(held, taken="")
            with self.catalog.collecting.step(self.source.name) as step:
                step.put_piece(held)
        removed = self._release(held.document, held.key)
        self.catalog.report_problems(held.document, "", ())
        with self.catalog.collecting.step(self.source.name) as step:
            step.put_piece(replace(held, state=PieceState.GONE, since=now))
        return removed

    def _release(self, document: DocumentId, key: str) -> bool:
        """The piece of that key gives the document up: it leaves the current view, unless another piece holds it; what
        waited behind it is due. Whether it left."""
        others = self._others(document, key)
        if any(other.holds for other in others):
            return False
        removed = self.catalog.remove(document)
        now = self.clock()
        with self.catalog.collecting.step(self.source.name) as step:
            for other in others:
                step.put_piece(replace(other, state=PieceState.DUE, since=now))
        return removed

    def _is_better(self, other: HeldPiece, piece: Piece) -> bool:
        if other.source == self.source.name:  # one that is due may be about to get another number
            newer = (other.date or dt.date.min, other.key) > (piece.date or dt.date.min, piece.key)
            return newer and other.state is PieceState.HELD
        ours = self.precedence.index(self.source.name) if self.source.name in self.precedence else 0
        return other.holds and other.source in self.precedence[:ours]

    def _others(self, document: DocumentId, key: str) -> tuple[HeldPiece, ...]:
        with self.catalog.collecting.step(self.source.name) as step:
            return step.others_with(document, key)
