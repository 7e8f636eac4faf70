"""One ranking out of the legs' scores, and out of what a question's form says about its answer."""

from collections import Counter, OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from threading import Lock

from kb.language import register
from kb.language.guess import Language
from kb.language.register import Registers
from kb.model.passage import Passage
from kb.model.terms import Role
from kb.search.encoding import GRAMS, WORDS
from kb.search.weights import LegWeights, Ranking
from kb.store.port import MEANING, Hit

_REMEMBERED = 20_000
# Further passages of a document that count.
SUPPORTING = 4
SPEECH = register.REGISTERS.index("speech")
_ANSWERS = frozenset(role for role in Role if role.is_government or role.is_member)


def fused(hits: Sequence[Hit], weights: LegWeights) -> list[Hit]:
    """Hits by the weighted sum of their scores, each leg's divided by its best; ties by passage id."""
    of_leg = {WORDS: weights.words, GRAMS: weights.grams, MEANING: weights.meaning}
    best = {leg: max((hit.legs.get(leg, 0.0) for hit in hits), default=0.0) for leg in of_leg}
    # A leg without any match has nothing to say.
    shares = {leg: weight / best[leg] for leg, weight in of_leg.items() if best[leg] > 0.0}
    return in_order(
        replace(hit, score=sum(share * max(hit.legs.get(leg, 0.0), 0.0) for leg, share in shares.items()))
        for hit in hits
    )


class FormMatch:
    """What the form of question and passage says beside their words. Remembers passages it has read."""

    def __init__(self, ranking: Ranking) -> None:
        self._ranking = ranking
        self._known: OrderedDict[str, Registers] = OrderedDict()
        self._lock = Lock()

    def apply(self, query: str, language: Language, hits: Sequence[Hit]) -> list[Hit]:
        """``hits`` in their new order."""
        if not hits or not (self._ranking.register or self._ranking.support):
            return list(hits)
        spoken = [self._of(hit.passage) for hit in hits]
        expected = register.of_question(query) if language is Language.DUTCH else register.of_foreign(language)
        agreements = [register.agreement(expected, one) for one in spoken]
        # Against the best at hand: where all passages speak in one register, no score changes.
        best = max(agreements)
        scores = [
            hit.score + self._ranking.register * (agreement - best)
            for hit, agreement in zip(hits, agreements, strict=True)
        ]
        return in_order(
            replace(hit, score=score + gain)
            for hit, score, gain in zip(hits, scores, self._supports(hits, scores, spoken), strict=True)
        )

    def _supports(self, hits: Sequence[Hit], scores: Sequence[float], spoken: Sequence[Registers]) -> list[float]:
        """What the best passage of each document gains from the next ones, as far as these are speech.

        A debate comes back to its subject; a long answer that touches a subject twice is no better for it.
        """
        gains = [0.0] * len(hits)
        first: dict[str, int] = {}
        helped: Counter[str] = Counter()
        for at in sorted(range(len(hits)), key=lambda at: (-scores[at], hits[at].passage.id)):
            document = str(hits[at].passage.document)
            best = first.setdefault(document, at)
            if best != at and helped[document] < SUPPORTING:
                helped[document] += 1
                gains[best] += self._ranking.support * max(scores[at], 0.0) * float(spoken[at][SPEECH])
        return gains

    def _of(self, passage: Passage) -> Registers:
        if passage.role in _ANSWERS:
            return register.certain("answer")
        if passage.role is Role.SPEECH:
            return register.certain("speech")
        with self._lock:
            known = self._known.get(passage.id)
        if known is None:
            known = register.of_passage(passage.text)
            with self._lock:
                self._known[passage.id] = known
                if len(self._known) > _REMEMBERED:
                    self._known.popitem(last=False)
        return known


def in_order(hits: Iterable[Hit]) -> list[Hit]:
    """Best first; ties by passage id."""
    return sorted(hits, key=lambda hit: (-hit.score, hit.passage.id))
