"""Whole sentences as citations: true slices of a stored section, checked when they are made."""

from collections.abc import Sequence
from typing import Protocol

from kb.answering.evidence import Evidence
from kb.answering.question import folded
from kb.answering.says import ITEM, OUTCOME
from kb.errors import CatalogError
from kb.model.answer import Citation
from kb.model.document import Document, Section
from kb.model.identity import DocumentId
from kb.model.passage import Passage
from kb.passages.sentences import sentence_spans

# A quote says enough to be understood and is short enough to be read on the phone.
QUOTE_WORDS = 90
# A list is quoted as a whole where it can be.
LIST_WORDS = 170
_MOST_LIST_WORDS = 260


class StoredTexts(Protocol):
    """Where quotes are checked against."""

    def document(self, id: DocumentId, version: int | None = None) -> Document: ...


class Quoter:
    """Makes citations, and checks each against the catalog."""

    def __init__(self, texts: StoredTexts) -> None:
        self._texts = texts
        self._documents: dict[tuple[DocumentId, int], Document] = {}

    def around(self, evidence: Evidence, words: int = QUOTE_WORDS) -> Citation:
        """The sentence with those of its paragraph that fit beside it into ``words``."""
        section = self._section(evidence.passage)
        start, end = listed(section, evidence.start, evidence.end) if words == LIST_WORDS else (0, 0)
        if end <= start:
            start, end = widened(section, evidence.start, evidence.end, words)
        return self.cite(evidence.passage, start, end)

    def of_passage(self, passage: Passage) -> Citation:
        """The passage as a whole."""
        return self.cite(passage, passage.start, passage.end)

    def opening(self, passage: Passage, start: int) -> Citation:
        """The passage from ``start`` on, as many whole sentences as a quote may hold."""
        spans = sentence_spans(self._section(passage).text, start, passage.end)
        end = spans[0][1] if spans else passage.end
        for _, stop in spans:
            if len(self._section(passage).text[start:stop].split()) <= QUOTE_WORDS:
                end = stop
        return self.cite(passage, start, end)

    def of_section(self, document: Document, section: Section) -> Citation:
        """The sentence of a section that says what became of a question, or else its first, with others around it."""
        spans = sentence_spans(section.text)
        telling = [span for span in spans if OUTCOME.search(folded(section.text[slice(*span)]))]
        start, end = widened(section, *(telling or spans)[0])
        return _citation(document, section, start, end)

    def cite(self, passage: Passage, start: int, end: int) -> Citation:
        """``section.text[start:end]`` as a citation; CatalogError where the index and the catalog disagree."""
        section = self._section(passage)
        if section.text[passage.start : passage.end] != passage.text:
            raise CatalogError(
                f"The index holds a passage of {passage.document} that is not in its stored text.",
                "Run `loket verify`, then `loket index --rebuild`.",
            )
        return _citation(self._document(passage), section, start, end)

    def _document(self, passage: Passage) -> Document:
        key = (passage.document, passage.version)
        if key not in self._documents:
            self._documents[key] = self._texts.document(*key)
        return self._documents[key]

    def _section(self, passage: Passage) -> Section:
        try:
            return self._document(passage).section(passage.section)
        except KeyError as error:
            raise CatalogError(
                f"{passage.document} has no section {passage.section} in version {passage.version}.",
                "Run `loket verify`, then `loket index --rebuild`.",
            ) from error


def _citation(document: Document, section: Section, start: int, end: int) -> Citation:
    return Citation(
        document=document.id,
        version=document.version,
        section=section.key,
        start=start,
        end=end,
        quote=section.text[start:end],
        title=document.title,
        kind=document.kind,
        role=section.role,
        source=document.provenance.location,
        url=document.provenance.page_url or document.provenance.url,
        parliament=document.parliament,
        date=document.date_of(section.role),
        speaker=section.speaker,
        questions=section.questions,
        page=section.page_at(start),
    )


