"""What a user asks for by number, words or days."""

import datetime as dt

import pytest

from ingest.sources.source import Selection
from kb.errors import InputError
from tests.ingest.sources.vlaams_parlement.conftest import Desk
from tests.ingest.sources.vlaams_parlement.server import Stored, Thing

MARCH = dt.date(2025, 3, 4)


@pytest.mark.parametrize(
    "written",
    [
        "schv-1700001",
        "1700001",
        "https://www.vlaamsparlement.be/nl/parlementaire-documenten/schriftelijke-vragen/1700001",
        "https://www.vlaamsparlement.be/parlementaire-documenten/schriftelijke-vragen/1700001",
    ],
)
def test_a_question_is_selected_by_its_id_in_every_form(desk: Desk, written: str) -> None:
    desk.parlement.add_question(1_700_001, published=dt.date(2019, 3, 4))
    run = desk.select(Selection(numbers=(written,)))
    assert [(record.category, record.key) for record in run.records] == [("schriftelijke vraag", "schv-1700001")]
    assert list(desk.pieces(run)) == ["schv-1700001"]


@pytest.mark.parametrize(
    ("kind", "number"),
    [
        ("interpellatie", "vi-1700002"),
        ("actuele vraag", "vi-1700002"),
        ("conceptnota", "pi-1700002"),
        ("beleidsdocument", "pi-1700002"),
        ("commissieverslag", "pi-1700002"),
    ],
)
def test_the_kind_of_what_is_selected_is_what_the_interface_says(desk: Desk, kind: str, number: str) -> None:
    desk.parlement.add(Thing(1_700_002, kind, "Over bussen", published=MARCH, files=[Stored("21", "tekst")]))
    (record,) = desk.select(Selection(numbers=(number,))).records
    assert (record.category, record.key) == (kind, number)


def test_a_written_number_selects_the_questions_of_every_minister(desk: Desk) -> None:
    for id, number in ((1, 30), (2, 30), (3, 31)):
        desk.parlement.add_question(id, published=MARCH, number=number)
    desk.parlement.add_question(4, published=dt.date(2024, 3, 4), number=30)
    run = desk.select(Selection(numbers=("SV 30 (2024-2025)",)))
    assert run.keys == ["schv-1", "schv-2"]
    assert run.unusable == []


@pytest.mark.parametrize("number", ["schv-1999999", "vi-1999999", "SV 899 (2024-2025)"])
def test_what_the_parliament_does_not_know_is_said(desk: Desk, number: str) -> None:
    run = desk.select(Selection(numbers=(number,)))
    assert (run.records, [one.problem.code for one in run.unusable]) == ((), ["absent"])
    assert number in run.unusable[0].problem.message


@pytest.mark.parametrize("number", ["kst-31288-948", "2024Z18561", "SV 30", "12"])
def test_a_number_of_another_kind_is_refused_before_anything_is_asked(desk: Desk, number: str) -> None:
    with pytest.raises(InputError, match="number"):
        desk.select(Selection(numbers=("schv-1700001", number)))
    assert desk.server.asked == []


def test_a_kind_that_is_unknown_is_refused_with_those_that_are(desk: Desk) -> None:
    with pytest.raises(InputError) as caught:
        desk.select(Selection(kinds=("motie",)))
    assert "vraag om uitleg" in caught.value.advice


def test_kinds_may_have_the_names_that_people_use(desk: Desk) -> None:
    files = [Stored("21", "tekst")]
    title = "Beleids- en begrotingstoelichting Wonen"
    desk.parlement.add(Thing(1, "beleids- en begrotingstoelichting", title, published=MARCH, files=files))
    assert desk.select(Selection(kinds=("BBT",))).keys == ["pi-1"]


def test_words_days_and_kinds_narrow_together(desk: Desk) -> None:
    desk.parlement.add_question(1, published=MARCH, title="Laadpalen langs wegen")
    desk.parlement.add_question(2, published=dt.date(2025, 2, 20), title="Laadpalen in steden")
    desk.parlement.add_question(3, published=MARCH, title="Dijken")
    desk.parlement.add(Thing(4, "vraag om uitleg", "over laadpalen", published=MARCH))
    about = Selection(about="laadpalen", since=dt.date(2025, 3, 1), until=dt.date(2025, 3, 31))
    assert desk.select(about).keys == ["schv-1", "vi-4"]
    assert desk.select(Selection(about="laadpalen", kinds=("Schriftelijke vraag",))).keys == ["schv-1", "schv-2"]
    assert desk.select(Selection(since=dt.date(2025, 3, 1), kinds=("schriftelijke vraag",))).keys == [
        "schv-1",
        "schv-3",
    ]


def test_words_are_sent_as_they_are_meant(desk: Desk) -> None:
    run = desk.select(Selection(about="R&D + innovatie 100%", kinds=("schriftelijke vraag",)))
    assert "/query/R%26D%20%2B%20innovatie%20100%25+inmeta:" in run.asked[0]


def test_days_the_wrong_way_round_are_refused(desk: Desk) -> None:
    with pytest.raises(InputError, match="no days"):
        desk.select(Selection(since=dt.date(2025, 3, 1), until=dt.date(2025, 2, 1)))
