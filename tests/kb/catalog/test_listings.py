"""The current view as lists."""

import datetime as dt
from dataclasses import replace

import pytest

from kb.catalog.catalog import Catalog
from kb.model.document import Dates, Number, Problem
from kb.model.identity import DocumentId
from kb.model.people import Part, Person
from kb.model.query import Filters
from kb.model.terms import Kind, Parliament, Role
from tests.kb.catalog.documents_made import LETTER, made

QUESTION = DocumentId("vp", "schv-1")
UNDATED = DocumentId("folder", "los.txt")


@pytest.fixture
def filled(catalog: Catalog) -> Catalog:
    catalog.store(made(text="Een oudere tekst.", dates=Dates()))  # an older version never counts
    catalog.store(made())
    catalog.store(
        made(
            QUESTION,
            "Naar aanleiding van kst-12345-6.",
            kind=Kind.ANSWERED_QUESTION,
            parliament=Parliament.VLAAMS_PARLEMENT,
            numbers=(Number("sv", "SV 30 (2024-2025)"), Number("kamerstuk", "KST-12345-6")),
            dates=Dates(asked=dt.date(2024, 10, 1), answered=dt.date(2024, 10, 31)),
            people=(
                Person(Part.ASKER, "Jan Proef", "Jan Proef", "proef", party="Partij"),
                Person(Part.ANSWERER, "Minister Voorbeeld", "", "voorbeeld", office="Minister", portfolio="Zorg"),
            ),
            themes=("zorg",),
            problems=(Problem("lost_numbers", "De nummers ontbreken."),),
        )
    )
    catalog.store(made(UNDATED, "Los.", kind=Kind.GENERIC, parliament=None, numbers=(), dates=Dates(), people=()))
    return catalog


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(), [LETTER, UNDATED, QUESTION]),
        (Filters(parliaments=(Parliament.VLAAMS_PARLEMENT,)), [QUESTION]),
        (Filters(parliaments=(Parliament.VLAAMS_PARLEMENT, Parliament.TWEEDE_KAMER)), [LETTER, QUESTION]),
        (Filters(kinds=(Kind.GENERIC,)), [UNDATED]),
        (Filters(roles=(Role.ANSWER,)), []),
        (Filters(people=("voorbeeld",)), [LETTER, QUESTION]),
        (Filters(people=("voorbeeld",), parties=("Partij",)), [QUESTION]),
        (Filters(ministries=("Zaken",)), [LETTER]),
        (Filters(themes=("zorg",)), [QUESTION]),
        (Filters(numbers=("SV 30 (2024-2025)",)), [QUESTION]),
        (Filters(documents=("folder/los.txt", "vp/schv-1")), [UNDATED, QUESTION]),
        (Filters(since=dt.date(2024, 3, 1)), [LETTER, QUESTION]),
        (Filters(since=dt.date(2024, 3, 2)), [QUESTION]),
        (Filters(until=dt.date(2024, 10, 31)), [LETTER, QUESTION]),
        (Filters(until=dt.date(2024, 10, 30)), [LETTER]),
    ],
)
def test_summaries_keep_to_the_filters(filled: Catalog, filters: Filters, found: list[DocumentId]) -> None:
    assert [summary.id for summary in filled.summaries(filters)] == found


def test_a_summary_says_what_a_list_shows(filled: Catalog) -> None:
    letter, _, question = filled.summaries()
    assert (letter.version, letter.title, letter.sections, letter.problems) == (2, "Over het loket", 1, ())
    assert letter.location == "map/brieven/brief.txt"
    assert question.dates == Dates(asked=dt.date(2024, 10, 1), answered=dt.date(2024, 10, 31))
    assert question.problems == (Problem("lost_numbers", "De nummers ontbreken."),)


def test_a_number_is_found_in_any_case_in_current_documents(filled: Catalog) -> None:
    assert filled.find_number("sv 30 (2024-2025)") == (QUESTION,)
    assert filled.find_number("SV 31 (2024-2025)") == ()
    filled.remove(QUESTION)
    assert filled.find_number("SV 30 (2024-2025)") == ()


def test_documents_that_name_another_are_found_with_the_words_that_do(filled: Catalog) -> None:
    (referring,) = filled.referring_to(QUESTION)
    assert (referring.document, referring.version, referring.title) == (LETTER, 2, "Over het loket")
    section = filled.section(referring.document, referring.version, referring.reference.section)
    assert section.text[referring.reference.start : referring.reference.end] == "kst-12345-6"


def test_people_meet_under_their_key(filled: Catalog) -> None:
    asker, minister = filled.known_people()
    assert (asker.key, asker.name, asker.parties, asker.documents) == ("proef", "Jan Proef", ("Partij",), 1)
    assert (minister.key, minister.offices, minister.portfolios) == ("voorbeeld", ("Minister",), ("Zaken", "Zorg"))
    assert minister.parts == (Part.ANSWERER, Part.SIGNATORY)
    assert minister.documents == 2


def test_statistics_count_the_current_view(filled: Catalog) -> None:
    figures = filled.statistics()
    assert (figures.documents, figures.versions, figures.sections, figures.undated) == (3, 4, 3, 1)
    assert figures.by_source == (("folder", 2), ("vp", 1))
    assert set(figures.by_parliament) == {("", 1), ("tweede_kamer", 1), ("vlaams_parlement", 1)}
    assert (figures.first_date, figures.last_date) == (dt.date(2024, 3, 1), dt.date(2024, 10, 31))
    assert figures.newest_by_parliament == (
        ("tweede_kamer", dt.date(2024, 3, 1)),
        ("vlaams_parlement", dt.date(2024, 10, 31)),
    )
    assert figures.last_added is not None


def test_statistics_of_an_empty_catalog_are_all_nothing(catalog: Catalog) -> None:
    figures = catalog.statistics()
    assert (figures.documents, figures.last_date, figures.last_added, figures.by_kind) == (0, None, None, ())


def test_noted_problems_go_when_the_document_succeeds(catalog: Catalog) -> None:
    first, second = Problem("unreadable", "Leeg."), Problem("unreadable", "Nog steeds leeg.", "Kijk na.")
    catalog.report_problems(LETTER, "map/brief.txt", [first], "1" * 64)
    catalog.report_problems(LETTER, "map/brief.txt", [second, first], "2" * 64)
    assert [(noted.document, noted.problem, noted.sha256) for noted in catalog.problems()] == [
        (LETTER, second, "2" * 64),
        (LETTER, first, "2" * 64),
    ]
    assert catalog.statistics().problems == 2
    catalog.store(made())
    assert catalog.problems() == ()


def test_the_revision_grows_with_each_change_of_the_view(catalog: Catalog) -> None:
    revisions = [catalog.revision]
    for change in (
        lambda: catalog.store(made()),
        lambda: catalog.store(made(title="Anders")),
        lambda: catalog.remove(LETTER),
        lambda: catalog.store(made(title="Anders")),
    ):
        change()
        revisions.append(catalog.revision)
    assert revisions == [0, 1, 2, 3, 4]
    assert replace(catalog.document(LETTER), version=0) == made(title="Anders")
