"""The words of a question: as in a document, with foreign words turned into Dutch terms.

Parliamentary staff ask in English, Belgian ones in French, and both mix: "the status van het loket". What a word is
taken for is decided word by word; the language of the whole only says which dictionary to open.
"""

from collections.abc import Iterable, Mapping

from kb.language import stopwords
from kb.language.alike import Expression, alike, english_terms
from kb.language.analyzer import DutchAnalyzer, words_in
from kb.language.guess import ONLY_DUTCH, Language, guess
from kb.language.stemming import stem
from kb.language.telling import is_usual_dutch
from kb.language.tokens import form, raw_tokens
from kb.language.translations import translations

# What a foreign word itself counts where it was translated: names and borrowed words stand in Dutch texts as they are,
# and Dutch borrows more from English.
COPY_WEIGHT = {Language.ENGLISH: 0.5, Language.FRENCH: 0.3}
# The same for an English word in a Dutch question, which the writer may well expect in the text.
BORROWED_WEIGHT = 0.6
# What another name for the same counts for each word that it stands for, what a Dutch term for an English one, what
# a mistyped word's right one.
ALIKE_WEIGHT = 0.5
ENGLISH_TERM_WEIGHT = 1.0
CORRECTED_WEIGHT = 0.8
# How the weight falls with the words of an expression: its words alone say less.
LONGER = 0.5
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
        if self.language is Language.DUTCH and self._is_all_english():
            self.language = Language.ENGLISH

    def words(self) -> dict[str, float]:
        """Terms with their weights, at most 1."""
        if self.language is Language.DUTCH and not any(self._is_borrowed(word) for word in self._forms):
            found = {term: min(weight, 1.0) for term, weight in self._analyzer.words(self._text).items()}
        else:
            found = {}
            for word in self._forms:
                _raise(found, self._terms(word))
        if self.language is Language.DUTCH:
            _raise(found, self._alike())
            _raise(found, self._corrected())
        if self.language is not Language.FRENCH:
            _raise(found, self._english_terms())
        return found

    def _is_all_english(self) -> bool:
        """Whether a question without any Dutch function word is of English words for the most part: "drinking water in
        Flanders"."""
        words = [word for word in self._forms if word.isalpha() and word not in _STOP[Language.ENGLISH]]
        if len(words) < 2 or any(word in ONLY_DUTCH for word in self._forms):
            return False
        english = [word for word in words if self._is_borrowed(word) and translations(word, Language.ENGLISH)]
        return 2 * len(english) > len(words)

    def _alike(self) -> dict[str, float]:
        """What expressions of the question also are called."""
        stems = [stem(word) for word in self._forms if word not in stopwords.DUTCH]
        return _expressed(((end - start) * ALIKE_WEIGHT, others) for start, end, others in alike(stems))

    def _english_terms(self) -> dict[str, float]:
        """Dutch terms of English expressions; in a Dutch question of longer ones, and of words that are not Dutch."""
        words = [word for word in self._forms if word not in _STOP[Language.ENGLISH]]
        return _expressed(
            (ENGLISH_TERM_WEIGHT, others)
            for start, end, others in english_terms([stem(word, Language.ENGLISH) for word in words])
            if self.language is Language.ENGLISH or end - start > 1 or self._is_borrowed(words[start])
        )

    def _corrected(self) -> dict[str, float]:
        """What mistyped words were meant to be; a word written with a capital is a name."""
        found: dict[str, float] = {}
        for raw in raw_tokens(self._text):
            right = self._analyzer.correct(raw) if raw.islower() else ""
            if right:
                _raise(found, {term: CORRECTED_WEIGHT * weight for term, weight in self._dutch(right).items()})
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


def _expressed(found: Iterable[tuple[float, tuple[Expression, ...]]]) -> dict[str, float]:
    """Terms of expressions with the weight of each; the words of a longer one share it, no term counts above 1."""
    terms: dict[str, float] = {}
    for weight, others in found:
        for other in others:
            _raise(terms, dict.fromkeys(other, min(1.0, weight) / len(other) ** LONGER))
    return terms


def _raise(terms: dict[str, float], further: Mapping[str, float]) -> None:
    """Each term counts as much as the best reason for it."""
    for term, weight in further.items():
        terms[term] = max(terms.get(term, 0.0), weight)


def _joined(own: Mapping[str, float], copy: float, translated: Mapping[str, float]) -> Mapping[str, float]:
    """A word's own terms and those of its translations, where it has any."""
    if not translated:
        return own
    terms = {term: weight * copy for term, weight in own.items()}
    for term, weight in translated.items():
        terms[term] = max(terms.get(term, 0.0), weight)
    return terms
