"""What a question names beside its subject."""

import datetime as dt

import pytest

from kb.model.query import Effect, Filters, Recognised, Understood, narrowed
from kb.model.terms import Kind, Parliament
from kb.search.understanding.known import Known
from kb.search.understanding.reading import understand

TODAY = dt.date(2026, 11, 21)
KNOWN = Known.of(
    ["verbeeck", "van aerde", "dijk", "van dijk", "de wit", "olmstede-kruis"],
    ["GroenLinks-PvdA", "N-VA", "Groen", "VVD", "Nieuw Sociaal Contract"],
    ["Onderwijs, Cultuur en Wetenschap", "Onderwijs, Justitie en Werk", "Volksgezondheid, Welzijn en Sport"],
)


def read(query: str, given: Filters = Filters(), *ignoring: Recognised) -> Understood:  # noqa: B008
    return understand(query, KNOWN, TODAY, given, ignoring)


def days(year: int, month: int = 1, day: int = 1) -> dt.date:
    return dt.date(year, month, day)


@pytest.mark.parametrize(
    ("query", "since", "until", "rest"),
    [
        ("wat is er beslist over water sinds 2023?", days(2023), None, "wat is er beslist over water?"),
        ("What was decided about water since May 2024?", days(2024, 5), None, "What was decided about water?"),
        ("evolutie van de wachtlijsten de laatste twee jaar", days(2024, 11, 21), None, "evolutie van de wachtlijsten"),
        ("moties over water tussen 2022 en 2024", days(2022), days(2024, 12, 31), "water"),
        ("motions on water between 2022 and 2024", days(2022), days(2024, 12, 31), "water"),
        ("moties over water in mei 2024", days(2024, 5), days(2024, 5, 31), "water"),
        ("brieven van vorig jaar over water", days(2025), days(2025, 12, 31), "water"),
        ("moties in de vorige legislatuur over water", days(2019, 5, 26), days(2024, 6, 8), "water"),
        ("brieven over water uit vergaderjaar 2023-2024", days(2023, 9), days(2024, 8, 31), "water"),
        ("moties over water na 2023", days(2024), None, "water"),
        ("Wat antwoordde de minister in mei 2024 over water?", days(2024, 5), days(2024, 5, 31), None),
    ],
)
def test_times_that_are_said_of_what_is_wanted_narrow(
    query: str, since: dt.date | None, until: dt.date | None, rest: str | None
) -> None:
    understood = read(query)
    assert (understood.filters.since, understood.filters.until) == (since, until)
    assert rest is None or understood.rest == rest


@pytest.mark.parametrize(
    "query",
    [
        "Hoeveel bedroeg de subsidie in 2024?",
        "Hoeveel leerlingen waren er tussen 2015 en 2020?",
        "de begroting van 2024",
    ],
)
def test_a_time_that_may_be_the_subject_only_raises(query: str) -> None:
    understood = read(query)
    assert understood.filters.is_empty
    assert [part.effect for part in understood.parts] == [Effect.BOOST]
    assert understood.rest == query


@pytest.mark.parametrize("query", ["klimaatplan 2021-2030", "doelstelling voor 2030", "het beleid vanaf 2030", "2024"])
def test_a_year_that_says_nothing_of_the_documents_is_left_alone(query: str) -> None:
    assert read(query).parts == ()


@pytest.mark.parametrize(
    ("query", "kind"),
    [
        ("moties over stikstof", Kind.MOTION),
        ("Welke moties zijn er over stikstof?", Kind.MOTION),
        ("brieven van de minister over gas", Kind.LETTER),
        ("mondelinge vragen over gas", Kind.ORAL_QUESTION),
        ("written questions about gas", Kind.ANSWERED_QUESTION),
        ("verslag van de commissie", Kind.REPORT),
    ],
)
def test_a_question_that_begins_with_a_kind_wants_that_kind(query: str, kind: Kind) -> None:
    assert kind in read(query).filters.kinds


@pytest.mark.parametrize("query", ["Wat staat er in de brief over gas?", "de uitvoering van de motie over gas"])
def test_a_kind_inside_a_question_only_raises(query: str) -> None:
    understood = read(query)
    assert understood.filters.is_empty
    assert [part.what for part in understood.boosts] == [Recognised.KIND]


@pytest.mark.parametrize(
    ("query", "people", "rest"),
    [
        ("schriftelijke vragen van Verbeeck over gas", ("verbeeck",), "gas"),
        ("schriftelijke vragen van verbeeck over gas", ("verbeeck",), "gas"),
        ("schriftelijke vragen van Verbeeck en Van Aerde over gas", ("verbeeck", "van aerde"), "gas"),
        ("Wat zei Lies Verbeeck over gas?", ("verbeeck",), "Wat zei over gas?"),
        ("motie Olmstede over gas", ("olmstede-kruis",), "gas"),
        ("vragen van Dijk over dijken", ("dijk",), "vragen over dijken"),
        ("Wat heeft minister De Wit gezegd over gas?", ("de wit",), "Wat heeft gezegd over gas?"),
    ],
)
def test_who_asked_said_or_wrote_narrows(query: str, people: tuple[str, ...], rest: str) -> None:
    understood = read(query)
    assert set(people) <= set(understood.filters.people)
    assert understood.rest == rest


