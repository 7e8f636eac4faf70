"""Documents that belong with one, both ways."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kb.catalog.catalog import Catalog
from kb.model.document import Dates, Document, Number, Reference
from kb.model.identity import DocumentId
from kb.model.terms import Kind
from kb.related import Related, related
from tests.kb.catalog.documents_made import made


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    with Catalog.open(tmp_path / "corpus", write=True) as opened:
        yield opened


DAY = dt.date(2024, 11, 7)


def named(number: str, scheme: str, relation: str = "cites") -> Reference:
    return Reference("s1", 0, 3, "Het", Number(scheme, number), relation)


def put(
    catalog: Catalog,
    key: str,
    number: Number,
    *references: Reference,
    kind: Kind = Kind.ANSWERED_QUESTION,
    title: str = "Loket",
) -> Document:
    document = made(DocumentId("folder", key), "Het gaat open.", kind=kind, title=title, numbers=(number,))
    key_of_section = document.sections[0].key
    document = replace(
        document,
        dates=Dates(asked=DAY),
        references=tuple(replace(one, section=key_of_section, end=3, printed="Het") for one in references),
    )
    catalog.store(document)
    return document


def ids(linked: tuple[object, ...]) -> list[str]:
    return [str(one.id) for one in linked]  # type: ignore[attr-defined]


def of(document: Document, catalog: Catalog) -> Related:
    return related(catalog.document(document.id), catalog)


def test_a_reference_meets_the_document_that_carries_its_number_and_back(catalog: Catalog) -> None:
    letter = put(catalog, "brief", Number("kamerstuk", "kst-99999-4"), kind=Kind.LETTER, title="Brief")
    answer = put(catalog, "antwoord", Number("publication", "ah-1"), named("kst-99999-4", "kamerstuk"), title="Vraag")
    (reference,) = of(answer, catalog).names
    assert ids(reference.documents) == ["folder/brief"]
    (back,) = of(letter, catalog).named_by
    assert (str(back.document.id), [one.printed for one in back.references]) == ("folder/antwoord", ["Het"])


def test_a_number_that_nobody_carries_has_no_documents(catalog: Catalog) -> None:
    answer = put(catalog, "antwoord", Number("publication", "ah-1"), named("kst-99999-5", "kamerstuk", "see_also"))
    (reference,) = of(answer, catalog).names
    assert (reference.documents, reference.reference.relation) == ((), "see_also")


def test_of_two_questions_with_one_number_the_same_question_is_the_parallel_one(catalog: Catalog) -> None:
    own = put(catalog, "een", Number("sv", "SV 1 (2024-2025)"), named("SV 2 (2024-2025)", "sv", "parallel"))
    put(catalog, "twee", Number("sv", "SV 2 (2024-2025)"), named("SV 1 (2024-2025)", "sv", "parallel"))
    put(catalog, "ander", Number("sv", "SV 2 (2024-2025)"), named("SV 1 (2024-2025)", "sv", "parallel"), title="Vis")
    found = of(own, catalog)
    assert ids(found.names[0].documents) == ["folder/twee"]
    assert [str(one.document.id) for one in found.named_by] == ["folder/twee"]


def test_a_case_is_its_number_or_the_same_question_on_the_same_day(catalog: Catalog) -> None:
    zaak = Number("zaak", "2024Z99999")
    question = put(catalog, "vraag", zaak, kind=Kind.OPEN_QUESTION, title="het bericht «Loket dicht»")
    put(catalog, "antwoord", zaak, title="Antwoord op Kamervragen 2024Z99999")
    put(catalog, "pdf", Number("publication", "ah-2"), title="Het bericht ‘Loket dicht’")
    put(catalog, "ander", Number("publication", "ah-3"), title="Iets anders")
    assert ids(of(question, catalog).same_case) == ["folder/antwoord", "folder/pdf"]
