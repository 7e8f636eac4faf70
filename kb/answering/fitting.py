"""How well a sentence has what the intent wants: a date for when, a figure for how many, a cause for why."""

import re

from kb.answering import cues
from kb.answering.question import Question, folded
from kb.model.answer import Intent

# A name inside a sentence: "minister Smit", "RVO", "het FWO".
_NAME = re.compile(r"(?<=[\w,;:] )(?:[A-Z][\w’-]+|[A-Z]{2,})")
# A sentence that says that what is asked for is not known.
_NOT_KNOWN = 0.7
# A sentence that neither judges nor decides, where that is asked for.
_HARDLY = 0.3


def fits(question: Question, text: str, counted: float) -> float:
    """How well a sentence has what the intent wants; ``counted``: how well it covers what is counted."""
    plain = folded(text)
    if question.intent is Intent.WHEN:
        return 1.0 if cues.TIME.search(plain) else _NOT_KNOWN * bool(cues.NOT_KNOWN.search(plain))
    if question.intent is Intent.AMOUNT:
        return _fits_amount(question, plain, counted)
    if question.intent is Intent.WHY:
        return 1.0 if cues.CAUSE.search(plain) else 0.0
    if question.intent in (Intent.STATUS, Intent.COMPARE):
        state = any(pattern.search(plain) for _, pattern in cues.STATES)
        return (0.8 if state else 0.0) + (0.2 if cues.TIME.search(plain) else 0.0)
    if question.intent is Intent.WHO:
        return 1.0 if _NAME.search(text) else 0.0
    if question.wants_opinion:
        return 1.0 if cues.OPINION.search(plain) else _HARDLY
    if question.wants_yes_or_no:
        return 1.0 if cues.DECIDES.search(plain) else _HARDLY
    return 0.5


def _fits_amount(question: Question, plain: str, counted: float) -> float:
    if cues.NOT_KNOWN.search(plain):
        return _NOT_KNOWN
    if not cues.FIGURE.search(cues.NOT_A_FIGURE.sub(" ", plain)):
        return 0.0
    if question.money:
        return 1.0 if cues.MONEY.search(plain) else 0.2
    return 0.4 + 0.6 * counted if question.counted else 0.7
