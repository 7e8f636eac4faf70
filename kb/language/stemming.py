"""Dutch stems: the one door to snowballstemmer."""

from functools import lru_cache
from typing import Protocol, cast


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...


@lru_cache(maxsize=1)
def _stemmer() -> _Stemmer:
    import snowballstemmer

    # From release 3 on "dutch" is the Kraaij-Pohlmann stemmer, which takes "ge" off ("gemeente": "meen").
    names = snowballstemmer.algorithms()
    return cast(_Stemmer, snowballstemmer.stemmer("dutch_porter" if "dutch_porter" in names else "dutch"))


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The stem of a folded word; numbers and what holds a digit stay as they are."""
    return _stemmer().stemWord(word) if word.isalpha() else word
