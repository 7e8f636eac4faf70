"""Legislatures of both parliaments, counted from one election to the next.

Election days: Vlaams Parlement, with the European elections (vlaanderen.be, "Verkiezingen"); Tweede Kamer
(Kiesraad, verkiezingsuitslagen.nl).
"""

import datetime as dt

from kb.model.terms import Parliament

_ELECTIONS = {
    Parliament.VLAAMS_PARLEMENT: (
        dt.date(2009, 6, 7),
        dt.date(2014, 5, 25),
        dt.date(2019, 5, 26),
        dt.date(2024, 6, 9),
    ),
    Parliament.TWEEDE_KAMER: (
        dt.date(2010, 6, 9),
        dt.date(2012, 9, 12),
        dt.date(2017, 3, 15),
        dt.date(2021, 3, 17),
        dt.date(2023, 11, 22),
        dt.date(2025, 10, 29),
    ),
}
# Words that only one of the two uses.
_OF_ONE = {
    "legislatuur": Parliament.VLAAMS_PARLEMENT,
    "kabinetsperiode": Parliament.TWEEDE_KAMER,
    "regeerperiode": Parliament.TWEEDE_KAMER,
    "kabinet": Parliament.TWEEDE_KAMER,
}

Days = tuple[dt.date, dt.date]


def this(word: str, parliament: Parliament | None, today: dt.date) -> Days | None:
    """From the last election to today; None where no parliament is told by the word or the question."""
    past = _past(word, parliament, today)
    return (past[-1], today) if past else None


def previous(word: str, parliament: Parliament | None, today: dt.date) -> Days | None:
    """From the last election but one to the day before the last."""
    past = _past(word, parliament, today)
    return (past[-2], past[-1] - dt.timedelta(days=1)) if len(past) > 1 else None


def _past(word: str, parliament: Parliament | None, today: dt.date) -> tuple[dt.date, ...]:
    counted = parliament or _OF_ONE.get(word)
    return tuple(day for day in _ELECTIONS[counted] if day <= today) if counted else ()
