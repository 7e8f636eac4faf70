"""Boosts change the order and leave nothing out."""

import datetime as dt

from kb.model.query import Effect, Filters, Match, Recognised, UnderstoodPart
from kb.model.terms import Parliament
from kb.search.understanding.lifting import lifted
from tests.kb.search.passages_made import passage

BOOST = UnderstoodPart(
    Recognised.PARLIAMENT, "Vlaanderen", Effect.BOOST, Filters(parliaments=(Parliament.VLAAMS_PARLEMENT,))
)
RECENT = UnderstoodPart(Recognised.RECENT, "laatste", Effect.BOOST)


def match(key: str, score: float, date: dt.date | None = None, parliament: Parliament | None = None) -> Match:
    return Match(passage(key, "tekst", date=date, parliament=parliament), score, ())


def order(matches: tuple[Match, ...]) -> list[str]:
    return [one.passage.document.key for one in matches]


def test_what_fits_passes_what_is_about_as_good_and_not_what_is_better() -> None:
    found = [
        match("much-better", 1.0, parliament=Parliament.TWEEDE_KAMER),
        match("better", 0.75, parliament=Parliament.TWEEDE_KAMER),
        match("fits", 0.7, parliament=Parliament.VLAAMS_PARLEMENT),
    ]
    assert order(lifted(found, [BOOST])) == ["much-better", "fits", "better"]


def test_newer_passes_older_where_newest_is_asked_for_and_undated_gains_nothing() -> None:
    found = [
        match("old", 0.9, dt.date(2020, 1, 1)),
        match("undated", 0.88),
        match("new", 0.85, dt.date(2024, 1, 1)),
    ]
    assert order(lifted(found, [RECENT])) == ["new", "old", "undated"]
    assert order(lifted(found, [])) == ["old", "undated", "new"]
