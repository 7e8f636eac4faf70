"""How telling a word is: rare words tell more, whatever corpus is at hand."""

import zlib
from functools import lru_cache
from math import log

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
    return min(1.0, max(0.0, (_EVERYWHERE - usual) / (_EVERYWHERE - _RARE)))


@lru_cache(maxsize=1)
def _usual_stems() -> dict[str, float]:
    """Log count by stem; one line a stem, the log times ten behind a tab."""
    rows = zlib.decompress(USUAL_STEMS_FILE.read_bytes()).decode().split("\n")
    return {stem: int(number) / 10 for stem, _, number in (row.partition("\t") for row in rows)}
