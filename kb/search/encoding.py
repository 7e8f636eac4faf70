"""Sparse vectors of the two lexical legs: BM25 without its IDF, which the engine applies itself.

Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009): a term's weight saturates with
how often it stands in a passage and falls with the passage's length. The average length is fixed, not the corpus's
own, so that adding documents never changes the vectors of others.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np

from kb.language.analyzer import DutchAnalyzer, Terms
from kb.language.guess import Language
from kb.language.question import QuestionWords
from kb.model.passage import Passage
from kb.store.marks import fingerprint as marks_fingerprint
from kb.store.port import SparseVector

WORDS = "words"
GRAMS = "grams"
SPARSE_LEGS = (WORDS, GRAMS)


@dataclass(frozen=True, slots=True)
class Saturation:
    """``k1`` and ``b`` of BM25; ``average`` is the usual sum of term weights of a passage of 180 words."""

    k1: float
    b: float
    average: float


WORDS_SATURATION = Saturation(k1=1.2, b=0.75, average=84.0)
GRAMS_SATURATION = Saturation(k1=1.2, b=0.75, average=446.0)


class SparseEncoder:
    """Passages and questions into sparse vectors, over one analyzer."""

    def __init__(self, analyzer: DutchAnalyzer) -> None:
        self.analyzer = analyzer

    @property
    def legs(self) -> tuple[str, ...]:
        return SPARSE_LEGS

    @property
    def fingerprint(self) -> str:
        """Changes when the same passage would give another vector."""
        return f"bm25/1:{WORDS_SATURATION}:{GRAMS_SATURATION}:{self.analyzer.fingerprint}:{marks_fingerprint()}"

    def encode_passages(self, passages: Sequence[Passage]) -> list[Mapping[str, SparseVector]]:
        """Per passage its vectors by leg, of its text with its context."""
        return [
            {
                WORDS: _saturated(self.analyzer.words(text), WORDS_SATURATION),
                GRAMS: _saturated(self.analyzer.grams(text), GRAMS_SATURATION),
            }
            for text in (passage.embedded_text for passage in passages)
        ]

    def question(self, text: str) -> "EncodedQuestion":
        """What a question says in each leg, worked out when it is asked for."""
        return EncodedQuestion(QuestionWords(self.analyzer, text))

    def encode_question(self, text: str) -> Mapping[str, SparseVector]:
        """The question's vectors by leg; a leg that the question says nothing in is empty."""
        question = self.question(text)
        return {leg: question.vector(leg) for leg in SPARSE_LEGS}

    def language(self, text: str) -> Language:
        """In which language a question is asked."""
        return QuestionWords(self.analyzer, text).language


@dataclass(frozen=True, slots=True)
class EncodedQuestion:
    """A question whose words are known."""

    words: QuestionWords

    @property
    def language(self) -> Language:
        return self.words.language

    def vector(self, leg: str) -> SparseVector:
        """``leg`` one of `SPARSE_LEGS`."""
        return _weighted(self.words.words() if leg == WORDS else self.words.grams())


def term_id(term: str) -> int:
    """The id of a term in the engine: 32 bits, the same on every machine."""
    return crc32(term.encode())


def _saturated(terms: Terms, saturation: Saturation) -> SparseVector:
    counts = np.fromiter(terms.values(), dtype=np.float32, count=len(terms))
    length = float(counts.sum()) / saturation.average
    norm = saturation.k1 * (1.0 - saturation.b + saturation.b * length)
    return _vector(terms, counts * (saturation.k1 + 1.0) / (counts + norm))


def _weighted(terms: Terms) -> SparseVector:
    return _vector(terms, np.fromiter(terms.values(), dtype=np.float32, count=len(terms)))


def _vector(terms: Terms, weights: np.ndarray) -> SparseVector:
    ids = np.fromiter(map(crc32, map(str.encode, terms)), dtype=np.uint32, count=len(terms))
    distinct, where = np.unique(ids, return_inverse=True)
    if len(distinct) == len(ids):
        order = np.argsort(ids)
        return SparseVector(ids[order], weights[order].astype(np.float32))
    # Two terms under one id (once in some hundred thousand terms): the engine wants ids once.
    summed = np.zeros(len(distinct), dtype=np.float32)
    np.add.at(summed, where, weights)
    return SparseVector(distinct, summed)
