"""Filters as SQL over the current view: the same meaning as in the index, for whole documents."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, String, exists, func, or_, type_coerce

from kb.catalog.tables import document, number, person, section, theme, version
from kb.model.identity import DocumentId
from kb.model.query import Filters


def _known(day: Any) -> Any:
    """ISO text, "" where unknown: max() of SQLite is null as soon as one of its values is."""
    return func.coalesce(type_coerce(day, String), "")


# As `Dates.latest`; null for an undated document.
LATEST: ColumnElement[str | None] = func.nullif(
    func.max(_known(version.c.asked), _known(version.c.answered), _known(version.c.published), type_=String),
    "",
    type_=String,
)


def conditions(filters: Filters) -> Iterator[ColumnElement[bool]]:
    """Fields add up, values of one field are alternatives."""
    own = ((version.c.parliament, filters.parliaments), (version.c.kind, filters.kinds))
    of_parts = (
        (section, section.c.role, filters.roles),
        (person, person.c.key, filters.people),
        (person, person.c.party, filters.parties),
        (person, person.c.portfolio, filters.ministries),
        (theme, theme.c.name, filters.themes),
        (number, number.c.value, filters.numbers),
    )
    yield from (column.in_([str(value) for value in values]) for column, values in own if values)
    for table, column, values in of_parts:
        if values:
            yield exists().where(table.c.version == version.c.pk, column.in_([str(value) for value in values]))
    if filters.documents:
        named = [DocumentId.parse(written) for written in filters.documents]
        yield or_(*((document.c.source == id.source) & (document.c.key == id.key) for id in named))
    if filters.since:
        yield LATEST.op(">=")(filters.since.isoformat())
    if filters.until:
        yield LATEST.op("<=")(filters.until.isoformat())
