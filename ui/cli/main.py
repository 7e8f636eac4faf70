"""The program `loket`: picks the command, runs it, and turns what goes wrong into one sentence and an exit code."""

import argparse
import importlib
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NoReturn, Protocol, cast

from kb.errors import ConfigError, LoketError
from ui.cli.arguments import Parser, add_shared, keeping_lines
from ui.cli.context import Context
from ui.cli.exits import Exit
from ui.cli.terminal import Terminal
from ui.cli.wrong_use import WrongUse, nearest
from ui.messages import collecting, commands, kept
from ui.messages.sentence import Language, Sentence, language_of

COMMANDS: dict[str, Sentence] = {
    "up": commands.UP,
    "add": commands.ADD,
    "fetch": collecting.FETCH,
    "index": commands.INDEX,
    "ask": commands.ASK,
    "answer": kept.ANSWER,
    "search": commands.SEARCH,
    "status": commands.STATUS,
    "show": commands.SHOW,
    "remove": commands.REMOVE,
    "verify": commands.VERIFY,
    "doctor": collecting.DOCTOR,
    "parse": commands.PARSE,
}


class Command(Protocol):
    """What the module of a command holds."""

    def arguments(self, parser: Parser) -> None: ...

    def execute(self, given: argparse.Namespace, context: Context) -> Exit: ...


def run() -> NoReturn:
    """The console program.

    Ends without taking the interpreter apart: letting go of the index and the libraries takes a tenth of a question's
    time, and the kernel does it for a process that ends.
    """
    code = main(sys.argv[1:])
    with suppress(OSError):  # a pipe that nobody reads any more
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(code)


def main(argv: Sequence[str]) -> int:
    """Run one command and give its exit code; nothing but a mistake of ours with --debug leaves a traceback."""
    debug = "--debug" in argv
    language = Language.NL
    try:
        language = _language(argv)
        code = _dispatch(list(argv), language)
        sys.stdout.flush()
        return int(code)
    except WrongUse as error:
        return _complain(error.message, Exit.WRONG_USE)
    except LoketError as error:
        return _complain(str(error), Exit.WRONG_USE if isinstance(error, ConfigError) else Exit.FAILED)
    except BrokenPipeError:
        _silence_stdout()
        return 128 + signal.SIGPIPE
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    except Exception as error:
        if debug:
            raise
        return _complain(commands.INTERNAL.to(language, kind=f"{type(error).__name__}: {error}"), Exit.FAILED)


def _dispatch(argv: list[str], language: Language) -> Exit:
    first = _first_parser(language)
    given = first.parse_args(argv)
    name = given.command
    if name is None:
        first.print_help()
        return Exit.WRONG_USE if argv else Exit.DONE
    if name not in COMMANDS:
        near = nearest(name, COMMANDS)
        raise WrongUse(first.say(commands.UNKNOWN_COMMAND, given=name, nearest=near))
    command = cast(Command, importlib.import_module(f"ui.cli.{name}"))
    parser = Parser(language, f"loket {name}", first.say(COMMANDS[name]))
    command.arguments(parser)
    add_shared(parser, language)
    own = parser.parse_strictly(given.rest, name)
    shared = {**vars(given), **vars(own)}
    context = Context(language, Terminal.standard(), shared.get("config"), shared.get("corpus"), "debug" in shared)
    return command.execute(own, context)


def _first_parser(language: Language) -> Parser:
    """Reads what stands before the command; the rest is the command's own."""
    parser = Parser(language, "loket", commands.PROGRAM.to(language))
    parser.usage = "loket [--corpus DIR] [--config FILE] [--lang nl|en] " + parser.say(commands.COMMAND_WORD) + " ..."
    width = max(map(len, COMMANDS))
    listing = "\n".join(f"  {name:<{width}}  {summary.to(language)}" for name, summary in COMMANDS.items())
    parser.epilog = (
        f"{parser.say(commands.COMMANDS)}:\n{listing}\n\n{parser.say(commands.MORE_HELP)}\n"
        f"{commands.EXIT_CODES.to(language)}"
    )
    parser.formatter_class = keeping_lines(language)
    parser.add_argument(
        "--version", action="version", version=f"loket {_version()}", help=parser.say(commands.HELP_VERSION)
    )
    add_shared(parser, language)
    parser.add_argument("command", nargs="?", help=argparse.SUPPRESS)
    parser.add_argument("rest", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    return parser


def _language(argv: Sequence[str]) -> Language:
    """--lang, else what the system asks for, else config.toml; needed before the arguments are parsed."""
    for at, word in enumerate(argv):
        value = word.partition("=")[2] if word.startswith("--lang=") else None
        if word == "--lang" and at + 1 < len(argv):
            value = argv[at + 1]
        if value and value.lower() in tuple(Language):
            return Language(value.lower())
    return language_of() or _language_of_settings(argv)


def _language_of_settings(argv: Sequence[str]) -> Language:
    from kb.settings import load_settings

    config = next((Path(argv[at + 1]) for at, word in enumerate(argv[:-1]) if word == "--config"), None)
    try:
        return Language(load_settings(config).ui.language)
    except LoketError:  # said again, and in full, by the command that needs the settings
        return Language.NL


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("loket")
    except PackageNotFoundError:
        return "(not installed)"


def _complain(message: str, code: Exit) -> int:
    sys.stdout.flush()
    sys.stderr.write(f"loket: {message}\n")
    return int(code)


def _silence_stdout() -> None:
    """Python flushes once more at exit; into a closed pipe that would print an error."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    run()
