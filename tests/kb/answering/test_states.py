"""How far something is, with the words that say it."""

import pytest

from kb.answering.states import told_state
from kb.model.answer import State


@pytest.mark.parametrize(
    ("text", "state", "words"),
    [
        ("Het loket is in de vijf steden volledig in werking.", State.OPERATIONAL, "volledig in werking"),
        ("Het loket wordt eind 2027 in gebruik genomen, zoals aangekondigd.", State.OPERATIONAL, "in gebruik"),
        ("De opening is uitgesteld tot het najaar.", State.DELAYED, "uitgesteld"),
        ("Het besluit schuift daarmee enkele maanden op.", State.DELAYED, "schuift daarmee enkele maanden op"),
        ("De samenwerking is in opbouw.", State.STARTED, "in opbouw"),
        ("De opdracht werd stopgezet.", State.STOPPED, "stopgezet"),
        ("Het loket werd niet stopgezet.", State.DENIED, "niet stopgezet"),
        ("Ik ben geen voorstander van een cheque.", State.DENIED, "geen voorstander"),
        ("De gunning is voorzien voor juni.", State.PLANNED, "voorzien"),
        ("Vorig jaar is een register aangekondigd.", State.ANNOUNCED, "aangekondigd"),
        ("De verordening zal in werking treden.", State.PLANNED, "zal"),
    ],
)
def test_the_state_comes_with_the_words_that_say_it(text: str, state: State, words: str) -> None:
    told = told_state(text)
    assert told is not None
    assert (told.state, told.words) == (state, words)


def test_words_that_only_point_ahead_give_way_to_firmer_ones() -> None:
    told = told_state("Inmiddels is de aanbesteding beëindigd.")
    assert told is not None
    assert (told.firm, told.state) == (True, State.STOPPED)


def test_a_sentence_that_tells_no_state_has_none() -> None:
    assert told_state("Een loket geeft advies.") is None