@pytest.mark.parametrize("query", ["Verbeeck en de toekomst van het gas", "Wat deed minister De Wit aan het gas?"])
def test_a_name_that_may_be_the_subject_only_raises(query: str) -> None:
    understood = read(query)
    assert understood.filters.is_empty
    assert [part.what for part in understood.boosts] == [Recognised.PERSON]
    assert understood.rest == query


@pytest.mark.parametrize("query", ["de dijk bij Delft", "dijk", "witte verf", "groen gas", "Groen gas in Gent"])
def test_a_usual_word_is_nobody(query: str) -> None:
    assert not {Recognised.PERSON, Recognised.PARTY} & {part.what for part in read(query).parts}


@pytest.mark.parametrize(
    ("query", "parties"),
    [
        ("moties van de N-VA over gas", ("N-VA",)),
        ("Wat vindt GroenLinks van gas?", ("GroenLinks-PvdA",)),
        ("vragen van NSC over gas", ("Nieuw Sociaal Contract",)),
    ],
)
def test_a_party_that_asks_or_speaks_narrows(query: str, parties: tuple[str, ...]) -> None:
    assert read(query).filters.parties == parties


def test_a_ministry_narrows_among_papers_of_a_kind_and_raises_where_it_is_named() -> None:
    asked = read("brieven van de minister van Onderwijs over schoolgebouwen")
    assert asked.filters.ministries == ("Onderwijs, Cultuur en Wetenschap", "Onderwijs, Justitie en Werk")
    assert asked.rest == "schoolgebouwen"
    assert read("Wat antwoordde de minister van Onderwijs over schoolgebouwen?").filters.is_empty
    named = read("de subsidies van het ministerie van Volksgezondheid")
    assert named.filters.is_empty
    assert named.boosts[0].narrows.ministries == ("Volksgezondheid, Welzijn en Sport",)
    assert read("VWS en vapen").boosts[0].narrows.ministries == ("Volksgezondheid, Welzijn en Sport",)


def test_a_parliament_narrows_and_a_country_raises() -> None:
    assert read("moties in de Tweede Kamer over gas").filters.parliaments == (Parliament.TWEEDE_KAMER,)
    assert read("What did the Flemish government say about gas?").filters.parliaments == (Parliament.VLAAMS_PARLEMENT,)
    country = read("de gasprijs in Vlaanderen")
    assert country.filters.is_empty
    assert country.boosts[0].narrows.parliaments == (Parliament.VLAAMS_PARLEMENT,)


def test_a_question_about_both_parliaments_is_narrowed_to_neither() -> None:
    assert read("gas in het Vlaams Parlement en de Tweede Kamer").parts == ()


def test_a_number_is_shown_and_stays_in_what_is_searched() -> None:
    understood = read("31 288 nr. 948 over fietsen")
    assert [part.what for part in understood.parts] == [Recognised.NUMBER]
    assert understood.parts[0].narrows.numbers == ("kst-31288-948",)
    assert understood.rest == "31 288 nr. 948 over fietsen"


def test_newest_first_only_where_it_is_asked_for() -> None:
    assert [part.what for part in read("de laatste stand van zaken van het gas").parts] == [Recognised.RECENT]
    assert read("de stand van zaken van het gas").parts == ()


def test_a_filter_of_the_user_wins() -> None:
    given = Filters(since=days(2020), parliaments=(Parliament.VLAAMS_PARLEMENT,))
    understood = read("moties in de Tweede Kamer over gas sinds 2023", given)
    assert [part.what for part in understood.parts] == [Recognised.KIND]
    assert narrowed(given, [understood.filters]) == Filters(
        parliaments=given.parliaments, kinds=(Kind.MOTION,), since=days(2020)
    )


def test_what_is_to_be_ignored_is_not_understood_and_stays_in_the_words() -> None:
    query = "moties over gas sinds 2023"
    assert read(query, Filters(), Recognised.DATES).rest == "gas sinds 2023"
    literal = read(query, Filters(), *Recognised)
    assert (literal.parts, literal.rest) == ((), query)


def test_a_question_of_filters_only_is_searched_whole() -> None:
    assert read("moties van Verbeeck sinds 2023").rest == "moties van Verbeeck sinds 2023"


@pytest.mark.parametrize("query", ["", "?", "sinds", "sinds 31 februari 2024", "İstanbul sinds 2023", "𝕏 van Verbeeck"])
def test_any_text_can_be_read(query: str) -> None:
    for part in read(query).parts:
        assert part.words in query
