"""The options that narrow a search."""

import argparse
import calendar
import datetime as dt
import re
from collections.abc import Callable

from kb.model.query import Filters
from kb.model.terms import Kind, Parliament, Role
from ui.cli.arguments import Parser, one_of
from ui.cli.wrong_use import WrongUse
from ui.messages import commands
from ui.messages.sentence import Language

_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


def add_filters(parser: Parser) -> None:
    """Each may be given several times, or once with commas: alternatives."""
    group = parser.add_argument_group(parser.say(commands.FILTERS))
    language = parser.language

    def many(option: str, read: Callable[[str], object], help_text: str, metavar: str) -> None:
        group.add_argument(option, metavar=metavar, type=_list_of(read), action="extend", default=[], help=help_text)

    many("--parliament", one_of("--parliament", tuple(Parliament), language), parser.say(commands.HELP_PARLIAMENT), "P")
    many("--kind", one_of("--kind", tuple(Kind), language), parser.say(commands.HELP_KIND), "K")
    many("--role", one_of("--role", tuple(Role), language), parser.say(commands.HELP_ROLE), "R")
    many("--person", _name, parser.say(commands.HELP_PERSON), "N")
    many("--party", str.strip, parser.say(commands.HELP_PARTY), "N")
    group.add_argument("--document", metavar="ID", action="append", default=[], help=parser.say(commands.HELP_DOCUMENT))
    group.add_argument(
        "--from", dest="since", metavar="D", type=_first_day(language), help=parser.say(commands.HELP_SINCE)
    )
    group.add_argument(
        "--to", dest="until", metavar="D", type=_last_day(language), help=parser.say(commands.HELP_UNTIL)
    )


def filters_from(given: argparse.Namespace, language: Language) -> Filters:
    """WrongUse where the days are reversed."""
    if given.since and given.until and given.since > given.until:
        raise WrongUse(commands.DAYS_REVERSED.to(language, since=given.since, until=given.until))
    return Filters(
        parliaments=tuple(Parliament(value) for value in given.parliament),
        kinds=tuple(Kind(value) for value in given.kind),
        roles=tuple(Role(value) for value in given.role),
        people=tuple(given.person),
        parties=tuple(given.party),
        documents=tuple(given.document),
        since=given.since,
        until=given.until,
    )


def _list_of(read: Callable[[str], object]) -> Callable[[str], list[object]]:
    return lambda given: [read(part) for part in given.split(",") if part.strip()]


def _name(given: str) -> str:
    """People are filed under their lower-case key."""
    return given.strip().lower()


def _first_day(language: Language) -> Callable[[str], dt.date]:
    return lambda given: _span(given, language)[0]


def _last_day(language: Language) -> Callable[[str], dt.date]:
    return lambda given: _span(given, language)[1]


def _span(given: str, language: Language) -> tuple[dt.date, dt.date]:
    """First and last day of a year, a month or a day."""
    found = _DAY.fullmatch(given.strip())
    if found:
        year, month, day = (int(part) if part else None for part in found.groups())
        try:
            assert year is not None
            last_month = month or 12
            last_day = day or calendar.monthrange(year, last_month)[1]
            return dt.date(year, month or 1, day or 1), dt.date(year, last_month, last_day)
        except (ValueError, calendar.IllegalMonthError):
            pass
    raise WrongUse(commands.NOT_A_DAY.to(language, given=given))
