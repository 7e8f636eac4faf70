"""Declining: on evidence, with the reason."""

from dataclasses import replace

import pytest

from kb.answering.declining import Reason, judge
from kb.answering.evidence import Evidence
from kb.answering.question import understand
from kb.model.terms import Kind, Role
from tests.kb.answering.made import evidence, passage

FACT = understand("Mag een gemeente zelf pompen plaatsen?")
AMOUNT = understand("Hoeveel aanvragen kreeg het loket?")
GOVERNMENT = understand("Wat antwoordde de minister over het loket?")
ONE_WORD = understand("Wat staat er over marsreizen?")
GOOD = evidence(passage())
MEMBER = evidence(passage(role=Role.QUESTION_INTRO))
# A question without an answer that is on the matter, while what answers speaks of something beside it.
ASKED_ONLY = evidence(passage("b", role=Role.QUESTION, kind=Kind.OPEN_QUESTION), reach=1.0)
BESIDE = evidence(passage(), reach=0.5, found=0.4)
# The question was put in these words, and the answer to it names no figure.
LEFT_TO_OTHERS = evidence(passage(text="Ik verwijs naar de minister bevoegd voor Handhaving."), 2.0, fits=0.0, same=0.9)


@pytest.mark.parametrize(
    ("question", "found", "reason"),
    [
        (FACT, [], Reason.NOTHING_FOUND),
        (FACT, [GOOD], Reason.NONE),
        (FACT, [evidence(passage(), 0.5, missing=0.8)], Reason.NOT_ANSWERED),
        (FACT, [evidence(passage(), 3.0, missing=0.3)], Reason.NONE),
        (FACT, [evidence(passage(), 9.0, reach=0.3)], Reason.NOT_ANSWERED),
        (ONE_WORD, [evidence(passage(), 9.0, reach=0.5)], Reason.NOT_ANSWERED),
        (FACT, [evidence(passage(), names=0.0)], Reason.NOT_ANSWERED),
        (FACT, [evidence(passage(text="Mag dat?"))], Reason.ONLY_QUESTION),
        (FACT, [MEMBER], Reason.NONE),
        (GOVERNMENT, [MEMBER], Reason.ONLY_QUESTION),
        (FACT, [evidence(passage(role=Role.QUESTION_INTRO, kind=Kind.OPEN_QUESTION))], Reason.ONLY_QUESTION),
        (FACT, [evidence(passage(role=Role.NOTICE, kind=Kind.POSTPONEMENT))], Reason.POSTPONED),
        (AMOUNT, [evidence(passage(), 1.5, fits=0.0)], Reason.NOT_ANSWERED),
        (AMOUNT, [evidence(passage(), fits=1.0), evidence(passage("b"), fits=0.0)], Reason.NONE),
        (FACT, [GOOD, ASKED_ONLY], Reason.NONE),
        (FACT, [BESIDE, ASKED_ONLY], Reason.ONLY_QUESTION),
        (AMOUNT, [evidence(passage("b")), LEFT_TO_OTHERS], Reason.REFERRED),
        (FACT, [evidence(passage("b")), LEFT_TO_OTHERS], Reason.NONE),
    ],
)
def test_an_answer_is_declined_for_its_reason(question: object, found: list[Evidence], reason: Reason) -> None:
    assert judge(question, found, scoped=False) is reason  # type: ignore[arg-type]


def test_less_is_asked_of_the_words_where_the_user_named_the_document() -> None:
    vague = evidence(passage(), 0.5, missing=0.8)
    assert judge(FACT, [vague], scoped=True) is Reason.NONE
    assert judge(replace(FACT), [vague], scoped=False) is Reason.NOT_ANSWERED
