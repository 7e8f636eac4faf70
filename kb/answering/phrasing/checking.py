"""Whether a sentence says what the quotes that it cites say: the reason where it does not.

A check can only find what is there too much, too little or moved; it cannot understand. So it is strict: where a
sentence might be right and might not, it is dropped, for the quotes themselves stand above it.
"""

import re
from collections.abc import Mapping
from itertools import pairwise

from kb.answering.phrasing.days import Day, blanked, days
from kb.answering.phrasing.numbers import Figure, figures, without_figures
from kb.answering.phrasing.phrased import DroppedSentence, PhrasedSentence, Why
from kb.answering.phrasing.quoted import Fact, Quote
from kb.answering.phrasing.sentences import Written
from kb.answering.phrasing.words import (
    OPENERS,
    TITLES,
    Word,
    bounds,
    content,
    denies,
    hedges,
    is_small,
    words,
)
from kb.answering.states import told_state
from kb.passages.sentences import sentence_spans

# Of the words with which a sentence speaks of its subject, this share stands in the quotes.
KNOWN_SHARE = 0.8
# Sentences of the quotes that share so much with it, beside the one that shares most, are on the same matter.
NEAR_SHARE = 0.5
_ADDRESS = re.compile(
    r"(?i)https?:|www\.|\w@\w|\b[\w-]+\.(?:com|nl|be|org|net|eu|info|gov|io)\b|[<>\[\]{}|`\\]|[\x00-\x08\x0b-\x1f\x7f-\x9f]"
)
_LONG_ENOUGH = 5
# As `stemmed` writes them. "on" is not among them: it denies.
_PREFIXED = re.compile(r"(?:an|af|uit|op|in|toe|vor|me|bij|dor|over|weg|terug|samen)?(?:ge)?")


def checked(sentence: Written, quotes: Mapping[int, Quote]) -> PhrasedSentence | DroppedSentence:
    """``quotes`` are all that were given, by their number."""
    if not sentence.cited:
        return DroppedSentence(sentence.text, Why.NO_CITATION)
    unknown = [number for number in sentence.cited if number not in quotes]
    if unknown:
        return DroppedSentence(sentence.text, Why.UNKNOWN_CITATION, str(unknown[0]))
    fault = _fault(sentence.text, [quotes[number] for number in sentence.cited])
    return DroppedSentence(sentence.text, *fault) if fault else PhrasedSentence(sentence.text, sentence.cited)


def _fault(text: str, cited: list[Quote]) -> tuple[Why, str] | None:
    address = _ADDRESS.search(text)
    if address:
        return Why.ADDRESS, address[0]
    found = days(text)
    near = [Quote(part) for part in _near(text, cited)]
    strange = _strange_day(found, [day for quote in near for day in quote.days])
    if strange:
        return Why.DATE, text[strange.start : strange.end]
    counted = figures(blanked(text, found))
    keys = [one.key for quote in near for one in quote.figures]
    for at, figure in enumerate(counted):
        again = sum(one.key == figure.key for one in counted[: at + 1])
        if keys.count(figure.key) < again and not any(quote.is_article(figure) for quote in near):
            return Why.FIGURE, text[figure.start : figure.end]
    return _fault_of_words(text, found, counted, cited, near)


def _strange_day(found: list[Day], said: list[Day]) -> Day | None:
    """A date that is not said, each that is said counting once; the most exact are looked up first."""
    left = list(said)
    for day in sorted(found, key=lambda one: one.key.count("?")):
        source = min((one for one in left if day.is_said_by(one)), key=lambda one: -one.key.count("?"), default=None)
        if source is None:
            return day
        left.remove(source)
    return None


def _near(text: str, cited: list[Quote]) -> list[str]:
    """The sentences of the quotes that speak of what the text speaks of, nearest first: a date of another matter is not
    its date."""
    own = content(text)
    shared = [(len(own & content(unit)), unit) for quote in cited for unit in quote.units]
    best = max((count for count, _ in shared), default=0)
    near = [(count, unit) for count, unit in shared if count >= NEAR_SHARE * best]
    return [unit for _, unit in sorted(near, key=lambda one: -one[0])]


