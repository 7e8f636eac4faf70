"""When an answer is declined, and why. Judged on evidence: what the best sentence covers of the question.

The thresholds were chosen on `evaluation/answers` (see RESULTS.md for the curve of risk against coverage).
"""

from collections.abc import Sequence
from enum import StrEnum

from kb.answering.evidence import Evidence
from kb.answering.question import Question
from kb.model.answer import Intent

MIN_COVER = 0.5
MIN_FITS = 0.5
_NEEDS_FIT = (Intent.AMOUNT, Intent.WHEN)


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
    if best.text.rstrip("\"'”’») ").endswith("?"):
        return Reason.ONLY_QUESTION
    if scoped:
        return Reason.NONE
    if best.cover < MIN_COVER:
        return Reason.NOT_ANSWERED
    if question.intent in _NEEDS_FIT and max(item.fits for item in evidence[:3]) < MIN_FITS:
        return Reason.NOT_ANSWERED
    return Reason.NONE
