"""What collecting has to remember: records, cursors, pieces, runs. One step of a run is one transaction."""

import contextlib
import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Table, and_, bindparam, delete, func, or_, select, true, update
from sqlalchemy.dialects.sqlite import Insert, insert

from kb.catalog.collecting_rows import SEPARATOR, piece_of, piece_row, record_of, run_of
from kb.catalog.engine import Database
from kb.catalog.tables import (
    collect_count,
    collect_cursor,
    collect_piece,
    collect_record,
    collect_ref,
    collect_run,
    document,
    version,
)
from kb.model.collecting import Cursor, HeldPiece, PieceState, Record, Run, RunOutcome
from kb.model.identity import DocumentId

# Built once: making a statement costs SQLAlchemy more than SQLite takes to run it.
_RECORD = select(collect_record).where(
    collect_record.c.source == bindparam("source"),
    collect_record.c.category == bindparam("category"),
    collect_record.c.key == bindparam("key"),
)
_RECORDS = select(collect_record).where(
    collect_record.c.source == bindparam("source"),
    collect_record.c.category == bindparam("category"),
    collect_record.c.key.in_(bindparam("keys", expanding=True)),
)
_REFERRING = (
    select(collect_record)
    .join(
        collect_ref,
        (collect_ref.c.source == collect_record.c.source)
        & (collect_ref.c.category == collect_record.c.category)
        & (collect_ref.c.key == collect_record.c.key),
    )
    .where(
        collect_ref.c.source == bindparam("source"),
        collect_ref.c.category == bindparam("category"),
        collect_ref.c.ref == bindparam("ref"),
        ~collect_record.c.deleted,
    )
    .order_by(collect_record.c.key)
)
_PIECE = select(collect_piece).where(
    collect_piece.c.source == bindparam("source"), collect_piece.c.key == bindparam("key")
)
_SEEN = (
    update(collect_record)
    .where(
        collect_record.c.source == bindparam("in_source"),
        collect_record.c.category == bindparam("in_category"),
        collect_record.c.key == bindparam("in_key"),
    )
    .values(run=bindparam("by_run"), selected=bindparam("by_name"))
)
_UNREFER = delete(collect_ref).where(
    collect_ref.c.source == bindparam("in_source"),
    collect_ref.c.category == bindparam("in_category"),
    collect_ref.c.key == bindparam("in_key"),
)


def _kept(table: Table, *keys: str) -> Insert:
    """A row of the table, in place of the one with the same keys."""
    statement = insert(table)
    values = {column.name: statement.excluded[column.name] for column in table.columns if column.name not in keys}
    return statement.on_conflict_do_update(index_elements=list(keys), set_=values)


_KEEP_RECORD = _kept(collect_record, "source", "category", "key")
_KEEP_PIECE = _kept(collect_piece, "source", "key")
_TOGETHER = 500  # keys looked up in one statement
_LONGEST_PAUSE = dt.timedelta(days=9)  # a later moment of trying again was written by a clock that was ahead