def _fault_of_words(
    text: str, found: list[Day], counted: list[Figure], cited: list[Quote], near: list[Quote]
) -> tuple[Why, str] | None:
    surplus = bounds(text) - {bound for quote in cited for bound in quote.bounds}
    if surplus:
        return Why.BOUND, min(surplus)
    bare = without_figures(blanked(text, found), counted)
    said = words(bare)
    names = [word for at, word in enumerate(said) if _is_name(word, at, cited)]
    stray = _stray_name(said, names, cited)
    if stray:
        return Why.NAME, stray
    turned = _turned(text, cited)
    if turned:
        return turned, ""
    unknown = _unknown_words(bare, cited)
    if unknown:
        return Why.WORDS, unknown
    facts = [
        *(Fact("name", word.plain, word.start) for word in names),
        *(Fact("figure", one.key, one.start) for one in counted),
        *(Fact("date", one.key, one.start) for one in found),
    ]
    moved = _moved(sorted(facts, key=lambda one: one.start), near)
    return (Why.ORDER, moved) if moved else None


def _is_name(word: Word, at: int, cited: list[Quote]) -> bool:
    """A capital makes a name, but at the beginning of a sentence, where an ordinary word has one too."""
    if not word.is_capital:
        return False
    if at > 0 or any(sign.isupper() for sign in word.text[1:]):
        return True
    if is_small(word.plain) or word.plain in OPENERS:
        return False
    written = {other.text for quote in cited for other in quote.words if other.plain == word.plain}
    return not written or any(other[0].isupper() for other in written)


def _stray_name(said: list[Word], names: list[Word], cited: list[Quote]) -> str:
    """A name that no cited quote has, or that stands there beside another name or title; "" where all is well."""
    of_name = {id(word) for word in names}
    for at, word in enumerate(said):
        if id(word) not in of_name:
            continue
        if not any(word.plain in quote.plain or _in_parts(word, quote) for quote in cited):
            return word.text
        before = said[at - 1] if at else None
        if before is None or (id(before) not in of_name and before.plain not in TITLES):
            continue
        if is_small(before.plain) and before.plain not in TITLES:
            continue
        together = any((before.plain, word.plain) in quote.pairs for quote in cited)
        if not together:
            return f"{before.text} {word.text}"
    return ""


def _in_parts(word: Word, quote: Quote) -> bool:
    parts = word.plain.split("-")
    return len(parts) > 1 and all(part in quote.plain for part in parts)


def _unknown_words(text: str, cited: list[Quote]) -> str:
    """Words that the quotes do not have where there are too many of them, or where they say how far something is."""
    own = content(text)
    known = {one for quote in cited for one in quote.content}
    new = {one for one in own if one not in known and not any(_are_forms(one, other) for other in known)}
    if own and len(new) > (1 - KNOWN_SHARE) * len(own):
        return ", ".join(sorted(new))
    told = told_state(text)
    if told and not any(_says_state(told.state, quote) for quote in cited):
        return told.words
    return ""


def _says_state(state: object, quote: Quote) -> bool:
    spans = sentence_spans(quote.text)
    return any((told := told_state(quote.text[slice(*span)])) and told.state is state for span in spans)


def _are_forms(one: str, other: str) -> bool:
    """Stems of one word that the stemmer leaves apart: "vertraag" and "vertraagd", "kondig" and "aangekondigd"."""
    short, long = sorted((one, other), key=len)
    if len(short) >= _LONG_ENOUGH and long.startswith(short):
        return True
    before, found, after = long.partition(short)
    return len(short) > _LONG_ENOUGH and bool(found) and len(after) < 3 and bool(_PREFIXED.fullmatch(before))


def _turned(text: str, cited: list[Quote]) -> Why | None:
    """Whether the part of a quote that the sentence is nearest to denies or hedges what it does not, or the reverse."""
    own = content(text)
    units = [unit for quote in cited for unit in quote.units]
    if not units:
        return None
    # Of parts that hold as many of its words, the shortest.
    nearest = max(units, key=lambda unit: (len(own & content(unit)), -len(unit)))
    if denies(text) != denies(nearest):
        return Why.NEGATION
    return Why.HEDGE if hedges(nearest) and not hedges(text) else None


def _moved(facts: list[Fact], near: list[Quote]) -> str:
    """Two facts that stand the other way round where the nearest sentence has both, so that they may be exchanged."""
    for one, other in pairwise(facts):
        if one.key == other.key and one.sort == other.sort:
            continue
        places = ((quote, quote.places(one), quote.places(other)) for quote in near)
        found = next((place for place in places if place[1] and place[2]), None)
        if found and _are_exchanged(one, other, *found):
            return f"{one.key}, {other.key}"
    return ""


def _are_exchanged(one: Fact, other: Fact, quote: Quote, first: list[int], second: list[int]) -> bool:
    """``first`` and ``second`` are where the two stand in the quote."""
    if min(first) < max(second):
        return quote.parts(one, other, first, second)
    return one.sort == other.sort or quote.has_several(one.sort) or quote.has_several(other.sort)
