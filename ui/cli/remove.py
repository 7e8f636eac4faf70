"""`loket remove`: documents out of the corpus, the index and every answer."""

import argparse
import sys

from ui.cli.arguments import Parser, add_json
from ui.cli.context import Context
from ui.cli.exits import Exit
from ui.cli.terminal import safe
from ui.jsonform import plain, written
from ui.messages import commands


def arguments(parser: Parser) -> None:
    parser.add_argument("ids", nargs="+", metavar="ID", help=parser.say(commands.HELP_IDS))
    parser.add_argument("--purge", action="store_true", help=parser.say(commands.HELP_PURGE))
    add_json(parser)


def execute(given: argparse.Namespace, context: Context) -> Exit:
    from ui.build import remove_documents

    report = remove_documents(context.settings(), given.ids, given.purge)
    if given.json:
        context.terminal.line(written(plain(report), indented=True))
    else:
        for id in report.removed:
            context.terminal.line(safe(context.say(commands.PURGED if given.purge else commands.REMOVED, id=id)))
    for sentence in report.unknown:
        sys.stderr.write(f"loket: {sentence}\n")
    if not report.unknown:
        return Exit.DONE
    return Exit.PROBLEMS if report.removed else Exit.FAILED
