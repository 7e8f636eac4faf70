"""What a parser gives: a document without its id, version and provenance, which the pipeline adds."""

import datetime as dt
from dataclasses import dataclass, field

from kb.model.document import Dates, Number, Problem, QuestionAnswer, Reference, Section
from kb.model.people import Person
from kb.model.terms import Kind, Parliament


@dataclass(frozen=True, slots=True)
class Given:
    """What is known from outside the file (`documents.toml`, a source's metadata); every field is optional.

    What the file itself prints wins, except for ``kind`` where the text does not decide.
    """

    file_name: str = ""
    kind: Kind | None = None
    parliament: Parliament | None = None
    title: str = ""
    date: dt.date | None = None
    asked: dt.date | None = None
    answered: dt.date | None = None
    numbers: tuple[Number, ...] = ()
    themes: tuple[str, ...] = ()
    url: str = ""
    people: tuple[Person, ...] = ()
    page_url: str = ""


@dataclass(frozen=True, slots=True)
class Parsed:
    """One read document. ``parser`` names the parser and its version, such as ``tk_question/1``.

    ``media_type`` is what the first bytes said (`Extracted.media_type`); it goes into the provenance.
    """

    parser: str
    kind: Kind
    title: str
    sections: tuple[Section, ...]
    parliament: Parliament | None = None
    numbers: tuple[Number, ...] = ()
    dates: Dates = field(default_factory=Dates)
    people: tuple[Person, ...] = ()
    themes: tuple[str, ...] = ()
    session: str = ""
    pairs: tuple[QuestionAnswer, ...] = ()
    references: tuple[Reference, ...] = ()
    problems: tuple[Problem, ...] = ()
    url: str = ""
    media_type: str = ""
