"""Passages: true slices that know where they stand, with their question or heading as context."""

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kb.model.document import Dates, Document, Number, PageStart, PairState, Provenance, QuestionAnswer, Section
from kb.model.identity import DocumentId
from kb.model.people import Part, Person
from kb.model.terms import Kind, Parliament, Role
from kb.passages.cut import MAX_WORDS, cut

QUESTION = Section("q1", Role.QUESTION, "Wanneer opent het loket?", questions=(1,), speaker="Jansen (VDP)")
ANSWER = Section(
    "a1",
    Role.ANSWER,
    "Het loket opent in mei.\n\nDe voorbereiding loopt.",
    questions=(1,),
    speaker="Minister Smit",
    pages=(PageStart(0, 2), PageStart(25, 3)),
)


def document(*sections: Section, pairs: tuple[QuestionAnswer, ...] = ()) -> Document:
    return Document(
        id=DocumentId("folder", "a.pdf"),
        version=3,
        kind=Kind.ANSWERED_QUESTION,
        title="Het loket",
        provenance=Provenance("a.pdf", "application/pdf", "0" * 64, dt.datetime(2026, 1, 1, tzinfo=dt.UTC)),
        parliament=Parliament.TWEEDE_KAMER,
        numbers=(Number("zaak", "2025Z90001"),),
        dates=Dates(asked=dt.date(2025, 1, 2), answered=dt.date(2025, 2, 3)),
        people=(
            Person(Part.ASKER, "Jansen (VDP)", name="Jansen", key="jansen", party="VDP"),
            Person(Part.ANSWERER, "Minister Smit (Water)", name="Smit", key="smit", portfolio="Water"),
        ),
        sections=sections,
        pairs=pairs,
    )


PAIR = QuestionAnswer((1,), ("q1",), "a1", PairState.ANSWERED)


def test_an_answer_carries_its_question_as_context_and_does_not_quote_it() -> None:
    question, answer = cut(document(QUESTION, ANSWER, pairs=(PAIR,)))
    assert "Wanneer opent het loket?" in answer.context
    assert "Wanneer" not in answer.text
    assert question.context == "Het loket"


def test_a_passage_knows_who_when_where_and_which_question() -> None:
    question, answer = cut(document(QUESTION, ANSWER, pairs=(PAIR,)))
    assert (question.date, answer.date) == (dt.date(2025, 1, 2), dt.date(2025, 2, 3))
    assert (answer.role, answer.speaker, answer.questions, answer.page) == (Role.ANSWER, "Minister Smit", (1,), 2)
    assert answer.people == ("jansen", "smit")
    assert (answer.parties, answer.ministries, answer.numbers) == (("VDP",), ("Water",), ("2025Z90001",))


def test_a_passage_that_begins_on_a_later_page_says_so() -> None:
    long = replace(
        ANSWER, text="Woord " * 158 + "einde.\n\nOp de volgende bladzijde.", pages=(PageStart(0, 2), PageStart(950, 3))
    )
    assert [passage.page for passage in cut(document(long))] == [2, 3]


def test_tables_are_not_cut_as_prose_and_headings_of_letters_are_context() -> None:
    letter = Section("s2", Role.LETTER, "De aanpak loopt.", heading="2. Het loket")
    table = Section("t1", Role.TABLE, "jaar\taantal\n2024\t12")
    (passage,) = cut(document(letter, table))
    assert passage.context == "Het loket\n2. Het loket"


def test_the_order_of_passages_is_the_order_of_the_text() -> None:
    many = tuple(Section(f"a{n}", Role.ANSWER, f"Antwoord nummer {n}.") for n in range(12))
    assert [passage.section for passage in cut(document(*many))] == [section.key for section in many]
    assert [passage.order for passage in cut(document(*many))] == list(range(12))


words = st.lists(st.sampled_from(["loket", "water.", "De", "mln.", "nr.", "5.971", "x" * 40]), max_size=60).map(
    " ".join
)


@given(st.lists(words, max_size=20).map("\n\n".join))
def test_every_word_is_in_exactly_one_passage_and_every_passage_is_a_true_slice(text: str) -> None:
    passages = cut(document(Section("s1", Role.TEXT, text)))
    assert all(passage.text == text[passage.start : passage.end] for passage in passages)
    assert " ".join(passage.text for passage in passages).split() == text.split()
    assert all(len(passage.text.split()) <= MAX_WORDS for passage in passages)


def test_a_text_without_any_stop_is_still_cut() -> None:
    passages = cut(document(Section("s1", Role.TEXT, "cel " * 2000)))
    assert len(passages) > 5
    assert sum(len(passage.text.split()) for passage in passages) == 2000
