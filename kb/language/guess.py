"""In which language a question is asked: Dutch, English or French, told by its function words."""

from collections.abc import Iterable
from enum import StrEnum

from kb.language import stopwords


class Language(StrEnum):
    DUTCH = "nl"
    ENGLISH = "en"
    FRENCH = "fr"


# Words of one of the three only: "de", "en", "in", "of", "is" or "on" tell nothing.
ONLY_DUTCH = stopwords.DUTCH - stopwords.ENGLISH - stopwords.FRENCH
_ONLY_ENGLISH = stopwords.ENGLISH - stopwords.DUTCH - stopwords.FRENCH
_ONLY_FRENCH = stopwords.FRENCH - stopwords.DUTCH - stopwords.ENGLISH


def guess(words: Iterable[str]) -> Language:
    """The language of a question from its folded words; Dutch where nothing tells."""
    counts = {Language.DUTCH: 0, Language.ENGLISH: 0, Language.FRENCH: 0}
    for word in words:
        counts[Language.DUTCH] += word in ONLY_DUTCH
        counts[Language.ENGLISH] += word in _ONLY_ENGLISH
        counts[Language.FRENCH] += word in _ONLY_FRENCH
    best = max(counts, key=lambda language: counts[language])
    return best if counts[best] > counts[Language.DUTCH] else Language.DUTCH
