"""Sentences of the found passages, scored for what the question asks.

A sentence is judged by the words of the question that it covers itself, the words that its surroundings cover for it
(the question that an answer belongs to, its heading and title, the sentences beside it), its likeness in meaning, and
whether it has what the intent wants: a date for when, a figure for how many, a cause for why, a state for status.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kb.answering import cues
from kb.answering.overlap import Embed, Overlap, WordAnalysis
from kb.answering.question import Question, folded
from kb.model.answer import Intent
from kb.model.passage import Passage
from kb.model.terms import Role
from kb.passages.sentences import sentence_spans
from kb.store.port import Hit

# How much of a word counts that the sentence itself lacks, but its neighbours, or its context, cover.
_FROM_NEIGHBOURS = 0.7
_FROM_CONTEXT = 0.6
_WEIGHTS = {"cover": 1.0, "meaning": 0.45, "passage": 0.55, "intent": 0.35}


@dataclass(frozen=True, slots=True)
class Evidence:
    """One sentence: ``start`` and ``end`` count in its section's text. ``cover`` and ``own`` are shares, 0 to 1.

    ``cover`` counts the surroundings too, ``own`` the sentence alone. ``fits`` says how well it has what the intent
    wants, 0 to 1. ``score`` compares sentences of one question only.
    """

    passage: Passage
    start: int
    end: int
    text: str
    cover: float
    own: float
    meaning: float
    fits: float
    score: float


def gather(question: Question, hits: Sequence[Hit], analysis: WordAnalysis, embed: Embed) -> list[Evidence]:
    """All sentences of ``hits``, best first; ties by place, so that the order is always the same."""
    if not hits:
        return []
    overlap = Overlap(question.words, (text for hit in hits for text in _texts_of(hit.passage)), analysis, embed)
    best = max(hit.score for hit in hits) or 1.0
    rows: list[_Row] = []
    for hit in hits:
        rows.extend(_rows(hit, hit.score / best, overlap))
    meanings = _meanings(question, rows, embed)
    found = [_judge(question, row, float(meaning), overlap) for row, meaning in zip(rows, meanings, strict=True)]
    return sorted(found, key=lambda item: (-item.score, item.passage.id, item.start))


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


def _texts_of(passage: Passage) -> tuple[str, str]:
    return passage.text, passage.context


def _rows(hit: Hit, relative: float, overlap: Overlap) -> list[_Row]:
    passage = hit.passage
    spans = sentence_spans(passage.text)
    covers = [overlap.per_word(passage.text[start:end]) for start, end in spans]
    context = overlap.per_word(f"{passage.context} {passage.speaker}")
    rows = []
    for at, (start, end) in enumerate(spans):
        beside = [covers[near] for near in (at - 1, at + 1) if 0 <= near < len(spans)]
        around = np.max(beside, axis=0) if beside else np.zeros_like(covers[at])
        text = passage.text[start:end]
        rows.append(
            _Row(passage, passage.start + start, passage.start + end, text, relative, covers[at], around, context)
        )
    return rows


def _meanings(question: Question, rows: Sequence[_Row], embed: Embed) -> NDArray[np.float32]:
    if not rows:
        return np.zeros(0, dtype=np.float32)
    vectors = embed([row.text if any(map(str.isalnum, row.text)) else "leeg" for row in rows])
    return np.asarray(vectors @ embed([question.text])[0], dtype=np.float32)


def _judge(question: Question, row: _Row, meaning: float, overlap: Overlap) -> Evidence:
    per_word = np.maximum(row.own, np.maximum(_FROM_NEIGHBOURS * row.around, _FROM_CONTEXT * row.context))
    cover, own = overlap.share(per_word), overlap.share(row.own)
    fits = _fits(question.intent, row)
    score = (
        _WEIGHTS["cover"] * (0.5 * cover + 0.5 * own)
        + _WEIGHTS["meaning"] * max(meaning, 0.0)
        + _WEIGHTS["passage"] * row.relative
        + _WEIGHTS["intent"] * fits
    )
    score *= _standing(question, row)
    return Evidence(row.passage, row.start, row.end, row.text, cover, own, meaning, fits, score)


def _fits(intent: Intent, row: _Row) -> float:
    plain = folded(row.text)
    if intent is Intent.WHEN:
        return 1.0 if cues.TIME.search(plain) else 0.0
    if intent is Intent.AMOUNT:
        return 1.0 if cues.BIG_AMOUNT.search(plain) else 0.5 if cues.AMOUNT.search(plain) else 0.0
    if intent is Intent.WHY:
        return 1.0 if cues.CAUSE.search(plain) else 0.0
    if intent in (Intent.STATUS, Intent.COMPARE):
        return 1.0 if any(pattern.search(plain) for _, pattern in cues.STATES) else 0.0
    if intent is Intent.WHO:
        return 1.0 if any(char.isupper() for char in row.text[1:]) else 0.0
    return 0.5


def _standing(question: Question, row: _Row) -> float:
    """Who says it counts: a question that is asked answers nothing, a claim of a member less than the government."""
    role = row.passage.role
    factor = 1.0
    if row.text.rstrip("\"'”’») ").endswith("?"):
        factor *= 0.45
    if role.is_member:
        factor *= 0.6 if question.intent in (Intent.STATUS, Intent.COMPARE) else 0.8
    elif role in (Role.NOTE, Role.HEAD):
        factor *= 0.6
    elif role is Role.NOTICE:
        factor *= 0.8
    if question.parliaments and row.passage.parliament not in question.parliaments:
        factor *= 0.6
    return factor
