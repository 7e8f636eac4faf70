"""The tables. A change here raises ``SCHEMA_VERSION``; small tuples are compact text, decoded in `rows.py`.

``document`` is a document for ever, with the number of its current version (none: removed) and the last one given out.
``version`` and everything below it is written once and never changed, but for a version's ``reading``.
The ``collect_`` tables hold what collecting needs to go on: see `collecting.py`.
"""

import datetime as dt
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.types import TypeDecorator

SCHEMA_VERSION = 3
APPLICATION_ID = 0x4C6F6B74  # "Lokt": tells the file apart from other SQLite files

metadata = MetaData()


class UtcTime(TypeDecorator[dt.datetime]):
    """A moment, kept as ISO text in UTC: SQLite itself has no time zones. A naive datetime is refused."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Any) -> str | None:  # noqa: ARG002 - given by SQLAlchemy
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value!r} has no time zone")
        return value.astimezone(dt.UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: str | None, dialect: Any) -> dt.datetime | None:  # noqa: ARG002
        return None if value is None else dt.datetime.fromisoformat(value)


def _text(name: str) -> "Column[str]":
    return Column(name, Text, nullable=False, server_default=text("''"))


def _version_key() -> "Column[int]":
    return Column("version", ForeignKey("version.pk", ondelete="CASCADE"), primary_key=True)


def _place() -> "Column[int]":
    return Column("place", Integer, primary_key=True)


def _part(name: str, *columns: Any) -> Table:
    """A table whose rows are one tuple of a document version, in order."""
    return Table(name, metadata, _version_key(), _place(), *columns, sqlite_with_rowid=False)


document = Table(
    "document",
    metadata,
    Column("pk", Integer, primary_key=True),
    Column("source", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("current", Integer, nullable=True),
    Column("last_number", Integer, nullable=False),
    UniqueConstraint("source", "key"),
)

version = Table(
    "version",
    metadata,
    Column("pk", Integer, primary_key=True),
    Column("document", ForeignKey("document.pk", ondelete="CASCADE"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("parliament", Text, nullable=True),
    _text("title"),
    _text("session"),
    Column("asked", Date, nullable=True),
    Column("answered", Date, nullable=True),
    Column("published", Date, nullable=True),
    Column("content_hash", Text, nullable=False),
    _text("reading"),
    Column("added_at", UtcTime, nullable=False),
    UniqueConstraint("document", "number"),
)

provenance = Table(
    "provenance",
    metadata,
    _version_key(),
    _text("location"),
    _text("media_type"),
    Column("sha256", Text, nullable=False),
    Column("retrieved_at", UtcTime, nullable=False),
    _text("url"),
    _text("page_url"),
    Index("provenance_sha256", "sha256"),
)

section = Table(
    "section",
    metadata,
    _version_key(),
    _place(),
    Column("key", Text, nullable=False),
    Column("role", Text, nullable=False),
    _text("questions"),
    _text("heading"),
    _text("speaker"),
    _text("pages"),
    _text("anchor"),
    _text("seams"),
    _text("text"),
    UniqueConstraint("version", "key"),
)

pair = _part(
    "pair",
    _text("questions"),
    _text("question_sections"),
    Column("answer_section", Text, nullable=True),
    Column("state", Text, nullable=False),
    _text("refers_to"),
    _text("also_refers_to"),
    Column("procedural", Boolean, nullable=False),
)

person = _part(
    "person",
    Column("part", Text, nullable=False),
    _text("printed"),
    _text("name"),
    _text("key"),
    _text("party"),
    _text("office"),
    _text("portfolio"),
    Index("person_key", "key"),
)

number = _part(
    "number",
    _text("scheme"),
    Column("value", Text(collation="NOCASE"), nullable=False),
    Index("number_value", "value"),
)

theme = _part("theme", _text("name"))

reference = _part(
    "reference",
    _text("section"),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    _text("printed"),
    Column("scheme", Text, nullable=True),
    Column("value", Text(collation="NOCASE"), nullable=True),
    _text("relation"),
    Index("reference_value", "value"),
)

version_problem = _part("version_problem", _text("code"), _text("message"), _text("advice"))

noted_problem = Table(
    "noted_problem",
    metadata,
    Column("source", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    _place(),
    _text("location"),
    _text("sha256"),
    _text("code"),
    _text("message"),
    _text("advice"),
    Column("noted_at", UtcTime, nullable=False),
)

removal = Table(
    "removal",
    metadata,
    Column("pk", Integer, primary_key=True),
    Column("document", ForeignKey("document.pk", ondelete="CASCADE"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("removed_at", UtcTime, nullable=False),
    Column("purged", Boolean, nullable=False),
)

counter = Table(
    "counter",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Integer, nullable=False),
)

collect_record = Table(
    "collect_record",
    metadata,
    Column("source", Text, primary_key=True),
    Column("category", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    _text("content"),
    _text("refs"),
    Column("deleted", Boolean, nullable=False),
    Column("selected", Boolean, nullable=False),  # came because a user named it
    Column("run", Integer, nullable=False),  # that listed it last
    sqlite_with_rowid=False,
)

collect_ref = Table(
    "collect_ref",
    metadata,
    Column("source", Text, primary_key=True),
    Column("category", Text, primary_key=True),
    Column("ref", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    sqlite_with_rowid=False,
)

collect_cursor = Table(
    "collect_cursor",
    metadata,
    Column("source", Text, primary_key=True),
    Column("category", Text, primary_key=True),
    _text("scope"),
    _text("position"),
    Column("listed_at", UtcTime, nullable=True),
)

collect_piece = Table(
    "collect_piece",
    metadata,
    Column("source", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    _text("category"),
    Column("document_source", Text, nullable=False),
    Column("document_key", Text, nullable=False),
    _text("kind"),
    Column("date", Date, nullable=True),
    Column("state", Text, nullable=False),
    _text("fingerprint"),
    Column("since", UtcTime, nullable=False),
    _text("taken"),
    _text("address"),
    _text("sha256"),
    _text("etag"),
    _text("last_modified"),
    _text("stamp"),
    Column("attempts", Integer, nullable=False),
    Column("next_try", UtcTime, nullable=True),
    _text("problem_code"),
    _text("problem_message"),
    _text("problem_advice"),
    Index("collect_piece_document", "document_source", "document_key"),
    Index("collect_piece_state", "source", "state"),
)

collect_count = Table(
    "collect_count",
    metadata,
    Column("source", Text, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("month", Date, primary_key=True),
    Column("total", Integer, nullable=False),
)

collect_run = Table(
    "collect_run",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("source", Text, nullable=False),
    Column("started", UtcTime, nullable=False),
    Column("ended", UtcTime, nullable=True),
    Column("outcome", Text, nullable=False),
    *(
        Column(name, Integer, nullable=False, server_default=text("0"))
        for name in ("listed", "new", "changed", "unchanged", "removed", "failed", "waiting")
    ),
    _text("message"),
)

PARTS = (section, pair, person, number, theme, reference, version_problem)
