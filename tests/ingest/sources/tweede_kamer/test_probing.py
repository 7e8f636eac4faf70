"""`loket doctor tweede_kamer`."""

import datetime as dt
from dataclasses import replace

import pytest

from ingest.sources.source import Probe
from tests.ingest.serving import Asked, Reply
from tests.ingest.sources.tweede_kamer.conftest import TODAY, Desk
from tests.ingest.sources.tweede_kamer.server import Chamber

ASKED = dt.date(2024, 11, 15)


@pytest.fixture
def full(desk: Desk) -> Desk:
    chamber = desk.chamber
    chamber.add_question("2024Z18561", "het loket", ASKED)
    chamber.add_notice("2024Z18561", "242501100", dt.date(2024, 12, 3))
    chamber.add_answer("2024Z18561", "242501244", dt.date(2024, 12, 20))
    chamber.add_answer(
        "2024Z18561",
        "242501300",
        dt.date(2025, 1, 20),
        kind="Antwoord schriftelijke vragen (nader)",
        document="2025D00001",
    )
    chamber.add_paper("Mededeling", "2024D00099", "Over de vragen", ASKED, "tekst")
    chamber.add_letter("2024D45678", "Voortgang", dt.date(2024, 10, 31), serial=948)
    chamber.add_promise("TZ202411-001", "Een brief.", dt.date(2024, 11, 2))
    return desk


def _probes(desk: Desk) -> dict[str, Probe]:
    return {probe.asked: probe for probe in desk.source.probes(desk.fetcher, TODAY)}


def test_a_chamber_as_expected_gives_nothing_to_say(full: Desk) -> None:
    probes = _probes(full)
    assert [probe for probe in probes.values() if not probe.fine] == []
    # the feeds; of six kinds the newest, the same by the feed, and its file; a commitment; a file by OData
    assert len(probes) == 7 + 6 * 3 + 1 + 1
    newest = probes["the newest Antwoord schriftelijke vragen by OData v5"]
    assert "publication: ah-tk-20242025-1244" in newest.seen
    assert "zaak: 2024Z18561" in newest.seen
    file = probes["the file of kv-tk-2024Z18561 by the SyncFeed"]
    assert "by its first bytes: text/plain" in file.seen


def test_what_changed_is_named_field_by_field(full: Desk) -> None:
    full.chamber.faults.renamed["Document", "onderwerp"] = "betreft"
    probes = _probes(full)
    said = [finding.message for probe in probes.values() for finding in probe.findings]
    assert any("SyncFeed Document: the field onderwerp is missing" in message for message in said)
    assert any("SyncFeed Document: the field betreft is new" in message for message in said)
    assert any("OData v5 Document: the field Onderwerp is missing" in message for message in said)
    assert any("OData v5 Document: the field Betreft is new" in message for message in said)


def test_one_interface_that_is_down_leaves_the_other_probed(full: Desk) -> None:
    full.chamber.down["/OData/"] = 100
    probes = _probes(full)
    assert all(probe.error for name, probe in probes.items() if "OData" in name)
    assert all(probe.fine for name, probe in probes.items() if "feed of" in name)
    assert probes["the file of 2024D18561 by the SyncFeed"].fine


def test_a_record_that_differs_between_the_interfaces_is_shown_with_both_values(full: Desk) -> None:
    """Half a day's difference between the two: the SyncFeed writes the day before."""
    answer = Chamber.answer

    def one_behind(asked: Asked) -> Reply:
        reply = answer(full.chamber, asked)
        if "/Entiteiten/" in asked.target:
            return replace(reply, body=reply.body.replace(b"2024-10-31T", b"2024-10-30T"))
        return reply

    full.server.answer = one_behind
    finding = _probes(full)["the same Brief regering by the SyncFeed"].findings[0]
    assert finding.field == "day: '2024-10-30' there, '2024-10-31' by OData"


def test_a_wrong_file_and_a_feed_that_is_a_page_are_errors(full: Desk) -> None:
    full.chamber.faults.json_for_files = True
    full.chamber.faults.html_for = "category=Toezegging"
    probes = _probes(full)
    assert "An error has occurred." in probes["the file of kv-tk-2024Z18561 by the SyncFeed"].error
    assert "gave no feed" in probes["the first page of the feed of Toezegging"].error


def test_a_document_without_a_file_is_said(full: Desk) -> None:
    letter = next(k for k in full.chamber.papers() if full.chamber.entities[k].fields["soort"] == "Brief regering")
    full.chamber.entities[letter].length, full.chamber.entities[letter].links = 0, []
    full.chamber.entities[letter].media_type = ""
    assert _probes(full)["the newest Brief regering by OData v5"].error == "it names no file"


def test_a_kind_that_is_not_there_is_said_to_be_absent(desk: Desk) -> None:
    probes = _probes(desk)
    assert probes["the newest Brief regering by OData v5"].error == "there is none"
    assert probes["the first page of the feed of Zaak"].error == "it holds no Zaak"
