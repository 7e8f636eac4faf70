"""How sure an answer is, fitted to judged questions: written by `python -m evaluation.answers --calibrate`.

Fit it again after a change of the embedding model, of the weights of search or of `evidence.WEIGHTS`.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Calibration:
    """Weights of a logistic model over the best evidence, and the sureness below which an answer is declined."""

    bias: float
    score: float
    fits: float
    missing: float
    threshold: float


CALIBRATION = Calibration(bias=-4.857, score=1.357, fits=2.528, missing=-1.096, threshold=0.301)
