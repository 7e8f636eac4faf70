"""Values for the tests of answering."""

import datetime as dt

from kb.answering.evidence import Evidence, Signs
from kb.model.document import Document, Provenance, Section
from kb.model.identity import DocumentId
from kb.model.passage import Passage
from kb.model.terms import Kind, Parliament, Role

NOW = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


def passage(
    name: str = "a",
    *,
    role: Role = Role.ANSWER,
    kind: Kind = Kind.ANSWERED_QUESTION,
    parliament: Parliament | None = Parliament.VLAAMS_PARLEMENT,
    date: dt.date | None = None,
    text: str = "Het loket is open.",
    section: str = "a1",
    speaker: str = "",
) -> Passage:
    return Passage(
        document=DocumentId("folder", name),
        version=1,
        section=section,
        start=0,
        end=len(text),
        text=text,
        order=0,
        kind=kind,
        role=role,
        title="Het loket",
        speaker=speaker,
        date=date,
        parliament=parliament,
    )


def evidence(
    of: Passage,
    score: float = 2.5,
    *,
    cover: float = 1.0,
    fits: float = 1.0,
    meaning: float = 0.5,
    reach: float = 1.0,
    names: float = 1.0,
    about: float = 0.0,
    missing: float = 0.0,
    found: float = 1.0,
    same: float = 0.0,
) -> Evidence:
    signs = Signs(own=cover, cover=cover, meaning=meaning, passage=found, fits=fits, asked=same, opens=0.0, same=same)
    return Evidence(of, of.start, of.end, of.text, signs, score, reach=reach, about=about, names=names, missing=missing)


def document(*sections: Section, name: str = "a", kind: Kind = Kind.ANSWERED_QUESTION) -> Document:
    return Document(
        id=DocumentId("folder", name),
        version=1,
        kind=kind,
        title="Het loket",
        provenance=Provenance(f"{name}.txt", "text/plain", "0" * 64, NOW),
        sections=sections,
    )
