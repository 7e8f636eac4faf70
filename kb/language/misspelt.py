"""A mistyped word of a question: the usual word that is one slip away, where there is one.

A slip is a letter too many, one too few, one wrong, or two swapped (Damerau, 1964). A word is corrected only where no
list knows it, as a whole or as a compound, so that names and rare words stay what they are beside it.
"""

from collections.abc import Iterator
from string import ascii_lowercase

from kb.language import stopwords
from kb.language.compounds import CompoundSplitter
from kb.language.stemming import is_listed_form, stem
from kb.language.telling import is_usual_dutch, telling

_FUNCTION_WORDS = stopwords.DUTCH | stopwords.ENGLISH | stopwords.FRENCH
SHORTEST = 5
LONGEST = 24


def corrected(word: str, splitter: CompoundSplitter) -> str:
    """The likeliest word that ``word`` (folded) was meant to be; "" where it is known, or nothing is near."""
    if not SHORTEST <= len(word) <= LONGEST or not (word.isalpha() and word.isascii()) or _is_known(word, splitter):
        return ""
    slips = list(dict.fromkeys(_slips(word)))
    whole = [near for near in slips if splitter.may_be_part(near)]
    if whole:
        return max(whole, key=lambda near: (splitter.frequency(near), near))
    found = [(splitter.split(near), near) for near in slips] if len(word) >= 2 * SHORTEST else []
    compounds = [(min(map(splitter.frequency, parts)), -len(parts), near) for parts, near in found if parts]
    return max(compounds)[2] if compounds else ""


def _is_known(word: str, splitter: CompoundSplitter) -> bool:
    if word in _FUNCTION_WORDS or splitter.may_be_part(word) or is_listed_form(word) or splitter.split(word):
        return True
    found = stem(word)
    return is_usual_dutch(found) or telling(found) < 1.0


def _slips(word: str) -> Iterator[str]:
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]
        if at:
            yield word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]
    # The first letter is hardly ever wrong; a name differs in it from a word more often.
    for at in range(1, len(word)):
        for letter in ascii_lowercase:
            yield word[:at] + letter + word[at + 1 :]
            yield word[:at] + letter + word[at:]
