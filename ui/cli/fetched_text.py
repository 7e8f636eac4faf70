"""What a run over a source did, and what is held of each source, as text."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kb.model.collecting import SourceCoverage
from ui.cli.context import Context
from ui.cli.reports import sentence, write_list
from ui.coverage_wording import failure, freshness, gap, held_of, newest_gaps
from ui.messages import collecting
from ui.messages.spelling import number

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
    terminal, language = context.terminal, context.language
    if not sources:
        return
    terminal.heading(context.say(collecting.COVERAGE))
    for source in sources:
        terminal.line(f"  {source.source}: {held_of(source, language)}, {freshness(source, language)}")
        if failed := failure(source, language):
            terminal.paragraphs(failed, indent="      ", first="    ")
        rows = [gap(month, language) for month in newest_gaps(source)]
        if not rows:
            terminal.line(f"    {context.say(collecting.NO_GAPS)}")
        write_list(rows, context, most=_GAPS_SHOWN)
