"""The current view as lists: summaries under filters, numbers, references, people, problems, removals, figures."""

import datetime as dt
from collections import Counter, defaultdict
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select

from kb.catalog.documents import IS_CURRENT
from kb.catalog.engine import Database
from kb.catalog.filtering import LATEST, conditions
from kb.catalog.rows import dates_from, parliament_from, problem_from, reference_from
from kb.catalog.tables import (
    counter,
    document,
    noted_problem,
    number,
    person,
    provenance,
    reference,
    removal,
    section,
    version,
    version_problem,
)
from kb.catalog.values import DocumentSummary, KnownPerson, NotedProblem, Referring, Removal, Statistics
from kb.model.document import Problem
from kb.model.identity import DocumentId
from kb.model.people import Part
from kb.model.query import Filters
from kb.model.terms import Kind


class Listings:
    def __init__(self, database: Database) -> None:
        self._database = database

    def summaries(self, filters: Filters) -> tuple[DocumentSummary, ...]:
        """By id."""
        statement = (
            _current(
                document.c.source,
                document.c.key,
                version,
                provenance.c.location,
                provenance.c.url,
                provenance.c.media_type,
                select(func.count()).where(section.c.version == version.c.pk).scalar_subquery().label("sections"),
            )
            .join(provenance, provenance.c.version == version.c.pk)
            .where(*conditions(filters))
            .order_by(document.c.source, document.c.key)
        )
        noted = _current(version_problem).join(version_problem, version_problem.c.version == version.c.pk)
        with self._database.reading() as connection:
            rows = connection.execute(statement).all()
            problems: dict[int, list[Problem]] = defaultdict(list)
            for row in connection.execute(noted.order_by(version_problem.c.version, version_problem.c.place)):
                problems[row.version].append(problem_from(row))
        return tuple(_summary(row, tuple(problems.get(row.pk, ()))) for row in rows)

    def find_number(self, value: str) -> tuple[DocumentId, ...]:
        """Current documents that carry this number; upper and lower case are one."""
        statement = _current(document.c.source, document.c.key).join(number, number.c.version == version.c.pk)
        with self._database.reading() as connection:
            return _ids(connection, statement.where(number.c.value == value))

    def asked_on(self, day: dt.date) -> tuple[DocumentId, ...]:
        """Current documents that print this day as that of the question."""
        with self._database.reading() as connection:
            return _ids(connection, _current(document.c.source, document.c.key).where(version.c.asked == day))

    def referring_to(self, id: DocumentId) -> tuple[Referring, ...]:
        """Current documents whose text names a number of this one (its current version), itself excepted."""
        own = (
            _current(number.c.value)
            .join(number, number.c.version == version.c.pk)
            .where(document.c.source == id.source, document.c.key == id.key)
        )
        statement = (
            _current(document.c.source, document.c.key, version.c.number, version.c.title, reference)
            .join(reference, reference.c.version == version.c.pk)
            .where(reference.c.value.in_(own), (document.c.source != id.source) | (document.c.key != id.key))
            .order_by(document.c.source, document.c.key, reference.c.place)
        )
        with self._database.reading() as connection:
            return tuple(
                Referring(DocumentId(row.source, row.key), row.number, row.title, reference_from(row))
                for row in connection.execute(statement)
            )

    def known_people(self) -> tuple[KnownPerson, ...]:
        """Everyone with a key, by key."""
        statement = _current(version.c.pk, person).join(person, person.c.version == version.c.pk)
        with self._database.reading() as connection:
            rows = connection.execute(statement.where(person.c.key != "").order_by(person.c.key)).all()
        by_key: dict[str, list[Row[Any]]] = defaultdict(list)
        for row in rows:
            by_key[row.key].append(row)
        return tuple(_known_person(key, found) for key, found in by_key.items())

    def problems(self) -> tuple[NotedProblem, ...]:
        """What could not be taken in, by id."""
        statement = select(noted_problem).order_by(noted_problem.c.source, noted_problem.c.key, noted_problem.c.place)
        with self._database.reading() as connection:
            return tuple(
                NotedProblem(DocumentId(row.source, row.key), row.location, problem_from(row), row.noted_at, row.sha256)
                for row in connection.execute(statement)
            )

    def removals(self) -> tuple[Removal, ...]:
        """Every removal there was, oldest first; the document may have come back since."""
        named = select(removal, document.c.source, document.c.key)
        statement = named.join(document, document.c.pk == removal.c.document)
        with self._database.reading() as connection:
            return tuple(
                Removal(DocumentId(row.source, row.key), row.number, row.removed_at, row.purged)
                for row in connection.execute(statement.order_by(removal.c.pk))
            )

    def revision(self) -> int:
        with self._database.reading() as connection:
            return int(connection.execute(select(counter.c.value).where(counter.c.name == "revision")).scalar_one())

    def statistics(self) -> Statistics:
        with self._database.reading() as connection:
            return _statistics(connection)


