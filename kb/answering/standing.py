"""What a sentence is worth for who says it and in what form, whatever it says: a factor on its score."""

import re

from kb.answering import cues
from kb.answering.question import Question, folded
from kb.model.answer import Intent
from kb.model.passage import Passage
from kb.model.terms import Role

_CLOSED = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_LISTED = re.compile(r"^(?:[•▪–-]|\w{1,2}[.)])")
# The question names the day, or the kind, of the document.
_DATED = 1.4
_OF_KIND = 1.1


def is_question(text: str) -> bool:
    """Whether a sentence asks rather than tells."""
    return text.rstrip("\"'”’») ").endswith("?")


def _speaks_of_neighbours(passage: Passage, text: str) -> bool:
    """Whether the sentence names the other country and not its own: what one government says of the other's affairs."""
    if passage.parliament is None:
        return False
    named = {parliament for parliament, pattern in cues.PARLIAMENTS.items() if pattern.search(folded(text))}
    return bool(named) and passage.parliament not in named


def standing(question: Question, passage: Passage, text: str) -> float:
    """Who says it counts: a question that is asked answers nothing, a claim of a member less than the government."""
    factor = 0.45 if is_question(text) else 1.0
    if passage.date and passage.date.isoformat() in question.days:
        factor *= _DATED
    if passage.kind in question.kinds:
        factor *= _OF_KIND
    if len(text.split()) < 7:
        factor *= 0.6 if len(text.split()) < 3 else 0.85  # "Ja." says something only with what follows it
    if _is_heading(text):
        factor *= 0.6
    if passage.is_member:
        factor *= 0.6 if question.intent in (Intent.STATUS, Intent.COMPARE) else 0.8
    elif passage.role in (Role.NOTE, Role.HEAD):
        factor *= 0.6
    elif passage.role is Role.NOTICE:
        factor *= 0.8
    if question.parliaments and passage.parliament not in question.parliaments:
        factor *= 0.6
    if not question.parliaments and _speaks_of_neighbours(passage, text):
        factor *= 0.8
    return factor


def _is_heading(text: str) -> bool:
    """A line that neither ends as a sentence nor opens as a list item."""
    return len(text.split()) < 14 and not _CLOSED.search(text) and not _LISTED.match(text)
