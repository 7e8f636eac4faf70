"""Questions that name a document by its official number: "31 288 nr. 948", "SV 209: hoeveel ...", "2024Z18792".

The number narrows the question to the documents that carry it; a bare number is answered by those documents
themselves, and by the places where others name them.
"""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from kb.answering.cues import ASKING_WORDS
from kb.answering.question import STOP_WORDS, folded
from kb.language.tokens import whole_dates
from kb.model.document import Document
from kb.model.identity import DocumentId
from kb.model.passage import Passage
from kb.model.query import Filters
from kb.model.terms import Role
from kb.search.numbers import carries, numbers_in, without_numbers
from kb.store.port import Hit

# All passages of the documents that a number names come before any others.
_PASSAGES = 400
# What says most about a document comes first: what the government says, then what was asked; who asked and who answered
# stands with every quote, so its head comes late.
_ORDER = {Role.QUESTION: 1, Role.QUESTION_INTRO: 1, Role.HEAD: 2, Role.NOTE: 3}
# What a head says of who asked and who answered; the rest of it is letterhead.
_WHO = re.compile(r"(?:Vra(?:ag|gen)|Antwoord(?:en)?|Mededeling|Nader antwoord)\s+van\b|op vraag nr\b", re.IGNORECASE)
# So many of the document's own passages come before those of others that name it.
_OWN_FIRST = 2
# Words beside the number that ask for the document itself.
_ASKS_FOR_ANSWER = frozenset("antwoord antwoordde geantwoord antwoorden answer answered reactie zei gezegd".split())
_LETTERS = re.compile(r"[^\W\d_]+")


class Finder(Protocol):
    def candidates(self, query: str, filters: Filters, limit: int) -> Sequence[Hit]: ...


class Documents(Protocol):
    def document(self, id: DocumentId, version: int | None = None) -> Document: ...


@dataclass(frozen=True, slots=True)
class Lookup:
    """The numbers named, the passages of documents that carry them, and passages of others that name them.

    ``rest`` is what the question says beside the numbers; ``people`` are the words of the names of those who ask and
    answer in the documents.
    """

    named: tuple[str, ...]
    rest: str
    carrying: tuple[Passage, ...] = ()
    naming: tuple[Passage, ...] = ()
    document_ids: tuple[str, ...] = ()
    people: frozenset[str] = frozenset()

    @property
    def openings(self) -> list[tuple[Passage, int]]:
        """What to quote for a bare number, from where: the document, then where others name it, then more of itself."""
        passages = [*self.carrying[:_OWN_FIRST], *self.naming, *self.carrying[_OWN_FIRST:]]
        return [(passage, _telling_start(passage)) for passage in passages]

    @property
    def is_bare(self) -> bool:
        """Whether nothing is asked beside the number, or only for the answer as such."""
        words = {folded(word) for word in _LETTERS.findall(self.rest)}
        return not (words - ASKING_WORDS - _ASKS_FOR_ANSWER - STOP_WORDS - self.people)

    @property
    def asks_for_answer(self) -> bool:
        return any(folded(word) in _ASKS_FOR_ANSWER for word in _LETTERS.findall(self.rest))


def look_up(text: str, finder: Finder, documents: Documents, filters: Filters) -> Lookup:
    """Resolve the numbers in ``text``; a date beside them ("SV 56 van 16 november 2023") picks among several."""
    named = numbers_in(text)
    if not named:
        return Lookup((), text)
    passages = [hit.passage for hit in finder.candidates(text, filters, _PASSAGES)]
    carrying = [passage for passage in passages if carries(passage.numbers, named)]
    ids = tuple(dict.fromkeys(passage.document for passage in carrying))
    days = set(whole_dates(text))
    dated = [id for id in ids if days & _days(documents.document(id))]
    wanted = set(dated or ids)
    carrying = [passage for passage in carrying if passage.document in wanted]
    carrying = [passage for passage in carrying if _says_something(passage)] or carrying
    carrying.sort(key=lambda p: (-(p.date or dt.date.min).toordinal(), str(p.document), _ORDER.get(p.role, 0), p.order))
    naming = [
        passage for passage in passages if passage.document not in wanted and set(numbers_in(passage.text)) & set(named)
    ]
    return Lookup(
        named=named,
        rest=_without_dates(without_numbers(text)),
        carrying=tuple(carrying),
        naming=tuple(naming),
        document_ids=tuple(str(id) for id in ids if id in wanted),
        people=frozenset(
            folded(word)
            for id in wanted
            for person in documents.document(id).people
            for word in _LETTERS.findall(person.name or person.printed)
        ),
    )


def _says_something(passage: Passage) -> bool:
    """Not "Ja." alone, nor a letterhead."""
    if passage.role is Role.HEAD:
        return bool(_WHO.search(passage.text))
    return len(passage.text.split()) > 4


def _telling_start(passage: Passage) -> int:
    """Where the passage begins to say who asked and who answered; its own start where it is no head."""
    found = _WHO.search(passage.text) if passage.role is Role.HEAD else None
    return passage.start + (found.start() if found else 0)


def _days(document: Document) -> set[str]:
    dates = document.dates
    return {day.isoformat() for day in (dates.asked, dates.answered, dates.published) if day}


def _without_dates(text: str) -> str:
    return re.sub(
        r"\b(?:van|of|from|d\.?d\.?)?\s*\d{1,2}\s+[a-z]+\s+(?:19|20)\d\d\b", " ", text, flags=re.IGNORECASE
    ).strip(" :,-")