def still_stands(citation: Citation, texts: StoredTexts) -> bool:
    """Whether the quote is exactly what the stored version holds at its place."""
    document = texts.document(citation.document, citation.version)
    try:
        section = document.section(citation.section)
    except KeyError:
        return False
    return section.text[citation.start : citation.end] == citation.quote


def merged(citations: Sequence[Citation]) -> tuple[Citation, ...]:
    """Without those whose span another one holds already."""
    kept: list[Citation] = []
    for citation in citations:
        if not any(_covers(other, citation) or _covers(citation, other) for other in kept):
            kept.append(citation)
    return tuple(kept)


def _covers(one: Citation, other: Citation) -> bool:
    same = (one.document, one.version, one.section) == (other.document, other.version, other.section)
    shared = min(one.end, other.end) - max(one.start, other.start)
    return same and shared > 0.5 * (other.end - other.start)


def widened(section: Section, start: int, end: int, words: int = QUOTE_WORDS) -> tuple[int, int]:
    """The span of a sentence with others of its paragraph added, later ones first, while the quote stays short.

    No sentence is added that the page cuts with something else (a seam): what is quoted can then be read on the page
    as it stands here.
    """
    text = section.text
    begin = text.rfind("\n\n", 0, start) + 2 if "\n\n" in text[:start] else 0
    stop = text.find("\n\n", end)
    spans = sentence_spans(text, begin, len(text) if stop < 0 else stop)
    here = next((at for at, (low, high) in enumerate(spans) if low <= start < high), None)
    if here is None:
        return start, end
    first = last = here
    while True:
        for low, high in ((first, last + 1), (first - 1, last)):
            if low >= 0 and high < len(spans) and _may_grow(section, spans, (first, last), (low, high), words):
                first, last = low, high
                break
        else:
            return spans[first][0], spans[last][1]


def listed(section: Section, start: int, end: int) -> tuple[int, int]:
    """The span of the list that the sentence at ``start`` heads or belongs to, with its head; (0, 0) for no list.

    As many items as a quote may hold, and none behind a seam.
    """
    text = section.text
    lines = _lines(text)
    here = next((at for at, (low, high) in enumerate(lines) if low <= start < high), None)
    if here is None:
        return 0, 0
    first = here
    while first > 0 and _is_item(text, lines[first]):
        first -= 1
    if first == here and not text[start:end].rstrip().endswith(":"):
        return 0, 0
    last = first
    while last + 1 < len(lines) and (_is_item(text, lines[last + 1]) or last < here):
        words = len(text[lines[first][0] : lines[last + 1][1]].split())
        if words > _MOST_LIST_WORDS or any(lines[last][1] <= seam <= lines[last + 1][1] for seam in section.seams):
            break
        last += 1
    if last <= first or last < here:
        return 0, 0
    head = sentence_spans(text, *lines[first])[-1][0]
    return head, lines[last][1]


def _lines(text: str) -> list[tuple[int, int]]:
    """Spans of the lines that hold something, without white space around."""
    spans = []
    position = 0
    for line in text.split("\n"):
        if line.strip():
            low = position + len(line) - len(line.lstrip())
            spans.append((low, position + len(line.rstrip())))
        position += len(line) + 1
    return spans


def _is_item(text: str, span: tuple[int, int]) -> bool:
    return bool(ITEM.match(text[span[0] : span[1]].lower()))


def _may_grow(
    section: Section, spans: Sequence[tuple[int, int]], now: tuple[int, int], then: tuple[int, int], words: int
) -> bool:
    """Whether the quote of sentences ``then`` is short enough, and what it adds to ``now`` has no seam."""
    text = section.text[spans[then[0]][0] : spans[then[1]][1]]
    low, high = (spans[now[1]][1], spans[then[1]][1]) if then[1] > now[1] else (spans[then[0]][0], spans[now[0]][0])
    return len(text.split()) <= words and not any(low <= seam <= high for seam in section.seams)
