"""What became of a question that was put: answered, postponed, referred, or still open.

The written question, its postponement and its answer are separate documents that share the number of their case
(zaak) or name one another; the newest of them says where the question stands.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Protocol

from kb.answering.evidence import Evidence
from kb.answering.question import folded
from kb.model.document import Document, Section
from kb.model.identity import DocumentId
from kb.model.terms import Kind, Role

# Numbers under which the documents of one case meet.
_CASE_SCHEMES = ("zaak", "aanhangsel", "publication")
_SAYS_SOMETHING = 4
_FEW = 2
_SAYS_OUTCOME = {
    Kind.POSTPONEMENT: (Role.NOTICE,),
    Kind.ANSWERED_ELSEWHERE: (Role.NOTICE,),
    Kind.WITHDRAWN: (Role.NOTICE,),
    Kind.REFERRAL_ANSWER: (Role.NOTICE, Role.ANSWER),
}


class Cases(Protocol):
    """What this needs of the catalog."""

    def document(self, id: DocumentId, version: int | None = None) -> Document: ...

    def find_number(self, value: str) -> Sequence[DocumentId]: ...

    def asked_on(self, day: dt.date) -> Sequence[DocumentId]: ...


def outcome_of(evidence: Sequence[Evidence], cases: Cases) -> tuple[tuple[Document, Section], ...]:
    """What the newest document says in the case that ``evidence`` (best first) speaks of most; then the older ones."""
    asked = max(evidence, key=lambda item: _is_asked_there(item, evidence[0].score))
    told: list[tuple[Document, Section]] = []
    for document in case_of(asked.passage.document, cases):
        told.extend((document, section) for section in telling_sections(document, evidence))
    return tuple(told)


def _is_asked_there(item: Evidence, best: float) -> tuple[bool, float]:
    """How surely the question that is meant was put in this document: its names and its words are there."""
    return item.passage.kind.is_written_question, item.names + item.reach + 0.5 * item.score / best


def case_of(id: DocumentId, cases: Cases) -> list[Document]:
    """The document with all others of its case, newest first; the undated last.

    Of its case is what shares its number, what it points at, and what prints the same question: asked on the same day
    under the same title, as a question, its postponement, its referral and its answer do.
    """
    first = cases.document(id)
    found = {first.id: first}
    for other in (*_sharing_a_number(first, cases), *_asking_the_same(first, cases)):
        if other not in found:
            found[other] = cases.document(other)
    return sorted(found.values(), key=lambda document: document.dates.latest or dt.date.min, reverse=True)


def _sharing_a_number(first: Document, cases: Cases) -> Iterator[DocumentId]:
    for number in first.numbers:
        if number.scheme in _CASE_SCHEMES:
            yield from cases.find_number(number.value)
    for reference in first.references:
        if reference.relation == "see_also" and reference.number:
            yield from cases.find_number(reference.number.value)


def _asking_the_same(first: Document, cases: Cases) -> Iterator[DocumentId]:
    if first.dates.asked is not None:
        yield from (id for id in cases.asked_on(first.dates.asked) if _same_title(cases.document(id), first))


def _same_title(one: Document, other: Document) -> bool:
    titles = [" ".join(folded(document.title).split()) for document in (one, other)]
    return bool(titles[0]) and titles[0] == titles[1]


def first_answers(document: Document) -> list[Section]:
    """The first answers of a document that say more than "Ja."."""
    answers = [section for section in document.sections if section.role is Role.ANSWER]
    return [section for section in answers if len(section.text.split()) > _SAYS_SOMETHING][:_FEW]


def telling_sections(document: Document, evidence: Sequence[Evidence]) -> list[Section]:
    """The sections that say what became of the question: notices, or the answers that fit best; else the question."""
    roles = _SAYS_OUTCOME.get(document.kind)
    if roles:
        return [section for section in document.sections if section.role in roles and section.text.strip()]
    wanted = [item.passage.section for item in evidence if item.passage.document == document.id]
    if document.kind.is_answer:
        answers = [section for section in document.sections if section.role is Role.ANSWER and section.text.strip()]
        fitting = [section for key in wanted for section in answers if section.key == key]
        return fitting or answers
    asked = [section for section in document.sections if section.role is Role.QUESTION and section.text.strip()]
    return [section for key in wanted for section in asked if section.key == key] or asked
