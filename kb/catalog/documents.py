"""Reading documents, versions and sections."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, select

from kb.catalog import tables
from kb.catalog.engine import Database
from kb.catalog.rows import document_from, section_from
from kb.catalog.tables import document, provenance, section, version
from kb.catalog.values import CurrentDocument, CurrentOriginal, VersionInfo
from kb.errors import NotFoundError
from kb.model.document import Document, Section
from kb.model.identity import DocumentId

IS_CURRENT = (version.c.document == document.c.pk) & (version.c.number == document.c.current)
_NAMED = (document.c.source == bindparam("source")) & (document.c.key == bindparam("key"))
_OF_DOCUMENT = version.c.document == document.c.pk

# Built once: SQLAlchemy finds the compiled form of a statement faster when it is the same object.
_CURRENT = select(version).select_from(document).join(version, IS_CURRENT).where(_NAMED)
_PINNED = (
    select(version).select_from(document).join(version, _OF_DOCUMENT).where(_NAMED, version.c.number == bindparam("n"))
)
_SECTION = (
    select(section)
    .select_from(document)
    .join(version, _OF_DOCUMENT)
    .join(section, section.c.version == version.c.pk)
    .where(_NAMED, version.c.number == bindparam("n"), section.c.key == bindparam("section_key"))
)
_CURRENT_VIEW = (
    select(document.c.source, document.c.key, version.c.number, version.c.content_hash)
    .join(version, IS_CURRENT)
    .order_by(document.c.source, document.c.key)
)
_CURRENT_ORIGINAL = (
    select(version.c.number, version.c.reading, provenance.c.sha256, provenance.c.location)
    .select_from(document)
    .join(version, IS_CURRENT)
    .join(provenance, provenance.c.version == version.c.pk)
    .where(_NAMED)
)
_VERSIONS = (
    select(version, provenance.c.sha256, document.c.current)
    .select_from(document)
    .join(version, _OF_DOCUMENT)
    .join(provenance, provenance.c.version == version.c.pk)
    .where(_NAMED)
    .order_by(version.c.number)
)
_ALL_VERSIONS = (
    select(document.c.source, document.c.key, version.c.number)
    .join(version, _OF_DOCUMENT)
    .order_by(document.c.source, document.c.key, version.c.number)
)
_PROVENANCE = select(provenance).where(provenance.c.version == bindparam("pk"))
_PARTS = {
    table.name: select(table).where(table.c.version == bindparam("pk")).order_by(table.c.place)
    for table in tables.PARTS
}


class Documents:
    """Documents by id and version. Every method raises NotFoundError for an id, version or key that is not there."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def document(self, id: DocumentId, number: int | None) -> Document:
        with self._database.reading() as connection:
            return load(connection, id, number)

    def section(self, id: DocumentId, number: int, key: str) -> Section:
        with self._database.reading() as connection:
            row = connection.execute(_SECTION, {**_name(id), "n": number, "section_key": key}).first()
            if row is None:
                _version_row(connection, id, number)  # says which of the three is not there
                raise NotFoundError(f"{id} version {number} has no section {key!r}.", _LOOK)
            return section_from(row)

    def sections_of(self, id: DocumentId, number: int | None) -> tuple[Section, ...]:
        with self._database.reading() as connection:
            pk = _version_row(connection, id, number).pk
            return tuple(section_from(row) for row in connection.execute(_PARTS["section"], {"pk": pk}))

    def current_version(self, id: DocumentId) -> int | None:
        with self._database.reading() as connection:
            row = connection.execute(_CURRENT, _name(id)).first()
            return row.number if row else None

    def current_original(self, id: DocumentId) -> CurrentOriginal | None:
        with self._database.reading() as connection:
            row = connection.execute(_CURRENT_ORIGINAL, _name(id)).first()
            return CurrentOriginal(row.number, row.sha256, row.location, row.reading) if row else None

    def current(self) -> Iterator[CurrentDocument]:
        with self._database.reading() as connection:
            rows = connection.execute(_CURRENT_VIEW).all()
        for row in rows:
            yield CurrentDocument(DocumentId(row.source, row.key), row.number, row.content_hash)

    def versions(self, id: DocumentId) -> tuple[VersionInfo, ...]:
        with self._database.reading() as connection:
            rows = connection.execute(_VERSIONS, _name(id)).all()
        if not rows:
            raise _unknown(id)
        return tuple(
            VersionInfo(row.number, row.added_at, row.sha256, row.content_hash, row.number == row.current)
            for row in rows
        )

    def all_versions(self) -> tuple[tuple[DocumentId, int], ...]:
        """Everything that is stored, older and removed documents too."""
        with self._database.reading() as connection:
            return tuple((DocumentId(row.source, row.key), row.number) for row in connection.execute(_ALL_VERSIONS))

    def referenced_originals(self) -> frozenset[str]:
        """The hash of every original that some version was read from."""
        with self._database.reading() as connection:
            return frozenset(connection.execute(select(provenance.c.sha256).distinct()).scalars())

    def content_hash(self, id: DocumentId, number: int) -> str:
        """As it was recorded when the version was stored."""
        with self._database.reading() as connection:
            return str(_version_row(connection, id, number).content_hash)


_LOOK = "`loket status --documents` lists what is there."


def load(connection: Connection, id: DocumentId, number: int | None) -> Document:
    """That version, or the current one. Raises NotFoundError."""
    head = _version_row(connection, id, number)
    origin = connection.execute(_PROVENANCE, {"pk": head.pk}).one()
    parts = {name: connection.execute(statement, {"pk": head.pk}).all() for name, statement in _PARTS.items()}
    return document_from(id, head, origin, parts)


def _version_row(connection: Connection, id: DocumentId, number: int | None) -> Row[Any]:
    statement: Select[Any] = _CURRENT if number is None else _PINNED
    row = connection.execute(statement, _name(id) if number is None else {**_name(id), "n": number}).first()
    if row is not None:
        return row
    found = connection.execute(select(document.c.current, document.c.last_number).where(_NAMED), _name(id)).first()
    if found is None:
        raise _unknown(id)
    if number is None:
        raise NotFoundError(f"{id} was removed from the corpus.", "Add it again to use it.")
    raise NotFoundError(f"{id} has no version {number} in the corpus (the last is {found.last_number}).", _LOOK)


def _unknown(id: DocumentId) -> NotFoundError:
    return NotFoundError(f"{id} is not in the corpus.", _LOOK)


def _name(id: DocumentId) -> dict[str, str]:
    return {"source": id.source, "key": id.key}
