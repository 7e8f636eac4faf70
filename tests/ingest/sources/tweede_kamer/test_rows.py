"""Bytes of OData -> raw entities."""

import json

import pytest

from ingest.sources.tweede_kamer.rows import read_rows
from kb.errors import UnexpectedError

KEY = "7a9b77f1-d230-4a00-9856-2f0f8e967e62"


def _read(answer: object, category: str = "Document") -> object:
    return read_rows(json.dumps(answer).encode(), category, "https://x/Document")


def test_what_is_expanded_points_back_to_what_it_came_with() -> None:
    row = {
        "Id": KEY.upper(),
        "Soort": "Brief regering",
        "Zaak": [{"Id": "Z", "Nummer": "2024Z1", "ZaakActor": [{"Id": "A", "ActorNaam": "X", "Relatie": "Indiener"}]}],
        "HuidigeDocumentVersie_Id": "V",
        "HuidigeDocumentVersie": {"Id": "V", "ExterneIdentifier": "kst-31288-948"},
        "DocumentActor": [],
        "Kamerstukdossier": None,
    }
    page = read_rows(json.dumps({"value": [row], "@odata.count": 1}).encode(), "Document", "x")
    document = page.rows[0]
    assert (document.key, document.linked("zaak"), document.linked("huidigeDocumentVersie")) == (KEY, ("z",), ("v",))
    by_category = {raw.category: raw for raw in page.expanded}
    assert by_category["ZaakActor"].linked("zaak") == ("z",)
    assert by_category["DocumentVersie"].linked("document") == (KEY,)
    assert by_category["DocumentVersie"].text("externeidentifier") == "kst-31288-948"
    assert page.total == 1


def test_keys_without_fields_are_references_and_no_entities() -> None:
    page = read_rows(
        json.dumps({"value": [{"Id": "z", "Document": [{"Id": "D1"}, {"Id": "D2"}]}]}).encode(), "Zaak", "x"
    )
    assert page.references == ("d1", "d2")
    assert page.expanded == ()


def test_nulls_placeholders_and_rows_without_an_id_do_no_harm() -> None:
    rows = [{"Id": KEY, "Onderwerp": None, "Zaak": None}, {"Onderwerp": "x"}, None, {"Id": None}]
    page = read_rows(json.dumps({"value": rows}).encode(), "Document", "x")
    assert len(page.rows) == 1
    assert page.rows[0].is_placeholder
    assert page.without_id == 3


@pytest.mark.parametrize(("said", "deleted"), [(True, True), ("True", True), (False, False), (None, False)])
def test_a_deleted_row_is_known_by_its_mark(said: object, deleted: bool) -> None:
    page = read_rows(json.dumps({"value": [{"Id": KEY, "Verwijderd": said}]}).encode(), "Document", "x")
    assert page.rows[0].deleted is deleted


def test_a_single_row_and_a_mark_at_the_beginning_are_read() -> None:
    data = b"\xef\xbb\xbf" + json.dumps({"@odata.context": "c", "Id": KEY, "Nummer": "2024D1"}).encode()
    assert read_rows(data, "Document", "x").rows[0].text("documentNummer") == "2024D1"


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ({"error": {"code": "", "message": "An error has occurred."}}, "An error has occurred."),
        ({"error": {}}, "no reason given"),
        ({"rows": []}, "JSON without rows"),
        ({"value": {}}, "JSON without rows"),
        ([], "JSON without rows"),
    ],
)
def test_what_is_no_answer_is_refused_with_its_address(answer: object, said: str) -> None:
    with pytest.raises(UnexpectedError, match=said) as caught:
        _read(answer)
    assert "https://x/Document" in caught.value.message
    assert caught.value.advice
