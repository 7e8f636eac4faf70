"""`loket verify`: originals, catalog, index and every stored span against each other."""

import argparse

from ui.cli.arguments import Parser, add_json
from ui.cli.context import Context
from ui.cli.exits import Exit
from ui.cli.reports import write_problems
from ui.jsonform import plain, written
from ui.messages import commands


def arguments(parser: Parser) -> None:
    add_json(parser)


def execute(given: argparse.Namespace, context: Context) -> Exit:
    from ui.build import verify

    problems = verify(context.settings())
    if given.json:
        context.terminal.line(written({"ok": not problems, "problems": plain(problems)}, indented=True))
    elif problems:
        context.terminal.line(context.count(commands.NOT_VERIFIED, len(problems)))
        write_problems(problems, context)
    else:
        context.terminal.line(context.say(commands.VERIFIED))
    return Exit.PROBLEMS if problems else Exit.DONE
