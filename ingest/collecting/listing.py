"""A page of records into the catalog, and which pieces it makes due: one transaction with the cursor after it."""

import datetime as dt
import hashlib
import logging
from dataclasses import dataclass, replace

from ingest.sources.source import Page, Piece, Record, Source
from kb.catalog.collecting import Step
from kb.model.collecting import HeldPiece, PieceState
from kb.model.identity import DocumentId

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Listed:
    """What a page did: records on it, those that were new or different, pieces that are due or leave because of it.
    ``repeated`` are records that this run had listed before. ``pieces`` are the keys of those that a user asked for by
    name, of this page alone."""

    records: int = 0
    changed: int = 0
    due: int = 0
    leaving: int = 0
    repeated: int = 0
    pieces: tuple[str, ...] = ()

    def __add__(self, other: "Listed") -> "Listed":
        return Listed(
            self.records + other.records,
            self.changed + other.changed,
            self.due + other.due,
            self.leaving + other.leaving,
            self.repeated + other.repeated,
        )


def take_page(source: Source, step: Step, page: Page, run: int, now: dt.datetime, selected: bool = False) -> Listed:
    """Keep the page's records and counts, and look again at every piece they have a part in. ``selected``: a user
    asked for these by name."""
    touched: dict[str, None] = {}
    asked_again: dict[str, None] = {}
    changed = repeated = 0
    step.look_up(page.records)
    for record in page.records:
        repeated += bool(run) and step.listed_by(record.category, record.key) == run
        before = step.put(record, run, selected)
        if before is None:
            if not record.deleted:
                asked_again.update(dict.fromkeys(source.touched(record, step)))
            continue
        changed += 1
        if record.deleted:
            touched.update(dict.fromkeys(source.touched(replace(before, deleted=True), step)))
        else:
            touched.update(dict.fromkeys((*source.touched(before, step), *source.touched(record, step))))
    for counted in page.counted:
        step.set_count(counted.kind, counted.month, counted.total)
    due = leaving = 0
    keys = (*touched, *(key for key in asked_again if key not in touched))
    for key in keys:
        state = look_again(source, step, key, now, listed=True, selected=selected)
        due += state is PieceState.DUE
        leaving += state is PieceState.LEAVING
    return Listed(len(page.records), changed, due, leaving, repeated, keys if selected else ())


def look_again(
    source: Source, step: Step, key: str, now: dt.datetime, listed: bool = False, selected: bool = False
) -> PieceState | None:
    """Compose the piece anew and note what that means for it; the state it came into, None where it stays as it was.

    ``listed``: the source has just shown it. One whose files carry no stamp is due then, for nothing but asking tells
    whether they changed. What the user removed stays so, unless it is ``selected`` by name. A piece over which the
    source itself stumbles is due, and told when its turn comes: it does not keep its page from being taken.
    """
    held = step.piece(key)
    if held is not None and held.state is PieceState.SET_ASIDE:
        if not selected:
            return None
        held = replace(held, state=PieceState.GONE, taken="")
    try:
        piece = source.piece(key, step)
    except Exception:
        _log.info("composing %s of %s failed", key, source.name, exc_info=True)
        return _not_composed(step, held or _unknown(source, key, now), now)
    if piece is None:
        return _leave(step, held, now)
    wanted = fingerprint(piece)
    if held is not None and held.fingerprint == wanted and held.state is not PieceState.GONE:
        unsure = listed and held.state is PieceState.HELD and any(not file.stamp for file in piece.files)
        if not unsure:
            return None
    # It is again what was taken: a change and its undoing between two runs.
    as_taken = held is not None and held.taken == wanted
    sure = bool(piece.files) and all(file.stamp for file in piece.files)
    state = PieceState.HELD if as_taken and sure else PieceState.DUE
    base = held or HeldPiece(source.name, key, piece.category, piece.document, "", None, state, "", now)
    step.put_piece(
        replace(
            base,
            category=piece.category,
            # Until the new id is taken in, the old one is where its document stands.
            document=base.document if base.taken else piece.document,
            kind=piece.kind,
            date=piece.date,
            state=state,
            fingerprint=wanted,
            since=now,
            attempts=0,
            next_try=None,
            problem=None,
        )
    )
    return state


def _unknown(source: Source, key: str, now: dt.datetime) -> HeldPiece:
    """Of a piece that was never composed: all that can be said."""
    document = DocumentId(source.name, key)
    return HeldPiece(source.name, key, "", document, "unknown", None, PieceState.DUE, "", now)


def _not_composed(step: Step, held: HeldPiece, now: dt.datetime) -> PieceState:
    step.put_piece(replace(held, state=PieceState.DUE, fingerprint="", since=now, next_try=None, problem=None))
    return PieceState.DUE


def _leave(step: Step, held: HeldPiece | None, now: dt.datetime) -> PieceState | None:
    if held is None or held.state in (PieceState.GONE, PieceState.LEAVING):
        return None
    step.put_piece(replace(held, state=PieceState.LEAVING, fingerprint="", since=now, next_try=None, problem=None))
    return PieceState.LEAVING


def fingerprint(piece: Piece) -> str:
    """Equal for pieces that would be taken in alike."""
    said = repr((piece.document, piece.given, tuple((file.address, file.stamp) for file in piece.files)))
    return hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:16]


def forget_record(source: Source, step: Step, record: Record, run: int, now: dt.datetime) -> int:
    """The source no longer has it, though it did not say so; how many pieces leave because of that."""
    page = Page((replace(record, content="", deleted=True),), "")
    return take_page(source, step, page, run, now).leaving
