"""Documents made for the tests: a plain one to vary, and any sound one (hypothesis)."""

import datetime as dt
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from kb.model.document import (
    Dates,
    Document,
    Number,
    PageStart,
    PairState,
    Problem,
    Provenance,
    QuestionAnswer,
    Reference,
    Section,
)
from kb.model.identity import DocumentId
from kb.model.people import Part, Person
from kb.model.terms import Kind, Parliament, Role

NOON = dt.datetime(2024, 11, 20, 12, tzinfo=dt.UTC)
LETTER = DocumentId("folder", "brieven/brief.txt")


def made(id: DocumentId = LETTER, text: str = "Het loket is open. Zie kst-12345-6.", **changed: Any) -> Document:
    start = text.find("kst-12345-6")
    reference = Reference("s1", start, start + 11, "kst-12345-6", Number("kamerstuk", "kst-12345-6"))
    plain = Document(
        id=id,
        version=0,
        kind=Kind.LETTER,
        title="Over het loket",
        provenance=Provenance(f"map/{id.key}", "text/plain", "0" * 64, NOON),
        parliament=Parliament.TWEEDE_KAMER,
        numbers=(Number("kamerstuk", "kst-99999-1"),),
        dates=Dates(published=dt.date(2024, 3, 1)),
        people=(
            Person(Part.SIGNATORY, "A. Voorbeeld", "A. Voorbeeld", "voorbeeld", office="Minister", portfolio="Zaken"),
        ),
        themes=("onderzoek",),
        sections=(Section("s1", Role.LETTER, text),),
        references=(reference,) if start >= 0 else (),
    )
    return replace(plain, **changed)


def _tuples(of: st.SearchStrategy[Any], most: int = 4) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(of, max_size=most).map(tuple)


_words = st.text(max_size=40)
_questions = _tuples(st.integers(1, 999))
_numbers = st.builds(Number, scheme=_words, value=_words)
_dates = st.none() | st.dates()
_moments = st.datetimes(min_value=dt.datetime(1900, 1, 2), max_value=dt.datetime(2200, 1, 1)).map(
    lambda moment: moment.replace(tzinfo=dt.UTC)
)
_people = st.builds(
    Person,
    part=st.sampled_from(Part),
    printed=_words,
    name=_words,
    key=_words,
    party=_words,
    office=_words,
    portfolio=_words,
)


@st.composite
def _sections(draw: st.DrawFn, key: str) -> Section:
    text = draw(st.text(max_size=200))
    offsets = sorted(draw(st.sets(st.integers(0, len(text)), max_size=4)))
    return Section(
        key=key,
        role=draw(st.sampled_from(Role)),
        text=text,
        questions=draw(_questions),
        heading=draw(_words),
        speaker=draw(_words),
        pages=tuple(PageStart(offset, draw(st.integers(1, 900))) for offset in offsets),
        anchor=draw(_words),
    )


@st.composite
def _pairs(draw: st.DrawFn, keys: list[str]) -> QuestionAnswer:
    return QuestionAnswer(
        questions=draw(_questions),
        question_sections=draw(_tuples(st.sampled_from(keys), 3)),
        answer_section=draw(st.none() | st.sampled_from(keys)),
        state=draw(st.sampled_from(PairState)),
        refers_to=draw(_questions),
        also_refers_to=draw(_questions),
        procedural=draw(st.booleans()),
    )


@st.composite
def _references(draw: st.DrawFn, section: Section) -> Reference:
    start = draw(st.integers(0, len(section.text) - 1))
    end = draw(st.integers(start + 1, len(section.text)))
    number = draw(st.none() | _numbers)
    return Reference(section.key, start, end, section.text[start:end], number, draw(_words))


@st.composite
def sound_documents(draw: st.DrawFn, id: DocumentId = LETTER) -> Document:
    """Any document that holds what a document must hold."""
    keys = draw(st.lists(st.text(min_size=1, max_size=8).filter(lambda key: "\n" not in key), unique=True, max_size=4))
    sections = tuple(draw(_sections(key)) for key in keys)
    spoken = [section for section in sections if section.text]
    return Document(
        id=id,
        version=draw(st.integers(0, 5)),
        kind=draw(st.sampled_from(Kind)),
        title=draw(_words),
        provenance=Provenance(draw(_words), draw(_words), draw(_words), draw(_moments), draw(_words), draw(_words)),
        parliament=draw(st.none() | st.sampled_from(Parliament)),
        numbers=draw(_tuples(_numbers)),
        dates=Dates(draw(_dates), draw(_dates), draw(_dates)),
        people=draw(_tuples(_people)),
        themes=draw(_tuples(_words)),
        session=draw(_words),
        sections=sections,
        pairs=draw(_tuples(_pairs(keys))) if keys else (),
        references=tuple(draw(_references(section)) for section in spoken),
        problems=draw(_tuples(st.builds(Problem, code=_words, message=_words, advice=_words))),
    )
