"""What a run did, as text: counts, and every problem with what to do next."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kb.model.document import Problem
from ui.cli.context import Context
from ui.messages import commands
from ui.messages.skipped import skip_reason
from ui.messages.spelling import number

if TYPE_CHECKING:
    from ingest.report import Report
    from kb.indexing.report import IndexReport

_SHOWN = 50


def write_taken_in(report: "Report", context: Context) -> None:
    """Counts, what could not be used, and what was left out by reason."""
    from ingest.report import Outcome

    terminal = context.terminal
    held = report.new + report.changed + report.unchanged
    counts = context.say(
        commands.OF_WHICH,
        new=number(context.language, report.new),
        changed=number(context.language, report.changed),
        unchanged=number(context.language, report.unchanged),
    )
    terminal.line(f"{context.count(commands.TAKEN_IN, held)}: {counts}")
    reasons = Counter(line.reason for line in report.lines if line.outcome is Outcome.SKIPPED)
    for why, n in reasons.most_common():
        said = skip_reason(why, context.language)
        terminal.paragraphs(context.count(commands.IGNORED, n, why=said), indent="  ", first="")
    if report.failures:
        terminal.line(context.count(commands.NOT_TAKEN_IN, report.failed))
        write_list([line.message for line in report.failures], context)
    doubtful = [line for line in report.lines if line.problems and line.outcome is not Outcome.FAILED]
    if doubtful:
        terminal.line(context.count(commands.TAKEN_IN_WITH_REMARKS, len(doubtful)))
        write_list([line.message for line in doubtful], context)
    if report.interrupted:
        terminal.line(context.say(commands.INTERRUPTED_RUN))


def write_indexed(report: "IndexReport", context: Context) -> None:
    terminal = context.terminal
    if not report.published:
        terminal.line(context.say(commands.INDEX_IN_LINE))
    documents = number(context.language, report.documents)
    terminal.line(context.count(commands.INDEXED, report.passages, documents=documents))
    if report.problems:
        terminal.line(context.count(commands.PROBLEMS, len(report.problems)) + ":")
        write_list([f"{one.document}: {sentence(one.problem)}" for one in report.problems], context)


def write_problems(problems: Sequence[Problem], context: Context) -> None:
    write_list([sentence(problem) for problem in problems], context)


def sentence(problem: Problem) -> str:
    return f"{problem.message} {problem.advice}".strip()


def write_list(rows: Sequence[str], context: Context, most: int = _SHOWN) -> None:
    """Each on its own lines; where there are more than ``most``, how many more."""
    for row in rows[:most]:
        context.terminal.paragraphs(row, indent="    ", first="  - ")
    if len(rows) > most:
        context.terminal.line("    " + context.say(commands.AND_MORE, n=number(context.language, len(rows) - most)))
