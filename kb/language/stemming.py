"""Stems of Dutch, English and French words: the one door to snowballstemmer."""

from functools import lru_cache
from typing import Protocol, cast

from kb.language.guess import Language


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
    return _stemmer(language).stemWord(word) if word.isalpha() else word
