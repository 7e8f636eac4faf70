"""Raw entities -> Records."""

import datetime as dt

from ingest.sources.tweede_kamer.entities import Paper, read
from ingest.sources.tweede_kamer.fields import FEED_SHAPES
from ingest.sources.tweede_kamer.raw import Raw
from ingest.sources.tweede_kamer.records import Interpreted, Wanted, interpret

_NAMES = ("id", "bijgewerkt", "verwijderd", "documentNummer", "volgnummer", "soort", "onderwerp", "datum")


def _document(**texts: str) -> Interpreted:
    given = {"soort": "Brief regering", "documentNummer": "2024D1", "onderwerp": "x", "datum": "2024-11-15"} | texts
    raw = Raw("Document", "k", texts=tuple(given.items()), present=(*_NAMES, *texts))
    return interpret([raw], Wanted(since=dt.date(2024, 1, 1)), FEED_SHAPES, lambda key: f"https://x/{key}")


def test_values_of_another_form_are_named_and_the_record_stays() -> None:
    found = _document(volgnummer="vijf", datum="ergens in mei", datumRegistratie="2024-05-01T00:00:00+02:00")
    assert {(one.deviation.value, one.field, one.example) for one in found.findings} == {
        ("wrong", "volgnummer", "vijf"),
        ("wrong", "datum", "ergens in mei"),
    }
    paper = read(found.records[0], Paper)
    assert (paper.serial, paper.day) == ("", "2024-05-01")


def test_minus_one_and_day_zero_stand_for_none() -> None:
    found = _document(volgnummer="-1", datumOntvangst="0001-01-01T00:00:00Z")
    assert found.findings == ()
    paper = read(found.records[0], Paper)
    assert (paper.serial, paper.received) == ("", "")


def test_moments_of_touching_are_no_part_of_a_record() -> None:
    assert _document().records == _document(bijgewerkt="2026-01-01T00:00:00Z").records


def test_a_document_without_any_day_is_kept() -> None:
    found = _document(datum="")
    assert not found.records[0].deleted


def test_fields_of_an_earlier_program_do_no_harm() -> None:
    (record,) = _document().records
    older = record.content.replace('"number":', '"former":"x","number":')
    assert read(type(record)("Document", "k", older), Paper).number == "2024D1"
