"""`loket doctor`: whether a live source still gives what is expected of it, field by field."""

import argparse
import datetime as dt

from ui.cli.arguments import Parser, add_json
from ui.cli.context import Context
from ui.cli.exits import Exit
from ui.cli.fetch import check_source
from ui.cli.reports import write_list
from ui.cli.wrong_use import WrongUse
from ui.jsonform import plain, written
from ui.messages import collecting


def arguments(parser: Parser) -> None:
    parser.add_argument("source", nargs="?", metavar="SOURCE", help=parser.say(collecting.HELP_SOURCE))
    parser.add_argument("names", nargs="*", metavar="ADDRESS", help=parser.say(collecting.HELP_PAGES))
    add_json(parser)


def execute(given: argparse.Namespace, context: Context) -> Exit:
    from kb.errors import SourceError
    from ui.collecting import SOURCES, WEBPAGE, probe

    if not given.source:
        raise WrongUse(context.say(collecting.NO_SOURCE, known=", ".join(SOURCES)).replace("--all", "SOURCE"))
    check_source(given.source, SOURCES, context)
    if given.names and given.source != WEBPAGE:
        raise WrongUse(context.say(collecting.ONLY_FOR, source=given.source, given=" ".join(given.names)))
    probes = []
    stopped = ""
    today = dt.datetime.now().astimezone().date()
    try:
        for found in probe(context.settings(), given.source, tuple(given.names), today):
            probes.append(found)
            if given.json:
                continue
            said = collecting.DOCTOR_FINE if found.fine else collecting.DOCTOR_TROUBLE
            context.terminal.line(f"{found.asked}: {context.say(said)}")
            context.terminal.line(f"  {found.address}")
            rows = [*found.seen, *([found.error] if found.error else []), *(one.message for one in found.findings)]
            write_list(rows, context)
            context.terminal.out.flush()
    except SourceError as error:
        stopped = str(error)
    if given.json:
        value = {"source": given.source, "probes": [plain(found) for found in probes], "stopped": stopped}
        context.terminal.line(written(value, indented=True))
    elif stopped:
        context.terminal.paragraphs(stopped)
    elif not probes:
        context.terminal.line(context.say(collecting.DOCTOR_NOTHING, source=given.source))
    if stopped or not probes or all(found.error for found in probes):
        return Exit.FAILED
    return Exit.DONE if all(found.fine for found in probes) else Exit.PROBLEMS
