"""What became of the source of a citation."""

import datetime as dt
from dataclasses import dataclass, replace

import pytest

from kb.answer_log.changes import SourceState, changes
from kb.catalog.values import VersionInfo
from kb.errors import NotFoundError
from kb.model.document import Document, Provenance, Section
from kb.model.identity import DocumentId
from kb.model.terms import Kind, Role
from tests.kb.answer_log.made import CITED, NOON, answer

ORIGIN = Provenance("stukken/sv-7.txt", "text/plain", "0" * 64, dt.datetime(2026, 1, 1, tzinfo=dt.UTC))


@dataclass(frozen=True, slots=True)
class Stored:
    """Texts of the versions of the one document, from version 1 on; ``current`` None for one that was taken out."""

    texts: tuple[str | None, ...]
    current: int | None
    role: Role = Role.ANSWER

    def versions(self, id: DocumentId) -> list[VersionInfo]:
        found = [
            VersionInfo(at, NOON, "", "", at == self.current)
            for at, text in enumerate(self.texts, start=1)
            if text is not None
        ]
        if not found:
            raise NotFoundError(f"no {id}")
        return found

    def document(self, id: DocumentId, version: int | None = None) -> Document:
        text = self.texts[(version or self.current or 0) - 1]
        assert text is not None
        section = Section("a1", self.role, text)
        return Document(id, version or 1, Kind.ANSWERED_QUESTION, "t", provenance=ORIGIN, sections=(section,))


OPEN = "Het loket is open. En meer."


@pytest.mark.parametrize(
    ("stored", "state", "current", "stands"),
    [
        (Stored((OPEN,), 1), SourceState.UNCHANGED, 1, True),
        (Stored((OPEN, "Nieuw. Het loket\nis open."), 2), SourceState.NEWER, 2, True),
        (Stored((OPEN, "Het loket is dicht."), 2), SourceState.NEWER, 2, False),
        (Stored((OPEN,), None), SourceState.REMOVED, None, False),
        (Stored((OPEN, "x"), None), SourceState.REMOVED, None, False),
        (Stored((), None), SourceState.PURGED, None, False),
        (Stored((None, OPEN), 2), SourceState.PURGED, 2, True),
        (Stored(("Ander stuk.",), 1), SourceState.ALTERED, 1, False),
        (Stored((OPEN, OPEN), 2, Role.QUESTION), SourceState.NEWER, 2, False),
    ],
)
def test_a_source(stored: Stored, state: SourceState, current: int | None, stands: bool) -> None:
    (found,) = changes(answer(), stored)
    assert (found.state, found.current, found.stands) == (state, current, stands)
    assert found.is_change == (state is not SourceState.UNCHANGED)


def test_every_citation_is_looked_at_once() -> None:
    other = replace(CITED, start=19, end=27, quote="En meer.")
    both = replace(answer(), near_misses=(CITED, other))
    assert [one.citation for one in changes(both, Stored((OPEN,), 1))] == [CITED, other]
