"""Records held -> the document to be. Pure."""

import datetime as dt
from dataclasses import dataclass
from typing import TypeVar

from ingest.parsed import Given
from ingest.sources.source import File, Piece, Record, Records
from ingest.sources.tweede_kamer import fields as names
from ingest.sources.tweede_kamer.addresses import Addresses
from ingest.sources.tweede_kamer.entities import Actor, Case, Dossier, Paper, Version, read
from ingest.sources.tweede_kamer.numbers import QUESTIONS, numbers_of, publications
from ingest.sources.tweede_kamer.people import people_of
from kb.model.identity import DocumentId
from kb.model.terms import Kind, Parliament

# Only a hint: the Chamber's kind is wrong now and then, and the text decides. A bare "Mededeling" may postpone,
# refer to a letter or withdraw, so it hints at nothing.
_KINDS = {
    QUESTIONS: Kind.OPEN_QUESTION,
    "Antwoord schriftelijke vragen": Kind.ANSWERED_QUESTION,
    "Antwoord schriftelijke vragen (nader)": Kind.FOLLOW_UP_ANSWER,
    "Mededeling (uitstel antwoord)": Kind.POSTPONEMENT,
    "Mondelinge vragen": Kind.ORAL_QUESTION,
    "Brief regering": Kind.LETTER,
    "Motie": Kind.MOTION,
    "Motie (gewijzigd/nader)": Kind.MOTION,
}
_E = TypeVar("_E", Case, Dossier)


def touched(record: Record, held: Records) -> tuple[str, ...]:
    """Keys of the documents that the record has a part in. For a deletion, ask with the record as it was."""
    match record.category:
        case names.PAPER:
            return tuple(dict.fromkeys((record.key, *_fellows(record, held))))
        case names.VERSION | names.ACTOR_OF_PAPER:
            return record.refs
        case names.ACTOR_OF_CASE:
            return tuple(paper.key for ref in record.refs for paper in held.referring(names.PAPER, ref))
        case names.CASE | names.DOSSIER:
            return tuple(paper.key for paper in held.referring(names.PAPER, record.key))
        case _:
            return ()


def _fellows(record: Record, held: Records) -> tuple[str, ...]:
    """Other documents that ask the same question: which of them carries the question's id depends on all of them."""
    if not record.content or (paper := read(record, Paper)).kind != QUESTIONS:
        return ()
    return tuple(one.key for case in paper.cases for one in _questions(case, held))


def _questions(case: str, held: Records) -> tuple[Record, ...]:
    return tuple(one for one in held.referring(names.PAPER, case) if read(one, Paper).kind == QUESTIONS)


@dataclass(frozen=True, slots=True)
class _Parts:
    """A document with everything that belongs to it."""

    key: str
    paper: Paper
    cases: tuple[Case, ...]
    dossiers: tuple[Dossier, ...]
    versions: tuple[Version, ...]
    actors: tuple[Actor, ...]
    askers: tuple[Actor, ...]


def piece_of(key: str, held: Records, addresses: Addresses) -> Piece | None:
    """The document of that key, without files where the Chamber names none; None where no such document is held."""
    record = held.get(names.PAPER, key)
    if record is None:
        return None
    paper = read(record, Paper)
    parts = _gathered(key, paper, held)
    published = publications(paper, parts.cases, parts.dossiers, parts.versions)
    stamp = f"{paper.version}:{paper.length}"
    files = (File(addresses.file(key), stamp=stamp), File(addresses.file_by_odata(key), stamp=stamp))
    return Piece(
        key=key,
        category=names.PAPER,
        document=DocumentId("tk", _id(parts, published, held)),
        given=_given(parts, published, addresses),
        files=files if paper.has_file else (),
        kind=paper.kind,
        date=_day(paper.day),
    )


def _gathered(key: str, paper: Paper, held: Records) -> _Parts:
    versions = [one for one in held.referring(names.VERSION, key)]
    current = [one for one in versions if one.key == paper.version]
    return _Parts(
        key,
        paper,
        _all(paper.cases, names.CASE, Case, held),
        _all(paper.dossiers, names.DOSSIER, Dossier, held),
        tuple(read(one, Version) for one in (current or versions)),
        tuple(read(one, Actor) for one in held.referring(names.ACTOR_OF_PAPER, key)),
        tuple(read(one, Actor) for case in paper.cases for one in held.referring(names.ACTOR_OF_CASE, case)),
    )


def _all(keys: tuple[str, ...], category: str, as_: type[_E], held: Records) -> tuple[_E, ...]:
    """By number: the order of keys means nothing to a reader."""
    found = [read(record, as_) for key in keys if (record := held.get(category, key))]
    return tuple(sorted(found, key=lambda one: one.number))


def _id(parts: _Parts, published: tuple[str, ...], held: Records) -> str:
    """The publication, else the Chamber's number, else the key. A question that was registered twice has the
    publication once: for the first of its documents."""
    chosen = next(iter(published), "")
    if chosen.startswith("kv-tk-"):
        numbers = [read(one, Paper).number for case in parts.paper.cases for one in _questions(case, held)]
        if parts.paper.number != min(numbers, default=parts.paper.number):
            chosen = ""
    return chosen or parts.paper.number or parts.key


def _given(parts: _Parts, published: tuple[str, ...], addresses: Addresses) -> Given:
    paper = parts.paper
    asking = next((case for case in parts.cases if case.kind == QUESTIONS), None)
    case = asking or next(iter(parts.cases), None)
    is_answer = paper.kind.startswith("Antwoord")
    withdrawn = paper.kind == "Mededeling" and "ingetrokken" in paper.subject.lower()
    return Given(
        kind=Kind.WITHDRAWN if withdrawn else _KINDS.get(paper.kind),
        parliament=Parliament.TWEEDE_KAMER,
        title=(asking.subject if asking else "") or paper.subject or paper.title,
        date=_day(paper.day),
        asked=_day(asking.started) if asking else None,
        answered=_day(paper.received or paper.day) if is_answer else None,
        numbers=numbers_of(paper, parts.cases, parts.dossiers, published),
        people=people_of(paper, parts.askers, parts.actors),
        page_url=addresses.page(case.number if case else "", paper.number),
    )


def _day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
