"""Questions that name a document by its official number: "31 288 nr. 948", "SV 209: hoeveel ...", "2024Z18792"."""

from collections.abc import Sequence
from typing import Protocol

from kb.language.official_numbers import find_numbers
from kb.model.document import Document
from kb.model.identity import DocumentId
from kb.model.passage import Passage
from kb.model.query import Filters
from kb.model.terms import Role
from kb.store.port import Hit

_ORDER = {Role.HEAD: 0, Role.ANSWER_INTRO: 1, Role.ANSWER: 1, Role.NOTICE: 1, Role.LETTER: 1, Role.QUESTION: 2}


class NumberedDocuments(Protocol):
    """What lookup needs of the catalog."""

    def find_number(self, value: str) -> Sequence[DocumentId]: ...

    def document(self, id: DocumentId, version: int | None = None) -> Document: ...


class Finder(Protocol):
    def candidates(self, query: str, filters: Filters, limit: int) -> Sequence[Hit]: ...
