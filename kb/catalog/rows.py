"""A document to rows and back: ``parts_of`` and ``document_from`` are each other's inverse."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Row, Table

from kb.catalog import tables
from kb.errors import CatalogError
from kb.model.document import (
    Dates,
    Document,
    Number,
    PageStart,
    PairState,
    Problem,
    Provenance,
    QuestionAnswer,
    Reference,
    Section,
)
from kb.model.identity import DocumentId
from kb.model.people import Part, Person
from kb.model.terms import Kind, Parliament, Role

Values = dict[str, Any]


def head_of(document: Document) -> Values:
    return {
        "kind": document.kind.value,
        "parliament": document.parliament.value if document.parliament else None,
        "title": document.title,
        "session": document.session,
        "asked": document.dates.asked,
        "answered": document.dates.answered,
        "published": document.dates.published,
    }


def provenance_of(document: Document) -> Values:
    held = document.provenance
    return {
        "location": held.location,
        "media_type": held.media_type,
        "sha256": held.sha256,
        "retrieved_at": held.retrieved_at,
        "url": held.url,
        "page_url": held.page_url,
    }


def parts_of(document: Document) -> list[tuple[Table, list[Values]]]:
    """The rows of every table of parts, in order, without their version."""
    rows: list[tuple[Table, list[Values]]] = [
        (tables.section, [_section_row(section) for section in document.sections]),
        (tables.pair, [_pair_row(pair) for pair in document.pairs]),
        (tables.person, [_person_row(person) for person in document.people]),
        (tables.number, [{"scheme": number.scheme, "value": number.value} for number in document.numbers]),
        (tables.theme, [{"name": theme} for theme in document.themes]),
        (tables.reference, [_reference_row(reference) for reference in document.references]),
        (tables.version_problem, [problem_row(problem) for problem in document.problems]),
    ]
    return [(table, [{**row, "place": place} for place, row in enumerate(found)]) for table, found in rows if found]


def document_from(
    id: DocumentId, head: Row[Any], provenance: Row[Any], parts: Mapping[str, Sequence[Row[Any]]]
) -> Document:
    """Raises CatalogError where a stored word is not one that this version knows."""
    try:
        return Document(
            id=id,
            version=head.number,
            kind=Kind(head.kind),
            title=head.title,
            provenance=Provenance(
                location=provenance.location,
                media_type=provenance.media_type,
                sha256=provenance.sha256,
                retrieved_at=provenance.retrieved_at,
                url=provenance.url,
                page_url=provenance.page_url,
            ),
            parliament=parliament_from(head.parliament),
            numbers=tuple(Number(row.scheme, row.value) for row in parts["number"]),
            dates=dates_from(head),
            people=tuple(_person(row) for row in parts["person"]),
            themes=tuple(row.name for row in parts["theme"]),
            session=head.session,
            sections=tuple(section_from(row) for row in parts["section"]),
            pairs=tuple(_pair(row) for row in parts["pair"]),
            references=tuple(reference_from(row) for row in parts["reference"]),
            problems=tuple(problem_from(row) for row in parts["version_problem"]),
        )
    except ValueError as error:
        raise CatalogError(f"The catalog holds {id} in an unknown form ({error}).", "Add it again.") from error


def parliament_from(value: str | None) -> Parliament | None:
    return Parliament(value) if value else None


def dates_from(row: Row[Any]) -> Dates:
    return Dates(asked=row.asked, answered=row.answered, published=row.published)


def _section_row(section: Section) -> Values:
    return {
        "key": section.key,
        "role": section.role.value,
        "questions": _join(section.questions),
        "heading": section.heading,
        "speaker": section.speaker,
        "pages": ",".join(f"{start.offset}:{start.page}" for start in section.pages),
        "anchor": section.anchor,
        "seams": _join(section.seams),
        "text": section.text,
    }


def section_from(row: Row[Any]) -> Section:
    pages = (start.split(":") for start in row.pages.split(",")) if row.pages else ()
    return Section(
        key=row.key,
        role=Role(row.role),
        text=row.text,
        questions=_numbers(row.questions),
        heading=row.heading,
        speaker=row.speaker,
        pages=tuple(PageStart(int(offset), int(page)) for offset, page in pages),
        anchor=row.anchor,
        seams=_numbers(row.seams),
    )


def _pair_row(pair: QuestionAnswer) -> Values:
    return {
        "questions": _join(pair.questions),
        "question_sections": "\n".join(pair.question_sections),
        "answer_section": pair.answer_section,
        "state": pair.state.value,
        "refers_to": _join(pair.refers_to),
        "also_refers_to": _join(pair.also_refers_to),
        "procedural": pair.procedural,
    }


def _pair(row: Row[Any]) -> QuestionAnswer:
    return QuestionAnswer(
        questions=_numbers(row.questions),
        question_sections=tuple(row.question_sections.split("\n")) if row.question_sections else (),
        answer_section=row.answer_section,
        state=PairState(row.state),
        refers_to=_numbers(row.refers_to),
        also_refers_to=_numbers(row.also_refers_to),
        procedural=row.procedural,
    )


def _person_row(person: Person) -> Values:
    return {
        "part": person.part.value,
        "printed": person.printed,
        "name": person.name,
        "key": person.key,
        "party": person.party,
        "office": person.office,
        "portfolio": person.portfolio,
    }


def _person(row: Row[Any]) -> Person:
    return Person(
        part=Part(row.part),
        printed=row.printed,
        name=row.name,
        key=row.key,
        party=row.party,
        office=row.office,
        portfolio=row.portfolio,
    )


def _reference_row(reference: Reference) -> Values:
    return {
        "section": reference.section,
        "start": reference.start,
        "end": reference.end,
        "printed": reference.printed,
        "scheme": reference.number.scheme if reference.number else None,
        "value": reference.number.value if reference.number else None,
        "relation": reference.relation,
    }


def reference_from(row: Row[Any]) -> Reference:
    return Reference(
        section=row.section,
        start=row.start,
        end=row.end,
        printed=row.printed,
        number=None if row.value is None else Number(row.scheme, row.value),
        relation=row.relation,
    )


def problem_row(problem: Problem) -> Values:
    return {"code": problem.code, "message": problem.message, "advice": problem.advice}


def problem_from(row: Row[Any]) -> Problem:
    return Problem(row.code, row.message, row.advice)


def _join(numbers: tuple[int, ...]) -> str:
    return ",".join(map(str, numbers))


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(map(int, text.split(","))) if text else ()
