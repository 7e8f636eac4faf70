"""How telling a word is: rare words tell more, whatever corpus is at hand."""

import zlib
from functools import lru_cache
from math import log

from kb.language.lexicon import DATA
from kb.language.lines import row_of

USUAL_STEMS_FILE = DATA / "usual_stems.z"
# The count at which a stem tells nothing, and the count from which on a stem is listed at all.
_EVERYWHERE = log(200_000)
_RARE = log(40)


def telling(stem: str) -> float:
    """0 for a stem that is everywhere, 1 for one that hardly occurs in 38 million words."""
    log_count, _ = _usual(stem)
    return min(1.0, max(0.0, (_EVERYWHERE - log_count) / (_EVERYWHERE - _RARE)))


def is_usual_dutch(stem: str) -> bool:
    """Whether it is the stem of a Dutch word (one that a word list has) that is usual."""
    return _usual(stem)[1]


@lru_cache(maxsize=100_000)
def _usual(stem: str) -> tuple[float, bool]:
    """Log count (0 where it is rare), and whether a word list has a word of that stem."""
    number = row_of(_table(), stem) if stem else ""
    if not number:
        return 0.0, False
    return int(number.rstrip("-")) / 10, not number.endswith("-")


@lru_cache(maxsize=1)
def _table() -> str:
    """One line a stem: the stem, a tab, the log of its count times ten, "-" where no word list has a word of it.

    Searched, not parsed: a question has a dozen words, the table 18,000.
    """
    return "\n" + zlib.decompress(USUAL_STEMS_FILE.read_bytes()).decode() + "\n"
