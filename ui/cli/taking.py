"""How literally a question is taken: `--literal`, and `--not-understood KIND` for one kind of thing."""

import argparse

from kb.model.query import Recognised
from ui.cli.arguments import Parser, one_of
from ui.messages import commands


def add_taking(parser: Parser) -> None:
    choices = tuple(Recognised)
    read = one_of("--not-understood", choices, parser.language)
    parser.add_argument("--literal", action="store_true", help=parser.say(commands.HELP_LITERAL))
    parser.add_argument(
        "--not-understood",
        metavar="K",
        type=lambda given: [Recognised(read(one)) for one in given.split(",") if one.strip()],
        action="extend",
        default=[],
        help=parser.say(commands.HELP_NOT_UNDERSTOOD, choices=", ".join(choices)),
    )


def ignoring_from(given: argparse.Namespace) -> tuple[Recognised, ...]:
    """What is not to be understood from the words."""
    return tuple(Recognised) if given.literal else tuple(dict.fromkeys(given.not_understood))
