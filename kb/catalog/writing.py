"""Storing, removing, and noting problems: each one transaction."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, delete, insert, select, update

from kb.catalog.content import content_hash
from kb.catalog.engine import Database
from kb.catalog.rows import head_of, parts_of, problem_row, provenance_of
from kb.catalog.spans import check
from kb.catalog.tables import counter, document, noted_problem, provenance, removal, version
from kb.catalog.values import Stored, StoredState
from kb.model.document import Document, Problem
from kb.model.identity import DocumentId


class Writer:
    """The only one that changes the catalog."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def store(self, wanted: Document, reading: str) -> Stored:
        check(wanted)
        content = content_hash(wanted)
        with self._database.writing() as connection:
            _forget_problems(connection, wanted.id)
            found = _find(connection, wanted.id)
            if found is None:
                pk = _insert(connection, document, source=wanted.id.source, key=wanted.id.key, last_number=0)
                return self._add(connection, pk, 1, wanted, content, reading, StoredState.NEW)
            latest = _latest(connection, found.pk)
            if latest is not None and latest.content_hash == content:
                if latest.reading != reading:
                    connection.execute(update(version).where(version.c.pk == latest.pk).values(reading=reading))
                if found.current == latest.number:
                    return Stored(latest.number, StoredState.UNCHANGED)
                _make_current(connection, found.pk, latest.number)
                return Stored(latest.number, StoredState.NEW)
            state = _state(found, latest, wanted)
            return self._add(connection, found.pk, found.last_number + 1, wanted, content, reading, state)

    def remove(self, id: DocumentId, purge: bool) -> tuple[bool, tuple[str, ...]]:
        """Whether there was anything to take out, and the originals that no version needs any more."""
        with self._database.writing() as connection:
            _forget_problems(connection, id)
            found = _find(connection, id)
            if found is None:
                return False, ()
            was_current = found.current is not None
            held = select(version.c.pk).where(version.c.document == found.pk)
            originals = set(
                connection.execute(select(provenance.c.sha256).where(provenance.c.version.in_(held))).scalars()
            )
            if not was_current and not (purge and originals):
                return False, ()
            _insert(
                connection,
                removal,
                document=found.pk,
                number=found.current or found.last_number,
                removed_at=_now(),
                purged=purge,
            )
            if was_current:
                connection.execute(update(document).where(document.c.pk == found.pk).values(current=None))
                _grow_revision(connection)
            if not purge:
                return True, ()
            # The document's own row stays: its numbers are never given out again, so an old citation cannot meet
            # another text.
            connection.execute(delete(version).where(version.c.document == found.pk))
            needed = select(provenance.c.sha256).where(provenance.c.sha256.in_(originals))
            return True, tuple(sorted(originals - set(connection.execute(needed).scalars())))

    def report_problems(self, id: DocumentId, location: str, problems: Sequence[Problem], sha256: str) -> None:
        with self._database.writing() as connection:
            _forget_problems(connection, id)
            for place, problem in enumerate(problems):
                row = {"source": id.source, "key": id.key, "place": place, "location": location, "sha256": sha256}
                connection.execute(insert(noted_problem).values(**row, **problem_row(problem), noted_at=_now()))

    def _add(
        self,
        connection: Connection,
        pk: int,
        number: int,
        wanted: Document,
        content: str,
        reading: str,
        state: StoredState,
    ) -> Stored:
        values = {"document": pk, "number": number, "content_hash": content, "reading": reading, "added_at": _now()}
        version_pk = _insert(connection, version, **values, **head_of(wanted))
        connection.execute(insert(provenance).values(version=version_pk, **provenance_of(wanted)))
        for table, rows in parts_of(wanted):
            connection.execute(insert(table), [{**row, "version": version_pk} for row in rows])
        _make_current(connection, pk, number)
        return Stored(number, state)


def _state(found: Row[Any], latest: Row[Any] | None, wanted: Document) -> StoredState:
    if found.current is None or latest is None:
        return StoredState.NEW
    return StoredState.REPARSED if latest.sha256 == wanted.provenance.sha256 else StoredState.CHANGED


def _find(connection: Connection, id: DocumentId) -> Row[Any] | None:
    named = (document.c.source == id.source) & (document.c.key == id.key)
    return connection.execute(select(document).where(named)).first()


def _latest(connection: Connection, pk: int) -> Row[Any] | None:
    """The last version; only that one is compared, so that the numbers tell the order in which texts were valid."""
    statement: Select[Any] = (
        select(version.c.pk, version.c.number, version.c.content_hash, version.c.reading, provenance.c.sha256)
        .join(provenance, provenance.c.version == version.c.pk)
        .where(version.c.document == pk)
        .order_by(version.c.number.desc())
        .limit(1)
    )
    return connection.execute(statement).first()


def _insert(connection: Connection, table: Any, **values: Any) -> int:
    key: Any = connection.execute(insert(table).values(**values)).inserted_primary_key
    return int(key[0])


def _make_current(connection: Connection, pk: int, number: int) -> None:
    connection.execute(update(document).where(document.c.pk == pk).values(current=number, last_number=number))
    _grow_revision(connection)


def _grow_revision(connection: Connection) -> None:
    connection.execute(update(counter).where(counter.c.name == "revision").values(value=counter.c.value + 1))


def _forget_problems(connection: Connection, id: DocumentId) -> None:
    named = (noted_problem.c.source == id.source) & (noted_problem.c.key == id.key)
    connection.execute(delete(noted_problem).where(named))


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)
