"""Stems of Dutch, English and French words: the one door to snowballstemmer.

The Dutch stemmer leaves "huizen" and "huis" apart, and "lessen" and "les", and knows no strong verb. A stem that ends
in a voiced v or z takes the f or s that its word ends in, a doubled last consonant counts once, and forms that no rule
reaches stand in a table (`tools/language_data/stems.py`).
"""

import zlib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Protocol, cast

from kb.language.guess import Language

STEMS_FILE = Path(__file__).parent / "data" / "stems.z"
_VOICELESS = {"v": "f", "z": "s"}
_VOWELS = frozenset("aeiou")


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...


@lru_cache(maxsize=3)
def _stemmer(language: Language) -> _Stemmer:
    import snowballstemmer

    if language is Language.DUTCH:
        # From release 3 on "dutch" is the Kraaij-Pohlmann stemmer, which takes "ge" off ("gemeente": "meen").
        name = "dutch_porter" if "dutch_porter" in snowballstemmer.algorithms() else "dutch"
    else:
        name = {Language.ENGLISH: "english", Language.FRENCH: "french"}[language]
    return cast(_Stemmer, snowballstemmer.stemmer(name))


@lru_cache(maxsize=200_000)
def stem(word: str, language: Language = Language.DUTCH) -> str:
    """The stem of a folded word; numbers and what holds a digit stay as they are."""
    if not word.isalpha():
        return word
    if language is Language.DUTCH:
        return _forms().get(word) or rule_stem(word)
    return _stemmer(language).stemWord(word)


def rule_stem(word: str) -> str:
    """The stem of a Dutch word by rule alone."""
    found = _stemmer(Language.DUTCH).stemWord(word)
    if len(found) < 3:
        return found
    if found[-1] == found[-2] and found[-1] not in _VOWELS:
        return found[:-1]
    return found[:-1] + _VOICELESS.get(found[-1], found[-1])


def is_listed_form(word: str) -> bool:
    """Whether the table of inflected forms and spellings has the word."""
    return word in _forms()


@lru_cache(maxsize=1)
def _forms() -> Mapping[str, str]:
    """Inflected forms with the stem of their word."""
    rows = zlib.decompress(STEMS_FILE.read_bytes()).decode().strip("\n").split("\n")
    return dict(row.split("\t", 1) for row in rows)
