"""The fields that are used, typed, and their JSON in a Record: the only thing that the rest of the source reads.

Moments at which the Chamber touched a record are left out, so that a mass update of them changes nothing.
"""

import json
from dataclasses import asdict, dataclass, fields
from typing import Any, TypeVar

from ingest.sources.source import Record


@dataclass(frozen=True, slots=True)
class Case:
    """A zaak: what ties a question, its postponement and its answer. ``started`` is ISO, "" where unknown."""

    number: str = ""
    kind: str = ""
    subject: str = ""
    started: str = ""
    finished: bool = False


@dataclass(frozen=True, slots=True)
class Actor:
    """A person's part in a zaak or document. ``of`` is its key; ``relation`` the Chamber's word (Indiener ...)."""

    of: str = ""
    name: str = ""
    party: str = ""
    office: str = ""
    relation: str = ""


@dataclass(frozen=True, slots=True)
class Dossier:
    """A Kamerstukdossier: 36800, VIII."""

    number: str = ""
    addition: str = ""
    title: str = ""

    @property
    def name(self) -> str:
        return f"{self.number}-{self.addition}" if self.addition else self.number


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a document's file. ``publication`` is the official id under which it was published."""

    of: str = ""
    number: int = 0
    publication: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """A document. Days are ISO. ``serial`` is its number within the dossier, ``length`` in bytes (0: not said)."""

    number: str = ""
    kind: str = ""
    subject: str = ""
    title: str = ""
    day: str = ""
    received: str = ""
    serial: str = ""
    annex: str = ""  # aanhangselnummer: 242501244
    chamber: str = ""
    version: str = ""
    length: int = 0
    has_file: bool = False
    cases: tuple[str, ...] = ()
    dossiers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment (toezegging). ``status`` is the Chamber's word: Openstaand, Voldaan, Deels Voldaan, Vervallen.

    ``to`` are keys of persons and parties; ``letters`` the numbers of the letters that fulfil it.
    """

    number: str = ""
    text: str = ""
    status: str = ""
    ministry: str = ""
    by: str = ""
    office: str = ""
    made: str = ""
    due: str = ""  # datumNakoming
    activity: str = ""
    notes: str = ""
    to: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()


Entity = Case | Actor | Dossier | Version | Paper | Promise
_E = TypeVar("_E", bound=Entity)


def written(entity: Entity) -> str:
    """As JSON text, the same for equal entities."""
    return json.dumps(asdict(entity), ensure_ascii=False, separators=(",", ":"))


def read(record: Record, as_: type[_E]) -> _E:
    """The entity that `written` wrote."""
    values: dict[str, Any] = json.loads(record.content)
    known = {field.name for field in fields(as_)}
    kept: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in values.items() if name in known
    }
    return as_(**kept)
