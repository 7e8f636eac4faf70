"""Opening the database file: pragmas, schema version, transactions, and SQLAlchemy's errors translated."""

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, exc, pool

from kb.catalog import tables
from kb.errors import CatalogError, LockedError

DATABASE_FILE = "catalog.sqlite"
_BUSY_SECONDS = 15.0
# Earlier schemas of which every table is as it is now: a reader needs nothing more, a writer adds the tables they lack.
_READABLE = (2,)


class Database:
    """One open database file. ``reading()`` and ``writing()`` give a connection inside one transaction."""

    def __init__(self, path: Path, write: bool) -> None:
        self._path = path
        self._engine = _engine(path, write)
        self._writer = self._engine.execution_options(loket_write=True) if write else None

    @contextlib.contextmanager
    def reading(self) -> Iterator[Connection]:
        """All reads inside see one state of the catalog, whatever a writer does meanwhile."""
        with translated(self._path), self._engine.connect() as connection:
            yield connection

    @contextlib.contextmanager
    def writing(self) -> Iterator[Connection]:
        """Everything inside is kept, or nothing of it."""
        if self._writer is None:
            raise CatalogError(f"The catalog {self._path} was opened for reading only.")
        with translated(self._path), self._writer.begin() as connection:
            yield connection

    @property
    def path(self) -> Path:
        return self._path

    def close(self) -> None:
        self._engine.dispose()


def open_database(root: Path, write: bool) -> Database:
    """Open ``root/catalog.sqlite``, made where it is not there and ``write``. Raises CatalogError."""
    path = root / DATABASE_FILE
    if write:
        try:
            root.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CatalogError(
                f"The corpus directory {root} cannot be made ({error.strerror}).", "Choose another with --corpus."
            ) from error
    elif not path.exists():
        raise _nothing_there(root)
    database = Database(path, write)
    try:
        with database.reading() as connection:
            found = _schema_version(connection, path)
        if found == 0 and not write:
            raise _nothing_there(root)
        if found != tables.SCHEMA_VERSION and write:
            with database.writing() as connection:
                _make(connection, path)
    except BaseException:
        database.close()
        raise
    return database


@contextlib.contextmanager
def translated(path: Path) -> Iterator[None]:
    try:
        yield
    except exc.DBAPIError as error:
        message = str(error.orig)
        if "locked" in message or "busy" in message:
            raise LockedError(
                f"The catalog {path} is being written to by another process.", "Wait until it is done and try again."
            ) from error
        raise CatalogError(f"The catalog {path} cannot be used: {message}.", _advice(message)) from error


def _advice(message: str) -> str:
    if "malformed" in message or "not a database" in message:
        return "Put a copy of the file back, or move it away and add the documents again."
    if "full" in message:
        return "Make room on the disk and try again."
    return "Check the rights and the free space of the corpus directory."


def _nothing_there(root: Path) -> CatalogError:
    return CatalogError(f"There is no catalog in {root} yet.", "Take documents in with `loket add PATH`.")


def _engine(path: Path, write: bool) -> Engine:
    def connect() -> sqlite3.Connection:
        # isolation_level None: transactions are begun below, not by the driver, which would begin them too late.
        target, uri = _target(path, write)
        return sqlite3.connect(
            target, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False, uri=uri, cached_statements=256
        )

    engine = create_engine("sqlite+pysqlite://", creator=connect, poolclass=pool.QueuePool, pool_size=4)

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        connection.execute("PRAGMA foreign_keys = ON")
        if write:
            # Readers go on beside one writer. NORMAL: a killed process loses nothing, a power cut at most the last
            # documents, and never the file's consistency (https://sqlite.org/pragma.html#pragma_synchronous).
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
        else:
            connection.execute("PRAGMA query_only = ON")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # IMMEDIATE: a writer waits for its turn at the start, instead of failing halfway.
        immediate = connection.get_execution_options().get("loket_write", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")

    return engine


def _target(path: Path, write: bool) -> tuple[str, bool]:
    """A corpus on read-only media has no place for SQLite's lock files, and nobody who changes it."""
    if not write and not os.access(path.parent, os.W_OK):
        return f"{path.resolve().as_uri()}?mode=ro&immutable=1", True
    return str(path), False


def _schema_version(connection: Connection, path: Path) -> int:
    """0 where nothing was made yet. Raises CatalogError for another program's or another version's file."""
    found = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    application = int(connection.exec_driver_sql("PRAGMA application_id").scalar_one())
    filled = bool(connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one())
    if filled and application != tables.APPLICATION_ID:
        raise CatalogError(f"{path} is not a catalog of Loket.", "Name another corpus directory with --corpus.")
    if filled and found not in (tables.SCHEMA_VERSION, *_READABLE):
        raise CatalogError(
            f"The catalog {path} was made by another version of Loket (schema {found}; this one uses "
            f"{tables.SCHEMA_VERSION}).",
            "Use that version, or collect the documents in a new corpus directory (--corpus).",
        )
    return found if filled else 0


def _make(connection: Connection, path: Path) -> None:
    found = _schema_version(connection, path)
    if found == tables.SCHEMA_VERSION:  # another process was first
        return
    tables.metadata.create_all(connection)
    if found == 0:
        connection.execute(tables.counter.insert().values(name="revision", value=0))
    connection.exec_driver_sql(f"PRAGMA application_id = {tables.APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {tables.SCHEMA_VERSION}")