class Step:
    """Everything done through one step is kept together, or not at all. Made by `Collecting.step`."""

    def __init__(self, connection: Connection, source: str) -> None:
        self._connection = connection
        self._source = source
        self._looked_up: dict[tuple[str, str], Row[Any] | None] = {}

    # Records.

    def get(self, category: str, key: str) -> Record | None:
        """The record of that key that is not deleted."""
        row = self._record_row(category, key)
        return None if row is None or row.deleted else record_of(row)

    def referring(self, category: str, ref: str) -> tuple[Record, ...]:
        """The records of that category that are not deleted and name ``ref``, by key."""
        given = {"source": self._source, "category": category, "ref": ref}
        return tuple(record_of(row) for row in self._connection.execute(_REFERRING, given))

    def look_up(self, records: Sequence[Record]) -> None:
        """Read what is held of these at once, so that putting each costs little."""
        keys: dict[str, list[str]] = defaultdict(list)
        for record in records:
            keys[record.category].append(record.key)
        for category, wanted in keys.items():
            for start in range(0, len(wanted), _TOGETHER):
                some = wanted[start : start + _TOGETHER]
                given = {"source": self._source, "category": category, "keys": some}
                found = {row.key: row for row in self._connection.execute(_RECORDS, given)}
                self._looked_up.update({(category, key): found.get(key) for key in some})

    def put(self, record: Record, run: int, selected: bool = False) -> Record | None:
        """Keep a record as listed by that run. The one held before (also a deleted one) where it differs, the record
        itself where it is new, None where nothing changed. A deletion of what was never held changes nothing, nor does
        an unwanted record that a user selected."""
        held = self._record_row(record.category, record.key)
        if held is None:
            if record.deleted:
                return None
            self._write(record, run, selected)
            return record
        if record.unwanted and held.selected:
            return None
        selected = selected or held.selected
        before = record_of(held)
        same = before.deleted == record.deleted and (record.deleted or before == record)
        if same:
            if (held.run, held.selected) != (run, selected):
                named = {"in_source": self._source, "in_category": record.category, "in_key": record.key}
                self._connection.execute(_SEEN, {**named, "by_run": run, "by_name": selected})
                self._looked_up.pop((record.category, record.key), None)
            return None
        # What a deleted record said is kept: it tells which pieces it had a part in.
        kept = Record(record.category, record.key, before.content, before.refs, True) if record.deleted else record
        self._write(kept, run, selected)
        return before

    def listed_by(self, category: str, key: str) -> int:
        """The run that listed the record last; 0 where there is none."""
        row = self._record_row(category, key)
        return 0 if row is None else int(row.run)

    def _write(self, record: Record, run: int, selected: bool) -> None:
        key = {"source": self._source, "category": record.category, "key": record.key}
        row = {
            **key,
            "content": record.content,
            "refs": SEPARATOR.join(record.refs),
            "deleted": record.deleted,
            "selected": selected,
            "run": run,
        }
        self._connection.execute(_KEEP_RECORD, row)
        self._looked_up.pop((record.category, record.key), None)
        self._connection.execute(_UNREFER, {f"in_{name}": value for name, value in key.items()})
        if record.refs:
            self._connection.execute(insert(collect_ref), [{**key, "ref": ref} for ref in dict.fromkeys(record.refs)])

    def _record_row(self, category: str, key: str) -> Row[Any] | None:
        if (category, key) in self._looked_up:
            return self._looked_up[category, key]
        given = {"source": self._source, "category": category, "key": key}
        return self._connection.execute(_RECORD, given).first()

    # Cursors and counts.

    def set_cursor(self, category: str, cursor: Cursor) -> None:
        values = {"scope": cursor.scope, "position": cursor.position, "listed_at": cursor.listed_at}
        self._connection.execute(
            insert(collect_cursor)
            .values(source=self._source, category=category, **values)
            .on_conflict_do_update(index_elements=["source", "category"], set_=values)
        )

    def set_count(self, kind: str, month: dt.date, total: int) -> None:
        self._connection.execute(
            insert(collect_count)
            .values(source=self._source, kind=kind, month=month, total=total)
            .on_conflict_do_update(index_elements=["source", "kind", "month"], set_={"total": total})
        )

    # Pieces.

    def piece(self, key: str) -> HeldPiece | None:
        row = self._connection.execute(_PIECE, {"source": self._source, "key": key}).first()
        return None if row is None else piece_of(row)

    def put_piece(self, piece: HeldPiece) -> None:
        self._connection.execute(_KEEP_PIECE, piece_row(piece))

    def pieces_in(self, category: str, first: dt.date, last: dt.date) -> tuple[HeldPiece, ...]:
        """Pieces of the category dated in these days that the source has, as far as is known; by key."""
        of = collect_piece.c
        wanted = select(collect_piece).where(
            of.source == self._source,
            of.category == category,
            of.date.between(first, last),
            of.state.not_in((PieceState.GONE, PieceState.LEAVING)),
        )
        return tuple(piece_of(row) for row in self._connection.execute(wanted.order_by(of.key)))

    def due(self, now: dt.datetime, retry_all: bool = False) -> tuple[str, ...]:
        """Keys of what is to be fetched now: due, then what failed and waited for long enough; each the newest first.
        Those that fail again and again do not keep the others waiting."""
        of = collect_piece.c
        again = of.state.in_((PieceState.FAILED, PieceState.ABSENT))
        passed = or_(of.next_try.is_(None), of.next_try <= now, of.next_try > now + _LONGEST_PAUSE)
        ripe = true() if retry_all else passed
        statement = (
            select(of.key)
            .where(of.source == self._source, or_(of.state == PieceState.DUE, and_(again, ripe)))
            .order_by(of.state != PieceState.DUE, of.date.desc().nulls_last(), of.key)
        )
        return tuple(self._connection.execute(statement).scalars())

    def others_with(self, document: DocumentId, key: str) -> tuple[HeldPiece, ...]:
        """Pieces, of whatever source, that are this document too: beside the one of that key in this source. They hold
        it (`HeldPiece.holds`) or wait behind the holder; by source and key."""
        of = collect_piece.c
        wanted = select(collect_piece).where(
            of.document_source == document.source,
            of.document_key == document.key,
            or_(of.source != self._source, of.key != key),
        )
        found = (piece_of(row) for row in self._connection.execute(wanted.order_by(of.source, of.key)))
        return tuple(piece for piece in found if piece.holds or piece.state is PieceState.ELSEWHERE)


