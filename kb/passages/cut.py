"""A document into passages: true slices of its sections, of a length that answers one thing.

A question and its answer belong together: a passage of an answer carries its question as context, which is embedded
and never quoted. A section of a letter carries its heading. Paragraphs are kept whole where they fit, sentences always.
"""

from collections.abc import Iterator

from kb.model.document import Document, Section
from kb.model.passage import Passage
from kb.model.people import Part, Person
from kb.model.terms import Role
from kb.passages.sentences import sentence_spans

# Words per passage. Retrieval was measured with passages of 180 words (shared/eval/README.md); a paragraph that ends
# within the slack is not cut.
TARGET_WORDS = 160
MAX_WORDS = 240
MAX_CONTEXT_WORDS = 110
# Anything shorter on its own ("Ja.") says nothing without its question, which the context holds.
_UNSEARCHED = frozenset({Role.TABLE})

FINGERPRINT = f"cut/1:{TARGET_WORDS}:{MAX_WORDS}:{MAX_CONTEXT_WORDS}"


def cut(document: Document) -> tuple[Passage, ...]:
    """All passages of a document, in reading order."""
    contexts = _Contexts(document)
    shared = _SharedFields(document)
    passages: list[Passage] = []
    for section in document.sections:
        if section.role in _UNSEARCHED or not section.text.strip():
            continue
        context = contexts.of(section)
        for start, end in _slices(section.text):
            passages.append(
                Passage(
                    document=document.id,
                    version=document.version,
                    section=section.key,
                    start=start,
                    end=end,
                    text=section.text[start:end],
                    order=len(passages),
                    kind=document.kind,
                    role=section.role,
                    title=document.title,
                    context=context,
                    heading=section.heading,
                    speaker=section.speaker,
                    questions=section.questions,
                    page=section.page_at(start),
                    date=document.date_of(section.role),
                    parliament=document.parliament,
                    people=shared.people,
                    parties=shared.parties,
                    ministries=shared.ministries,
                    themes=document.themes,
                    numbers=shared.numbers,
                )
            )
    return tuple(passages)


class _SharedFields:
    """What every passage of one document carries for filtering."""

    def __init__(self, document: Document) -> None:
        self.people = _distinct(person.key for person in document.people)
        self.parties = _distinct(person.party for person in document.people)
        self.ministries = _distinct(_ministry(person) for person in document.people)
        self.numbers = _distinct(number.value for number in document.numbers)


def _ministry(person: Person) -> str:
    return person.portfolio if person.part not in (Part.ASKER, Part.SPEAKER) else ""


def _distinct(values: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))


class _Contexts:
    """What is embedded with a passage of a section."""

    def __init__(self, document: Document) -> None:
        self._title = document.title
        self._questions: dict[str, str] = {}
        texts = {section.key: section.text for section in document.sections}
        for pair in document.pairs:
            if pair.answer_section:
                asked = " ".join(texts[key] for key in pair.question_sections if key in texts)
                self._questions[pair.answer_section] = asked

    def of(self, section: Section) -> str:
        parts = [self._title, section.heading, _first_words(self._questions.get(section.key, ""))]
        return "\n".join(part for part in parts if part)


def _first_words(text: str) -> str:
    words = text.split()
    return " ".join(words[:MAX_CONTEXT_WORDS])


def _slices(text: str) -> Iterator[tuple[int, int]]:
    """Spans of about TARGET_WORDS words that begin and end at sentences, at paragraphs where possible."""
    start: int | None = None
    end = 0
    words = 0
    for unit_start, unit_end in _units(text):
        unit_words = _count_words(text, unit_start, unit_end)
        if start is not None and words + unit_words > TARGET_WORDS:
            yield start, end
            start = None
        if start is None:
            start, words = unit_start, 0
        end = unit_end
        words += unit_words
    if start is not None:
        yield start, end


def _units(text: str) -> Iterator[tuple[int, int]]:
    """Paragraphs, or the sentences of a paragraph that is too long to stand whole."""
    position = 0
    while position < len(text):
        gap = text.find("\n\n", position)
        paragraph_end = gap if gap >= 0 else len(text)
        spans = sentence_spans(text, position, paragraph_end)
        if spans:
            if _count_words(text, spans[0][0], spans[-1][1]) <= TARGET_WORDS:
                yield spans[0][0], spans[-1][1]
            else:
                for start, end in spans:
                    yield from _hard_cut(text, start, end)
        position = paragraph_end + 2


def _hard_cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A "sentence" longer than a passage may be (a table read as prose, a list without stops): cut between words."""
    left = _count_words(text, start, end)  # counted once: a text of megabytes may be one such "sentence"
    while left > MAX_WORDS:
        cut_at = start
        for _ in range(TARGET_WORDS):
            space = text.find(" ", cut_at + 1, end)
            if space < 0:
                break
            cut_at = space
        if cut_at == start:
            break
        yield start, cut_at
        left -= _count_words(text, start, cut_at)
        start = cut_at + 1
    if start < end:
        yield start, end


def _count_words(text: str, start: int, end: int) -> int:
    return len(text[start:end].split())
