"""`loket add`: files and folders into the corpus, and into the index."""

import argparse
from pathlib import Path

from ui.cli.arguments import Parser, add_json
from ui.cli.context import Context
from ui.cli.exits import Exit
from ui.cli.progress import Progress
from ui.cli.reports import write_indexed, write_taken_in
from ui.jsonform import plain, written
from ui.messages import commands


def arguments(parser: Parser) -> None:
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help=parser.say(commands.HELP_PATHS))
    add_json(parser)


def execute(given: argparse.Namespace, context: Context) -> Exit:
    from ui.build import add_paths

    with Progress(context.language, context.say(commands.DOING_ADD)) as progress:
        report = add_paths(context.settings(), given.paths, progress)
    if given.json:
        context.terminal.line(written(plain(report), indented=True))
    else:
        if not report.taken_in.lines:
            context.terminal.line(context.say(commands.NOTHING_TO_ADD))
        else:
            write_taken_in(report.taken_in, context)
        if report.index is not None:
            write_indexed(report.index, context)
    if report.taken_in.failed and not (report.taken_in.new + report.taken_in.changed + report.taken_in.unchanged):
        return Exit.FAILED
    trouble = report.taken_in.failed or report.taken_in.interrupted or (report.index and report.index.problems)
    return Exit.PROBLEMS if trouble else Exit.DONE
