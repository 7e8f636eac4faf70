"""The collection as a whole."""

from dataclasses import replace

from kb.model.identity import DocumentId
from kb.model.terms import Kind
from tests.ui.fake_knowledge import FakeKnowledge
from ui.messages.sentence import Language
from ui.screens.overview import overview_of

_SUMMARIES = tuple(FakeKnowledge().summaries())


def test_kinds_are_those_that_are_held_in_the_order_of_the_list() -> None:
    assert overview_of(_SUMMARIES).kinds == (Kind.ANSWERED_QUESTION, Kind.OPEN_QUESTION, Kind.LETTER)


def test_elsewhere_than_on_the_sample_the_examples_are_topics_of_answers() -> None:
    whole = overview_of(_SUMMARIES)
    assert not whole.is_sample
    assert whole.examples(Language.NL) == ("Herstelloket - Stand van zaken",)


def test_the_sample_is_known_by_its_own_document() -> None:
    of_sample = replace(_SUMMARIES[0], id=DocumentId("folder", "sample/webpagina-vlaams-herstelloket.html"))
    whole = overview_of((*_SUMMARIES, of_sample))
    assert whole.is_sample
    assert "status of the loket" in whole.examples(Language.EN)


def test_nothing_is_in_an_empty_collection() -> None:
    assert overview_of(()).documents == 0
