"""The two records and the diagnostic that others keep as fixtures of the real interface (not copied here)."""

from pathlib import Path

import pytest

from ingest.reading import read_document
from ingest.sources.officiele_bekendmakingen.files import refuses_xml
from ingest.sources.officiele_bekendmakingen.publication import Publication
from ingest.sources.officiele_bekendmakingen.records import read_answer
from kb.errors import UnexpectedError
from kb.settings import PROJECT_ROOT

SAMPLES = PROJECT_ROOT.parent / "shared" / "samples" / "tk"
needs_samples = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the real samples are not beside the project")


@needs_samples
def test_the_two_records_of_others_are_read() -> None:
    answer = read_answer((SAMPLES / "sru" / "sru_response_two_records.shape.xml").read_bytes(), "https://x/sru")
    attachment, letter = (Publication.of_content(record.content) for record in answer.records)
    assert (answer.total, answer.received, answer.unusable) == (2, 2, ())
    assert (attachment.identifier, attachment.date, attachment.main_document) == (
        "blg-1184123",
        "2025-02-20",
        "kst-36180-133",
    )
    assert not attachment.has_xml
    assert ("OVERHEIDop.KamerstukTypen", "Brief regering") in letter.types
    assert [record.category for record in answer.records] == ["Kamerstuk", "Kamerstuk"]
    assert not [finding for finding in answer.findings if finding.deviation == "new"]


@needs_samples
def test_the_diagnostic_of_others_is_told() -> None:
    with pytest.raises(UnexpectedError, match=r"Unsupported index cql\.x"):
        read_answer((SAMPLES / "sru" / "sru_diagnostic.shape.xml").read_bytes(), "https://x/sru")


@needs_samples
@pytest.mark.parametrize("path", sorted((SAMPLES / "obk-xml").glob("*.xml")), ids=lambda path: path.name)
def test_official_xml_of_every_kind_passes_for_it(path: Path) -> None:
    data = path.read_bytes()
    refused = refuses_xml(data)
    assert bool(refused) == (b"<officiele-publicatie" not in data[:2_000]), refused
    assert read_document(data).sections
