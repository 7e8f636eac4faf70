"""How sure an answer is, fitted: judged questions, and the same questions with the part that answers them taken away.

A question whose answering sections are left out is near a topic that the documents do speak of, and has no answer:
what a near miss looks like, as often as there are answers. Fitted by logistic regression; the threshold is the one
under which no more than the wanted share of answerable questions falls when each is judged by a model fitted on others.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from evaluation.answers.gold import GoldQuestion, load
from evaluation.answers.judging import holds
from kb.answering.calibrated import Calibration
from kb.answering.declining import signs_of_answer
from kb.answering.question import understand
from kb.model.answer import Intent

if TYPE_CHECKING:
    from kb.answering.evidence import Evidence
    from kb.knowledge_base import KnowledgeBase

CALIBRATED = Path(__file__).resolve().parents[2] / "kb" / "answering" / "calibrated.py"
# Of answerable questions, this share may be declined for want of sureness.
FALSE_DECLINES = 0.05
_FOLDS = 8
_RIDGE = 3.0
# A question that someone wrote as unanswerable tells more than one that was made so.
_WRITTEN, _MADE = 2.5, 0.4
Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Case:
    """The signs of one question; ``answerable`` as put, ``weight`` in the fit, ``group``: judged together."""

    signs: tuple[float, ...]
    answerable: bool
    weight: float
    group: str


def cases_of(knowledge: "KnowledgeBase", questions: Path) -> list[Case]:
    """Cases of the judged questions that are answered from evidence (not by a number, not "is there an answer")."""
    cases: list[Case] = []
    for gold in load(questions):
        answer = knowledge.ask(gold.text)
        if answer.intent in (Intent.LOOKUP, Intent.ANSWERED_YET):
            continue
        evidence = knowledge.evidence(gold.text)
        if not evidence:
            continue
        question = understand(gold.text)
        group = f"{questions.stem}/{gold.id}"
        cases.append(
            Case(signs_of_answer(question, evidence), gold.answerable, 1.0 if gold.answerable else _WRITTEN, group)
        )
        left = _without_answer(gold, evidence) if gold.answerable else ()
        if left:
            cases.append(Case(signs_of_answer(question, left), False, _MADE, group))
    return cases


def _without_answer(gold: GoldQuestion, evidence: Sequence["Evidence"]) -> list["Evidence"]:
    telling = {(item.passage.document, item.passage.section) for item in evidence if holds(gold, item.passage.text)}
    return [item for item in evidence if (item.passage.document, item.passage.section) not in telling]


def calibrated(cases: Sequence[Case]) -> tuple[Calibration, float]:
    """The fitted model, and the share of written unanswerable questions that it declines when fitted on others."""
    signs = np.array([case.signs for case in cases])
    right = np.array([case.answerable for case in cases], dtype=np.float64)
    weights = np.array([case.weight for case in cases])
    groups = sorted({case.group for case in cases})
    order = np.random.default_rng(0).permutation(len(groups))
    fold_of = {groups[at]: place % _FOLDS for place, at in enumerate(order)}
    folds = np.array([fold_of[case.group] for case in cases])
    held_out = np.zeros(len(cases))
    for fold in range(_FOLDS):
        train = folds != fold
        held_out[~train] = _sure(_fit(signs[train], right[train], weights[train]), signs[~train])
    threshold = float(np.quantile(held_out[right == 1], FALSE_DECLINES))
    bias, score, fits, missing = (round(float(value), 3) for value in _fit(signs, right, weights))
    written = (right == 0) & (weights == _WRITTEN)
    return Calibration(bias, score, fits, missing, round(threshold, 3)), float((held_out[written] < threshold).mean())


def _fit(signs: Array, right: Array, weights: Array) -> Array:
    """Bias and one weight per sign, on the signs as they are (fitted on standardised ones by Newton's method)."""
    mean, spread = signs.mean(axis=0), signs.std(axis=0) + 1e-6
    inputs = np.c_[np.ones(len(signs)), (signs - mean) / spread]
    ridge = _RIDGE * np.eye(inputs.shape[1])
    ridge[0, 0] = 0.0
    found = np.zeros(inputs.shape[1])
    for _ in range(50):
        sure = 1.0 / (1.0 + np.exp(-inputs @ found))
        slope = inputs.T @ (weights * (right - sure)) - ridge @ found
        curve = (inputs * (weights * sure * (1.0 - sure))[:, None]).T @ inputs + ridge
        found += np.linalg.solve(curve, slope)
    own = found[1:] / spread
    return np.r_[found[0] - float((own * mean).sum()), own]


def _sure(found: Array, signs: Array) -> Array:
    return np.asarray(1.0 / (1.0 + np.exp(-(found[0] + signs @ found[1:]))))


def write(calibration: Calibration, path: Path = CALIBRATED) -> None:
    """Put the fitted model into its module, in the place of the one before."""
    kept = path.read_text(encoding="utf-8").split("CALIBRATION = ")[0]
    told = ", ".join(
        f"{name}={getattr(calibration, name)}" for name in ("bias", "score", "fits", "missing", "threshold")
    )
    path.write_text(f"{kept}CALIBRATION = Calibration({told})\n", encoding="utf-8")
