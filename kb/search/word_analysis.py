"""Single words for the answer engine: stems, parts, and how telling a word is."""

from kb.language.analyzer import DutchAnalyzer
from kb.language.telling import telling


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
