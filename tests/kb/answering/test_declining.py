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
GOOD = evidence(passage())
MEMBER = evidence(passage(role=Role.QUESTION_INTRO))


@pytest.mark.parametrize(
    ("question", "found", "reason"),
    [
        (FACT, [], Reason.NOTHING_FOUND),
        (FACT, [GOOD], Reason.NONE),
        (FACT, [evidence(passage(), reach=0.1, meaning=0.1)], Reason.NOT_ANSWERED),
        (FACT, [evidence(passage(), reach=0.1, meaning=0.6)], Reason.NONE),
        (FACT, [evidence(passage(), names=0.0)], Reason.NOT_ANSWERED),
        (FACT, [evidence(passage(text="Mag dat?"))], Reason.ONLY_QUESTION),
        (FACT, [MEMBER], Reason.NONE),
        (GOVERNMENT, [MEMBER], Reason.ONLY_QUESTION),
        (FACT, [evidence(passage(role=Role.QUESTION_INTRO, kind=Kind.OPEN_QUESTION))], Reason.ONLY_QUESTION),
        (FACT, [evidence(passage(role=Role.NOTICE, kind=Kind.POSTPONEMENT))], Reason.POSTPONED),
        (AMOUNT, [evidence(passage(), fits=0.0)], Reason.NOT_ANSWERED),
        (AMOUNT, [evidence(passage(), fits=0.0), evidence(passage("b"), fits=1.0)], Reason.NONE),
    ],
)
def test_an_answer_is_declined_for_its_reason(question: object, found: list[Evidence], reason: Reason) -> None:
    assert judge(question, found, scoped=False) is reason  # type: ignore[arg-type]


def test_less_is_asked_of_the_words_where_the_user_named_the_document() -> None:
    vague = evidence(passage(), reach=0.1, meaning=0.1)
    assert judge(FACT, [vague], scoped=True) is Reason.NONE
    assert judge(replace(FACT), [vague], scoped=False) is Reason.NOT_ANSWERED
