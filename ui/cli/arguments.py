"""Parsing in the user's language, without argparse's own English sentences, and the options all commands share."""

import argparse
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

from ui.cli.wrong_use import WrongUse, nearest
from ui.messages import commands
from ui.messages.sentence import Language, Sentence

_REQUIRED = re.compile(r"the following arguments are required: (.*)")
_VALUE = re.compile(r"argument ([^:]*): expected .*argument")
_NO_VALUE = re.compile(r"argument ([^:]*): ignored explicit argument")


class Parser(argparse.ArgumentParser):
    """Raises WrongUse; ``language`` is that of its help."""

    def __init__(self, language: Language, program: str, description: str) -> None:
        super().__init__(
            prog=program,
            description=description,
            add_help=False,
            allow_abbrev=False,
            formatter_class=_formatter(language),
            epilog=commands.EXIT_CODES.to(language),
        )
        self.language = language
        self._positionals.title = commands.ARGUMENTS.to(language)
        self._optionals.title = commands.OPTIONS.to(language)
        self.add_argument("-h", "--help", action="help", help=self.say(commands.HELP_HELP))

    def say(self, sentence: Sentence, **values: object) -> str:
        return sentence.to(self.language, **values)

    def error(self, message: str) -> NoReturn:
        see = self.say(commands.SEE_HELP, command=self.prog)
        for pattern, sentence, name in (
            (_REQUIRED, commands.MISSING, "names"),
            (_VALUE, commands.WANTS_VALUE, "option"),
            (_NO_VALUE, commands.NOT_WITH_VALUE, "option"),
        ):
            found = pattern.match(message)
            if found:
                raise WrongUse(f"{self.say(sentence, **{name: found[1]})} {see}")
        raise WrongUse(f"{message}. {see}")

    def parse_strictly(self, rest: list[str], command: str) -> argparse.Namespace:
        """Parse all of ``rest``; what is left over is named, with the option that it was probably meant to be."""
        given, left = self.parse_known_args(rest)
        if not left:
            return given
        options = sorted(option for action in self._actions for option in action.option_strings if option[:2] == "--")
        first = left[0]
        if not first.startswith("-"):
            raise WrongUse(self.say(commands.SURPLUS, given=first))
        near = nearest(first.split("=")[0], options)
        raise WrongUse(self.say(commands.UNKNOWN_OPTION_NEAR, given=first, command=command, nearest=near))


def _formatter(language: Language) -> type[argparse.HelpFormatter]:
    class Formatter(argparse.HelpFormatter):
        """The word before the usage line is in the user's language."""

        def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
            super().add_usage(usage, actions, groups, prefix or commands.USAGE.to(language))

    return Formatter


def keeping_lines(language: Language) -> type[argparse.HelpFormatter]:
    """For a description or epilog whose line breaks mean something."""

    class Formatter(_formatter(language), argparse.RawDescriptionHelpFormatter):  # type: ignore[misc]
        """Both."""

    return Formatter


def add_shared(parser: argparse.ArgumentParser, language: Language) -> None:
    """Options that stand before or after the command; they set nothing when they are not given."""
    hidden = argparse.SUPPRESS
    parser.add_argument("--corpus", metavar="DIR", type=Path, default=hidden, help=commands.HELP_CORPUS.to(language))
    parser.add_argument("--config", metavar="FILE", type=Path, default=hidden, help=commands.HELP_CONFIG.to(language))
    parser.add_argument(
        "--lang", metavar="nl|en", type=language_given(language), default=hidden, help=commands.HELP_LANG.to(language)
    )
    parser.add_argument("--debug", action="store_true", default=hidden, help=commands.HELP_DEBUG.to(language))


def add_json(parser: Parser) -> None:
    parser.add_argument("--json", action="store_true", help=parser.say(commands.HELP_JSON))


def language_given(language: Language) -> Callable[[str], Language]:
    return lambda given: Language(one_of("--lang", tuple(Language), language)(given))


def one_of(option: str, choices: tuple[str, ...], language: Language) -> Callable[[str], str]:
    """A type for argparse: one of ``choices``, in any case; WrongUse names the nearest one."""

    def read(given: str) -> str:
        value = given.strip().lower()
        if value not in choices:
            raise WrongUse(
                commands.ONE_OF.to(
                    language, given=given, option=option, nearest=nearest(value, choices), choices=", ".join(choices)
                )
            )
        return value

    return read


def counting(language: Language) -> Callable[[str], int]:
    """A type for argparse: a whole number of 1 or more."""

    def read(given: str) -> int:
        if not given.isdecimal() or int(given) < 1:
            raise WrongUse(commands.NOT_A_COUNT.to(language, given=given))
        return int(given)

    return read
