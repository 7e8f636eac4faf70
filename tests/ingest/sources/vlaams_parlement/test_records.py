"""What an answer says, whatever form it takes."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.sources.strict import Deviation, Finding
from ingest.sources.vlaams_parlement.decoding import decode
from ingest.sources.vlaams_parlement.entries import Actor, FileRole
from ingest.sources.vlaams_parlement.fields import KINDS
from ingest.sources.vlaams_parlement.pages import spoken_link
from ingest.sources.vlaams_parlement.records import details_of, fold, read_detail, read_hit
from ingest.sources.vlaams_parlement.values import day, number, table, tables, text, texts
from kb.errors import UnexpectedError
from kb.model.people import Part

WRITTEN, ORAL, PAPER = KINDS["schriftelijke vraag"], KINDS["vraag om uitleg"], KINDS["conceptnota"]
ADDRESS = "https://ws.vlpar.be/e/opendata/schv/1"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2024-10-09T00:00:00+0200", "2024-10-09"),
        ("2024-10-09T00:00:00+02:00", "2024-10-09"),
        ("2024-10-08T22:00:00Z", "2024-10-09"),
        ("2024-12-31T23:00:00+00:00", "2025-01-01"),
        ("2024-10-09T10:15:00Z", "2024-10-09"),
        ("2024-10-09", "2024-10-09"),
        (" 2024-10-09 ", "2024-10-09"),
        ("09102024", "2024-10-09"),
        ("9/10/2024", "2024-10-09"),
        ("09-10-2024", "2024-10-09"),
        (1_728_424_800_000, "2024-10-09"),
        (["2024-10-09"], "2024-10-09"),
        ("", None),
        (None, None),
        ("31022024", None),
        ("2024-13-01", None),
        ("binnenkort", None),
        ({}, None),
        (True, None),
    ],
)
def test_a_day_is_read_in_every_form_that_occurs(value: Any, expected: str | None) -> None:
    assert day(value) == (dt.date.fromisoformat(expected) if expected else None)


@given(st.dates(dt.date(1971, 1, 1), dt.date(2100, 1, 1)))
def test_every_day_is_read_back_from_both_forms(on: dt.date) -> None:
    assert day(f"{on.isoformat()}T00:00:00+0100") == on
    assert day(on.strftime("%d%m%Y")) == on


_ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(_ANYTHING)
def test_no_value_makes_a_reader_fail(value: Any) -> None:
    day(value), text(value), number(value), table(value), tables(value), tables(value, "x"), texts(value, "x")


_FIELDS = st.sampled_from(
    "id vraagnummer onderwerp titel zittingsjaar vraagsteller minister procedureverloop thema bestand-ordered document "
    "bijlage contacttype journaallijn objecttype link filewebpath themas".split()
)


@given(st.dictionaries(_FIELDS, _ANYTHING, max_size=8), st.sampled_from([WRITTEN, ORAL, PAPER]))
def test_a_detail_of_any_form_gives_an_entry_and_never_fails(detail: dict[str, Any], listed: Any) -> None:
    assert read_detail(detail, listed, "7", []).id == "7"


@given(_ANYTHING)
def test_a_hit_of_any_form_is_read_or_refused(value: Any) -> None:
    tags = [{"name": "soort", "value": "SCHV"}, {"name": "titel", "value": value}, {"name": value, "value": "x"}]
    try:
        entry = read_hit({"id": value, "mimetype": value, "metatags": {"metatag": tags}}, WRITTEN, [])
    except ValueError:
        return
    assert entry is None or entry.id


def written(**changes: Any) -> dict[str, Any]:
    return {
        "id": 1,
        "vraagnummer": 30,
        "onderwerp": "Dijken",
        "zittingsjaar": "2024-2025",
        "vraagsteller": {"voornaam": "Griet", "naam": "Wevelaar", "fractie": {"naam": "Groen"}},
        "minister": {"voornaam": "Joost", "naam": "Perdaens"},
        "procedureverloop": [
            {"status": "Vraag gesteld aan de minister", "datum": "2024-10-31T00:00:00+0100"},
            {"status": "Laattijdig beantwoord", "datum": "2024-12-10T00:00:00+0100"},
        ],
        **changes,
    }


def test_one_where_a_list_is_expected_and_a_list_where_one_is_are_the_same() -> None:
    plain = read_detail(written(thema=["Water"]), WRITTEN, "1", [])
    other = written(thema="Water", vraagsteller=[written()["vraagsteller"]], minister=[written()["minister"]])
    assert read_detail(other, WRITTEN, "1", []) == plain
    single = written()["procedureverloop"][0]
    assert read_detail(written(procedureverloop=single), WRITTEN, "1", []).asked == dt.date(2024, 10, 31)
    assert plain.people == (
        Actor(Part.ASKER, "Griet", "Wevelaar", "Groen"),
        Actor(Part.ADDRESSEE, "Joost", "Perdaens"),
    )


@pytest.mark.parametrize(
    ("status", "answered"),
    [
        ("Tijdig beantwoord", True),
        ("Laattijdig beantwoord", True),
        ("Beantwoord", True),
        ("Antwoord ontvangen", True),
        ("Antwoord gepubliceerd", True),
        ("Nog niet beantwoord", False),
        ("Niet beantwoord binnen de termijn", False),
        ("Antwoordtermijn verlengd", False),
        ("Vraag ingetrokken", False),
    ],
)
def test_which_steps_are_an_answer(status: str, answered: bool) -> None:
    entry = read_detail(written(procedureverloop={"status": status, "datum": "2024-12-10"}), WRITTEN, "1", [])
    assert (entry.answered is not None) is answered


def test_an_answer_that_is_corrected_counts_by_its_last_day() -> None:
    steps = [{"status": "Beantwoord", "datum": "2024-12-20"}, {"status": "Tijdig beantwoord", "datum": "2024-12-10"}]
    assert read_detail(written(procedureverloop=steps), WRITTEN, "1", []).answered == dt.date(2024, 12, 20)


def test_a_step_that_nobody_knows_and_a_day_that_is_none_are_findings() -> None:
    findings: list[Finding] = []
    steps = [{"status": "Opgesplitst", "datum": "gisteren"}]
    read_detail(written(procedureverloop=steps), WRITTEN, "1", findings)
    assert [(one.deviation, one.field) for one in findings] == [
        (Deviation.WRONG, "procedureverloop.datum"),
        (Deviation.WRONG, "procedureverloop.status"),
    ]
    assert "Opgesplitst" in findings[1].example


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ("https://docs.vlaamsparlement.be/pfile?id=11", [("11", FileRole.UNKNOWN)]),
        ({"URL": "http://docs.vlaamsparlement.be/files/pfile?id=11"}, [("11", FileRole.UNKNOWN)]),
        (
            [
                {"URL": "https://docs.vlaamsparlement.be/pfile?id=11", "bestandsnaam": "vrg.088.doc"},
                {"URL": "https://docs.vlaamsparlement.be/pfile?id=12", "bestandsnaam": "antw.088.docx"},
                {"URL": "https://docs.vlaamsparlement.be/pfile?id=12", "bestandsnaam": "antw.088.docx"},
            ],
            [("11", FileRole.QUESTION), ("12", FileRole.ANSWER)],
        ),
        ([], []),
        (None, []),
    ],
)
def test_files_are_known_by_their_number(files: Any, expected: list[tuple[str, FileRole]]) -> None:
    findings: list[Finding] = []
    entry = read_detail(written(**{"bestand-ordered": files}), WRITTEN, "1", findings)
    assert [(file.pfile, file.role) for file in entry.files] == expected
    assert findings == []


def test_a_file_at_an_address_without_number_is_a_finding() -> None:
    findings: list[Finding] = []
    entry = read_detail(written(document={"url": "https://elders.be/nota.pdf"}), WRITTEN, "1", findings)
    assert entry.files == ()
    assert [one.field for one in findings] == ["document"]


def test_those_who_ask_and_answer_a_spoken_question() -> None:
    detail = {
        "onderwerp": "over de bus",
        "objecttype": {"naam": "Interpellatie"},
        "contacttype": [
            {"beschrijving": "Interpellant", "contact": {"voornaam": "Griet", "naam": "Wevelaar", "fractie": "Groen"}},
            {"beschrijving": "Bevoegde minister", "contact": [{"naam": "Perdaens"}, {"naam": "Quaghe"}]},
            {"beschrijving": "Verslaggever", "contact": [{"naam": "Ooghe"}]},
        ],
        "journaallijn": [{"vergadering": {"id": 8, "datumbegin": "2025-03-04T14:00:00+0100"}}],
    }
    findings: list[Finding] = []
    entry = read_detail(detail, ORAL, "2", findings)
    assert [actor.name for actor in entry.askers] == ["Griet Wevelaar"]
    assert [actor.name for actor in entry.ministers] == ["Perdaens", "Quaghe"]
    assert (entry.type, entry.spoken, findings) == ("Interpellatie", dt.date(2025, 3, 4), [])


@pytest.mark.parametrize(
    "answer",
    [
        {"items": [{"schriftelijke-vraag": {"id": 1}}, {"schriftelijke-vraag": {"id": 2}}]},
        {"items": [{"id": 1}, {"id": 2}]},
        [{"id": 1}, {"id": 2}],
        {"lijst": [{"id": 1}, {"id": 2}]},
    ],
)
def test_a_list_of_details_is_read_with_and_without_wrapping(answer: Any) -> None:
    assert [detail["id"] for detail in details_of(answer)] == [1, 2]


def hit(**tags: Any) -> dict[str, Any]:
    id = tags.pop("id", "http://be.vlp.feed/1/pfls/11")
    named = {"soort": "SCHV", "opendata": "http://ws.vlpar.be/e/opendata/schv/1", **tags}
    listed = [{"name": name, "value": value} for name, value in named.items() if value is not None]
    return {"id": id, "mimetype": "application/pdf", "metatags": {"metatag": listed}}


def test_a_hit_without_the_address_of_its_data_is_known_by_its_own_id() -> None:
    entry = read_hit(hit(opendata=None), WRITTEN, [])
    assert entry is not None
    assert (entry.id, [file.pfile for file in entry.files]) == ("1", ["11"])


def test_a_hit_of_another_kind_is_none_whatever_its_form() -> None:
    assert read_hit(hit(soort="JLN", opendata=None), WRITTEN, []) is None
    assert read_hit(hit(aggregaattype="Vraag om uitleg"), WRITTEN, []) is None
    assert read_hit({"id": "x"}, WRITTEN, []) is None


def test_a_paper_that_fits_two_kinds_belongs_to_the_first_of_the_table() -> None:
    note, budget = KINDS["beleidsdocument"], KINDS["beleids- en begrotingstoelichting"]
    title = "Beleids- en begrotingstoelichting Wonen"
    tags = {"soort": "PI", "opendata": "http://ws.vlpar.be/e/opendata/pi/4", "titel": title}
    both = hit(**tags, aggregaat=["Begrotingsontwerp en -documenten", note.aggregaat])
    assert read_hit(both, note, []) is not None
    assert read_hit(both, budget, []) is None
    alone = hit(**tags, aggregaat="Begrotingsontwerp en -documenten")
    assert read_hit(alone, budget, []) is not None
    assert read_hit(alone, note, []) is None


def test_a_hit_of_this_kind_without_any_id_is_refused() -> None:
    with pytest.raises(ValueError, match="which it is"):
        read_hit(hit(id="zoekresultaat", opendata=None), WRITTEN, [])


def test_metatags_repeat_and_a_new_one_is_named() -> None:
    found: list[Finding] = []
    one = hit(thema="Water")
    one["metatags"]["metatag"].append({"name": "thema", "value": "Natuur"})
    one["metatags"]["metatag"].append({"name": "klimaatcode", "value": "7"})
    entry = read_hit(one, WRITTEN, found)
    assert entry is not None
    assert entry.themes == ("Water", "Natuur")
    assert [(finding.deviation, finding.field) for finding in found] == [(Deviation.NEW, "klimaatcode")]


def test_the_main_text_says_when_a_question_was_published() -> None:
    attachment = read_hit(
        hit(documenttype="bijlage", publicatiedatum="2025-01-02", id="be.vlp.feed/1/pfls/12"), WRITTEN, []
    )
    main = read_hit(hit(documenttype="vraag en antwoord", publicatiedatum="2025-03-04"), WRITTEN, [])
    assert attachment is not None
    assert main is not None
    (entry,) = fold([attachment, main])
    assert entry.published == dt.date(2025, 3, 4)
    assert [file.role for file in entry.files] == [FileRole.BOTH, FileRole.ATTACHMENT]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"<!DOCTYPE html><html><head><title> Logout </title></head></html>", 'a web page ("Logout")'),
        (b"<html><body>Sorry</body></html>", "a web page"),
        (b"<?xml version='1.0'?><lijst><id>1</id>", "XML that cannot be read"),
        (b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "XML that cannot be read"),
        (b"Service Unavailable", "no JSON"),
        (b"", "no JSON"),
        (b"\xff\xfe\x00", "no JSON"),
        (b"[" * 100_000, "no JSON"),
    ],
)
def test_what_is_no_data_is_refused_in_one_sentence(data: bytes, said: str) -> None:
    with pytest.raises(UnexpectedError) as caught:
        decode(data, ADDRESS)
    assert said in caught.value.message
    assert ADDRESS in caught.value.message
    assert caught.value.advice


def test_json_with_a_byte_order_mark_is_read() -> None:
    assert decode(b'\xef\xbb\xbf{"id": 1}', ADDRESS) == {"id": 1}


def test_xml_is_read_without_its_namespaces() -> None:
    data = b"<v:vraag xmlns:v='urn:x'><v:id>1</v:id><thema>Water</thema><thema>Natuur</thema><leeg/></v:vraag>"
    assert decode(b"<?xml version='1.0'?>" + data, ADDRESS) == {"id": "1", "thema": ["Water", "Natuur"], "leeg": ""}


def test_the_link_to_the_report_is_the_one_that_says_so() -> None:
    page = (
        b"<a href='/nl/contact'>Contact</a><a href='/nl/plenaire-vergaderingen/8/verslag/98#v1'>Ga naar het moment</a>"
        b"<a href='/nl/plenaire-vergaderingen/8/verslag/99'><span>Bekijk het verslag</span></a><a>leeg</a>"
    )
    assert spoken_link(page) == "/nl/plenaire-vergaderingen/8/verslag/99"
    assert spoken_link(b"<a href='/nl/verslagen'>Alle verslagen</a>") == ""
    assert spoken_link(b"") == ""
