"""`loket status`: what is in the corpus, how fresh it is, what failed, and how the index stands to it."""

import argparse
from contextlib import closing
from typing import TYPE_CHECKING, Any

from kb.model.document import Problem
from kb.model.terms import Kind, Parliament
from ui.cli.arguments import Parser, add_json
from ui.cli.context import Context
from ui.cli.exits import Exit
from ui.cli.fetched_json import coverage_as_json
from ui.cli.fetched_text import write_coverage
from ui.cli.reports import sentence
from ui.jsonform import Json, plain, written
from ui.messages import commands, terms
from ui.messages.spelling import day, number
from ui.wording import date_or_undated

if TYPE_CHECKING:
    from kb.catalog.values import DocumentSummary
    from kb.knowledge_base import KnowledgeBase, Status


def arguments(parser: Parser) -> None:
    parser.add_argument("--documents", action="store_true", help=parser.say(commands.HELP_DOCUMENTS))
    add_json(parser)


def execute(given: argparse.Namespace, context: Context) -> Exit:
    from kb.catalog.catalog import Catalog
    from kb.catalog.values import Statistics
    from kb.knowledge_base import Status
    from ui.build import open_knowledge_base

    settings = context.settings()
    if not Catalog.exists(settings.corpus_path):
        nothing = Status(Statistics(), (), "", None)
        if given.json:
            context.terminal.line(written(status_as_json(nothing, str(settings.corpus_path)), indented=True))
        else:
            _write(nothing, str(settings.corpus_path), context)
        return Exit.DONE
    with closing(open_knowledge_base(settings)) as knowledge:
        status = knowledge.status()
        if given.json:
            value = status_as_json(status, str(settings.corpus_path))
            if given.documents:
                value["document_list"] = [plain(summary) for summary in knowledge.summaries()]
            context.terminal.line(written(value, indented=True))
        else:
            _write(status, str(settings.corpus_path), context)
            if given.documents:
                _write_documents(knowledge, context)
    return Exit.PROBLEMS if status.problems else Exit.DONE


def status_as_json(status: "Status", corpus: str) -> Json:
    """One object; counts by word as objects, "" for what has no parliament."""
    value: dict[str, Any] = plain(status.statistics)
    for name in ("by_source", "by_parliament", "by_kind", "newest_by_parliament"):
        value[name] = dict(value[name])
    index = status.index
    return {
        "corpus": corpus,
        "corpus_version": status.corpus_version,
        **value,
        "problem_list": [plain(problem) for problem in status.problems],
        "sources": [coverage_as_json(source) for source in status.coverage],
        "index": None
        if index is None
        else {
            "in_line": status.in_line,
            "generation": index.generation,
            "documents": index.documents,
            "passages": index.passages,
            "corpus_version": index.corpus_version,
            "created": index.created,
            "model": plain(index.recipe.embedder),
        },
    }


def _write(status: "Status", corpus: str, context: Context) -> None:
    terminal, statistics, language = context.terminal, status.statistics, context.language
    terminal.heading(context.say(commands.CORPUS_AT, path=corpus))
    if not statistics.documents:
        terminal.line(f"{context.say(commands.CORPUS_EMPTY)} {context.say(commands.CORPUS_EMPTY_ADVICE)}")
    else:
        span = ""
        if statistics.first_date and statistics.last_date:
            first, last = day(language, statistics.first_date), day(language, statistics.last_date)
            span = ", " + context.say(commands.DATES_SPAN, first=first, last=last)
        undated = f", {context.say(commands.UNDATED_COUNT, n=statistics.undated)}" if statistics.undated else ""
        count = number(language, statistics.documents)
        terminal.line(f"  {count} {context.say(commands.DOCUMENTS)}{span}{undated}")
        newest = dict(statistics.newest_by_parliament)
        parliaments = [
            (_parliament(name, context), n, context.say(commands.NEWEST, date=day(language, newest[name])))
            if name in newest
            else (_parliament(name, context), n, "")
            for name, n in statistics.by_parliament
        ]
        _write_counts(context.say(commands.PER_PARLIAMENT), parliaments, context)
        kinds = [(context.say(terms.KINDS[Kind(name)]), n, "") for name, n in statistics.by_kind]
        _write_counts(context.say(commands.PER_KIND), kinds, context)
        _write_counts(context.say(commands.PER_SOURCE), [(name, n, "") for name, n in statistics.by_source], context)
    _write_index(status, context)
    write_coverage(status.coverage, context)
    if status.own_problems:
        terminal.heading(context.count(commands.PROBLEMS, len(status.own_problems)))
        for noted in status.own_problems:
            terminal.paragraphs(_problem(noted.location, noted.problem), indent="    ", first="  - ")


def _write_index(status: "Status", context: Context) -> None:
    terminal = context.terminal
    if status.index is not None:
        state = context.say(commands.IN_LINE if status.in_line else commands.NOT_IN_LINE)
        passages = number(context.language, status.index.passages)
        terminal.line(f"  {context.say(commands.INDEX_STATE)}: {passages} {context.say(commands.PASSAGES)}, {state}")
        terminal.line(f"  {context.say(commands.MODEL)}: {status.index.recipe.embedder.name}")
    elif status.statistics.documents:
        terminal.line(f"  {context.say(commands.INDEX_STATE)}: {context.say(commands.NOT_IN_LINE)}")


def _write_counts(title: str, rows: list[tuple[str, int, str]], context: Context) -> None:
    terminal = context.terminal
    terminal.line(f"  {terminal.faint(title)}")
    width = max((len(name) for name, _, _ in rows), default=0)
    for name, n, extra in rows:
        terminal.line(f"    {name:<{width}}  {number(context.language, n):>7}  {extra}".rstrip())


def _parliament(name: str, context: Context) -> str:
    return context.say(terms.PARLIAMENTS[Parliament(name)] if name else terms.NO_PARLIAMENT)


def _problem(location: str, problem: Problem) -> str:
    text = sentence(problem)
    return text if location in text else f"{location}: {text}"


def _write_documents(knowledge: "KnowledgeBase", context: Context) -> None:
    terminal = context.terminal
    terminal.heading(context.say(commands.DOCUMENTS))
    summaries: tuple[DocumentSummary, ...] = tuple(knowledge.summaries())
    for summary in summaries:
        kind = context.say(terms.KINDS[summary.kind])
        when = date_or_undated(summary.dates.latest, context.language)
        terminal.paragraphs(f"{summary.id}  {when}  {kind}", indent="    ", first="  ")
        terminal.paragraphs(summary.title, indent="    ")
