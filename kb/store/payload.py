"""How a passage is kept in the engine: one flat, typed and versioned record, rebuilt exactly."""

from datetime import date
from typing import Final, NotRequired, TypedDict, cast

from kb.errors import IndexUnusableError
from kb.model.identity import DocumentId
from kb.model.passage import Passage
from kb.model.terms import Kind, Parliament, Role
from kb.store.marks import hashed

# Raised whenever the record below changes its meaning; an index with another number is rebuilt, never guessed at.
PAYLOAD_FORMAT: Final = 2

KEYWORD_FIELDS: Final = (
    "parliament",
    "kind",
    "role",
    "document",
    "people",
    "parties",
    "ministries",
    "themes",
    "numbers",
)
DATE_FIELD: Final = "date"
# Enough to put passages in order without reading their texts.
ORDER_FIELDS: Final = ("document", "version", "order", "start", "section", DATE_FIELD)

# Hundreds of records are read for one question: a look-up is several times as quick as calling the enumeration.
_KINDS: Final = {kind.value: kind for kind in Kind}
_ROLES: Final = {role.value: role for role in Role}
_PARLIAMENTS: Final = {parliament.value: parliament for parliament in Parliament}


class StoredPassage(TypedDict):
    """The record. Fields that are empty are left out; ``date`` is midnight UTC, so that the engine can compare it."""

    format: int
    document: str
    version: int
    section: str
    start: int
    end: int
    text: str
    order: int
    kind: str
    role: str
    title: str
    context: NotRequired[str]
    heading: NotRequired[str]
    speaker: NotRequired[str]
    questions: NotRequired[list[int]]
    page: NotRequired[int]
    date: NotRequired[str]
    parliament: NotRequired[str]
    people: NotRequired[list[str]]
    parties: NotRequired[list[str]]
    ministries: NotRequired[list[str]]
    themes: NotRequired[list[str]]
    numbers: NotRequired[list[str]]


def point_id(passage: Passage) -> int:
    """The engine's id of a passage; the same on every run. A number: a UUID would do, and takes longer to rank."""
    return hashed(passage.id)


def moment(day: date) -> str:
    """A day as the engine compares it."""
    return f"{day.isoformat()}T00:00:00Z"


def day_of(stored: str) -> date:
    """The day of a stored moment."""
    return date.fromisoformat(stored[:10])


def encode(passage: Passage) -> StoredPassage:
    """The record of a passage."""
    always = {
        "format": PAYLOAD_FORMAT,
        "document": str(passage.document),
        "version": passage.version,
        "section": passage.section,
        "start": passage.start,
        "end": passage.end,
        "text": passage.text,
        "order": passage.order,
        "kind": passage.kind.value,
        "role": passage.role.value,
        "title": passage.title,
    }
    where_known = {
        "context": passage.context,
        "heading": passage.heading,
        "speaker": passage.speaker,
        "questions": list(passage.questions),
        "page": passage.page,
        "date": passage.date and moment(passage.date),
        "parliament": passage.parliament and passage.parliament.value,
        "people": list(passage.people),
        "parties": list(passage.parties),
        "ministries": list(passage.ministries),
        "themes": list(passage.themes),
        "numbers": list(passage.numbers),
    }
    known = {field: value for field, value in where_known.items() if value not in ("", [], None)}
    return cast(StoredPassage, always | known)


def decode(payload: object) -> Passage:
    """The passage of a record; raises IndexUnusableError where the record is of another format or damaged."""
    if not isinstance(payload, dict) or payload.get("format") != PAYLOAD_FORMAT:
        raise IndexUnusableError(
            "The index holds records of another format.", "Make it again with `loket index --rebuild`."
        )
    record = cast(StoredPassage, payload)
    try:
        return Passage(
            document=DocumentId(*record["document"].split("/", 1)),
            version=record["version"],
            section=record["section"],
            start=record["start"],
            end=record["end"],
            text=record["text"],
            order=record["order"],
            kind=_KINDS[record["kind"]],
            role=_ROLES[record["role"]],
            title=record["title"],
            context=record.get("context", ""),
            heading=record.get("heading", ""),
            speaker=record.get("speaker", ""),
            questions=tuple(record.get("questions", ())),
            page=record.get("page"),
            date=day_of(record["date"]) if "date" in record else None,
            parliament=_PARLIAMENTS[record["parliament"]] if "parliament" in record else None,
            people=tuple(record.get("people", ())),
            parties=tuple(record.get("parties", ())),
            ministries=tuple(record.get("ministries", ())),
            themes=tuple(record.get("themes", ())),
            numbers=tuple(record.get("numbers", ())),
        )
    except (KeyError, ValueError, TypeError) as error:
        raise IndexUnusableError(
            f"The index holds a damaged record ({error!r}).", "Make it again with `loket index --rebuild`."
        ) from error
