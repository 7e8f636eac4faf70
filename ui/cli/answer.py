"""`loket answer`: an answer that was given before, and what became of its sources since; or which were given."""

import argparse
from contextlib import closing
from typing import TYPE_CHECKING

from ui.arranged import arrange
from ui.cli.answer_text import write_answer
from ui.cli.arguments import Parser, counting
from ui.cli.context import Context
from ui.cli.exits import Exit
from ui.cli.giving import Format, Giving, add_format, format_from
from ui.cli.phrasing_text import write_phrasing
from ui.cli.terminal import safe
from ui.jsonform import Json, answer_as_json, citation_as_json, plain, written
from ui.messages import kept
from ui.messages.spelling import day

if TYPE_CHECKING:
    from kb.answer_log.changes import SourceChange
    from kb.answer_log.log import AnswerLog
    from kb.answer_log.logged import Logged

_LISTED = 20


def arguments(parser: Parser) -> None:
    parser.add_argument("id", nargs="?", help=parser.say(kept.HELP_ANSWER_ID))
    parser.add_argument(
        "--limit", metavar="N", type=counting(parser.language), default=_LISTED, help=parser.say(kept.HELP_LAST)
    )
    add_format(parser)


def execute(given: argparse.Namespace, context: Context) -> Exit:
    from ui.build import kept_answers

    log = kept_answers(context.settings())
    form = format_from(given, context)
    return _list(log, given.limit, form, context) if given.id is None else _show(log, given.id.strip(), form, context)


def _list(log: "AnswerLog", most: int, form: Format, context: Context) -> Exit:
    found = log.last(most)
    if form is Format.JSON:
        context.terminal.line(written({"answers": [_entry(one) for one in found]}, indented=True))
        return Exit.DONE
    if not found:
        context.terminal.paragraphs(context.say(kept.NONE_KEPT))
    if not context.settings().answer.log:
        context.terminal.paragraphs(context.say(kept.LOG_OFF))
    for one in found:
        moment = f"{one.moment.astimezone():%Y-%m-%d %H:%M}"
        question = " ".join(one.answer.question.split())
        context.terminal.paragraphs(
            f"{moment}  {one.answer.status.value:<8}  {question}", indent=" " * 18, first=f"{safe(one.answer.id)}  "
        )
    return Exit.DONE


def _show(log: "AnswerLog", id: str, form: Format, context: Context) -> Exit:
    from kb.answer_log.changes import changes
    from ui.build import open_knowledge_base

    logged = log.find(id)
    with closing(open_knowledge_base(context.settings())) as knowledge:
        found = changes(logged.answer, knowledge)
        manifest = knowledge.status().index
        corpus_changed = manifest is None or manifest.corpus_version != logged.answer.corpus_version
        if form is Format.JSON:
            context.terminal.line(written(_as_json(logged, found, corpus_changed), indented=True))
        else:
            moment = f"{day(context.language, logged.moment.astimezone().date())}, {logged.moment.astimezone():%H:%M}"
            context.terminal.paragraphs(context.say(kept.GIVEN_ON, id=logged.answer.id, moment=moment))
            context.terminal.line()
            if form is Format.TERMINAL:
                write_answer(logged.answer, context)
                if logged.phrasing:
                    write_phrasing(logged.phrasing, context)
            else:
                Giving(form, knowledge, context).write(logged.answer, logged.phrasing)
            _write_changes(logged, found, corpus_changed, context)
    return Exit.PROBLEMS if any(one.is_change for one in found) else Exit.DONE


def _write_changes(logged: "Logged", found: "tuple[SourceChange, ...]", corpus_changed: bool, context: Context) -> None:
    terminal = context.terminal
    terminal.line()
    terminal.heading(context.say(kept.SOURCES_NOW))
    numbered = {citation: at for at, citation in enumerate(arrange(logged.answer).sources, start=1)}
    if not any(one.is_change for one in found):
        terminal.paragraphs(context.say(kept.NOTHING_CHANGED))
    for one in found:
        if not one.is_change:
            continue
        number = numbered.get(one.citation)
        mark = f"[{number}] " if number else "- "
        said = [context.say(kept.STATES[one.state.value], current=one.current)]
        if one.current is not None and one.current != one.citation.version:
            said.append(context.say(kept.STANDS if one.stands else kept.STANDS_NO_MORE))
        where = f"{one.citation.document}@{one.citation.version}"
        terminal.paragraphs(f"{where}: {'; '.join(said)}", indent=" " * len(mark), first=mark)
    if corpus_changed:
        terminal.paragraphs(context.say(kept.CORPUS_CHANGED))


def _entry(logged: "Logged") -> Json:
    answer = logged.answer
    return {
        "id": answer.id,
        "moment": logged.moment.isoformat(),
        "question": answer.question,
        "status": answer.status.value,
        "intent": answer.intent.value,
        "corpus_version": answer.corpus_version,
        "phrased": logged.phrasing is not None,
    }


def _as_json(logged: "Logged", found: "tuple[SourceChange, ...]", corpus_changed: bool) -> Json:
    return {
        "moment": logged.moment.isoformat(),
        "filters": plain(logged.answer.filters),
        "answer": answer_as_json(logged.answer, logged.phrasing),
        "changed": any(one.is_change for one in found),
        "corpus_changed": corpus_changed,
        "sources": [
            {
                "state": one.state.value,
                "current_version": one.current,
                "stands": one.stands,
                "citation": citation_as_json(one.citation),
            }
            for one in found
        ],
    }
