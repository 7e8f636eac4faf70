"""Sentences of the found passages, scored for what the question asks.

A sentence is judged by the words of the question that it covers itself, the words that its surroundings cover for it
(the question that an answer belongs to, its heading and title, the sentences beside it), its likeness in meaning, and
whether it has what the intent wants: a date for when, a figure for how many, a cause for why, a state for status.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from kb.answering.fitting import fits
from kb.answering.overlap import Embed, Overlap, WordAnalysis
from kb.answering.question import Question, folded, understand
from kb.answering.standing import is_question, standing
from kb.model.answer import Intent
from kb.model.identity import DocumentId
from kb.model.passage import Passage
from kb.model.terms import Role
from kb.passages.sentences import sentence_spans
from kb.store.port import Hit

# How much of a word counts that the sentence itself lacks, but its neighbours, or its context, cover.
_FROM_NEIGHBOURS = 0.7
_FROM_CONTEXT = 0.6
# Where some documents hold the names of a question, those that do not speak of something else. A part of a name is not
# the name: "lijn" is no "Lelylijn".
NAMED = 0.55
# A word covered less than this is missing.
_HARDLY = 0.5


@dataclass(frozen=True, slots=True)
class Weights:
    """What each sign counts. Chosen on judged questions, see `evaluation/answers`; round figures on purpose."""

    own: float = 0.1
    cover: float = 0.75
    meaning: float = 0.2
    passage: float = 1.0
    fits: float = 0.65
    asked: float = 0.2
    opens: float = 0.3
    same: float = 0.2
    whole: float = 0.3


WEIGHTS = Weights()


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for a sentence, each 0 to 1.

    ``own``: words of the question that it covers itself; ``cover``: with its neighbours and context; ``meaning``: its
    likeness to the question; ``passage``: how well its passage was found, against the best; ``fits``: whether it has
    what the intent wants; ``asked``: how much the question that it answers is like the question asked now; ``opens``:
    the same, for the sentence that opens the answer (an answer says first what it answers); ``same``: the same, where
    the question that it answers also wants the same (both ask when, or why); ``whole``: the likeness of the sentence
    with its context.
    """

    own: float
    cover: float
    meaning: float
    passage: float
    fits: float
    asked: float
    opens: float
    same: float = 0.0
    whole: float = 0.0


@dataclass(frozen=True, slots=True)
class _Asked:
    """How like the question asked now the question is that a passage answers; ``same``: of those that want the same."""

    like: float = 0.0
    same: float = 0.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """One sentence: ``start`` and ``end`` count in its section's text. ``score`` compares within one question only.

    ``reach``: the share of the question that its passage with its context covers, 0 to 1.
    ``missing``: the share of the question of which its passage with its context has hardly anything.
    ``telling``: how well they cover the most telling word of the question, 0 to 1.
    ``about``: the share that its document's title covers.
    ``names``: how well the least covered name of the question is covered by what was found of the sentence's document;
    1 where the question names nothing.
    """

    passage: Passage
    start: int
    end: int
    text: str
    signs: Signs
    score: float
    reach: float = 1.0
    about: float = 0.0
    names: float = 1.0
    missing: float = 0.0
    telling: float = 1.0


# A sentence without the figure, date or cause that is asked for.
_MISFIT = 0.8
# A position of today counts this much more than one of four years ago or older.
_NEWNESS = 0.1
_OLD_DAYS = 4 * 365


def gather(question: Question, hits: Sequence[Hit], analysis: WordAnalysis, embed: Embed) -> list[Evidence]:
    """All sentences of ``hits``, best first; ties by place, so that the order is always the same."""
    if not hits:
        return []
    return _Reading(question, hits, analysis, embed).evidence()


@dataclass(frozen=True, slots=True)
class _Row:
    passage: Passage
    start: int
    end: int
    text: str
    relative: float
    own: NDArray[np.float32]
    around: NDArray[np.float32]
    context: NDArray[np.float32]
    asked: _Asked
    reach: float
    missing: float
    telling: float
    about: float


