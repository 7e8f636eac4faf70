"""What the form of question and passage says beside their words, for all candidates at once, none of them read.

The same as `kb.search.ranking.FormMatch` does for hits that were read; a test holds the two together.
"""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from kb.language import register
from kb.language.guess import Language
from kb.language.register import Registers
from kb.search.ranking import SPEECH, SUPPORTING
from kb.search.weights import Ranking
from kb.store.port import Ranked


def by_form(found: Ranked, query: str, language: Language, ranking: Ranking) -> Ranked:
    """``found`` in its new order; ties by id."""
    if not len(found.ids) or not (ranking.register or ranking.support):
        return found
    expected = register.of_question(query) if language is Language.DUTCH else register.of_foreign(language)
    agreements = _agreements(expected, found.register)
    # Against the best at hand: where all passages speak in one register, no score changes.
    scores = found.scores + ranking.register * (agreements - agreements.max())
    return _in_order(found, scores + _supports(found, scores, ranking.support))


def without_repeats(found: Ranked) -> Ranked:
    """Without the passages whose text one of another document, higher up, already has."""
    first: dict[int, int] = {}
    kept = [
        at
        for at, (fold, document) in enumerate(zip(found.fold.tolist(), found.document.tolist(), strict=True))
        if first.setdefault(fold, document) == document
    ]
    return found if len(kept) == len(found.ids) else _taken(found, np.array(kept, dtype=np.intp))


def _agreements(question: Registers, passages: Registers) -> NDArray[np.float64]:
    """`register.agreement` of a question with each of n passages, shape (n,)."""
    count = len(register.REGISTERS)
    expected = (question + register.DOUBT) / (1.0 + register.DOUBT * count)
    met = (passages + register.DOUBT) / (1.0 + register.DOUBT * count)
    together: NDArray[np.float64] = met @ expected + register.GUIDE_AS_ANSWER * expected[1] * met[:, 4]
    return np.log(together * count)


def _supports(found: Ranked, scores: NDArray[np.float64], support: float) -> NDArray[np.float64]:
    """What the best passage of each document gains from the next ones, as far as these are speech."""
    gains = np.zeros(len(scores))
    best_of: dict[int, int] = {}
    helped: dict[int, int] = {}
    documents = found.document.tolist()
    given = (support * np.maximum(scores, 0.0) * found.register[:, SPEECH]).tolist()
    for at in np.lexsort((found.ids, -scores)).tolist():
        document = documents[at]
        best = best_of.setdefault(document, at)
        if best != at and helped.get(document, 0) < SUPPORTING:
            helped[document] = helped.get(document, 0) + 1
            gains[best] += given[at]
    return gains


def _in_order(found: Ranked, scores: NDArray[np.float64]) -> Ranked:
    return _taken(replace(found, scores=scores), np.lexsort((found.ids, -scores)))


def _taken(found: Ranked, at: NDArray[np.intp]) -> Ranked:
    return Ranked(
        found.ids[at],
        found.scores[at],
        {leg: raw[at] for leg, raw in found.legs.items()},
        found.floors,
        found.fold[at],
        found.document[at],
        found.register[at],
    )
