"""What is still open: unanswered questions and promises."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from kb.answering.open_points import open_points
from kb.answering.quoting import Quoter
from kb.model.answer import OpenKind
from kb.model.document import Dates, Document, Section
from kb.model.identity import DocumentId
from kb.model.terms import Kind, Role
from tests.kb.answering.made import document, evidence, passage

DAY = dt.date(2026, 11, 6)
ASKED = "Komt er een loket in Brussel?"
PROMISED = "Ik zeg u toe dat er een brief over het loket komt."


class Held:
    """The documents of one test."""

    def __init__(self, *documents: Document) -> None:
        self._held = {one.id: one for one in documents}

    def document(self, id: DocumentId, version: int | None = None) -> Document:  # noqa: ARG002
        return self._held[id]

    def find_number(self, value: str) -> Sequence[DocumentId]:  # noqa: ARG002
        return ()

    def asked_on(self, day: dt.date) -> Sequence[DocumentId]:
        return [id for id, one in self._held.items() if one.dates.asked == day]


def question(name: str = "q") -> Document:
    made = document(Section("q1", Role.QUESTION, ASKED), name=name, kind=Kind.OPEN_QUESTION)
    return replace(made, dates=Dates(asked=DAY))


def points(held: Held) -> list[tuple[OpenKind, str]]:
    put = evidence(passage("q", role=Role.QUESTION, kind=Kind.OPEN_QUESTION, text=ASKED, section="q1", date=DAY), 1.0)
    said = evidence(passage("a", text=PROMISED, date=DAY), 2.0)
    found = open_points([said, put], held, Quoter(held), [])
    return [(point.kind, point.citation.quote) for point in found]


def test_a_question_without_an_answer_and_a_promise_are_open() -> None:
    held = Held(question(), document(Section("a1", Role.ANSWER, PROMISED), name="a"))
    assert points(held) == [(OpenKind.QUESTION, ASKED), (OpenKind.PROMISE, PROMISED)]


def test_a_question_that_was_answered_in_another_document_is_not_open() -> None:
    answer = replace(document(Section("a1", Role.ANSWER, PROMISED), name="a"), dates=Dates(asked=DAY))
    assert points(Held(question(), answer)) == [(OpenKind.PROMISE, PROMISED)]
