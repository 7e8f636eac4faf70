"""`loket doctor officiele_bekendmakingen`: what it asks, and what it says of what comes."""

from tests.ingest.sources.officiele_bekendmakingen.conftest import TODAY, Desk
from tests.ingest.sources.officiele_bekendmakingen.server import a_question, an_answer


def test_one_publication_of_each_kind_is_looked_at_with_its_metadata_and_its_file(desk: Desk) -> None:
    desk.gazette.add(an_answer(1, "2024-11-13"), an_answer(2, "2024-11-14"), a_question(90003, "2024-11-15"))
    probes = list(desk.source.probes(desk.fetcher, TODAY))
    assert len(probes) == 6
    assert all(probe.fine for probe in probes), probes
    assert "id: ah-tk-20242025-2" in probes[0].seen
    assert probes[1].address.endswith("ah-tk-20242025-2/metadata.xml")
    assert probes[2].address.endswith("ah-tk-20242025-2.xml")


def test_a_changed_field_and_an_error_page_are_told(desk: Desk) -> None:
    desk.gazette.add(an_answer(1, "2024-11-13", xml=None), a_question(90003, "2024-11-15"))
    desk.gazette.forms_listed = False  # so that the XML is asked for, which is not there
    desk.gazette.renamed = ("ondernummer", "stuknummer")
    answer, metadata, file, *_ = desk.source.probes(desk.fetcher, TODAY)
    assert [finding.message for finding in answer.findings] == [
        "SRU enrichedData: the field itemUrl is missing (such as ah-tk-20242025-1)."
    ]
    assert metadata.fine
    assert file.error == "It came, but it is a web page, not the official XML."


def test_an_interface_that_finds_nothing_or_fails_is_an_error(desk: Desk) -> None:
    nothing, *_ = desk.source.probes(desk.fetcher, TODAY)
    assert nothing.error == "Nothing in the last 120 days."
    gone = desk.with_settings(sru=f"{desk.server.address}/elders")
    failed, *_ = gone.source.probes(gone.fetcher, TODAY)
    assert "web page" in failed.error
