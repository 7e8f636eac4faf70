"""How much of a question's words a text covers: through compounds, near forms and meaning.

Every word of the question is compared once with every distinct word of the texts at hand; a text's coverage is then a
maximum over its words. "loket" is covered by "kennisveiligheidsloket" (a part of the compound), "kenisveiligheid" by
"kennisveiligheid" (a near form), "papers" by "publicaties" (meaning), each for less than the word itself.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

# What a match of that sort counts, against 1 for the same word. The gap between sorts is wide enough that a text with
# the words themselves always wins from one with words like them.
SAME = 1.0
ALL_PARTS = 0.95
IN_COMPOUND = 0.9
TRANSLATED = 0.85
NEAR_FORM = 0.8
SOME_PARTS = 0.5
MEANING_AT_ONE = 0.75
_NEAR_DICE = 0.6
# From this likelihood on, the best translation of a word is one.
_SURE = 0.4
_NEAR_MEANING = 0.5

_WORD = re.compile(r"[^\W_]+(?:[-'’/.][^\W_]+)*")

Embed = Callable[[Sequence[str]], NDArray[np.float32]]


class WordAnalysis(Protocol):
    """What overlap needs of the language."""

    def stem_and_parts(self, word: str) -> tuple[str, tuple[str, ...]]:
        """The stem of a surface word, and the stems of its parts where it is a compound (else empty)."""
        ...

    def in_dutch(self, word: str, *, english: bool) -> Mapping[str, float]:
        """Stems of Dutch words for an English one, with how likely; {} for what is Dutch already."""
        ...

    def weight(self, word: str) -> float:
        """How telling the word is, about 0 (everywhere) to 1 (rare)."""
        ...


# A compound of the question whose parts stand apart in the text ("loket voor kennisveiligheid").
PARTS_APART = 0.9


@dataclass(frozen=True, slots=True)
class _Form:
    stem: str
    parts: frozenset[str]
    grams: frozenset[str]
    in_dutch: Mapping[str, float] = field(default_factory=dict)


class Overlap:
    """Affinities between the words of one question and the words of a set of texts."""

    def __init__(
        self, words: Sequence[str], texts: Iterable[str], analysis: WordAnalysis, embed: Embed, *, english: bool = False
    ) -> None:
        """``english``: the question is, so that every word of it may be turned into Dutch."""
        self._analysis = analysis
        self._english = english
        self._vocabulary: dict[str, int] = {}
        for text in texts:
            for word in words_of(text):
                self._vocabulary.setdefault(word, len(self._vocabulary))
        self.words = tuple(words)
        weights = np.array([max(analysis.weight(word), 0.05) for word in words], dtype=np.float32)
        self.weights = weights / weights.sum() if len(weights) else weights
        self._parts = [self._form(word.lower()).parts for word in words]
        self._affinity = self._affinities(embed)

    def per_word(self, text: str) -> NDArray[np.float32]:
        """For each word of the question how well ``text`` covers it, shape (words,), each 0 to 1."""
        known = [self._vocabulary[word] for word in words_of(text) if word in self._vocabulary]
        if not known or not self.words:
            return np.zeros(len(self.words), dtype=np.float32)
        covered = np.asarray(self._affinity[:, known].max(axis=1), dtype=np.float32)
        stems = {stem for at in known for stem in self._stems[at]}
        for row, parts in enumerate(self._parts):
            if parts and covered[row] < PARTS_APART and parts <= stems:
                covered[row] = PARTS_APART
        return covered

    def share(self, per_word: NDArray[np.float32]) -> float:
        """The weighted share of the question that is covered, 0 to 1."""
        return float((self.weights * per_word).sum())

    def of_most_telling(self, per_word: NDArray[np.float32]) -> float:
        """What ``per_word`` says of the question's most telling word (the first of equals); 1 for no words."""
        return float(per_word[int(np.argmax(self.weights))]) if len(self.words) else 1.0

    def _affinities(self, embed: Embed) -> NDArray[np.float32]:
        vocabulary = list(self._vocabulary)
        affinity = np.zeros((len(self.words), len(vocabulary)), dtype=np.float32)
        asked = [self._asked_form(word.lower()) for word in self.words]
        self.translated = tuple(bool(form.in_dutch) for form in asked)
        forms = self._forms_near(asked, vocabulary)
        self._stems = [form.parts | {form.stem} for form in forms]
        if not vocabulary or not self.words:
            return affinity
        for row, wanted in enumerate(asked):
            affinity[row] = [_likeness(wanted, form) if form.grams else 0.0 for form in forms]
        meaning = embed([word.lower() for word in self.words]) @ embed(vocabulary).T
        near = np.where(meaning >= _NEAR_MEANING, meaning * MEANING_AT_ONE, 0.0)
        # a number means itself only: "2023" is not nearly "2022"
        digits = np.array([any(char.isdigit() for char in word) for word in vocabulary])
        near[:, digits] = 0.0
        near[[any(char.isdigit() for char in word) for word in self.words]] = 0.0
        return np.maximum(affinity, near.astype(np.float32))

    def _forms_near(self, asked: Sequence[_Form], vocabulary: Sequence[str]) -> list[_Form]:
        """The forms of the words of the texts; an empty one for a word that no word asked for has three letters of.

        Most words have nothing of the question, and taking a word apart is what costs time.
        """
        pieces = {gram for form in asked for gram in _grams(form.stem) | form.grams}
        pieces |= {gram for form in asked for part in (*form.parts, *form.in_dutch) for gram in _grams(part)}
        return [self._form(word) if _grams(word) & pieces else _NOTHING for word in vocabulary]

    def _asked_form(self, word: str) -> _Form:
        return replace(self._form(word), in_dutch=_against_best(self._analysis.in_dutch(word, english=self._english)))

    def _form(self, word: str) -> _Form:
        stem, parts = self._analysis.stem_and_parts(word)
        return _Form(stem, frozenset(parts), _grams(word))


