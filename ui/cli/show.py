"""`loket show`: one document, as it was read."""

import argparse
from contextlib import closing

from kb.model.identity import DocumentId
from ui.cli.arguments import Parser, add_json, counting
from ui.cli.context import Context
from ui.cli.document_text import write_document
from ui.cli.exits import Exit
from ui.cli.related_text import write_related
from ui.jsonform import plain, written
from ui.messages import commands


def arguments(parser: Parser) -> None:
    parser.add_argument("id", help=parser.say(commands.HELP_ID))
    parser.add_argument(
        "--at-version", metavar="N", type=counting(parser.language), help=parser.say(commands.HELP_AT_VERSION)
    )
    add_json(parser)


def execute(given: argparse.Namespace, context: Context) -> Exit:
    from ui.build import open_knowledge_base

    wanted = DocumentId.parse(given.id)
    with closing(open_knowledge_base(context.settings())) as knowledge:
        document = knowledge.document(wanted, given.at_version)
        beside = knowledge.related(document)
        if given.json:
            context.terminal.line(written({**plain(document), "related": plain(beside)}, indented=True))
        else:
            write_document(document, context)
            write_related(beside, context)
    return Exit.DONE
