"""What an answer is made of. Every claim rests on at least one citation, every citation on a slice of a stored text."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from kb.model.collecting import Freshness
from kb.model.identity import DocumentId
from kb.model.query import Filters, Understood
from kb.model.terms import Kind, Parliament, Role


@dataclass(frozen=True, slots=True)
class Citation:
    """A quote and where it stands: ``quote == stored section text[start:end]`` of that document version.

    Checked when it is made and again when it is shown. ``source`` is the file name or address that the document
    came from; ``page`` None where the original has no pages.
    """

    document: DocumentId
    version: int
    section: str
    start: int
    end: int
    quote: str
    title: str
    kind: Kind
    role: Role
    source: str
    url: str = ""
    parliament: Parliament | None = None
    date: dt.date | None = None
    speaker: str = ""
    questions: tuple[int, ...] = ()
    page: int | None = None


class Standing(StrEnum):
    """How a claim stands among the others of a status answer."""

    LATEST = "latest"  # the newest government position known
    EARLIER = "earlier"  # an older position: history
    CLAIM = "claim"  # said by a member, not by the government
    UNDATED = "undated"  # never passes as the latest
    PLAIN = "plain"  # not a status answer


class State(StrEnum):
    """How far something is, as a sentence tells it."""

    ANNOUNCED = "announced"
    PLANNED = "planned"
    DELAYED = "delayed"
    STARTED = "started"
    OPERATIONAL = "operational"
    STOPPED = "stopped"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that the answer says, in the words of its first citation.

    ``state`` is how far that is, with the ``state_words`` of the text that say so; ``superseded_by`` the place (from 1)
    of the claim of the same parliament that came after it. Only status answers and comparisons have them.
    """

    text: str
    citations: tuple[Citation, ...]
    standing: Standing = Standing.PLAIN
    state: State | None = None
    state_words: str = ""
    superseded_by: int | None = None

    def __post_init__(self) -> None:
        if not self.citations:
            raise ValueError("a claim needs at least one citation")

    @property
    def first(self) -> Citation:
        return self.citations[0]


class OpenKind(StrEnum):
    """What is still open on a matter."""

    QUESTION = "question"  # put, and not answered in the documents
    PROMISE = "promise"  # what a government said it would do


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """Something still open, in the words of its citation; never an answer."""

    kind: OpenKind
    citation: Citation


class AnswerStatus(StrEnum):
    ANSWERED = "answered"
    DECLINED = "declined"


class Intent(StrEnum):
    """What kind of answer a question asks for."""

    STATUS = "status"
    FACT = "fact"
    AMOUNT = "amount"
    WHEN = "when"
    WHO = "who"
    WHY = "why"
    LIST = "list"
    COMPARE = "compare"
    LOOKUP = "lookup"
    ANSWERED_YET = "answered_yet"


@dataclass(frozen=True, slots=True)
class Searched:
    """What was searched: documents and passages under the filters, and the newest date among them.

    ``sources`` are those that are collected from, with how far the corpus is in step with each.
    """

    documents: int
    passages: int
    until: dt.date | None
    sources: tuple[Freshness, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """Claims, or the reason for declining with the nearest misses; never both empty.

    ``id`` is a hash of question, filters and corpus version: the same three give the same answer.
    ``reason`` is a code with a sentence for it in both languages (see `ui/messages.py`): "" when answered.
    """

    id: str
    question: str
    filters: Filters
    intent: Intent
    status: AnswerStatus
    claims: tuple[Claim, ...]
    near_misses: tuple[Citation, ...]
    reason: str
    searched: Searched
    corpus_version: str
    open_points: tuple[OpenPoint, ...] = ()
    no_news_since: dt.date | None = None  # of a status answer: the day of the newest government position
    sureness: float = 1.0  # how sure the evidence is, 0 to 1; 1 where a document was asked for by its number
    understood: Understood | None = None  # None where the question was taken literally

    def __post_init__(self) -> None:
        if self.status is AnswerStatus.ANSWERED and not self.claims:
            raise ValueError("an answer without claims is a declined one")
        if self.status is AnswerStatus.DECLINED and not self.reason:
            raise ValueError("a declined answer says why")
