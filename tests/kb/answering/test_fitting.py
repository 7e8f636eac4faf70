"""Whether a sentence has what is asked for."""

import pytest

from kb.answering.fitting import fits
from kb.answering.question import understand


@pytest.mark.parametrize(
    ("question", "fitting", "other"),
    [
        ("Wanneer opent het loket?", "Het loket opent op 6 oktober 2025.", "Het loket opent de deuren."),
        ("Waarom is het uitgesteld?", "Dat komt door een tekort aan personeel.", "Het werd uitgesteld."),
        ("Waarom is het uitgesteld?", "Dit heeft geleid tot hogere kosten.", "De kosten zijn bekend."),
        ("Wie beslist daarover?", "De provinciegouverneurs beslissen daarover.", "Er wordt later beslist."),
        ("Wat zei minister Claes?", "Claes.", ""),
        ("Welke drie taken krijgt het?", "Het krijgt drie taken: raad, hulp en toezicht.", "Het krijgt taken."),
        ("Welke toezegging deed de minister?", "Ik zeg u een brief toe.", "Het loket is open."),
        ("Hoe ver staat het loket?", "Het loket is in opbouw.", "Een loket geeft raad."),
    ],
)
def test_a_sentence_that_has_it_fits_better(question: str, fitting: str, other: str) -> None:
    asked = understand(question)
    assert fits(asked, fitting, 0.0) >= fits(asked, other, 0.0)
    if other:
        assert fits(asked, fitting, 0.0) > fits(asked, other, 0.0)


def test_the_name_that_the_question_holds_itself_answers_no_who() -> None:
    asked = understand("Wie volgt minister Jambon op?")
    assert fits(asked, "Vandaag sprak Jambon.", 0.0) < fits(asked, "Vandaag sprak Brouns.", 0.0)


def test_years_of_age_are_no_number_of_firms() -> None:
    asked = understand("Hoeveel bedrijven zijn er?")
    assert fits(asked, "Een installatie ouder dan 15 jaar.", 1.0) < fits(asked, "Er zijn 178 bedrijven.", 1.0)


def test_that_a_figure_is_not_kept_answers_how_many() -> None:
    asked = understand("Hoeveel fietsers zijn er geteld?")
    assert fits(asked, "Het aandeel wordt niet afzonderlijk geteld.", 0.0) > 0.5


def test_either_side_of_a_comparison_is_asked_for_what_is_compared() -> None:
    asked = understand("Hoeveel garantie geven herstellers in Vlaanderen en in Nederland?")
    assert fits(asked, "Zij geven 6 keer garantie.", 1.0) > fits(asked, "Zij geven garantie.", 1.0)
