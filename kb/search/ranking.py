"""One ranking out of the legs' scores, and out of what a question's form says about its answer."""

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from threading import Lock

from kb.language import register
from kb.language.guess import Language
from kb.language.register import Registers
from kb.model.passage import Passage
from kb.model.terms import Role
from kb.search.encoding import GRAMS, WORDS
from kb.search.weights import LegWeights
from kb.store.port import MEANING, Hit

_REMEMBERED = 20_000
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


class RegisterMatch:
    """Raises passages in the register that the form of a Dutch question asks for. Remembers passages it has read."""

    def __init__(self, weight: float) -> None:
        self._weight = weight
        self._known: OrderedDict[str, Registers] = OrderedDict()
        self._lock = Lock()

    def apply(self, query: str, language: Language, hits: Sequence[Hit]) -> list[Hit]:
        """``hits`` in their new order; a question in another language keeps the old one: its form was not learned."""
        if language is not Language.DUTCH or not hits or not self._weight:
            return list(hits)
        expected = register.of_question(query)
        agreements = [register.agreement(expected, self._of(hit.passage)) for hit in hits]
        # Against the best at hand: where all passages speak in one register, no score changes.
        best = max(agreements)
        return in_order(
            replace(hit, score=hit.score + self._weight * (agreement - best))
            for hit, agreement in zip(hits, agreements, strict=True)
        )

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
