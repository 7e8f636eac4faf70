"""What storing, changing and removing a document does to its versions."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from kb.catalog.catalog import Catalog
from kb.catalog.content import content_hash
from kb.catalog.values import Stored, StoredState
from kb.errors import InputError, NotFoundError
from kb.model.document import Document, PageStart, PairState, QuestionAnswer, Reference, Section
from kb.model.identity import DocumentId
from kb.model.terms import Role
from tests.kb.catalog.documents_made import LETTER, NOON, made, sound_documents


def from_other_bytes(document: Document, sha256: str = "1" * 64) -> Document:
    return replace(document, provenance=replace(document.provenance, sha256=sha256))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(document=sound_documents(), then=sound_documents())
def test_any_sound_document_comes_back_as_it_was_stored(catalog: Catalog, document: Document, then: Document) -> None:
    for wanted in (document, then):
        stored = catalog.store(wanted)
        back = catalog.document(LETTER, stored.version)
        assert back == replace(wanted, version=stored.version, provenance=back.provenance)
        assert content_hash(back) == content_hash(wanted)
        for section in wanted.sections:
            assert catalog.section(LETTER, stored.version, section.key) == section


def test_the_provenance_comes_back_whole(catalog: Catalog) -> None:
    brussels = dt.timezone(dt.timedelta(hours=2))
    wanted = made()
    origin = replace(wanted.provenance, retrieved_at=NOON.astimezone(brussels), url="https://a.test/1", page_url="p")
    catalog.store(replace(wanted, provenance=origin))
    assert catalog.document(LETTER).provenance == origin


def test_the_same_document_twice_changes_nothing(catalog: Catalog) -> None:
    assert catalog.store(made()) == Stored(1, StoredState.NEW)
    revision, version = catalog.revision, catalog.corpus_version()
    later = made()
    later = replace(later, provenance=replace(later.provenance, retrieved_at=NOON + dt.timedelta(days=3), location="b"))
    assert catalog.store(later) == Stored(1, StoredState.UNCHANGED)
    assert (catalog.revision, catalog.corpus_version()) == (revision, version)
    assert catalog.document(LETTER).provenance.retrieved_at == NOON


def test_a_changed_original_makes_a_new_version_and_the_old_one_stays_readable(catalog: Catalog) -> None:
    catalog.store(made())
    changed = from_other_bytes(made(text="Het loket is gesloten."))
    assert catalog.store(changed) == Stored(2, StoredState.CHANGED)
    assert catalog.document(LETTER).sections[0].text == "Het loket is gesloten."
    assert catalog.section(LETTER, 1, "s1").text.startswith("Het loket is open.")
    assert catalog.document(LETTER, 1) == made(version=1)
    assert [(entry.version, entry.current) for entry in catalog.versions(LETTER)] == [(1, False), (2, True)]
    assert catalog.is_current(LETTER, 2)
    assert not catalog.is_current(LETTER, 1)


def test_the_same_original_read_differently_makes_a_new_version(catalog: Catalog) -> None:
    catalog.store(made())
    assert catalog.store(made(title="Een betere titel")) == Stored(2, StoredState.REPARSED)


def test_going_back_to_an_older_text_is_a_version_of_its_own(catalog: Catalog) -> None:
    for document in (made(), from_other_bytes(made()), made()):
        catalog.store(document)
    assert catalog.document(LETTER).version == 3


def test_another_reading_with_the_same_result_is_remembered_without_a_new_version(catalog: Catalog) -> None:
    catalog.store(made(), reading="parsers 1")
    revision = catalog.revision
    assert catalog.store(made(), reading="parsers 2").state is StoredState.UNCHANGED
    held = catalog.current_original(LETTER)
    assert held is not None
    assert held.reading == "parsers 2"
    assert catalog.revision == revision


def test_a_removed_document_leaves_the_current_view_and_stays_citable(catalog: Catalog) -> None:
    catalog.store(made())
    assert catalog.remove(LETTER)
    assert not catalog.has(LETTER)
    assert list(catalog.current()) == []
    assert catalog.summaries() == ()
    assert catalog.find_number("kst-99999-1") == ()
    assert catalog.section(LETTER, 1, "s1").text
    with pytest.raises(NotFoundError, match="removed"):
        catalog.document(LETTER)
    assert [(removal.document, removal.version, removal.purged) for removal in catalog.removals()] == [
        (LETTER, 1, False)
    ]


def test_removing_what_is_not_there_is_false(catalog: Catalog) -> None:
    assert not catalog.remove(LETTER)
    catalog.store(made())
    catalog.remove(LETTER)
    assert not catalog.remove(LETTER)


def test_a_removed_document_that_is_added_again_comes_back_as_its_old_version(catalog: Catalog) -> None:
    catalog.store(made())
    catalog.remove(LETTER)
    assert catalog.store(made()) == Stored(1, StoredState.NEW)
    assert catalog.document(LETTER).version == 1


def test_a_removed_document_that_comes_back_changed_is_a_new_version(catalog: Catalog) -> None:
    catalog.store(made())
    catalog.remove(LETTER)
    assert catalog.store(from_other_bytes(made())) == Stored(2, StoredState.NEW)


def test_purging_deletes_versions_and_originals_that_nothing_else_needs(catalog: Catalog) -> None:
    other = DocumentId("folder", "kopie.txt")
    shared, own = catalog.originals.put(b"shared"), catalog.originals.put(b"own")
    catalog.store(from_other_bytes(made(), shared))
    catalog.store(from_other_bytes(made(), own))
    catalog.store(from_other_bytes(made(other), shared))
    assert catalog.remove(LETTER, purge=True)
    assert list(catalog.originals.all()) == [shared]
    with pytest.raises(NotFoundError):
        catalog.document(LETTER, 1)
    assert catalog.document(other).provenance.sha256 == shared
    assert catalog.verify() == ()


def test_version_numbers_are_never_given_out_twice(catalog: Catalog) -> None:
    catalog.store(made())
    catalog.remove(LETTER, purge=True)
    assert catalog.store(made(text="Iets anders.")) == Stored(2, StoredState.NEW)
    with pytest.raises(NotFoundError, match="no version 1"):
        catalog.section(LETTER, 1, "s1")


def test_a_removed_document_can_still_be_purged(catalog: Catalog) -> None:
    catalog.store(made())
    catalog.remove(LETTER)
    assert catalog.remove(LETTER, purge=True)
    assert catalog.statistics().versions == 0


@pytest.mark.parametrize(
    ("unsound", "why"),
    [
        ({"sections": (Section("s1", Role.TEXT, "a"), Section("s1", Role.TEXT, "b"))}, "occurs 2 times"),
        ({"sections": (Section("", Role.TEXT, "a"),)}, "cannot be a section key"),
        ({"sections": (Section("s1", Role.TEXT, "a", pages=(PageStart(2, 1),)),)}, "out of order or range"),
        ({"sections": (Section("s1", Role.TEXT, "ab", pages=(PageStart(1, 2), PageStart(0, 1))),)}, "out of order"),
        ({"pairs": (QuestionAnswer((1,), ("q1",), None, PairState.UNANSWERED),)}, "'q1', which is not there"),
        ({"references": (Reference("s1", 0, 3, "Dat", None),)}, "does not stand at its place"),
        ({"references": (Reference("s1", 30, 99, "x", None),)}, "lies outside"),
        ({"title": "half een teken \ud800"}, "not valid Unicode"),
    ],
)
def test_an_untrue_document_is_refused_and_leaves_nothing(
    catalog: Catalog, unsound: dict[str, object], why: str
) -> None:
    catalog.store(made())
    before = catalog.revision
    with pytest.raises(InputError, match=why):
        catalog.store(made(**({"references": ()} | unsound)))
    assert catalog.revision == before
    assert catalog.document(LETTER) == made(version=1)


def test_what_is_not_there_is_named(catalog: Catalog) -> None:
    catalog.store(made())
    with pytest.raises(NotFoundError, match="folder/nergens is not in the corpus"):
        catalog.document(DocumentId("folder", "nergens"))
    with pytest.raises(NotFoundError, match="no version 7"):
        catalog.document(LETTER, 7)
    with pytest.raises(NotFoundError, match="no section 'a9'"):
        catalog.section(LETTER, 1, "a9")
    with pytest.raises(NotFoundError):
        catalog.versions(DocumentId("folder", "nergens"))


def test_equal_corpora_have_equal_versions_in_whatever_order_they_came(tmp_path: Path) -> None:
    ids = [DocumentId("folder", name) for name in ("a", "b", "c")]
    versions = []
    for name, order in (("one", ids), ("two", ids[::-1])):
        with Catalog.open(tmp_path / name, write=True) as catalog:
            for id in order:
                catalog.store(made(id))
            versions.append(catalog.corpus_version())
            catalog.remove(ids[0])
            assert catalog.corpus_version() != versions[-1]
    assert versions[0] == versions[1]
