"""The source as the engine and `loket doctor` see it."""

import datetime as dt
import json

import pytest

from ingest.fetching.rules import HostRule
from ingest.sources.source import File, Probe, Source
from ingest.sources.vlaams_parlement.source import VlaamsParlement
from kb.errors import ConfigError, UnexpectedError, UnreachableError
from kb.settings import VlaamsParlementSettings
from tests.ingest.direct import DirectFetcher
from tests.ingest.serving import Reply
from tests.ingest.sources.vlaams_parlement.conftest import TODAY, Desk
from tests.ingest.sources.vlaams_parlement.server import LOGOUT, Stored, Thing

MARCH = dt.date(2025, 3, 4)


def test_it_is_a_source_with_its_own_hosts_only() -> None:
    source: Source = VlaamsParlement(VlaamsParlementSettings())
    assert source.name == "vlaams_parlement"
    assert {rule.address: rule.robots for rule in source.hosts} == {
        "https://ws.vlpar.be/api/search/query": False,
        "https://ws.vlpar.be/e/opendata": False,
        "https://docs.vlaamsparlement.be": True,
        "https://www.vlaamsparlement.be/nl/parlementaire-documenten": True,
    }
    assert all(isinstance(rule, HostRule) and (rule.requests, rule.seconds) == (3, 1) for rule in source.hosts)
    assert source.categories == VlaamsParlementSettings().kinds


def test_an_unknown_kind_in_the_settings_is_refused() -> None:
    with pytest.raises(ConfigError, match="motie"):
        VlaamsParlement(VlaamsParlementSettings(kinds=("motie",)))


def test_another_first_day_is_another_scope() -> None:
    one, other = (VlaamsParlement(VlaamsParlementSettings(since=day)) for day in ("2024-06-01", "2019-06-01"))
    assert one.scope("conceptnota") != other.scope("conceptnota")


def test_a_question_is_gone_when_the_interface_does_not_know_it(desk: Desk) -> None:
    desk.parlement.add_question(1, published=MARCH)
    (record,) = desk.run().records
    source = desk.source()
    assert not source.is_gone(record, DirectFetcher())
    desk.server.fail("/schv/1", Reply(b'"no data found"', media_type="application/json"))
    assert source.is_gone(record, DirectFetcher())
    desk.parlement.delete(1)
    assert source.is_gone(record, DirectFetcher())


def test_whether_it_is_gone_cannot_be_known_from_a_failure(desk: Desk) -> None:
    desk.parlement.add_question(1, published=MARCH)
    (record,) = desk.run().records
    desk.server.fail("/schv/1", LOGOUT)
    with pytest.raises(UnexpectedError):
        desk.source().is_gone(record, DirectFetcher())
    desk.server.fail("/schv/1", Reply(b"", 500))
    with pytest.raises(UnreachableError):
        desk.source().is_gone(record, DirectFetcher())


def test_a_web_page_in_the_place_of_a_file_is_refused(desk: Desk) -> None:
    desk.parlement.add_question(1, published=MARCH)
    piece = desk.pieces(desk.run())["schv-1"]
    assert desk.source().refuses(piece, piece.files[0], LOGOUT.body) == "it is a web page, not the file"
    assert desk.source().refuses(piece, File(piece.files[1].address), b"%PDF-1.7") == ""


def probes(desk: Desk) -> dict[str, Probe]:
    source = desk.source(kinds=("schriftelijke vraag", "vraag om uitleg", "conceptnota"))
    return {probe.asked: probe for probe in source.probes(DirectFetcher(), TODAY)}


def stocked(desk: Desk) -> None:
    desk.parlement.add_question(1_836_653, published=MARCH, pfile=2_086_017)
    desk.parlement.add(
        Thing(2, "vraag om uitleg", "over bussen", published=MARCH, files=[Stored("", spoken="/nl/x/verslag/9")])
    )
    desk.parlement.add(Thing(3, "conceptnota", "Over bussen", published=MARCH, files=[Stored("21", "tekst")]))


def test_a_doctor_finds_everything_as_expected(desk: Desk) -> None:
    stocked(desk)
    found = probes(desk)
    assert [probe.asked for probe in found.values() if not probe.fine] == []
    assert len(found) == 1 + 3 * 3 + 3
    assert "title: Fietspaden  -  Onderhoud" in found["open data: written question 1836653"].seen


def test_a_doctor_names_a_field_that_changed_its_name(desk: Desk) -> None:
    stocked(desk)
    desk.parlement.renamed = {"procedureverloop": "verloop"}
    findings = [finding.message for probe in probes(desk).values() for finding in probe.findings]
    assert "opendata schv: the field procedureverloop is missing (such as 1836653)." in findings
    assert "opendata schv: the field verloop is new (such as 1836653)." in findings


def test_a_doctor_says_what_cannot_be_read_and_goes_on(desk: Desk) -> None:
    stocked(desk)
    desk.server.fail("/e/opendata/schv/", LOGOUT, times=99)
    desk.server.fail("/pfile", LOGOUT, times=99)
    desk.server.fail("Conceptnota", Reply(json.dumps({"count": 0}).encode(), media_type="application/json"), times=9)
    found = probes(desk)
    assert "Access policy" in found["open data: written question 1836653"].error
    assert "Access policy" in found["open data: schriftelijke vraag 1836653"].error
    assert "web page" in found["file of schriftelijke vraag 1836653"].error
    assert "Nothing of this kind" in found["search: conceptnota, published 2023-01-31..2025-04-10"].error
    assert found["open data: vraag om uitleg 2"].fine
