"""What we hold of each source against what it has, from what collecting remembers."""

import datetime as dt
from collections import Counter, defaultdict

from sqlalchemy import Connection, Text, func, select, type_coerce

from kb.catalog.collecting_rows import piece_of
from kb.catalog.engine import Database
from kb.catalog.tables import collect_count, collect_cursor, collect_piece, collect_run
from kb.model.collecting import Freshness, MonthCoverage, PieceState, RunOutcome, SourceCoverage

# Held, or rightly not: nothing is missing where the user removed it.
_KNOWN = (PieceState.HELD, PieceState.ELSEWHERE, PieceState.SET_ASIDE)
_ENDED = (RunOutcome.DONE, RunOutcome.PROBLEMS)
_Cell = tuple[str, dt.date | None]


def coverage(database: Database) -> tuple[SourceCoverage, ...]:
    """By source; those of which nothing was ever collected are not there. Empty for a catalog of an older schema."""
    with database.reading() as connection:
        if not _has_tables(connection):
            return ()
        sources = connection.execute(select(collect_run.c.source).distinct().order_by(collect_run.c.source)).scalars()
        return tuple(_source(connection, source) for source in sources.all())


def freshness(database: Database) -> tuple[Freshness, ...]:
    """By source, and quickly: for beside every answer."""
    with database.reading() as connection:
        if not _has_tables(connection):
            return ()
        runs = connection.execute(select(collect_run.c.source).distinct().order_by(collect_run.c.source)).scalars()
        until = {source: _last_success(connection, source) for source in runs.all()}
        of = collect_piece.c
        lacking = (PieceState.DUE, PieceState.FAILED, PieceState.ABSENT)
        counted = select(of.source, func.count()).where(of.state.in_(lacking)).group_by(of.source)
        missing: dict[str, int] = {source: count for source, count in connection.execute(counted)}
    return tuple(Freshness(source, moment, missing.get(source, 0)) for source, moment in until.items())


def _has_tables(connection: Connection) -> bool:
    statement = "SELECT count(*) FROM sqlite_master WHERE name = 'collect_run'"
    return bool(connection.exec_driver_sql(statement).scalar_one())


def _source(connection: Connection, source: str) -> SourceCoverage:
    of = collect_run.c
    runs = connection.execute(select(collect_run).where(of.source == source).order_by(of.number.desc())).all()
    failed = next((run for run in runs if run.outcome == RunOutcome.FAILED), None)
    quarantine = connection.execute(
        select(collect_piece)
        .where(
            collect_piece.c.source == source,
            collect_piece.c.state.in_((PieceState.FAILED, PieceState.ABSENT)),
        )
        .order_by(collect_piece.c.date.desc().nulls_last(), collect_piece.c.key)
    )
    return SourceCoverage(
        source=source,
        months=_months(connection, source),
        quarantine=tuple(piece_of(row) for row in quarantine),
        last_success=_last_success(connection, source),
        last_failure=failed.ended if failed else None,
        failure=failed.message if failed else "",
        listed_until=_listed_until(connection, source),
    )


def _listed_until(connection: Connection, source: str) -> dt.datetime | None:
    """When all its categories had last been listed to their ends; None: not all were."""
    of = collect_cursor.c
    moments = list(connection.execute(select(of.listed_at).where(of.source == source)).scalars())
    return min(moment for moment in moments if moment) if moments and all(moments) else None


def _last_success(connection: Connection, source: str) -> dt.datetime | None:
    """When a run last ended well that listed the whole source. A run for what a user asked for by name comes after the
    listing, or without one, and says nothing about the rest."""
    listed = _listed_until(connection, source)
    if listed is None:
        return None
    of = collect_run.c
    ended = select(func.max(of.ended)).where(of.source == source, of.outcome.in_(_ENDED), of.started <= listed)
    moment: dt.datetime | None = connection.execute(ended).scalar_one()
    return moment


def _months(connection: Connection, source: str) -> tuple[MonthCoverage, ...]:
    of = collect_piece.c
    cells: dict[_Cell, Counter[PieceState]] = defaultdict(Counter)
    month = func.substr(type_coerce(of.date, Text), 1, 7)
    grouped = (
        select(of.kind, month, of.state, func.count()).where(of.source == source).group_by(of.kind, month, of.state)
    )
    for kind, name, state, count in connection.execute(grouped):
        cells[kind, dt.date.fromisoformat(f"{name}-01") if name else None][PieceState(state)] += count
    counted = connection.execute(select(collect_count).where(collect_count.c.source == source))
    expected: dict[_Cell, int] = {(row.kind, row.month): row.total for row in counted}
    lines = (_month(cell, cells.get(cell, Counter()), expected.get(cell)) for cell in cells.keys() | expected.keys())
    told = (line for line in lines if line.listed or line.expected)
    return tuple(sorted(told, key=lambda line: (line.kind, line.month or dt.date.min)))


def _month(cell: _Cell, states: "Counter[PieceState]", expected: int | None) -> MonthCoverage:
    known = sum(count for state, count in states.items() if state not in (PieceState.GONE, PieceState.LEAVING))
    return MonthCoverage(
        kind=cell[0],
        month=cell[1],
        expected=expected,
        listed=known,
        held=sum(states[state] for state in _KNOWN),
        failed=states[PieceState.FAILED],
        absent=states[PieceState.ABSENT],
        waiting=states[PieceState.DUE],
    )
