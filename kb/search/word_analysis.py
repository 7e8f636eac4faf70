"""Single words for the answer engine: stems, parts, and how telling a word is."""

from collections.abc import Mapping

from kb.language.analyzer import DutchAnalyzer
from kb.language.guess import Language
from kb.language.normalise import fold
from kb.language.telling import telling
from kb.language.translations import translations

# From here on a word is so rare in Dutch that it may be an English one.
_UNUSUAL = 0.8


class IndexWords:
    """The analyzer's view of one word at a time."""

    def __init__(self, analyzer: DutchAnalyzer) -> None:
        self._analyzer = analyzer

    def stem_and_parts(self, word: str) -> tuple[str, tuple[str, ...]]:
        """The stem of a surface word, and the stems of its parts where it is a compound (else empty)."""
        return self._analyzer.stem_and_parts(word)

    def weight(self, word: str) -> float:
        """How telling the word is, 0 (everywhere) to 1 (rare)."""
        return telling(self._analyzer.stem_and_parts(word)[0])

    def in_dutch(self, word: str, *, english: bool) -> Mapping[str, float]:
        """Dutch stems for an English word with their likelihoods; {} for a Dutch word of a Dutch question."""
        if english or self.weight(word) >= _UNUSUAL:
            return translations(fold(word), Language.ENGLISH)
        return {}
