"""Passages and vectors made up for the tests of the store."""

from collections.abc import Sequence
from datetime import date

import numpy as np

from kb.model.identity import DocumentId
from kb.model.passage import Passage
from kb.model.terms import Kind, Parliament, Role
from kb.store.port import IndexShape, Leg, Point, SparseVector

SHAPE = IndexShape(dimension=4, sparse_legs=("words", "grams"))


def passage(key: str, order: int = 0, text: str = "", **changes: object) -> Passage:
    words = text or f"Passage {order} of {key}."
    fields: dict[str, object] = {
        "document": DocumentId("folder", key),
        "version": 1,
        "section": "s1",
        "start": order * 1000,
        "end": order * 1000 + len(words),
        "text": words,
        "order": order,
        "kind": Kind.LETTER,
        "role": Role.LETTER,
        "title": f"Title of {key}",
    }
    return Passage(**(fields | changes))  # type: ignore[arg-type]


def dense(*values: float) -> np.ndarray:
    row = np.array(values, dtype=np.float32)
    return row / np.linalg.norm(row)


def sparse(terms: dict[int, float] | Sequence[int]) -> SparseVector:
    weights = terms if isinstance(terms, dict) else dict.fromkeys(terms, 1.0)
    return SparseVector(
        np.array(list(weights), dtype=np.uint32), np.array([float(weights[t]) for t in weights], dtype=np.float32)
    )


def point(
    of: Passage,
    meaning: np.ndarray | None = None,
    words: dict[int, float] | Sequence[int] = (),
    grams: dict[int, float] | Sequence[int] = (),
) -> Point:
    return Point(
        of, dense(1, 0, 0, 0) if meaning is None else meaning, {"words": sparse(words), "grams": sparse(grams)}
    )


def full_passage() -> Passage:
    """One with every field filled."""
    return passage(
        "map/één – 'ß' 𝄞.pdf",
        3,
        "Het loket is nog in opbouw: “sinds 2022”, 31 288 nr. 948.\n\n€ 1,5 mln — ĳ 🏛",
        version=7,
        section="a3-5-6",
        kind=Kind.ANSWERED_QUESTION,
        role=Role.ANSWER,
        context="Titel\nWaar staat het loket?",
        heading="Antwoord",
        speaker="Minister Éric D'Hondt (Onderwijs)",
        questions=(3, 5, 6),
        page=12,
        date=date(2024, 10, 31),
        parliament=Parliament.VLAAMS_PARLEMENT,
        people=("d'hondt", "vanlouwe"),
        parties=("N-VA",),
        ministries=("Onderwijs, Justitie en Werk",),
        themes=("wetenschap",),
        numbers=("SV 30 (2024-2025)", "schv-1836653"),
    )


def words_leg(terms: Sequence[int], limit: int = 10, weight: float = 1.0) -> Leg:
    return Leg("words", sparse(terms), limit, weight)


def meaning_leg(*values: float, limit: int = 10, weight: float = 1.0) -> Leg:
    return Leg("meaning", dense(*values), limit, weight)
