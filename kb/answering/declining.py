"""When an answer is declined, and why. Judged on evidence: what the best sentence covers of the question.

The thresholds were chosen on `evaluation/answers` (see RESULTS.md for the curve of risk against coverage).
"""

from collections.abc import Sequence
from enum import StrEnum

from kb.answering.evidence import Evidence, is_question
from kb.answering.question import Question
from kb.model.answer import Intent
from kb.model.terms import Kind, Role

# Below both, the best sentence speaks of something else.
MIN_COVER = 0.35
MIN_MEANING = 0.45
# A name in the question that neither passage nor context holds: it speaks of another one.
MIN_NAMES = 0.5
# "How many" and "when" are answered by a figure or a date in one of the best sentences, or not at all.
MIN_FITS = 0.5
_NEEDS_FIT = (Intent.AMOUNT, Intent.WHEN)
_FIRST = 3


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
    best = evidence[0]
    if best.passage.role is Role.NOTICE and best.passage.kind is Kind.POSTPONEMENT:
        return Reason.POSTPONED
    if is_question(best.text) or (question.asks_government and best.passage.role.is_member):
        return Reason.ONLY_QUESTION
    if scoped:
        return Reason.NONE
    if best.signs.cover < MIN_COVER and best.signs.meaning < MIN_MEANING:
        return Reason.NOT_ANSWERED
    if max(item.names for item in evidence[:_FIRST]) < MIN_NAMES:
        return Reason.NOT_ANSWERED
    if question.intent in _NEEDS_FIT and max(item.signs.fits for item in evidence[:_FIRST]) < MIN_FITS:
        return Reason.NOT_ANSWERED
    return Reason.NONE
