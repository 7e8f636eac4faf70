"""Expressions that mean the same: Flemish and Dutch names, everyday and official words, abbreviations.

Made by `tools/language_data/alike.py` from the reviewed lists in `words/`; read at the first question.
"""

import zlib
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from kb.language.lexicon import DATA

ALIKE_FILE = DATA / "alike.z"
ENGLISH_TERMS_FILE = DATA / "english_terms.z"
MOST_WORDS = 6

# The stems of an expression, without stop words.
Expression = tuple[str, ...]


def alike(stems: Sequence[str]) -> Iterator[tuple[int, int, tuple[Expression, ...]]]:
    """Where expressions of the lists begin and end in ``stems``, with what they also are called; longest first."""
    return _found(stems, _table("alike"))


def english_terms(stems: Sequence[str]) -> Iterator[tuple[int, int, tuple[Expression, ...]]]:
    """The same for English terms (English stems), with the Dutch terms they stand for, best first."""
    return _found(stems, _table("english"))


def _found(
    stems: Sequence[str], table: Mapping[str, tuple[Expression, ...]]
) -> Iterator[tuple[int, int, tuple[Expression, ...]]]:
    taken = [False] * len(stems)
    for size in range(min(MOST_WORDS, len(stems)), 0, -1):
        for start in range(len(stems) - size + 1):
            if not any(taken[start : start + size]):
                others = table.get(" ".join(stems[start : start + size]))
                if others:
                    taken[start : start + size] = [True] * size
                    yield start, start + size, others


@lru_cache(maxsize=2)
def _table(name: str) -> Mapping[str, tuple[Expression, ...]]:
    file = ALIKE_FILE if name == "alike" else ENGLISH_TERMS_FILE
    rows = (line.split("\t") for line in zlib.decompress(file.read_bytes()).decode().split("\n"))
    return {key: tuple(tuple(other.split(" ")) for other in others) for key, *others in rows}
