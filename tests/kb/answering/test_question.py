"""Questions are read by their words: what is asked, of which parliament, about what."""

import pytest

from kb.answering.question import understand
from kb.model.answer import Intent
from kb.model.terms import Parliament

VP, TK = Parliament.VLAAMS_PARLEMENT, Parliament.TWEEDE_KAMER


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("status of the waterloket", Intent.STATUS),
        ("Wat is de stand van zaken van het fietsfonds?", Intent.STATUS),
        ("hoe staat het met de schoolbussen", Intent.STATUS),
        ("Is het loket al open?", Intent.STATUS),
        ("Where does the pilot stand?", Intent.STATUS),
        ("waterloket", Intent.STATUS),
        ("Waarom werd de opening uitgesteld?", Intent.WHY),
        ("Hoeveel aanvragen kreeg het loket in 2025?", Intent.AMOUNT),
        ("How much does the programme cost?", Intent.AMOUNT),
        ("Wanneer opent het loket?", Intent.WHEN),
        ("Welke minister is bevoegd voor grondwater?", Intent.WHO),
        ("Who decides on the permits?", Intent.WHO),
        ("Welke vier maatregelen kondigt de minister aan?", Intent.LIST),
        ("Vergelijk de aanpak van beide landen", Intent.COMPARE),
        ("Is er al antwoord op de vragen over de bussen?", Intent.ANSWERED_YET),
        ("Mag een gemeente zelf pompen plaatsen?", Intent.FACT),
    ],
)
def test_the_intent_is_told_by_the_words(text: str, intent: Intent) -> None:
    assert understand(text).intent is intent


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Hoe ver staat Vlaanderen met het loket?", (VP,)),
        ("heeft vlaandern dit al gedaan", (VP,)),
        ("Wat doet het Nederlandse kabinet?", (TK,)),
        ("How many Dutch-language moderators are there?", ()),
        ("What did the Dutch government decide?", (TK,)),
        ("Hoe ver staan Vlaanderen en Nederland?", (VP, TK)),
        ("Hoeveel kost het loket?", ()),
    ],
)
def test_a_parliament_is_named_by_its_country(text: str, named: tuple[Parliament, ...]) -> None:
    assert understand(text).parliaments == named


def test_two_countries_in_one_question_are_compared() -> None:
    assert understand("Hoe ver staan Vlaanderen en Nederland met hun loket?").intent is Intent.COMPARE


def test_asking_words_carry_no_topic_unless_there_is_nothing_else() -> None:
    assert understand("status of the waterloket").words == ("waterloket",)
    assert understand("wat is er").words == ("wat", "is", "er")


def test_a_list_question_says_how_many_items_it_expects() -> None:
    assert understand("Welke vier maatregelen komen er?").expected == 4
    assert understand("Welke maatregelen komen er?").expected == 0
