"""Answers for the tests of the log."""

import datetime as dt

from kb.answer_log.logged import Logged
from kb.answering.phrasing.phrased import DroppedSentence, PhrasedSentence, Phrasing, Problem, Why
from kb.model.answer import (
    Answer,
    AnswerStatus,
    Citation,
    Claim,
    Intent,
    OpenKind,
    OpenPoint,
    Searched,
    Standing,
    State,
)
from kb.model.collecting import Freshness
from kb.model.identity import DocumentId
from kb.model.query import Effect, Filters, Recognised, Understood, UnderstoodPart
from kb.model.terms import Kind, Parliament, Role

NOON = dt.datetime(2026, 11, 20, 12, 0, tzinfo=dt.UTC)

CITED = Citation(
    document=DocumentId("folder", "stukken/sv-7.txt"),
    version=1,
    section="a1",
    start=0,
    end=18,
    quote="Het loket is open.",
    title="Het loket – “Stand”",
    kind=Kind.ANSWERED_QUESTION,
    role=Role.ANSWER,
    source="stukken/sv-7.txt",
    parliament=Parliament.VLAAMS_PARLEMENT,
    date=dt.date(2026, 10, 2),
    speaker="minister Claes",
    questions=(1, 2),
    page=3,
)


def answer(id: str = "00000000000000aa", question: str = "Is het loket open?") -> Answer:
    """With something in every field."""
    return Answer(
        id=id,
        question=question,
        filters=Filters(parliaments=(Parliament.VLAAMS_PARLEMENT,), since=dt.date(2024, 1, 1)),
        intent=Intent.STATUS,
        status=AnswerStatus.ANSWERED,
        claims=(Claim("Het loket is open.", (CITED,), Standing.LATEST, State.OPERATIONAL, "open", 1),),
        near_misses=(CITED,),
        reason="",
        searched=Searched(3, 9, dt.date(2026, 11, 1), (Freshness("tweede_kamer", NOON, 2),)),
        corpus_version="c1",
        open_points=(OpenPoint(OpenKind.PROMISE, CITED),),
        no_news_since=dt.date(2026, 10, 2),
        sureness=1,
        understood=Understood(
            question, "loket", (UnderstoodPart(Recognised.DATES, "sinds 2024", Effect.FILTER, Filters()),), True
        ),
    )


def logged(id: str = "00000000000000aa", moment: dt.datetime = NOON, question: str = "Is het loket open?") -> Logged:
    phrasing = Phrasing(
        "een model",
        (PhrasedSentence("Het loket is open.", (1,)),),
        (DroppedSentence("Het loket kost 5 euro.", Why.FIGURE, "5"),),
        Problem.BROKEN_OFF,
    )
    return Logged(moment, answer(id, question), phrasing)
