"""Originals, catalog and spans against each other: what `loket verify` says of the corpus."""

from collections.abc import Iterator

from kb.catalog.content import content_hash
from kb.catalog.documents import Documents
from kb.catalog.engine import Database
from kb.catalog.originals import Originals
from kb.catalog.spans import faults
from kb.errors import CatalogError, LoketError
from kb.model.document import Problem
from kb.model.identity import DocumentId

_ADD_AGAIN = "Add its file again."
_PUT_BACK = "Put a copy of the file back."


def verify(database: Database, documents: Documents, originals: Originals) -> Iterator[Problem]:
    """Every version, older and removed ones too, is read and checked; every original is read. Nothing: all is well."""
    try:
        broken = list(_file_problems(database))
    except CatalogError as error:
        broken = [Problem("catalog_damaged", error.message, error.advice)]
    yield from broken
    if not broken:
        yield from _original_problems(documents, originals)
        for id, number in documents.all_versions():
            yield from _version_problems(documents, id, number)


def _file_problems(database: Database) -> Iterator[Problem]:
    with database.reading() as connection:
        found = [row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check").all()]
        orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    for fault in found:
        if fault != "ok":
            yield Problem("catalog_damaged", f"The file {database.path} is damaged: {fault}.", _PUT_BACK)
    if orphans:
        yield Problem("catalog_damaged", f"{database.path}: {len(orphans)} rows belong to nothing.", _PUT_BACK)


def _original_problems(documents: Documents, originals: Originals) -> Iterator[Problem]:
    referenced = documents.referenced_originals()
    for sha256 in originals.missing(referenced):
        yield Problem("original_missing", f"The original {originals.path(sha256)} is not there.", _ADD_AGAIN)
    for sha256 in originals.damaged():
        yield Problem("original_damaged", f"The original {originals.path(sha256)} does not fit its name.", _ADD_AGAIN)
    if not originals.is_changing:  # what a running or killed run holds is settled by the next one
        for sha256 in originals.unreferenced(documents.referenced_originals()):
            yield Problem("original_unneeded", f"No document was read from {originals.path(sha256)}.", "Delete it.")


def _version_problems(documents: Documents, id: DocumentId, number: int) -> Iterator[Problem]:
    name = f"{id} version {number}"
    try:
        document = documents.document(id, number)
        recorded = documents.content_hash(id, number)
    except LoketError as error:
        yield Problem("document_unreadable", f"{name}: {error.message}", error.advice)
        return
    for fault in faults(document):
        yield Problem("span_untrue", f"{name}: {fault}.", "Please report this document.")
    if content_hash(document) != recorded:
        yield Problem("document_changed", f"{name} is not what was stored: it was changed.", _PUT_BACK)
