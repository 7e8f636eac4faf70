"""How telling a word is: rare words tell more, whatever corpus is at hand."""

import zlib
from functools import lru_cache
from math import log
from typing import NamedTuple

from kb.language.lexicon import DATA

USUAL_STEMS_FILE = DATA / "usual_stems.z"
# The count at which a stem tells nothing, and the count from which on a stem is listed at all.
_EVERYWHERE = log(200_000)
_RARE = log(40)


def telling(stem: str) -> float:
    """0 for a stem that is everywhere, 1 for one that hardly occurs in 38 million words."""
    usual = _usual_stems().get(stem)
    if usual is None:
        return 1.0
    return min(1.0, max(0.0, (_EVERYWHERE - usual.log_count) / (_EVERYWHERE - _RARE)))


def is_usual_dutch(stem: str) -> bool:
    """Whether it is the stem of a Dutch word (one that a word list has) that is usual."""
    usual = _usual_stems().get(stem)
    return usual is not None and usual.listed


class _Usual(NamedTuple):
    log_count: float
    listed: bool


@lru_cache(maxsize=1)
def _usual_stems() -> dict[str, _Usual]:
    """One line a stem: the stem, a tab, the log of its count times ten, "-" where no word list has a word of it."""
    found: dict[str, _Usual] = {}
    for row in zlib.decompress(USUAL_STEMS_FILE.read_bytes()).decode().split("\n"):
        stem, _, number = row.partition("\t")
        found[stem] = _Usual(int(number.rstrip("-")) / 10, not number.endswith("-"))
    return found
