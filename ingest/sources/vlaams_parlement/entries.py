"""What is known of one question or paper, whether from the search or from the open data; two of them make a better one.

An `Entry` is the content of a record: JSON text with its fields in one order.
"""

import datetime as dt
import hashlib
import json
import re
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any

from ingest.parsers.names import plain
from ingest.sources.source import Record
from ingest.sources.vlaams_parlement.fields import Soort
from kb.model.people import Part


class FileRole(StrEnum):
    """What a file is to its entry; the value is the search interface's word ("documenttype")."""

    BOTH = "vraag en antwoord"
    ANSWER = "antwoord"
    TEXT = "tekst"
    SPOKEN = "handeling"
    UNKNOWN = ""
    QUESTION = "vraag aan minister"
    ATTACHMENT = "bijlage"


@dataclass(frozen=True, slots=True)
class Attached:
    """One file. ``pfile`` is its number, or "" and ``address`` is a web page with spoken text. ``changed`` is the
    source's own word for its version, compared and never read."""

    pfile: str = ""
    address: str = ""
    role: FileRole = FileRole.UNKNOWN
    name: str = ""
    media_type: str = ""
    changed: str = ""

    @property
    def key(self) -> str:
        return self.pfile or self.address

    @property
    def piece_key(self) -> str:
        """Of the piece that it makes by itself; "" where it has no number."""
        if self.pfile:
            return f"pfile-{self.pfile}"
        match = re.search(r"/verslag/(\d+)", self.address)
        return f"verslag-{match.group(1)}" if match else ""

    @property
    def extension(self) -> str:
        stem, dot, extension = self.name.lower().rpartition(".")
        return extension if dot and stem and len(extension) <= 5 else ""


@dataclass(frozen=True, slots=True)
class Actor:
    """A member or minister: ``part`` is asker or addressee."""

    part: Part
    given: str
    surname: str
    party: str = ""

    @property
    def name(self) -> str:
        return f"{self.given} {self.surname}".strip()


@dataclass(frozen=True, slots=True)
class Entry:
    """``kind`` is our word of `fields.KINDS`; ``number`` counts per minister and session. ``published`` is the day by
    which the search windows count, None where the search has none. ``spoken`` is when it was said in a meeting.
    ``has_report``: the open data interface knows a report of it.
    """

    kind: str
    soort: Soort
    id: str
    title: str = ""
    number: str = ""
    serial: str = ""
    session: str = ""
    themes: tuple[str, ...] = ()
    people: tuple[Actor, ...] = ()
    asked: dt.date | None = None
    answered: dt.date | None = None
    published: dt.date | None = None
    spoken: dt.date | None = None
    withdrawn: bool = False
    status: str = ""
    answer_kind: str = ""
    type: str = ""
    has_report: bool = False
    files: tuple[Attached, ...] = ()
    page: str = ""

    @property
    def key(self) -> str:
        """Of the piece that it makes: schv-1836653."""
        return f"{self.soort}-{self.id}"

    @property
    def same_question(self) -> str:
        """What the records of one question to several ministers have in common: the day, who asks, the title. "" for
        what is no written question, or says too little."""
        if self.soort is not Soort.SCHV or self.asked is None or not self.title or not self.askers:
            return ""
        askers = ",".join(sorted(plain(actor.name) for actor in self.askers))
        letters = re.sub(r"[\W_]+", "", self.title.lower())
        return f"vraag-{hashlib.sha256(f'{self.asked}|{askers}|{letters}'.encode()).hexdigest()[:20]}"

    @property
    def askers(self) -> tuple[Actor, ...]:
        return tuple(actor for actor in self.people if actor.part is Part.ASKER)

    @property
    def ministers(self) -> tuple[Actor, ...]:
        return tuple(actor for actor in self.people if actor.part is Part.ADDRESSEE)


def joined(better: Entry, other: Entry) -> Entry:
    """``better``, completed by what only ``other`` knows; files of both, each once."""
    filled = {
        name: getattr(other, name)
        for name in Entry.__slots__
        if name != "files" and not getattr(better, name) and getattr(other, name)
    }
    files = {file.key: file for file in better.files}
    for file in other.files:
        files[file.key] = _joined_file(files[file.key], file) if file.key in files else file
    return replace(better, files=tuple(files.values()), **filled)


def _joined_file(better: Attached, other: Attached) -> Attached:
    filled = {
        name: getattr(other, name) for name in Attached.__slots__ if not getattr(better, name) and getattr(other, name)
    }
    return replace(better, **filled)


def record_of(entry: Entry) -> Record:
    """``refs`` are the pieces of its files, and what ties the same question to several ministers."""
    files = sorted(entry.files, key=lambda file: (file.pfile, file.address))
    content = json.dumps(
        asdict(replace(entry, files=tuple(files))), ensure_ascii=False, sort_keys=True, default=_day_text
    )
    refs = (*(file.piece_key for file in files), entry.same_question)
    return Record(entry.kind, entry.key, content, tuple(dict.fromkeys(ref for ref in refs if ref)))


def entry_of(record: Record) -> Entry:
    """The entry in a record that `record_of` wrote."""
    fields: dict[str, Any] = json.loads(record.content)
    for name in ("asked", "answered", "published", "spoken"):
        fields[name] = dt.date.fromisoformat(fields[name]) if fields[name] else None
    fields["soort"] = Soort(fields["soort"])
    fields["themes"] = tuple(fields["themes"])
    fields["people"] = tuple(Actor(**{**one, "part": Part(one["part"])}) for one in fields["people"])
    fields["files"] = tuple(Attached(**{**one, "role": FileRole(one["role"])}) for one in fields["files"])
    return Entry(**fields)


def _day_text(value: object) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    raise TypeError(f"{value!r} does not belong in a record.")
