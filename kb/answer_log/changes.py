"""What became of the source of a citation since it was cited."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from kb.answering.quoting import still_stands
from kb.catalog.values import VersionInfo
from kb.errors import NotFoundError
from kb.model.answer import Answer, Citation
from kb.model.document import Document
from kb.model.identity import DocumentId


class SourceState(StrEnum):
    UNCHANGED = "unchanged"  # the version that was cited is the current one, with the quote at its place
    NEWER = "newer"  # there is a newer version
    REMOVED = "removed"  # taken out of the corpus; the version that was cited is still stored
    PURGED = "purged"  # nothing of it is stored any more
    ALTERED = "altered"  # that version is stored and does not hold the quote at its place


@dataclass(frozen=True, slots=True)
class SourceChange:
    """``current`` is the current version, None where there is none; ``stands``: the quote is in it, word for word."""

    citation: Citation
    state: SourceState
    current: int | None
    stands: bool

    @property
    def is_change(self) -> bool:
        return self.state is not SourceState.UNCHANGED


class Stored(Protocol):
    """What this needs of the knowledge base."""

    def document(self, id: DocumentId, version: int | None = None) -> Document: ...

    def versions(self, id: DocumentId) -> Sequence[VersionInfo]: ...


def changes(answer: Answer, stored: Stored) -> tuple[SourceChange, ...]:
    """Of each citation once, those of the claims first."""
    cited = [citation for claim in answer.claims for citation in claim.citations]
    open_now = [point.citation for point in answer.open_points]
    return tuple(_change(citation, stored) for citation in dict.fromkeys((*cited, *open_now, *answer.near_misses)))


def _change(citation: Citation, stored: Stored) -> SourceChange:
    try:
        versions = stored.versions(citation.document)
    except NotFoundError:
        return SourceChange(citation, SourceState.PURGED, None, False)
    current = next((one.version for one in versions if one.current), None)
    stands = current is not None and _is_in(citation, stored.document(citation.document, current))
    if all(one.version != citation.version for one in versions):
        return SourceChange(citation, SourceState.PURGED, current, stands)
    if not still_stands(citation, stored):
        return SourceChange(citation, SourceState.ALTERED, current, stands)
    if current is None:
        return SourceChange(citation, SourceState.REMOVED, None, False)
    state = SourceState.UNCHANGED if current == citation.version else SourceState.NEWER
    return SourceChange(citation, state, current, stands)


def _is_in(citation: Citation, document: Document) -> bool:
    """White space aside, which a new reading of the same file may lay out otherwise."""
    quote = " ".join(citation.quote.split())
    return any(
        quote in " ".join(section.text.split()) for section in document.sections if section.role is citation.role
    )
