"""How much each way of finding counts. Chosen on development queries (`evaluation/RESULTS.md`)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kb.language.guess import Language


@dataclass(frozen=True, slots=True)
class LegWeights:
    """Weights on scores that are 1 for the best passage of that leg; a leg of weight 0 is not asked."""

    words: float = 0.0
    grams: float = 0.0
    meaning: float = 0.0


# The words of a foreign question are translated; their pieces are not, but for names. The model was trained on
# translations of many more words than the dictionary holds, so it weighs more than for a Dutch question.
_FOREIGN = LegWeights(words=1.00, grams=0.20, meaning=0.60)


@dataclass(frozen=True, slots=True)
class Ranking:
    """``register`` counts on the log of how well a passage's register agrees with the form of the question;
    ``support`` on the scores of a debate's next best passages, which its best one gains."""

    legs: Mapping[Language, LegWeights] = field(
        default_factory=lambda: {
            Language.DUTCH: LegWeights(words=0.50, grams=0.50, meaning=0.30),
            Language.ENGLISH: _FOREIGN,
            Language.FRENCH: _FOREIGN,
        }
    )
    register: float = 0.18
    support: float = 0.05

    @classmethod
    def of_one(cls, weights: LegWeights) -> "Ranking":
        """The same weights for every language, and nothing beside the legs: for measuring them."""
        return cls(dict.fromkeys(Language, weights), register=0.0, support=0.0)


# Candidates that each leg brings, and how many of all of them are read for their form.
CANDIDATES = 100
READ = 150
