"""What was understood, in words."""

import datetime as dt

from kb.model.query import Effect, Filters, Recognised, Understood, UnderstoodPart
from kb.model.terms import Kind, Parliament
from ui.messages.sentence import Language
from ui.understood import part, understood

SINCE = UnderstoodPart(Recognised.DATES, "sinds 2023", Effect.FILTER, Filters(since=dt.date(2023, 1, 1)))
KIND = UnderstoodPart(Recognised.KIND, "moties", Effect.FILTER, Filters(kinds=(Kind.MOTION,)))


def test_nothing_understood_says_nothing() -> None:
    assert understood(None, Language.NL) == ""
    assert understood(Understood("x", "x"), Language.NL) == ""


def test_filters_and_boosts_are_told_with_the_words_they_come_from() -> None:
    land = UnderstoodPart(
        Recognised.PARLIAMENT, "Nederland", Effect.BOOST, Filters(parliaments=(Parliament.TWEEDE_KAMER,))
    )
    told = understood(Understood("q", "r", (SINCE, land)), Language.NL)
    assert told == "Begrepen: alleen vanaf 1 januari 2023 (“sinds 2023”); hoger: Tweede Kamer (“Nederland”)."


def test_what_lies_outside_is_said() -> None:
    outside = Understood("q", "r", (SINCE,), outside=True)
    assert understood(outside, Language.EN).endswith("Nothing lies within that; this is outside.")
    assert understood(outside, Language.EN, ask=True).endswith("There is no answer within that; this lies outside.")


def test_every_kind_of_part_has_words_in_both_languages() -> None:
    day = dt.date(2024, 5, 1)
    narrows = {
        Recognised.PARLIAMENT: Filters(parliaments=(Parliament.TWEEDE_KAMER,)),
        Recognised.PERSON: Filters(people=("de wit",)),
        Recognised.PARTY: Filters(parties=("VVD",)),
        Recognised.MINISTRY: Filters(ministries=("Financiën",)),
        Recognised.KIND: Filters(kinds=tuple(Kind)),
        Recognised.DATES: Filters(since=day, until=day),
        Recognised.NUMBER: Filters(numbers=("SV 30",)),
        Recognised.RECENT: Filters(),
    }
    assert narrows.keys() == set(Recognised)
    for language in Language:
        for what, one in narrows.items():
            assert "“woorden”" in part(UnderstoodPart(what, "woorden", Effect.BOOST, one), language)
