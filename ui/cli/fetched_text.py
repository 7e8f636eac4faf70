"""What a run over a source did, and what is held of each source, as text."""

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kb.model.collecting import MonthCoverage, SourceCoverage
from ui.cli.context import Context
from ui.cli.reports import sentence, write_list
from ui.messages import collecting
from ui.messages.spelling import day, number

if TYPE_CHECKING:
    from ingest.collecting.report import CollectReport

_GAPS_SHOWN = 12


def write_fetched(report: "CollectReport", context: Context) -> None:
    """Counts, and everything that a person must know of: failures, withdrawals, deviations, what waits."""
    from ingest.report import Outcome
    from kb.model.collecting import RunOutcome

    terminal, run = context.terminal, report.run
    words = {
        RunOutcome.DONE: collecting.DONE,
        RunOutcome.PROBLEMS: collecting.PROBLEMS,
        RunOutcome.FAILED: collecting.FAILED,
        RunOutcome.INTERRUPTED: collecting.INTERRUPTED,
        RunOutcome.RUNNING: collecting.RUNNING,
    }
    terminal.heading(f"{run.source}: {context.say(words[run.outcome])}")
    if run.message:
        terminal.paragraphs(run.message, indent="  ", first="  ")

    def count(value: int) -> str:
        return number(context.language, value)

    found = context.say(
        collecting.FOUND,
        listed=count(run.listed),
        new=count(run.new),
        changed=count(run.changed),
        removed=count(run.removed),
        failed=count(run.failed),
    )
    traffic = context.say(collecting.TRAFFIC, requests=count(report.requests), megabytes=f"{report.bytes / 1e6:.1f}")
    terminal.paragraphs(f"{found} {traffic}", indent="  ", first="  ")
    if report.dry:
        terminal.line("  " + context.count(collecting.WOULD_FETCH, run.waiting))
        write_list([f"{piece.document}  {piece.date or ''}  {piece.kind}" for piece in report.planned], context)
    elif run.waiting:
        terminal.line("  " + context.count(collecting.WAITING, run.waiting))
    if problems := [problem for problem in report.problems if problem.message not in run.message]:
        terminal.line("  " + context.say(collecting.LISTING_TROUBLE))
        write_list([sentence(problem) for problem in problems], context)
    if report.failures:
        terminal.line("  " + context.count(collecting.NOT_FETCHED, len(report.failures)))
        write_list([f"{line.id}: {line.message}" for line in report.failures], context)
    withdrawn = [f"{line.id}" for line in report.lines if line.outcome is Outcome.SKIPPED]
    if withdrawn:
        terminal.line("  " + context.count(collecting.WITHDRAWN, len(withdrawn)))
        write_list(withdrawn, context)
    if report.findings:
        terminal.line("  " + context.count(collecting.DEVIATIONS, len(report.findings)))
        rows = [
            f"{found.finding.message} ({context.say(collecting.TIMES, times=count(found.times))})"
            for found in report.findings
        ]
        write_list(rows, context)


def write_coverage(sources: Sequence[SourceCoverage], context: Context) -> None:
    """Per source how fresh it is, how much of it is held, and where the gaps are; the newest gaps first."""
    terminal = context.terminal
    if not sources:
        return
    terminal.heading(context.say(collecting.COVERAGE))
    for source in sources:
        held = context.say(
            collecting.HELD_OF,
            held=number(context.language, source.held),
            listed=number(context.language, source.held + source.missing),
        )
        fresh = (
            context.say(collecting.LAST_SUCCESS, date=moment(source.last_success, context))
            if source.last_success
            else context.say(collecting.NEVER)
        )
        terminal.line(f"  {source.source}: {held}, {fresh}")
        if source.last_failure and (source.last_success is None or source.last_failure > source.last_success):
            when = moment(source.last_failure, context)
            failed = context.say(collecting.LAST_FAILURE, date=when, why=source.failure)
            terminal.paragraphs(failed, indent="      ", first="    ")
        rows = [_gap(gap, context) for gap in sorted(source.gaps, key=_newest, reverse=True)]
        if not rows:
            terminal.line(f"    {context.say(collecting.NO_GAPS)}")
        write_list(rows, context, most=_GAPS_SHOWN)


def moment(when: dt.datetime, context: Context) -> str:
    """20 november 2026 08:00, in the user's own time zone."""
    local = when.astimezone()
    return f"{day(context.language, local.date())} {local:%H:%M}"


def _newest(gap: MonthCoverage) -> tuple[dt.date, str]:
    return gap.month or dt.date.min, gap.kind


def _gap(gap: MonthCoverage, context: Context) -> str:
    why = [
        context.say(said, n=number(context.language, n))
        for said, n in (
            (collecting.GAP_FAILED, gap.failed),
            (collecting.GAP_ABSENT, gap.absent),
            (collecting.GAP_WAITING, gap.waiting),
            (collecting.GAP_UNLISTED, max((gap.expected or 0) - gap.listed, 0)),
        )
        if n
    ]
    return context.say(
        collecting.GAP,
        month=f"{gap.month:%Y-%m}" if gap.month else context.say(collecting.UNDATED_MONTH),
        kind=gap.kind,
        missing=number(context.language, gap.missing),
        total=number(context.language, gap.held + gap.missing),
        why=", ".join(why),
    )
