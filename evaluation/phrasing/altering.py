"""One thing in a sentence changed, as a careless model changes it; None where there is nothing of the kind."""

import re
from collections.abc import Callable
from itertools import pairwise

from kb.answering.phrasing.days import days
from kb.answering.phrasing.numbers import figures
from kb.answering.phrasing.words import NEGATION, is_small, words

_NOT = re.compile(r"\b(niet|not)\s+", re.I)
_NO = re.compile(r"\b(geen)\b", re.I)
_OTHER_NAMES = ("Vandenbroele", "Terwingen")


def figure(text: str) -> str | None:
    """The first figure that is no date and is written in digits, one higher."""
    dates = days(text)
    for one in figures(text):
        inside = any(day.start <= one.start < day.end for day in dates)
        digits = text[one.start : one.end]
        if not inside and digits.isdecimal():
            return text[: one.start] + str(int(digits) + 1) + text[one.end :]
    return None


def date(text: str) -> str | None:
    """The first date with a year, one year on."""
    for one in days(text):
        if one.year:
            said = text[one.start : one.end]
            return text[: one.start] + said.replace(str(one.year), str(one.year + 1)) + text[one.end :]
    return None


def negation_lost(text: str) -> str | None:
    if len(NEGATION.findall(text.lower())) != 1:
        return None
    changed = _NO.sub("een", _NOT.sub("", text))
    return changed if changed != text else None


def negation_added(text: str) -> str | None:
    """ "is" becomes "is niet", where nothing is denied."""
    if NEGATION.search(text.lower()):
        return None
    changed = re.sub(r"\b(is|zijn|wordt|worden|heeft|hebben|kan|zal|zullen)\b", r"\1 niet", text, count=1)
    return changed if changed != text else None


def name(text: str) -> str | None:
    """The last name becomes another one."""
    found = [word for word in words(text)[1:] if word.is_capital and not is_small(word.plain)]
    if not found:
        return None
    word = found[-1]
    return text[: word.start] + _OTHER_NAMES[len(text) % 2] + text[word.start + len(word.text) :]


def names_exchanged(text: str) -> str | None:
    """Two names change places."""
    found = [word for word in words(text)[1:] if word.is_capital and not is_small(word.plain)]
    pair = next(((a, b) for a, b in pairwise(found) if a.plain != b.plain), None)
    if pair is None:
        return None
    first, second = pair
    between = text[first.start + len(first.text) : second.start]
    return text[: first.start] + second.text + between + first.text + text[second.start + len(second.text) :]


ALTERATIONS: tuple[tuple[str, Callable[[str], str | None]], ...] = (
    ("a figure changed", figure),
    ("a date changed", date),
    ("a negation dropped", negation_lost),
    ("a negation added", negation_added),
    ("a name changed", name),
    ("two names exchanged", names_exchanged),
)