_NOTHING = _Form("", frozenset(), frozenset())


def _against_best(likelihoods: Mapping[str, float]) -> Mapping[str, float]:
    """Likelihoods against that of the best translation: a word with three good ones is no worse than one with one."""
    best = max(likelihoods.values(), default=0.0)
    sure = min(1.0, (best / _SURE) ** 0.5) if best else 0.0
    return {stem: sure * (likely / best) ** 0.5 for stem, likely in likelihoods.items()}


def _grams(word: str) -> frozenset[str]:
    padded = f" {word} "
    return frozenset(padded[at : at + 3] for at in range(len(padded) - 2))


def words_of(text: str) -> set[str]:
    """Distinct words, lower case; a word with a hyphen counts whole and in its parts."""
    found: set[str] = set()
    for word in _WORD.findall(text.lower()):
        found.add(word)
        if "-" in word or "/" in word:
            found.update(part for part in re.split(r"[-/]", word) if len(part) > 1)
    return found


def _likeness(wanted: _Form, form: _Form) -> float:
    if wanted.stem == form.stem:
        return SAME
    if wanted.stem in form.parts:
        return IN_COMPOUND
    translated = max((wanted.in_dutch.get(stem, 0.0) for stem in (form.stem, *form.parts)), default=0.0)
    if translated:
        return TRANSLATED * min(1.0, translated)
    if form.stem in wanted.parts:
        return SOME_PARTS
    if wanted.parts and wanted.parts <= form.parts:
        return ALL_PARTS
    if any(char.isdigit() for char in wanted.stem) or any(char.isdigit() for char in form.stem):
        return 0.0
    dice = 2 * len(wanted.grams & form.grams) / (len(wanted.grams) + len(form.grams))
    if dice >= _NEAR_DICE:
        return NEAR_FORM * dice
    if wanted.parts & form.parts:
        return SOME_PARTS
    return 0.0
