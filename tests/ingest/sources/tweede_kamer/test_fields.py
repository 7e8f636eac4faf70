"""The table of fields against what the Chamber itself publishes."""

import json
import re
from pathlib import Path

import pytest

from ingest.sources.tweede_kamer.fields import CATEGORIES, FEED_LINKS, FEED_SHAPES, row_shape
from ingest.sources.tweede_kamer.rows import read_rows

SAMPLES = Path(__file__).parents[5] / "shared" / "samples" / "tk"


@pytest.mark.skipif(not (SAMPLES / "xsd").exists(), reason="the shared samples are not here")
@pytest.mark.parametrize("category", CATEGORIES)
def test_every_element_of_the_published_schema_is_known(category: str) -> None:
    schema = (SAMPLES / "xsd" / f"tkData-v1-0-{category.lower()}.xsd").read_text(encoding="utf-8-sig")
    elements = re.findall(r'<xs:element name="(\w+)"[^>]*type="(\w*[:\w]*)"', schema.replace("\n", " "))
    names = {name for name, _ in elements if name.lower() != category.lower()}
    shape = FEED_SHAPES[category]
    known = {*shape.required, *shape.optional, *shape.ignored}
    assert len(names) >= 6
    assert names <= known
    links = {name for name, kind in elements if kind.startswith("referentie")}
    assert links <= FEED_LINKS[category]


@pytest.mark.skipif(not (SAMPLES / "odata").exists(), reason="the shared samples are not here")
def test_real_rows_of_v4_hold_nothing_new_and_lack_nothing() -> None:
    sample = json.loads((SAMPLES / "odata" / "v4_zaak_schriftelijke_vragen.fullmetadata.json").read_text("utf-8"))
    page = read_rows(json.dumps({"value": [one["zaak"] for one in sample]}).encode(), "Zaak", "sample")
    shape = row_shape("Zaak", "OData v4 Zaak")
    assert len(page.rows) == 16
    assert [finding.message for row in page.rows for finding in shape.findings(row.present)] == []
    assert page.rows[0].text("nummer") == "2023Z15428"


@pytest.mark.parametrize(("newest", "older"), [("Nummer", "DocumentNummer"), ("Ondernummer", "Volgnummer")])
def test_both_names_of_a_renamed_field_are_read_as_one(newest: str, older: str) -> None:
    rows = [{"Id": "a", newest: "1"}, {"Id": "b", older: "1"}, {"Id": "c", older: "2", newest: "1"}]
    page = read_rows(json.dumps({"value": rows}).encode(), "Document", "test")
    element = "documentNummer" if newest == "Nummer" else "volgnummer"
    assert [row.text(element) for row in page.rows] == ["1", "1", "1"]
    assert all(newest in row.present for row in page.rows)
