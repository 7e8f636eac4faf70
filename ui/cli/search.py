"""`loket search`: passages, best first."""

import argparse
from contextlib import closing

from ui.cli.answer_text import write_passage
from ui.cli.arguments import Parser, add_json, counting
from ui.cli.context import Context
from ui.cli.exits import Exit
from ui.cli.filters import add_filters, filters_from
from ui.cli.known import check_known
from ui.cli.taking import add_taking, ignoring_from
from ui.cli.wrong_use import WrongUse
from ui.jsonform import search_as_json, written
from ui.messages import answers, commands, terms
from ui.understood import understood
from ui.wording import matches


def arguments(parser: Parser) -> None:
    parser.add_argument("query", help=parser.say(commands.HELP_QUERY))
    parser.add_argument("--limit", metavar="N", type=counting(parser.language), help=parser.say(commands.HELP_LIMIT))
    add_json(parser)
    add_taking(parser)
    add_filters(parser)


def execute(given: argparse.Namespace, context: Context) -> Exit:
    from ui.build import open_knowledge_base

    if not given.query.strip():
        raise WrongUse(context.say(commands.EMPTY_QUESTION))
    filters = filters_from(given, context.language)
    settings = context.settings()
    with closing(open_knowledge_base(settings)) as knowledge:
        check_known(filters, knowledge, context)
        result = knowledge.search(given.query, filters, given.limit or settings.search.limit, ignoring_from(given))
        terminal = context.terminal
        if given.json:
            terminal.line(written(search_as_json(result, knowledge.cite), indented=True))
            return Exit.DONE
        told = understood(result.understood, context.language)
        if told:
            terminal.paragraphs(told)
        if not result.matches:
            terminal.line(context.say(answers.NO_MATCHES))
            return Exit.DONE
        terminal.heading(matches(result, context.language))
        for rank, match in enumerate(result.matches, start=1):
            terminal.line()
            write_passage(f"{rank}.", knowledge.cite(match.passage), context)
            ways = ", ".join(context.say(terms.FOUND_BY[way]) for way in match.found_by)
            if ways:
                terminal.line(terminal.faint(f"{' ' * (len(str(rank)) + 2)}{context.say(answers.FOUND_BY, ways=ways)}"))
    return Exit.DONE
