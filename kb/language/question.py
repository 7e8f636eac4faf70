"""The words of a question: as in a document, with foreign words turned into Dutch terms.

Parliamentary staff ask in English, Belgian ones in French, and both mix: "the status van het loket". What a word is
taken for is decided word by word; the language of the whole only says which dictionary to open.
"""

from collections.abc import Mapping

from kb.language import stopwords
from kb.language.analyzer import DutchAnalyzer, words_in
from kb.language.guess import Language, guess
from kb.language.telling import is_usual_dutch
from kb.language.tokens import form, raw_tokens
from kb.language.translations import translations

# What a foreign word itself counts where it was translated: names and borrowed words stand in Dutch texts as they are,
# and Dutch borrows more from English.
COPY_WEIGHT = {Language.ENGLISH: 0.5, Language.FRENCH: 0.3}
# The same for an English word in a Dutch question, which the writer may well expect in the text.
BORROWED_WEIGHT = 0.6
_STOP = {Language.ENGLISH: stopwords.ENGLISH, Language.FRENCH: stopwords.FRENCH}
# Function words that Dutch does not have: in a Dutch question they come from a half-translated phrase.
_NEVER_DUTCH = stopwords.ENGLISH - stopwords.DUTCH - frozenset("been had me all over t s don d re m ve ll".split())


class QuestionWords:
    """Terms of the words leg and of the grams leg of one question, each term counted once."""

    def __init__(self, analyzer: DutchAnalyzer, text: str) -> None:
        self._analyzer = analyzer
        self._text = text
        self._forms = [word for raw in raw_tokens(text) for word in words_in(form(raw))]
        self.language = guess(self._forms)

    def words(self) -> dict[str, float]:
        """Terms with their weights, at most 1."""
        if self.language is Language.DUTCH and not any(self._is_borrowed(word) for word in self._forms):
            return {term: min(weight, 1.0) for term, weight in self._analyzer.words(self._text).items()}
        found: dict[str, float] = {}
        for word in self._forms:
            for term, weight in self._terms(word).items():
                found[term] = max(found.get(term, 0.0), weight)
        return found

    def grams(self) -> dict[str, float]:
        """Pieces of the words as they stand: names and words that two languages share."""
        if self.language is Language.DUTCH:
            kept = " ".join(word for word in self._forms if word not in _NEVER_DUTCH)
        else:
            kept = " ".join(word for word in self._forms if word not in _STOP[self.language])
        return dict.fromkeys(self._analyzer.grams(kept), 1.0)

    def _terms(self, word: str) -> Mapping[str, float]:
        if self.language is Language.DUTCH:
            if word in _NEVER_DUTCH:
                return {}
            own = self._dutch(word)
            return (
                _joined(own, BORROWED_WEIGHT, translations(word, Language.ENGLISH)) if self._is_borrowed(word) else own
            )
        if word in _STOP[self.language]:
            return {}
        return _joined(self._dutch(word), COPY_WEIGHT[self.language], translations(word, self.language))

    def _dutch(self, word: str) -> dict[str, float]:
        return {term: min(weight, 1.0) for term, weight in self._analyzer.words(word).items()}

    def _is_borrowed(self, word: str) -> bool:
        """Whether a word in a Dutch question is no usual Dutch word; only those are looked up as English ones."""
        if word in _NEVER_DUTCH:
            return True
        if word in stopwords.DUTCH or not word.isalpha():
            return False
        return not is_usual_dutch(self._analyzer.stem_and_parts(word)[0])


def _joined(own: Mapping[str, float], copy: float, translated: Mapping[str, float]) -> Mapping[str, float]:
    """A word's own terms and those of its translations, where it has any."""
    if not translated:
        return own
    terms = {term: weight * copy for term, weight in own.items()}
    for term, weight in translated.items():
        terms[term] = max(terms.get(term, 0.0), weight)
    return terms
