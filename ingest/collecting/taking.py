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
    """How many pieces in a row got no answer."""

    in_a_row: int = 0

    def note(self, error: UnreachableError) -> None:
        self.in_a_row += 1
        if self.in_a_row >= ENOUGH:
            raise SourceDownError(error.message, error.advice) from error


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
        if not (held.taken and file.stamp and held.stamp == file.stamp and held.address == file.address):
            return None
        data = self.original(held.sha256)
        if data is not None:
            self._note(file, Validators(held.etag, held.last_modified), data)
        return data

    def _known(self, file: File) -> Validators | None:
        held = self.held
        if held.taken and held.address == file.address and self.original(held.sha256) is not None:
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
        now = self.clock()
        former = item.held.document
        with self.catalog.collecting.step(self.source.name) as step:
            step.put_piece(
                replace(
                    item.taken or item.held,
                    document=item.piece.document,
                    state=PieceState.HELD,
                    taken=item.held.fingerprint,
                    since=now,
                    attempts=0,
                    next_try=None,
                    problem=None,
                )
            )
        for other in self._others(item.piece.document):
            if other.state is PieceState.HELD:
                with self.catalog.collecting.step(other.source) as step:
                    step.put_piece(replace(other, state=PieceState.ELSEWHERE, since=now))
        if item.held.taken and former != item.piece.document:
            self.catalog.remove(former)

    def _failed(self, item: PieceItem, line: ReportLine) -> None:
        now = self.clock()
        attempts = item.held.attempts + 1
        # Spread, so that what failed together does not come back together.
        pause = PAUSES[min(attempts, len(PAUSES)) - 1] * random.uniform(1.0, 1.1)
        problem = line.problems[0] if line.problems else Problem("failed", line.message)
        with self.catalog.collecting.step(self.source.name) as step:
            step.put_piece(
                replace(
                    item.held,
                    state=PieceState.ABSENT if item.absent else PieceState.FAILED,
                    since=now,
                    attempts=attempts,
                    next_try=now + pause,
                    problem=problem,
                )
            )

    def held_elsewhere(self, piece: Piece, held: HeldPiece) -> bool:
        """Whether a better source holds this document; then it is noted, and nothing is fetched."""
        better = (
            self.precedence[: self.precedence.index(self.source.name)] if self.source.name in self.precedence else ()
        )
        found = any(o.source in better and o.state is PieceState.HELD for o in self._others(piece.document))
        if found:
            with self.catalog.collecting.step(self.source.name) as step:
                step.put_piece(
                    replace(held, document=piece.document, state=PieceState.ELSEWHERE, since=self.clock(), problem=None)
                )
        return found

    def take_out(self, held: HeldPiece) -> bool:
        """Take a withdrawn piece's document out, unless another source holds or can give it; whether it was there."""
        now = self.clock()
        others = self._others(held.document)
        removed = False
        if not any(other.state is PieceState.HELD for other in others):
            removed = self.catalog.remove(held.document)
            for other in others:
                with self.catalog.collecting.step(other.source) as step:
                    step.put_piece(replace(other, state=PieceState.DUE, since=now))
        with self.catalog.collecting.step(self.source.name) as step:
            step.put_piece(replace(held, state=PieceState.GONE, taken="", since=now))
        return removed

    def _others(self, document: DocumentId) -> tuple[HeldPiece, ...]:
        with self.catalog.collecting.step(self.source.name) as step:
            return step.others_with(document)
