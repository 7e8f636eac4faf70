"""A mistake in how a command was given: one sentence, with the nearest valid word where there is one."""

import difflib
from collections.abc import Iterable


class WrongUse(Exception):
    """``message`` is in the user's language already. Not a LoketError: nothing of the corpus is wrong."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


def nearest(given: str, valid: Iterable[str]) -> str:
    """The valid word that looks most like ``given``; "" where there are no valid words.

    Parts count too: "brief" is near "kamerbrief", and "kamer" near "tweede_kamer".
    """
    words = list(valid)
    wanted = given.lower()

    def likeness(word: str) -> float:
        parts = [word, *word.replace("-", "_").split("_")]
        return max(difflib.SequenceMatcher(None, wanted, part.lower()).ratio() for part in parts)

    return max(words, key=likeness, default="")
