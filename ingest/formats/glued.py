"""Words that an extractor glued where it lost a line end: "hetaantal", "inNederland", "ontvangen.Ik", "onderwijs,zorg".

Mended only where it is certain: the whole is no word that the lexicon or the document knows, and either the document
prints the same letters elsewhere as two words ("nieuwetoeslagenfraude" in a title, "nieuwe toeslagenfraude" below it),
or one side is a function word that no word is built with and the other a usual word. A space is all that is ever added.
"""

import itertools
import re
from collections.abc import Container, Iterable, Mapping
from functools import lru_cache

_LONGEST_LINE = 105  # characters; a longer printed line was glued from several
_TOKEN = re.compile(r"(?<![\w/@.#-])[^\W\d_]{5,40}(?![\w/@-])")
_CAPITAL = re.compile(r"(?<![\w/@.-])([a-zà-ÿ]{2,12})([A-ZÀ-Ý][a-zà-ÿ]{2,})(?![\w/@-])")
_PIECE = re.compile(r"(?<!\S)(?!www\.)[^\s/@]+(?!\S)")  # between white space, and no address
_SENTENCE = re.compile(r"(?<![\w.])([a-zà-ÿ]{3,}[.?!])(?=[A-ZÀ-Ý][a-zà-ÿ]*$)")
_COMMA = re.compile(r"(?<=[a-zà-ÿ]{3},)(?=[a-zà-ÿ]{3})")
# function words that open no Dutch word and, in the second set, close none
_LEFT = (
    "het",
    "deze",
    "dit",
    "wordt",
    "worden",
    "heeft",
    "hebben",
    "kunnen",
    "zijn",
    "zullen",
    "een",
    "dat",
    "van",
    "de",
    "en",
    "is",
    "te",
)
_RIGHT = (
    "het",
    "deze",
    "dit",
    "wordt",
    "worden",
    "heeft",
    "hebben",
    "kunnen",
    "zullen",
    "een",
    "dat",
    "van",
    "naar",
    "niet",
    "voor",
)
_SHORTEST = 5  # letters of the other side
_USUAL = 0.75  # how telling a word may be at most (`kb.language.telling`): rarer ones are not certain


def mended(rows: Iterable[str]) -> list[str]:
    """The rows, long ones with the lost spaces put back."""
    kept = list(rows)
    if not any(len(row) > _LONGEST_LINE for row in kept):
        return kept
    words = _words(kept)
    apart = _printed_apart(kept, words)
    return [_row(row, words, apart) if len(row) > _LONGEST_LINE else row for row in kept]


def _words(rows: Iterable[str]) -> frozenset[str]:
    """What the document itself prints more than once."""
    seen: dict[str, int] = {}
    for row in rows:
        for token in re.findall(r"[^\W\d_]+", row.lower()):
            seen[token] = seen.get(token, 0) + 1
    return frozenset(token for token, count in seen.items() if count > 1)


def _printed_apart(rows: Iterable[str], words: Container[str]) -> dict[str, int]:
    """Unknown words of long rows that the document also prints as two words: how many letters the first one has.

    One of the two must be a function word, or the first an adjective by its -e: "cybersecuritytesten" may be meant
    beside "cybersecurity testen".
    """
    doubtful = {
        word for row in rows if len(row) > _LONGEST_LINE for token in _TOKEN.findall(row) if (word := token.lower())
    }
    doubtful = {word for word in doubtful if not _is_word(word)}
    found: dict[str, int] = {}
    for row in rows if doubtful else ():
        for one, printed in itertools.pairwise(row.lower().split(" ")):
            other = printed.rstrip(".,;:?!»”’'\"")
            whole = one + other
            if whole not in doubtful or not one.isalpha() or not other:
                continue
            functions = _is_function(one) + _is_function(other)
            if functions == 2 or (whole not in words and (functions or one.endswith("e"))):
                found[whole] = len(one)
    return found


def _row(row: str, words: frozenset[str], apart: Mapping[str, int]) -> str:
    row = _PIECE.sub(lambda match: _COMMA.sub(" ", _SENTENCE.sub(r"\1 ", match[0])), row)
    row = _CAPITAL.sub(lambda match: f"{match[1]} {match[2]}" if _is_function(match[1]) else match[0], row)
    return _TOKEN.sub(lambda match: _split(match[0], words, apart), row)


def _split(word: str, words: frozenset[str], apart: Mapping[str, int]) -> str:
    lower = word.lower()
    if cut := apart.get(lower):
        return f"{word[:cut]} {word[cut:]}"
    if lower != word or lower in words or _is_word(lower):
        return word
    found = [
        (word[: len(one)], word[len(one) :]) for one in _LEFT if lower.startswith(one) and _is_usual(lower[len(one) :])
    ] + [
        (word[: -len(one)], word[-len(one) :])
        for one in _RIGHT
        if lower.endswith(one) and _is_usual(lower[: -len(one)])
    ]
    return " ".join(found[0]) if len(found) == 1 else word


def _is_function(word: str) -> bool:
    from kb.language.stopwords import DUTCH

    return word in DUTCH


@lru_cache(maxsize=50_000)
def _is_word(word: str) -> bool:
    """Known to the lexicon whole, by its stem, or as a compound of known parts."""
    from kb.language.lexicon import load_splitter
    from kb.language.stemming import stem
    from kb.language.telling import telling

    splitter = load_splitter()
    return _is_function(word) or splitter.may_be_part(word) or bool(splitter.split(word)) or telling(stem(word)) < 1.0


@lru_cache(maxsize=50_000)
def _is_usual(word: str) -> bool:
    from kb.language.lexicon import load_splitter
    from kb.language.stemming import stem
    from kb.language.telling import telling

    return len(word) >= _SHORTEST and load_splitter().may_be_part(word) and telling(stem(word)) <= _USUAL