class _NothingKept(Exception):
    """Ends a rehearsal."""


class Collecting:
    """See the module. Writing needs a catalog opened for it, under the `WriterLock`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @contextlib.contextmanager
    def step(self, source: str) -> Iterator[Step]:
        """One transaction of a run over that source."""
        with self._database.writing() as connection:
            yield Step(connection, source)

    @contextlib.contextmanager
    def rehearsal(self, source: str) -> Iterator[Step]:
        """A step of which nothing is kept, however it ends."""
        with contextlib.suppress(_NothingKept), self._database.writing() as connection:
            yield Step(connection, source)
            raise _NothingKept

    def cursor(self, source: str, category: str) -> Cursor:
        of = collect_cursor.c
        statement = select(collect_cursor).where(of.source == source, of.category == category)
        with self._database.reading() as connection:
            row = connection.execute(statement).first()
        return Cursor() if row is None else Cursor(row.scope, row.position, row.listed_at)

    def records(self, source: str, category: str) -> Iterator[Record]:
        """All that are not deleted, by key; read as one list."""
        of = collect_record.c
        statement = select(collect_record).where(of.source == source, of.category == category, ~of.deleted)
        with self._database.reading() as connection:
            rows = connection.execute(statement.order_by(of.key)).all()
        return (record_of(row) for row in rows)

    def record(self, source: str, category: str, key: str) -> Record | None:
        with self._database.reading() as connection:
            return Step(connection, source).get(category, key)

    def referring(self, source: str, category: str, ref: str) -> tuple[Record, ...]:
        with self._database.reading() as connection:
            return Step(connection, source).referring(category, ref)

    def piece(self, source: str, key: str) -> HeldPiece | None:
        with self._database.reading() as connection:
            return Step(connection, source).piece(key)

    def due(self, source: str, now: dt.datetime, retry_all: bool = False) -> tuple[str, ...]:
        """See `Step.due`."""
        with self._database.reading() as connection:
            return Step(connection, source).due(now, retry_all)

    def in_state(self, source: str, *states: PieceState) -> tuple[HeldPiece, ...]:
        of = collect_piece.c
        statement = select(collect_piece).where(of.source == source, of.state.in_(states)).order_by(of.key)
        with self._database.reading() as connection:
            return tuple(piece_of(row) for row in connection.execute(statement))

    def read_otherwise(self, source: str, reader: str) -> tuple[str, ...]:
        """Keys of held pieces whose current version was read by another reader than this (`Catalog.store`)."""
        of = collect_piece.c
        statement = (
            select(of.key)
            .join(document, (document.c.source == of.document_source) & (document.c.key == of.document_key))
            .join(version, (version.c.document == document.c.pk) & (version.c.number == document.c.current))
            .where(of.source == source, of.state == PieceState.HELD, ~version.c.reading.startswith(f"{reader}:"))
            .order_by(of.key)
        )
        with self._database.reading() as connection:
            return tuple(connection.execute(statement).scalars())

    def set_aside(self, documents: Sequence[DocumentId], now: dt.datetime) -> None:
        """The user removed these: no run brings them back by itself."""
        of = collect_piece.c
        kept = (PieceState.GONE, PieceState.LEAVING, PieceState.SET_ASIDE)
        with self._database.writing() as connection:
            for id in documents:
                named = (of.document_source == id.source) & (of.document_key == id.key) & of.state.not_in(kept)
                connection.execute(update(collect_piece).where(named).values(state=PieceState.SET_ASIDE, since=now))

    def begin_run(self, source: str, now: dt.datetime) -> int:
        """The number of the new run."""
        with self._database.writing() as connection:
            number = connection.execute(select(func.coalesce(func.max(collect_run.c.number), 0) + 1)).scalar_one()
            connection.execute(
                insert(collect_run).values(number=number, source=source, started=now, outcome=RunOutcome.RUNNING)
            )
        return int(number)

    def end_run(self, run: Run) -> None:
        values = {
            name: getattr(run, name)
            for name in (
                "ended", "outcome", "listed", "new", "changed", "unchanged", "removed", "failed", "waiting", "message"
            )
        }  # fmt: skip
        with self._database.writing() as connection:
            connection.execute(update(collect_run).where(collect_run.c.number == run.number).values(values))

    def runs(self, source: str = "") -> tuple[Run, ...]:
        """Oldest first; of every source where none is named."""
        statement = select(collect_run).order_by(collect_run.c.number)
        if source:
            statement = statement.where(collect_run.c.source == source)
        with self._database.reading() as connection:
            return tuple(run_of(row) for row in connection.execute(statement))
