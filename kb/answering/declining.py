"""When an answer is declined, and why. Judged on evidence, not on words alone.

What only asks, postpones or refers is no answer, whatever words it holds. Of the rest, how sure the answer is comes
from a small model over the best evidence, fitted to judged questions (`calibrated.py`); the curve of risk against
coverage is in evaluation/RESULTS-answers.md.
"""

import math
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum

from kb.answering import says
from kb.answering.calibrated import CALIBRATION, Calibration
from kb.answering.evidence import NAMED, Evidence
from kb.answering.question import Question, folded
from kb.answering.standing import is_question
from kb.model.answer import Intent
from kb.model.terms import Kind, Role

# Below this share of the question's words, passages speak of something else, however well they fit its form. Fewer of
# an English question's words are found where it is answered, and half a compound is no topic ("marsreizen").
MIN_REACH = 0.4
_MIN_REACH_ENGLISH = 0.3
_MIN_REACH_ONE_WORD = 0.6
_FIRST = 3
# What stands in these was asked and has no answer in the document itself.
_WITHOUT_ANSWER = (Kind.OPEN_QUESTION, Kind.ORAL_QUESTION, Kind.POSTPONEMENT)
# A question without an answer that reaches so much more of what is asked, and was found so much better, than anything
# that answers: it is the one that is meant.
_REACHES_MORE = 0.15
_FOUND_BETTER = 0.3
# A question that was put in nearly these words; only its own answer counts.
_PUT_ITSELF = 0.75
_HAS_IT = 0.4
_NEEDS_FIT = (Intent.AMOUNT, Intent.WHEN)
_PRECISE = (Intent.AMOUNT, Intent.WHEN, Intent.WHO, Intent.WHY)
_EVEN = 0.7
# A date or a figure of something else: the most telling word of the question is nowhere near it, and with that a third
# of the question ("Wanneer opent het zwembad?" and the day on which a counter opens).
_NOT_THERE = 0.3
_A_THIRD = 1 / 3
_OF_ONE_THING = (Intent.AMOUNT, Intent.WHEN, Intent.WHO)


class Reason(StrEnum):
    """Why nothing is claimed; NONE where something is. `ui/messages` has a sentence for each."""

    NONE = ""
    NOTHING_FOUND = "nothing_found"  # no passage at all under these filters
    NOT_ANSWERED = "not_answered"  # near passages, none of which answers
    ONLY_QUESTION = "only_question"  # the question is in the documents, its answer is not
    POSTPONED = "postponed"  # the answer was put off
    REFERRED = "referred"  # it was asked, and the answer leaves it to someone else
    NO_SUCH_NUMBER = "no_such_number"  # an official number that no document carries or names


def judge(question: Question, evidence: Sequence[Evidence], *, scoped: bool) -> Reason:
    """The reason to decline, NONE to answer. ``scoped``: the user named the document, so less is asked of the words."""
    if not evidence:
        return Reason.NOTHING_FOUND
    best = evidence[0]
    if best.passage.role is Role.NOTICE and best.passage.kind is Kind.POSTPONEMENT:
        return Reason.POSTPONED
    if is_question(best.text) or (best.passage.is_member and best.passage.kind in _WITHOUT_ANSWER):
        return Reason.ONLY_QUESTION
    if scoped:
        return Reason.NONE
    if question.asks_government and best.passage.is_member:
        return Reason.ONLY_QUESTION
    if _only_asked(evidence):
        return Reason.ONLY_QUESTION
    if referral(question, evidence):
        return Reason.REFERRED
    if _far_off(question, evidence) or best.names < NAMED or _of_something_else(question, evidence):
        return Reason.NOT_ANSWERED
    return Reason.NOT_ANSWERED if sureness(question, evidence) < CALIBRATION.threshold else Reason.NONE


def sureness(question: Question, evidence: Sequence[Evidence], calibration: Calibration = CALIBRATION) -> float:
    """How sure it is that the best of ``evidence`` (best first) answers, 0 to 1."""
    if not evidence:
        return 0.0
    score, fits, missing = signs_of_answer(question, evidence)
    told = calibration.bias + calibration.score * score + calibration.fits * fits + calibration.missing * missing
    return 1.0 / (1.0 + math.exp(-told))


def signs_of_answer(question: Question, evidence: Sequence[Evidence]) -> tuple[float, float, float]:
    """What sureness rests on: the best score, whether that sentence has what is wanted, what no good passage has.

    Only figures, dates, persons and causes are surely there or not; where something else is wanted, the second is even.
    """
    best = evidence[0]
    precise = question.wants in _PRECISE or question.wants_promise
    fits = best.signs.fits if precise else _EVEN
    if question.wants is Intent.WHY:  # the cause often stands in the sentence after what it is the cause of
        fits = max(item.signs.fits for item in evidence[:_FIRST])
    return best.score, fits, min(item.missing for item in evidence[:_FIRST])


def _far_off(question: Question, evidence: Sequence[Evidence]) -> bool:
    least = _MIN_REACH_ENGLISH if question.language == "en" else MIN_REACH
    if len(question.words) == 1:
        least = _MIN_REACH_ONE_WORD
    return _most(evidence[:_FIRST], lambda item: item.reach) < least


def _of_something_else(question: Question, evidence: Sequence[Evidence]) -> bool:
    missing = min(item.missing for item in evidence[:_FIRST])
    return question.wants in _OF_ONE_THING and evidence[0].telling < _NOT_THERE and missing >= _A_THIRD


def _only_asked(evidence: Sequence[Evidence]) -> bool:
    """Whether what is meant was put to the government and not answered: nothing that answers comes as near."""
    asked = [item for item in evidence if item.passage.is_member and item.passage.kind in _WITHOUT_ANSWER]
    told = [item for item in evidence if not item.passage.is_member]
    reached = _most(asked, lambda item: item.reach) - _most(told, lambda item: item.reach)
    found = _most(asked, lambda item: item.signs.passage) - _most(told, lambda item: item.signs.passage)
    return reached > _REACHES_MORE and found > _FOUND_BETTER


def _most(evidence: Iterable[Evidence], of: Callable[[Evidence], float]) -> float:
    return max(map(of, evidence), default=0.0)


def referral(question: Question, evidence: Sequence[Evidence]) -> Evidence | None:
    """The sentence that leaves the question to someone else, where it was put in nearly these words; else None."""
    if question.intent not in _NEEDS_FIT:
        return None
    put = max(evidence, key=lambda item: item.signs.same)
    if put.signs.same < _PUT_ITSELF:
        return None
    own = [item for item in evidence if item.passage.section == put.passage.section and _same_document(item, put)]
    if any(item.signs.fits >= _HAS_IT for item in own):
        return None
    return next((item for item in own if says.REFERS.search(folded(item.text))), None)


def _same_document(one: Evidence, other: Evidence) -> bool:
    return one.passage.document == other.passage.document
