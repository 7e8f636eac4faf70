"""`loket fetch`: collect from the sources, and keep the corpus in step with them."""

import argparse
import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ui.cli.arguments import Parser, add_json
from ui.cli.context import Context
from ui.cli.exits import Exit
from ui.cli.fetched_json import fetched_as_json
from ui.cli.fetched_text import write_fetched
from ui.cli.progress import Progress
from ui.cli.reports import write_indexed
from ui.cli.wrong_use import WrongUse, nearest
from ui.jsonform import written
from ui.messages import collecting, commands
from ui.messages.sentence import Language

if TYPE_CHECKING:
    from kb.settings import Settings
    from ui.collecting import FetchReport, Wanted

DOSSIER = "dossier"


def arguments(parser: Parser) -> None:
    language = parser.language
    parser.add_argument("source", nargs="?", metavar="SOURCE", help=parser.say(collecting.HELP_SOURCE))
    parser.add_argument("names", nargs="*", metavar="NAME", help=parser.say(collecting.HELP_NAMES))
    parser.add_argument("--all", action="store_true", help=parser.say(collecting.HELP_ALL))
    parser.add_argument("--since", metavar="D", type=_day(language), help=parser.say(collecting.HELP_SINCE))
    parser.add_argument("--until", metavar="D", type=_day(language), help=parser.say(collecting.HELP_UNTIL))
    said = _said(language)
    parser.add_argument("--about", metavar="WORDS", type=said, help=parser.say(collecting.HELP_ABOUT))
    for name, letter, help in (("--kind", "K", collecting.HELP_KIND), ("--number", "N", collecting.HELP_NUMBER)):
        parser.add_argument(name, metavar=letter, action="append", default=[], type=said, help=parser.say(help))
    parser.add_argument("--limit", metavar="N", type=_limit(language), help=parser.say(collecting.HELP_FETCH_LIMIT))
    parser.add_argument("--dry-run", action="store_true", help=parser.say(collecting.HELP_DRY_RUN))
    parser.add_argument("--retry", action="store_true", help=parser.say(collecting.HELP_RETRY))
    add_json(parser)


def execute(given: argparse.Namespace, context: Context) -> Exit:
    from ingest.collecting.order import Order
    from ui.collecting import fetch

    settings = context.settings()
    wanted = _wanted(given, settings, context)
    order = Order(limit=given.limit, dry_run=given.dry_run, retry=given.retry)
    if not settings.fetch.contact and not given.json:
        context.terminal.line(context.say(collecting.NO_CONTACT))
    bars: list[Progress] = []

    def progress(source: str) -> Progress:
        if bars:
            bars[-1].__exit__(None, None, None)
        doing = context.say(collecting.DOING, source=source) if source else context.say(commands.DOING_INDEX)
        bars.append(Progress(context.language, doing))
        return bars[-1]

    try:
        report = fetch(settings, wanted, order, progress)
    finally:
        if bars:
            bars[-1].__exit__(None, None, None)
    if given.json:
        context.terminal.line(written(fetched_as_json(report), indented=True))
    else:
        for one in report.sources:
            write_fetched(one, context)
        if report.index is not None:
            write_indexed(report.index, context)
    return exit_of(report)


def exit_of(report: "FetchReport") -> Exit:
    """FAILED where no source could be collected, PROBLEMS where something is less than it should be."""
    from kb.model.collecting import RunOutcome

    outcomes = [one.run.outcome for one in report.sources]
    if outcomes and all(outcome is RunOutcome.FAILED for outcome in outcomes):
        return Exit.FAILED
    fine = all(outcome is RunOutcome.DONE for outcome in outcomes)
    return Exit.DONE if fine and not (report.index and report.index.problems) else Exit.PROBLEMS


def _wanted(given: argparse.Namespace, settings: "Settings", context: Context) -> "tuple[Wanted, ...]":
    """What is asked of which source. WrongUse for no such source, or for options that do not go together."""
    from ingest.sources.source import Selection
    from ingest.sources.webpage.addresses import normalised
    from ui.collecting import SOURCES, WEBPAGE, Wanted, dossier_wanted

    known = (*SOURCES, DOSSIER)
    if given.since and given.until and given.since > given.until:
        raise WrongUse(context.say(collecting.DAYS_REVERSED, since=given.since, until=given.until))
    narrowed = Selection(given.about or "", given.since, given.until, tuple(given.kind), tuple(given.number))
    selection = narrowed if narrowed else None
    if given.all:
        if given.source:
            raise WrongUse(context.say(collecting.SOURCE_AND_ALL))
        return tuple(Wanted(name, selection) for name in _all(settings, context))
    if not given.source:
        raise WrongUse(context.say(collecting.NO_SOURCE, known=", ".join(known)))
    check_source(given.source, known, context)
    if given.source == DOSSIER:
        if not given.names:
            raise WrongUse(context.say(collecting.NO_DOSSIER))
        return tuple(one for name in given.names for one in dossier_wanted(_dossier(name, settings)))
    if given.source == WEBPAGE:
        addresses = tuple(normalised(name) for name in (*given.names, *given.number))  # before anything is opened
        chosen = replace(narrowed, numbers=addresses)
        return (Wanted(WEBPAGE, chosen if chosen else None, chosen.numbers),)
    if given.names:
        raise WrongUse(context.say(collecting.ONLY_FOR, source=given.source, given=" ".join(given.names)))
    return (Wanted(given.source, selection),)


def _all(settings: "Settings", context: Context) -> tuple[str, ...]:
    from ui.collecting import SOURCES

    if not settings.fetch.sources:
        raise WrongUse(context.say(collecting.NO_SOURCES))
    for name in settings.fetch.sources:
        check_source(name, SOURCES, context)
    return settings.fetch.sources


def _dossier(name: str, settings: "Settings") -> Path:
    """A file, or the name of a dossier that comes with Loket."""
    shipped = settings.dossier_path.parent / f"{name}.toml"
    return shipped if not Path(name).exists() and shipped.is_file() else Path(name)


def check_source(name: str, known: tuple[str, ...], context: Context) -> None:
    if name not in known:
        near = nearest(name, known)
        said = context.say(collecting.UNKNOWN_SOURCE, given=name, nearest=near, known=", ".join(known))
        raise WrongUse(said)


def _day(language: Language) -> Callable[[str], dt.date]:
    def read(given: str) -> dt.date:
        try:
            return dt.date.fromisoformat(given)
        except ValueError as error:
            raise WrongUse(collecting.NOT_A_DAY.to(language, given=given)) from error

    return read


def _said(language: Language) -> Callable[[str], str]:
    """Text that says something: an empty one would select everything."""

    def read(given: str) -> str:
        if not given.strip():
            raise WrongUse(collecting.SAYS_NOTHING.to(language))
        return given.strip()

    return read


def _limit(language: Language) -> Callable[[str], int]:
    def read(given: str) -> int:
        if not given.isdecimal() or int(given) < 1:
            raise WrongUse(collecting.NOT_A_LIMIT.to(language, given=given))
        return int(given)

    return read
