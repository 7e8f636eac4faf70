"""What a source no longer shows in a window that it has listed whole."""

import contextlib
from dataclasses import dataclass

from ingest.fetching.port import Fetcher
from ingest.sources.source import Source, Window
from kb.catalog.collecting import Step
from kb.errors import SourceError
from kb.model.collecting import Record
from kb.model.document import Problem

FEW = 10  # so many may be missing from a window without it looking like a failure of the source
SHARE = 0.2  # of what was held; above it the window counts as failed, and nothing is taken out


@dataclass(frozen=True, slots=True)
class Missed:
    """Pieces held of a window that its listing did not show; ``problem`` where they are too many to be believed."""

    records: tuple[Record, ...] = ()
    problem: Problem | None = None


def missed(step: Step, window: Window, run: int) -> Missed:
    """Compare what this run listed of the window with what was known of it."""
    known = step.pieces_in(window.category, window.first, window.last)
    unlisted = (piece for piece in known if step.listed_by(piece.category, piece.key) != run)
    gone = tuple(record for piece in unlisted if (record := step.get(piece.category, piece.key)))
    if len(gone) > max(FEW, SHARE * len(known)):
        return Missed(problem=_far_less(window, len(known), len(gone)))
    return Missed(gone)


def gone(source: Source, records: tuple[Record, ...], fetcher: Fetcher) -> tuple[Record, ...]:
    """Ask the source itself about each: those that it says are gone. One that it cannot tell about now stays."""
    found: list[Record] = []
    for record in records:
        with contextlib.suppress(SourceError):
            if source.is_gone(record, fetcher):
                found.append(record)
    return tuple(found)


def _far_less(window: Window, known: int, gone: int) -> Problem:
    return Problem(
        "far_less",
        f"{window.category}, {window.first:%Y-%m-%d} to {window.last:%Y-%m-%d}: the source lists {known - gone} of the "
        f"{known} pieces that it listed before.",
        "Nothing was taken out. Look at the source; if it is right, run `loket doctor` and then this again.",
    )
