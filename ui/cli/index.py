"""`loket index`: the index in line with the corpus."""

import argparse

from ui.cli.arguments import Parser, add_json
from ui.cli.context import Context
from ui.cli.exits import Exit
from ui.cli.progress import Progress
from ui.cli.reports import write_indexed
from ui.jsonform import plain, written
from ui.messages import commands


def arguments(parser: Parser) -> None:
    parser.add_argument("--rebuild", action="store_true", help=parser.say(commands.HELP_REBUILD))
    add_json(parser)


def execute(given: argparse.Namespace, context: Context) -> Exit:
    from ui.build import bring_index_in_line

    with Progress(context.language, context.say(commands.DOING_INDEX)) as progress:
        report = bring_index_in_line(context.settings(), given.rebuild, progress)
    if given.json:
        context.terminal.line(written(plain(report), indented=True))
    else:
        write_indexed(report, context)
    return Exit.PROBLEMS if report.problems else Exit.DONE
