"""What the address holds: question, filters, open source. Everything a mailed link needs to open the same thing.

Unknown or mistyped values in a link are left out, never an error: the rest of the link still opens.
"""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from kb.errors import InputError
from kb.model.answer import Citation, Intent
from kb.model.identity import DocumentId
from kb.model.query import Filters, Recognised
from kb.model.terms import Kind, Parliament

_PLACE = re.compile(r"(?P<document>.+)@(?P<version>\d{1,9})(?:#(?P<section>.+):(?P<start>\d{1,9})-(?P<end>\d{1,9}))?")
_Word = TypeVar("_Word", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Place:
    """A passage in a version of a document, ``folder/a.pdf@1#a3:0-120``; without a section the whole."""

    document: DocumentId
    version: int
    section: str = ""
    start: int = 0
    end: int = 0

    @classmethod
    def of(cls, citation: Citation) -> "Place":
        return cls(citation.document, citation.version, citation.section, citation.start, citation.end)

    @classmethod
    def parse(cls, text: str) -> "Place | None":
        found = _PLACE.fullmatch(text)
        if not found:
            return None
        try:
            document = DocumentId.parse(found["document"])
        except InputError:
            return None
        version = int(found["version"])
        if found["section"] is None:
            return cls(document, version)
        return cls(document, version, found["section"], int(found["start"]), int(found["end"]))

    def __str__(self) -> str:
        whole = f"{self.document}@{self.version}"
        return f"{whole}#{self.section}:{self.start}-{self.end}" if self.section else whole


@dataclass(frozen=True, slots=True)
class Address:
    question: str = ""
    filters: Filters = field(default_factory=Filters)
    source: Place | None = None
    ignoring: tuple[Recognised, ...] = ()  # what is not to be understood from the question
    intent: Intent | None = None  # how the user says the question is meant

    @classmethod
    def read(cls, parameters: Mapping[str, Sequence[str]]) -> "Address":
        """``parameters``: every value of every query parameter."""

        def last(name: str) -> str:
            return parameters[name][-1].strip() if parameters.get(name) else ""

        since, until = _day(last("from")), _day(last("to"))
        if since and until and since > until:
            since, until = until, since
        return cls(
            question=last("q"),
            filters=Filters(
                parliaments=_words(Parliament, parameters.get("parliament", ())),
                kinds=_words(Kind, parameters.get("kind", ())),
                since=since,
                until=until,
            ),
            source=Place.parse(last("source")),
            ignoring=_words(Recognised, parameters.get("literal", ())),
            intent=next(iter(_words(Intent, parameters.get("as", ()))), None),
        )

    def written(self) -> dict[str, list[str]]:
        """Only what is set; `read` gives the same address back."""
        filters = self.filters
        values = {
            "q": [self.question],
            "parliament": [word.value for word in filters.parliaments],
            "kind": [word.value for word in filters.kinds],
            "from": [filters.since.isoformat() if filters.since else ""],
            "to": [filters.until.isoformat() if filters.until else ""],
            "source": [str(self.source) if self.source else ""],
            "literal": [what.value for what in self.ignoring],
            "as": [self.intent.value if self.intent else ""],
        }
        return {name: kept for name, given in values.items() if (kept := [value for value in given if value])}


def _words(words: type[_Word], given: Sequence[str]) -> tuple[_Word, ...]:
    return tuple(dict.fromkeys(words(value) for value in given if value in tuple(words)))


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None
