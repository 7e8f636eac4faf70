"""How well a sentence has what the intent wants: a date for when, a figure for how many, a cause for why."""

import datetime as dt
import re

from kb.answering import says
from kb.answering.question import Question, folded
from kb.answering.states import told_state
from kb.model.answer import Intent

# A name inside a sentence: "minister Smit", "RVO", "het FWO".
_NAME = re.compile(r"(?<=[\w,;:«»“‘(] )(?:[A-Z][\w’-]+|[A-Z]{2,})|^[A-Z]{2,}\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# A sentence whose dates were past already, where what is to come is asked for.
_PAST = 0.6
# A sentence that says that what is asked for is not known.
_NOT_KNOWN = 0.7
# A sentence that neither judges nor decides, where that is asked for.
_HARDLY = 0.3
# A state told by words that say little else ("zal", "verwacht"); an office where a name is asked for.
_WEAKLY = 0.5
_OFFICE = 0.7


def fits(question: Question, text: str, counted: float, said: dt.date | None = None) -> float:
    """How well a sentence has what the intent wants, 0 to 1.

    ``counted``: how well it covers what is counted; ``said``: when it was said, None where that is unknown.
    """
    plain = folded(text)
    intent = question.wants
    if question.wants_promise and intent in (Intent.FACT, Intent.LIST, Intent.STATUS):
        return 1.0 if says.PROMISE.search(plain) else _HARDLY
    if intent is Intent.WHEN:
        return _fits_time(question, plain, said)
    if intent is Intent.AMOUNT:
        return _fits_amount(question, plain, counted)
    if intent is Intent.WHY:
        return 1.0 if says.CAUSE.search(plain) else 0.0
    if intent is Intent.STATUS:
        told = told_state(text)
        state = (0.8 if told.firm else _WEAKLY) if told else 0.0
        return state + (0.2 if says.TIME.search(plain) else 0.0)
    if intent is Intent.WHO:
        return _fits_who(question, text, plain)
    if intent is Intent.LIST:
        return 1.0 if says.ENUMERATES.search(plain) else 0.8 if says.ITEM.match(plain) else _HARDLY
    return _fits_fact(question, plain)


def _fits_time(question: Question, plain: str, said: dt.date | None) -> float:
    if not says.TIME.search(plain):
        return _NOT_KNOWN * bool(says.TIME_NOT_KNOWN.search(plain))
    years = [int(year) for year in _YEAR.findall(plain)]
    only_past = bool(years) and said is not None and max(years) < said.year
    return _PAST if question.looks_ahead and only_past else 1.0


def _fits_fact(question: Question, plain: str) -> float:
    if question.wants_opinion:
        return 1.0 if says.OPINION.search(plain) else _HARDLY
    if question.wants_yes_or_no:
        return 1.0 if says.DECIDES.search(plain) else _HARDLY
    return 0.5


def _fits_who(question: Question, text: str, plain: str) -> float:
    """A name that the question does not hold itself, or an office; more where it is said to act or to be competent."""
    asked = folded(question.text)
    named = any(folded(name.group()) not in asked for name in _NAME.finditer(text))
    office = bool(says.OFFICE.search(plain))
    fit = 0.8 if named else _OFFICE if office else 0.0
    if says.RESPONSIBLE.search(plain):  # "ligt bij het ziekenhuis zelf": whoever is named there is who
        return fit + 0.2 if fit else _WEAKLY
    return fit


def _fits_amount(question: Question, plain: str, counted: float) -> float:
    if says.FIGURE_NOT_KNOWN.search(plain):
        return _NOT_KNOWN
    figures = list(says.FIGURE.finditer(says.NOT_A_FIGURE.sub(" ", plain)))
    if not figures:
        return 0.0
    if question.money:
        return 1.0 if says.MONEY.search(plain) else 0.2
    measures_time = [bool(figure.group(1) and says.TIME_UNIT.match(figure.group(1))) for figure in figures]
    if all(measures_time) and question.counted and not says.TIME_UNIT.match(question.counted):
        return 0.2
    return 0.4 + 0.6 * counted if question.counted else 0.7
