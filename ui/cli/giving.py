"""How an answer is given: its format, whether a language model puts it in other words, and that it is kept."""

import argparse
import datetime as dt
import sys
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kb.errors import LoketError
from kb.model.answer import Answer, AnswerStatus, Citation
from ui.arranged import arrange
from ui.cli.answer_text import write_answer
from ui.cli.arguments import Parser, add_json, one_of
from ui.cli.context import Context
from ui.cli.phrasing_text import write_dropped, write_phrasing_head, write_problem, write_sentence
from ui.cli.wrong_use import WrongUse
from ui.jsonform import Json, answer_as_json, written
from ui.messages import kept

if TYPE_CHECKING:
    from kb.answer_log.log import AnswerLog
    from kb.answering.phrasing.phrased import Phrasing
    from kb.answering.phrasing.phraser import Phraser
    from kb.knowledge_base import KnowledgeBase


class Format(StrEnum):
    TERMINAL = "terminal"  # where nothing was said
    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


def add_format(parser: Parser) -> None:
    add_json(parser)
    parser.add_argument(
        "--format",
        metavar="F",
        type=one_of("--format", (Format.TEXT, Format.MARKDOWN, Format.JSON), parser.language),
        help=parser.say(kept.HELP_FORMAT),
    )


def add_giving(parser: Parser) -> None:
    add_format(parser)
    parser.add_argument("--phrased", action="store_true", help=parser.say(kept.HELP_PHRASED))


def format_from(given: argparse.Namespace, context: Context) -> Format:
    if given.json and given.format not in (None, Format.JSON):
        raise WrongUse(context.say(kept.JSON_AND_FORMAT))
    return Format.JSON if given.json else Format(given.format or Format.TERMINAL)


@dataclass(frozen=True, slots=True)
class Giving:
    """``phraser`` None where no other words are wanted, ``log`` None where answers are not kept."""

    format: Format
    knowledge: "KnowledgeBase"
    context: Context
    log: "AnswerLog | None" = None
    phraser: "Phraser | None" = None

    @classmethod
    def of(cls, given: argparse.Namespace, knowledge: "KnowledgeBase", context: Context) -> "Giving":
        """WrongUse where other words are wanted and no language model is configured."""
        from ui.build import answer_log, phraser

        settings = context.settings()
        model = phraser(settings) if given.phrased else None
        if given.phrased and model is None:
            raise WrongUse(context.say(kept.NO_MODEL))
        return cls(format_from(given, context), knowledge, context, answer_log(settings), model)

    @property
    def as_json(self) -> bool:
        return self.format is Format.JSON

    def give(self, answer: Answer, also: Json | None = None, *, indented: bool = False) -> None:
        """Write it and keep it; ``also`` are more keys for its JSON."""
        phrasing = None
        try:
            if self.format is Format.TERMINAL:
                write_answer(answer, self.context)
                phrasing = self._phrase_aloud(answer)
            else:
                phrasing = self._phrase(answer)
                self.write(answer, phrasing, also, indented=indented)
        finally:
            self._keep(answer, phrasing)

    def write(
        self, answer: Answer, phrasing: "Phrasing | None", also: Json | None = None, *, indented: bool = False
    ) -> None:
        """In its format, but for a terminal."""
        out = self.context.terminal
        if self.format is Format.JSON:
            out.line(written({**answer_as_json(answer, phrasing), **(also or {})}, indented=indented))
            return
        from ui.pasting import as_markdown, as_text

        form = as_markdown if self.format is Format.MARKDOWN else as_text
        out.line(form(answer, self._numbers_of, self.context.language, phrasing))

    def _numbers_of(self, citation: Citation) -> tuple[str, ...]:
        try:
            document = self.knowledge.document(citation.document, citation.version)
        except LoketError:
            return ()
        return tuple(dict.fromkeys(number.value for number in document.numbers))

    def _phrase(self, answer: Answer) -> "Phrasing | None":
        if self.phraser is None or answer.status is AnswerStatus.DECLINED:
            return None
        return self.phraser.phrase(answer.question, arrange(answer).sources)

    def _phrase_aloud(self, answer: Answer) -> "Phrasing | None":
        """Every sentence is shown as soon as it is checked."""
        if self.phraser is None or answer.status is AnswerStatus.DECLINED:
            return None
        write_phrasing_head(self.phraser.model, self.context)
        self.context.terminal.out.flush()
        sources = arrange(answer).sources
        phrasing = self.phraser.phrase(answer.question, sources, lambda one: write_sentence(one, self.context))
        write_problem(phrasing, self.context)
        write_dropped(phrasing, self.context)
        return phrasing

    def _keep(self, answer: Answer, phrasing: "Phrasing | None") -> None:
        """An answer that cannot be kept is given all the same."""
        if self.log is None:
            return
        from kb.answer_log.logged import Logged

        try:
            self.log.append(Logged(dt.datetime.now(dt.UTC), answer, phrasing))
        except LoketError as error:
            if self.context.debug and not _SAID:
                _SAID.append(str(error))
                sys.stderr.write(f"loket: {self.context.say(kept.NOT_KEPT, why=error)}\n")


_SAID: list[str] = []
