"""How sure an answer is, fitted to cases; and the questions that it is fitted on."""

import json
from pathlib import Path

import numpy as np
import pytest

from evaluation.answers.calibrating import Case, calibrated, write
from evaluation.answers.gold import load
from kb.answering.calibrated import Calibration

CORPUS = Path(__file__).resolve().parents[3] / "corpus"


def _cases() -> list[Case]:
    chance = np.random.default_rng(1)
    cases = []
    for at in range(80):
        answerable = at % 2 == 0
        score = float(chance.normal(2.5 if answerable else 1.5, 0.3))
        cases.append(Case((score, 1.0 if answerable else 0.3, 0.1), answerable, 1.0 if answerable else 2.5, f"q{at}"))
    return cases


def test_better_evidence_makes_surer_and_few_answerable_questions_fall_below_the_threshold() -> None:
    cases = _cases()
    model, declined = calibrated(cases)
    assert model.score > 0
    assert model.fits > 0
    assert declined > 0.9
    sure = [model.bias + model.score * case.signs[0] + model.fits * case.signs[1] for case in cases if case.answerable]
    below = sum(1 / (1 + np.exp(-one)) < model.threshold for one in sure)
    assert below / len(sure) <= 0.15


def test_the_fitted_model_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    module = tmp_path / "calibrated.py"
    module.write_text('"""Doc."""\n\nCALIBRATION = Calibration(bias=0.0)\n', encoding="utf-8")
    write(Calibration(-1.0, 2.0, 3.0, -0.5, 0.3), module)
    assert module.read_text(encoding="utf-8") == (
        '"""Doc."""\n\nCALIBRATION = Calibration(bias=-1.0, score=2.0, fits=3.0, missing=-0.5, threshold=0.3)\n'
    )


@pytest.mark.parametrize("name", ["sample-questions.jsonl", "sample-questions-2.jsonl"])
def test_every_judged_file_of_the_sample_is_there_and_every_question_has_its_own_id(name: str) -> None:
    rows = [json.loads(line) for line in (CORPUS / name).read_text(encoding="utf-8").splitlines()]
    files = {form["file"] for row in rows for gold in row["gold"] for form in (gold, *gold.get("alt", ()))}
    assert all((CORPUS / "sample" / file).is_file() for file in files)
    questions = load(CORPUS / name)
    assert len({question.id for question in questions}) == len(questions) > 30
    assert all(question.quotes or not question.answerable for question in questions)
