"""Registers: of passages and of questions."""

import numpy as np
import pytest

from kb.language import register

MOTION = (
    "constaterende dat dorpen leeglopen; verzoekt de regering een plan te maken, en gaat over tot de orde van de dag."
)
SPEECH = "Mijnheer de minister, u weet dat ik u daar vorige week al over ondervroeg. Wat gaat u nu doen, collega's?"
ANSWER = "1. In 2016 werden 312 dossiers ingediend. 2. Mijn diensten beschikken niet over die cijfers."


@pytest.mark.parametrize(("text", "name"), [(MOTION, "motion"), (SPEECH, "speech"), (ANSWER, "answer")])
def test_a_passage_is_known_by_its_form(text: str, name: str) -> None:
    assert register.REGISTERS[int(np.argmax(register.of_passage(text)))] == name


def test_a_question_asks_for_an_answer_rather_than_a_motion() -> None:
    expected = register.of_question("Hoeveel dossiers werden er in 2016 ingediend?")
    answer, motion = register.of_passage(ANSWER), register.of_passage(MOTION)
    assert register.agreement(expected, answer) > register.agreement(expected, motion)


def test_likelihoods_add_up_to_one_for_any_text() -> None:
    for text in ("", "?", "\x00", SPEECH * 100):
        assert register.of_passage(text).sum() == pytest.approx(1.0)


def test_nothing_is_ruled_out() -> None:
    assert np.isfinite(register.agreement(register.certain("answer"), register.certain("motion")))
