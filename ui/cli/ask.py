"""`loket ask`: a cited answer, or many at once."""

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kb.errors import InputError, LoketError
from kb.model.answer import Intent
from kb.model.query import Filters, Recognised
from ui.cli.arguments import Parser, one_of
from ui.cli.context import Context
from ui.cli.exits import Exit
from ui.cli.filters import add_filters, filters_from
from ui.cli.giving import Giving, add_giving
from ui.cli.known import check_known
from ui.cli.progress import Progress
from ui.cli.taking import add_taking, ignoring_from
from ui.cli.wrong_use import WrongUse
from ui.jsonform import Json, error_as_json, written
from ui.messages import commands


@dataclass(frozen=True, slots=True)
class _Line:
    """One question of a file; ``problem`` says why the line is none. ``id`` is whatever JSON value the user gave."""

    number: int
    question: str
    id: object = None
    problem: str = ""


def arguments(parser: Parser) -> None:
    parser.add_argument("question", nargs="?", help=parser.say(commands.HELP_QUESTION))
    parser.add_argument("--from-file", metavar="FILE", help=parser.say(commands.HELP_FROM_FILE))
    add_giving(parser)
    add_taking(parser)
    add_filters(parser)
    choices = tuple(Intent)
    parser.add_argument(
        "--intent",
        metavar="I",
        type=one_of("--intent", choices, parser.language),
        help=parser.say(commands.HELP_INTENT, choices=", ".join(choices)),
    )


def execute(given: argparse.Namespace, context: Context) -> Exit:
    from ui.build import open_knowledge_base

    if given.from_file is not None and given.question is not None:
        raise WrongUse(context.say(commands.QUESTION_AND_FILE))
    if given.from_file is None and given.question is None:
        raise WrongUse(context.say(commands.QUESTION_OR_FILE))
    if given.question is not None and not given.question.strip():
        raise WrongUse(context.say(commands.EMPTY_QUESTION))
    filters = filters_from(given, context.language)
    ignoring = ignoring_from(given)
    intent = Intent(given.intent) if given.intent else None
    lines = None if given.from_file is None else list(_lines(given.from_file, context))
    knowledge = context.until_the_end(open_knowledge_base(context.settings()))
    check_known(filters, knowledge, context)
    giving = Giving.of(given, knowledge, context)
    if lines is not None:
        return _ask_all(lines, filters, ignoring, giving, intent)
    answer = knowledge.ask(given.question, filters, ignoring, intent)
    giving.give(answer, indented=True)
    return Exit.DONE


def _ask_all(
    lines: list[_Line],
    filters: Filters,
    ignoring: tuple[Recognised, ...],
    giving: Giving,
    intent: Intent | None,
) -> Exit:
    """Answers in the order of the file, each out before the next is looked for; a bad question stops nothing."""
    code = Exit.DONE
    context = giving.context
    with Progress(context.language, context.say(commands.DOING_ASK)) as progress:
        for done, line in enumerate(lines, start=1):
            try:
                if line.problem:
                    raise InputError(line.problem)
                answer = giving.knowledge.ask(line.question, filters, ignoring, intent)
            except LoketError as error:
                code = Exit.PROBLEMS
                if giving.as_json:
                    failed = {"question": line.question, "status": "error", **error_as_json(error)}
                    context.terminal.line(written({**failed, **_named(line)}))
                sys.stderr.write(f"loket: {error}\n")
            else:
                giving.give(answer, _named(line))
                if not giving.as_json:
                    context.terminal.line()
            context.terminal.out.flush()
            progress(done, len(lines))
    return code


def _named(line: _Line) -> Json:
    """``question_id`` is the id that stood in the file; ``id`` stays the answer's own."""
    return {} if line.id is None else {"question_id": line.id}


def _lines(name: str, context: Context) -> Iterator[_Line]:
    """Plain lines, or JSON lines where a line begins with a brace; empty lines are left out."""
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        text = data.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "UTF-8"
        raise InputError(
            context.say(commands.FILE_UNREADABLE, file=name, why=why), context.say(commands.CHECK_PATH)
        ) from error
    for number, row in enumerate(text.splitlines(), start=1):
        row = row.strip()
        if row:
            yield _json_line(number, row, name, context) if row.startswith("{") else _Line(number, row)


def _json_line(number: int, row: str, name: str, context: Context) -> _Line:
    try:
        value = json.loads(row)
    except ValueError:
        return _Line(
            number, "", problem=_problem(number, name, context, commands.BAD_LINE_NOT_JSON.to(context.language))
        )
    question = value.get("question")
    if not isinstance(question, str) or not question.strip():
        why = commands.BAD_LINE_NO_QUESTION.to(context.language)
        return _Line(number, "", value.get("id"), _problem(number, name, context, why))
    return _Line(number, question.strip(), value.get("id"))


def _problem(number: int, name: str, context: Context, why: str) -> str:
    return context.say(commands.BAD_LINE, line=number, file=name, why=why)
