"""Document: one published piece, read once; its sections hold the final text that every quote is a slice of."""

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from kb.model.identity import DocumentId
from kb.model.people import Part, Person
from kb.model.terms import Kind, Parliament, Role


@dataclass(frozen=True, slots=True)
class Number:
    """An official number, normalised once at the border.

    ``scheme`` is one of publication, aanhangsel, zaak, document, dossier, kamerstuk, sv, schv, pfile, stuk,
    ons_kenmerk, kamer_letter_nr; ``value`` its normal form, such as ``ah-tk-20242025-594``, ``2024Z18561``,
    ``kst-31288-948``, ``SV 30 (2024-2025)``.
    """

    scheme: str
    value: str


@dataclass(frozen=True, slots=True)
class Dates:
    """What is printed or given; None is unknown, never guessed."""

    asked: date | None = None
    answered: date | None = None
    published: date | None = None

    @property
    def latest(self) -> date | None:
        known = [d for d in (self.asked, self.answered, self.published) if d]
        return max(known) if known else None


@dataclass(frozen=True, slots=True)
class PageStart:
    """From ``offset`` (characters into the section's text) on, the text stands on ``page`` (first page is 1)."""

    offset: int
    page: int


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of one document with one role. ``text`` is cleaned once and never changed after.

    Paragraphs in ``text`` are separated by a blank line, list items and table rows by one line break; lines that
    the layout broke are joined. ``key`` is unique within the document and readable: ``q1``, ``a3-5-6``, ``s2.1``.
    ``questions`` are the numbers asked or answered here. ``anchor`` is an id inside an HTML or XML original.
    ``seams`` are the offsets, rising, at which the page holds something that ``text`` leaves out: a footnote mark, a
    footnote or a page footer that cuts a sentence.
    """

    key: str
    role: Role
    text: str
    questions: tuple[int, ...] = ()
    heading: str = ""
    speaker: str = ""
    pages: tuple[PageStart, ...] = ()
    anchor: str = ""
    seams: tuple[int, ...] = ()

    def page_at(self, offset: int) -> int | None:
        """The page on which the character at ``offset`` stands; None where the original has no pages."""
        at = bisect_right(self.pages, offset, key=lambda start: start.offset)
        return self.pages[at - 1].page if at else None


class PairState(StrEnum):
    """What became of a question."""

    ANSWERED = "answered"
    UNANSWERED = "unanswered"
    POSTPONED = "postponed"
    REFERRED = "referred"  # another minister, or another document, answers
    SEE_ANSWER = "see_answer"  # "zie het antwoord op vraag 3": ``refers_to`` says which


@dataclass(frozen=True, slots=True)
class QuestionAnswer:
    """Questions with the answer given to them together; matched by sets of numbers, never by position.

    ``question_sections`` and ``answer_section`` are section keys of the same document; ``questions`` are the numbers
    (for unnumbered documents the order in the text). ``refers_to`` are question numbers whose answer is meant,
    ``also_refers_to`` numbers mentioned by an answer with text of its own.
    ``procedural`` marks "Kunt u deze vragen afzonderlijk beantwoorden?".
    """

    questions: tuple[int, ...]
    question_sections: tuple[str, ...]
    answer_section: str | None
    state: PairState
    refers_to: tuple[int, ...] = ()
    also_refers_to: tuple[int, ...] = ()
    procedural: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """Another document named in the text. Finding it (a span) and resolving it (``number``) are two steps.

    ``printed == section.text[start:end]``; ``number`` is the normalised id it names, None where it cannot be told.
    ``relation`` is cites, see_also (the earlier postponement), follows (an earlier question), or parallel
    (the same question to another minister).
    """

    section: str
    start: int
    end: int
    printed: str
    number: Number | None
    relation: str = "cites"


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where the bytes came from; ``location`` is the path or address as the user knows it (``source`` in the JSON)."""

    location: str
    media_type: str
    sha256: str
    retrieved_at: datetime
    url: str = ""
    page_url: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that did not go as it should, in one sentence, with what to do next."""

    code: str
    message: str
    advice: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One published piece in one version. ``version`` counts from 1; a citation pins it."""

    id: DocumentId
    version: int
    kind: Kind
    title: str
    provenance: Provenance
    parliament: Parliament | None = None
    numbers: tuple[Number, ...] = ()
    dates: Dates = field(default_factory=Dates)
    people: tuple[Person, ...] = ()
    themes: tuple[str, ...] = ()
    session: str = ""
    sections: tuple[Section, ...] = ()
    pairs: tuple[QuestionAnswer, ...] = ()
    references: tuple[Reference, ...] = ()
    problems: tuple[Problem, ...] = ()

    def section(self, key: str) -> Section:
        """The section of that key; KeyError where there is none."""
        for section in self.sections:
            if section.key == key:
                return section
        raise KeyError(key)

    def people_as(self, *parts: Part) -> tuple[Person, ...]:
        return tuple(person for person in self.people if person.part in parts)

    def number(self, scheme: str) -> str:
        """The first number of that scheme; "" where there is none."""
        return next((number.value for number in self.numbers if number.scheme == scheme), "")

    def date_of(self, role: Role) -> date | None:
        """When words of ``role`` in this document were said.

        Flemish written questions print only the date of the question; the answer then carries that date, as the
        earliest it can be.
        """
        if role.is_member:
            return self.dates.asked or self.dates.published
        return self.dates.answered or self.dates.published or self.dates.asked
