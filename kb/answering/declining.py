"""When an answer is declined, and why. Judged on evidence: what the best sentence covers of the question.

The thresholds were chosen on `evaluation/answers` (see RESULTS.md for the curve of risk against coverage).
"""

from collections.abc import Sequence
from enum import StrEnum

from kb.answering.evidence import Evidence
from kb.answering.question import Question
from kb.answering.standing import is_question
from kb.model.answer import Intent
from kb.model.terms import Kind, Role

# Below both, what was found speaks of something else.
MIN_REACH = 0.3
MIN_MEANING = 0.35
# A name in the question that nothing of the document holds: it speaks of another one.
MIN_NAMES = 0.5
# "How many" and "when" are answered by a figure or a date in one of the best sentences, or not at all.
MIN_FITS = 0.3
_NEEDS_FIT = (Intent.AMOUNT, Intent.WHEN)
_FIRST = 3
# What stands in these was asked and has no answer in the document itself.
_WITHOUT_ANSWER = (Kind.OPEN_QUESTION, Kind.ORAL_QUESTION, Kind.POSTPONEMENT)


class Reason(StrEnum):
    """Why nothing is claimed; NONE where something is. `ui/messages` has a sentence for each."""

    NONE = ""
    NOTHING_FOUND = "nothing_found"  # no passage at all under these filters
    NOT_ANSWERED = "not_answered"  # near passages, none of which answers
    ONLY_QUESTION = "only_question"  # the question is in the documents, its answer is not
    POSTPONED = "postponed"  # the answer was put off
    NO_SUCH_NUMBER = "no_such_number"  # an official number that no document carries or names


def judge(question: Question, evidence: Sequence[Evidence], *, scoped: bool) -> Reason:
    """The reason to decline, NONE to answer. ``scoped``: the user named the document, so less is asked of the words."""
    if not evidence:
        return Reason.NOTHING_FOUND
    best, first = evidence[0], evidence[:_FIRST]
    if best.passage.role is Role.NOTICE and best.passage.kind is Kind.POSTPONEMENT:
        return Reason.POSTPONED
    if is_question(best.text) or (best.passage.is_member and best.passage.kind in _WITHOUT_ANSWER):
        return Reason.ONLY_QUESTION
    if scoped:
        return Reason.NONE
    if question.asks_government and best.passage.is_member:
        return Reason.ONLY_QUESTION
    speaks_of_it = (
        max(item.reach for item in first) >= MIN_REACH or max(item.signs.meaning for item in first) >= MIN_MEANING
    )
    if not speaks_of_it or max(item.names for item in first) < MIN_NAMES:
        return Reason.NOT_ANSWERED
    if question.intent in _NEEDS_FIT and max(item.signs.fits for item in first) < MIN_FITS:
        return Reason.NOT_ANSWERED
    return Reason.NONE
