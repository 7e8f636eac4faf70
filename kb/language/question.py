"""The words of a question: as in a document, with foreign words turned into Dutch terms.

Parliamentary staff ask in English, Belgian ones in French, and both mix: "the status van het loket". What a word is
taken for is decided word by word; the language of the whole only says which dictionary to open.
"""

from kb.language import stopwords
from kb.language.analyzer import DutchAnalyzer, words_in
from kb.language.guess import Language, guess
from kb.language.stemming import stem
from kb.language.telling import telling
from kb.language.tokens import form, raw_tokens
from kb.language.translations import translations

# What a foreign word itself counts where it was translated: names and borrowed words stand in Dutch texts as they are.
COPY_WEIGHT = 0.3
# The same for an English word in a Dutch question, which the writer may well expect in the text.
BORROWED_WEIGHT = 0.6
_STOP = {Language.ENGLISH: stopwords.ENGLISH, Language.FRENCH: stopwords.FRENCH}
# Function words that Dutch does not have: in a Dutch question they come from a half-translated phrase.
_NEVER_DUTCH = stopwords.ENGLISH - stopwords.DUTCH - frozenset("been had me all over t s don".split())


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

    def _terms(self, word: str) -> dict[str, float]:
        if self.language is Language.DUTCH:
            if word in _NEVER_DUTCH:
                return {}
            own = self._dutch(word)
            foreign = translations(word, Language.ENGLISH) if self._is_borrowed(word) else {}
            return _joined(own, BORROWED_WEIGHT, foreign)
        if word in _STOP[self.language]:
            return {}
        return _joined(self._dutch(word), COPY_WEIGHT, translations(word, self.language))

    def _dutch(self, word: str) -> dict[str, float]:
        return {term: min(weight, 1.0) for term, weight in self._analyzer.words(word).items()}

    def _is_borrowed(self, word: str) -> bool:
        """Whether a word in a Dutch question is no Dutch word: not a usual one, and not made of usual ones."""
        if word in _NEVER_DUTCH:
            return True
        whole, parts = self._analyzer.stem_and_parts(word)
        return word.isalpha() and not parts and telling(whole) == 1.0 and stem(word) not in stopwords.DUTCH


def _joined(own: dict[str, float], copy: float, foreign: object) -> dict[str, float]:
    translated = dict(foreign) if isinstance(foreign, dict) else {}
    if not translated:
        return own
    terms = {term: weight * copy for term, weight in own.items()}
    for term, weight in translated.items():
        terms[term] = max(terms.get(term, 0.0), weight)
    return terms
