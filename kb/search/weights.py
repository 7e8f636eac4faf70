"""How much each way of finding counts. Chosen on development queries (`evaluation/RESULTS.md`)."""

from dataclasses import dataclass

from kb.language.guess import Language


@dataclass(frozen=True, slots=True)
class LegWeights:
    """Weights on scores that are 1 for the best passage of that leg."""

    words: float
    grams: float
    meaning: float


WEIGHTS = {
    Language.DUTCH: LegWeights(words=0.45, grams=0.35, meaning=0.20),
    Language.ENGLISH: LegWeights(words=0.40, grams=0.15, meaning=0.45),
    Language.FRENCH: LegWeights(words=0.40, grams=0.15, meaning=0.45),
}
# Candidates that each leg brings.
CANDIDATES = 100
