"""What a Mededeling says: withdrawn, answered elsewhere, or not yet."""

import pytest

from ingest.parsers.answers import is_referral
from ingest.parsers.notices import is_elsewhere, is_withdrawal


@pytest.mark.parametrize(
    "text",
    [
        "Het lid De Wit heeft de vragen ingetrokken.",
        "Op verzoek van de vraagsteller zijn deze vragen ingetrokken.",
        "Deze vragen zijn inmiddels door de indiener ingetrokken en worden daarom niet beantwoord.",
        "De vragen van het lid De Wit over mest zijn op verzoek van de vragensteller ingetrokken.",
    ],
)
def test_questions_that_were_withdrawn(text):
    assert is_withdrawal(text)


@pytest.mark.parametrize(
    "text",
    [
        "De vragen over het intrekken van vergunningen kunnen niet binnen de termijn worden beantwoord.",
        "De vragen over vergunningen die zijn ingetrokken worden zo spoedig mogelijk beantwoord.",
        "De vragen gaan over een besluit. Het besluit is ingetrokken.",
    ],
)
def test_something_else_that_was_withdrawn(text):
    assert not is_withdrawal(text)


@pytest.mark.parametrize(
    "text",
    [
        "De vragen zijn beantwoord in de brief van 12 november 2025.",
        "De beantwoording van deze vragen vindt u in de Kamerbrief van 12 november 2025.",
        "De antwoorden op deze vragen zijn opgenomen in het verslag van het schriftelijk overleg.",
    ],
)
def test_answered_elsewhere(text):
    assert is_elsewhere(text)


def test_a_postponement_is_not_answered_elsewhere():
    assert not is_elsewhere("De vragen worden zo spoedig mogelijk in een brief beantwoord, vóór het debat.")


def test_not_my_competence_and_a_colleague_is_a_referral():
    text = "Deze vraag behoort niet tot mijn bevoegdheid. Ik verwijs naar het antwoord van minister Jan Bos."
    assert is_referral(text)