class _Reading:
    """The passages of one question, read sentence by sentence."""

    def __init__(self, question: Question, hits: Sequence[Hit], analysis: WordAnalysis, embed: Embed) -> None:
        self._question = question
        self._hits = hits
        self._embed = embed
        texts = (text for hit in hits for text in (hit.passage.text, hit.passage.context, hit.passage.speaker))
        self._overlap = Overlap(question.words, texts, analysis, embed, english=question.language == "en")
        self._vector = embed([question.text])[0]
        self._newest = max((hit.passage.date for hit in hits if hit.passage.date), default=None)

    def evidence(self) -> list[Evidence]:
        best = max(hit.score for hit in self._hits) or 1.0
        asked = self._asked()
        self._documents = self._documents_covered()
        rows = [row for hit in self._hits for row in self._rows(hit, max(hit.score, 0.0) / best, asked)]
        meanings = self._likeness([row.text for row in rows])
        wholes = self._likeness([f"{row.passage.context} {row.text}" for row in rows])
        found = [
            self._judged(row, float(meaning), float(whole))
            for row, meaning, whole in zip(rows, meanings, wholes, strict=True)
        ]
        found.sort(key=lambda item: (-item.score, item.passage.id, item.start))
        named = [item for item in found if item.names >= NAMED]
        return named or found

    def _documents_covered(self) -> dict[DocumentId, NDArray[np.float32]]:
        """Per document what all that was found of it covers together."""
        told: dict[DocumentId, list[str]] = defaultdict(list)
        for hit in self._hits:
            told[hit.passage.document] += [hit.passage.text, hit.passage.context, hit.passage.speaker]
        return {id: self._overlap.per_word(" ".join(texts)) for id, texts in told.items()}

    def _asked(self) -> dict[str, _Asked]:
        """Per question text that some passage answers: how like the question asked now it is.

        A text may hold several questions; the one that is most like counts.
        """
        texts = list(dict.fromkeys(_question_of(hit.passage) for hit in self._hits))
        single = {text: _questions_in(text) for text in texts}
        every = list(dict.fromkeys(one for ones in single.values() for one in ones))
        likeness = self._likeness(every)
        shares = [self._overlap.share(self._overlap.per_word(one)) for one in every]
        like = {
            one: 0.5 * share + 0.5 * max(float(near), 0.0)
            for one, share, near in zip(every, shares, likeness, strict=True)
        }
        same = {one: like[one] for one in every if understand(one).wants is self._question.wants}
        return {
            text: _Asked(
                max((like[one] for one in ones), default=0.0), max((same.get(one, 0.0) for one in ones), default=0.0)
            )
            for text, ones in single.items()
        }

    def _rows(self, hit: Hit, relative: float, asked: dict[str, _Asked]) -> list[_Row]:
        passage = hit.passage
        spans = sentence_spans(passage.text)
        covers = [self._overlap.per_word(passage.text[start:end]) for start, end in spans]
        context = self._overlap.per_word(f"{passage.context} {passage.speaker}")
        reached = np.maximum(self._overlap.per_word(passage.text), context)
        about = self._overlap.share(self._overlap.per_word(passage.title))
        rows = []
        for at, (start, end) in enumerate(spans):
            beside = [covers[near] for near in (at - 1, at + 1) if 0 <= near < len(spans)]
            around = np.max(beside, axis=0) if beside else np.zeros_like(covers[at])
            rows.append(
                _Row(
                    passage=passage,
                    start=passage.start + start,
                    end=passage.start + end,
                    text=passage.text[start:end],
                    relative=relative,
                    own=covers[at],
                    around=around,
                    context=context,
                    asked=asked[_question_of(passage)],
                    reach=self._overlap.share(reached),
                    missing=self._overlap.share((reached < _HARDLY).astype(np.float32)),
                    telling=self._overlap.of_most_telling(reached),
                    about=about,
                )
            )
        return rows

    def _likeness(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Likeness in meaning to the question, shape (texts,); 0 for what holds no letter or digit."""
        told = [at for at, text in enumerate(texts) if any(map(str.isalnum, text))]
        likeness = np.zeros(len(texts), dtype=np.float32)
        if told:
            likeness[told] = self._embed([texts[at] for at in told]) @ self._vector
        return likeness

    def _newness(self, passage: Passage) -> float:
        """1 for what is old or undated, a little more the newer it is among what was found."""
        if passage.date is None or self._newest is None or self._question.intent is Intent.WHY:
            return 1.0
        return 1.0 + _NEWNESS * max(0.0, 1.0 - (self._newest - passage.date).days / _OLD_DAYS)

    def _counted(self, row: _Row) -> float:
        """How well the sentence, or for less what stands around it, covers what "hoeveel" counts."""
        counted = self._question.counted_near
        at = [at for at, word in enumerate(self._overlap.words) if folded(word) in counted]
        covers = (max(float(row.own[one]), 0.7 * float(row.around[one]), 0.5 * float(row.context[one])) for one in at)
        return max(covers, default=0.0)

    def _judged(self, row: _Row, meaning: float, whole: float) -> Evidence:
        per_word = np.maximum(row.own, np.maximum(_FROM_NEIGHBOURS * row.around, _FROM_CONTEXT * row.context))
        signs = Signs(
            own=self._overlap.share(row.own),
            cover=self._overlap.share(per_word),
            meaning=max(meaning, 0.0),
            passage=row.relative,
            fits=fits(self._question, row.text, self._counted(row), row.passage.date),
            asked=row.asked.like,
            opens=row.asked.like if row.start == 0 and row.passage.role is Role.ANSWER else 0.0,
            same=row.asked.same,
            whole=max(whole, 0.0),
        )
        misfit = signs.fits == 0.0 and self._question.wants in (Intent.WHY, Intent.WHEN, Intent.AMOUNT)
        score = (
            (_MISFIT if misfit else 1.0)
            * scored(signs, WEIGHTS)
            * standing(self._question, row.passage, row.text)
            * self._newness(row.passage)
        )
        named = self._named(row)
        return Evidence(
            passage=row.passage,
            start=row.start,
            end=row.end,
            text=row.text,
            signs=signs,
            score=score,
            reach=row.reach,
            about=row.about,
            names=named,
            missing=row.missing,
            telling=row.telling,
        )

    def _named(self, row: _Row) -> float:
        covered = self._documents[row.passage.document].copy()
        if row.passage.date:  # "in 2024" is met by a document of that year
            year = str(row.passage.date.year)
            covered[[at for at, word in enumerate(self._overlap.words) if word == year]] = 1.0
        at = [at for at, word in enumerate(self._overlap.words) if word in self._question.names]
        if self._question.language == "en":  # "Libyan" is a word to translate, not a name to find
            at = [one for one in at if not self._overlap.translated[one]]
        return float(covered[at].min()) if at else 1.0


def scored(signs: Signs, weights: Weights) -> float:
    """The weighted sum."""
    return float(sum(getattr(weights, entry.name) * getattr(signs, entry.name) for entry in fields(signs)))


def _question_of(passage: Passage) -> str:
    """The question that a passage answers: its context without the title; "" for what answers none."""
    if passage.role is not Role.ANSWER:
        return ""
    return passage.context.removeprefix(passage.title).strip()


def _questions_in(text: str) -> list[str]:
    """The questions of a text one by one; all of it too, for what asks without a question mark."""
    single = [text[start:end] for start, end in sentence_spans(text)]
    return list(dict.fromkeys([text, *(one for one in single if is_question(one))])) if text else []