def _current(*columns: Any) -> Select[Any]:
    return select(*columns).select_from(document).join(version, IS_CURRENT)


def _ids(connection: Connection, statement: Select[Any]) -> tuple[DocumentId, ...]:
    rows = connection.execute(statement.distinct().order_by(document.c.source, document.c.key))
    return tuple(DocumentId(row.source, row.key) for row in rows)


def _summary(row: Row[Any], problems: tuple[Problem, ...]) -> DocumentSummary:
    return DocumentSummary(
        id=DocumentId(row.source, row.key),
        version=row.number,
        kind=Kind(row.kind),
        parliament=parliament_from(row.parliament),
        title=row.title,
        dates=dates_from(row),
        location=row.location,
        url=row.url,
        media_type=row.media_type,
        sections=row.sections,
        added_at=row.added_at,
        problems=problems,
    )


def _known_person(key: str, rows: list[Row[Any]]) -> KnownPerson:
    names = _most_frequent(row.name or row.printed for row in rows)
    return KnownPerson(
        key=key,
        name=names[0] if names else key,
        parties=_most_frequent(row.party for row in rows),
        offices=_most_frequent(row.office for row in rows),
        portfolios=_most_frequent(row.portfolio for row in rows),
        parts=tuple(Part(value) for value in _most_frequent(row.part for row in rows)),
        documents=len({row.version for row in rows}),
    )


def _most_frequent(values: Any) -> tuple[str, ...]:
    counts = Counter(value for value in values if value)
    return tuple(sorted(counts, key=lambda value: (-counts[value], value)))


def _statistics(connection: Connection) -> Statistics:
    def count(statement: Select[Any]) -> int:
        return int(connection.execute(statement).scalar_one())

    def grouped(column: Any) -> tuple[tuple[str, int], ...]:
        rows = connection.execute(_current(column, func.count()).group_by(column).order_by(func.count().desc(), column))
        return tuple((str(value or ""), int(found)) for value, found in rows)

    first, last, added, dated = connection.execute(
        _current(func.min(LATEST), func.max(LATEST), func.max(version.c.added_at), func.count(LATEST))
    ).one()
    newest = connection.execute(
        _current(version.c.parliament, func.max(LATEST))
        .where(version.c.parliament.is_not(None), LATEST.is_not(None))
        .group_by(version.c.parliament)
        .order_by(version.c.parliament)
    )
    documents = count(_current(func.count()))
    gone = select(func.count()).select_from(document).where(document.c.current.is_(None))
    return Statistics(
        documents=documents,
        versions=count(select(func.count()).select_from(version)),
        sections=count(_current(func.count()).join(section, section.c.version == version.c.pk)),
        removed=count(gone),
        problems=count(select(func.count()).select_from(noted_problem)),
        by_source=grouped(document.c.source),
        by_parliament=grouped(version.c.parliament),
        by_kind=grouped(version.c.kind),
        undated=documents - int(dated),
        first_date=dt.date.fromisoformat(first) if first else None,
        last_date=dt.date.fromisoformat(last) if last else None,
        last_added=added,
        newest_by_parliament=tuple((parliament, dt.date.fromisoformat(latest)) for parliament, latest in newest),
    )
