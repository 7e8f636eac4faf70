"""Which documents a record makes, where their files are, and what is known of them from outside."""

import datetime as dt

import pytest

from ingest.reading import read_document
from ingest.sources.source import HeldRecords, Piece, Record, Selection
from ingest.sources.vlaams_parlement.entries import Attached, Entry, FileRole, entry_of, record_of
from ingest.sources.vlaams_parlement.fields import Soort
from ingest.sources.vlaams_parlement.pieces import can_be_read, main_file, not_taken, refusal
from kb.model.document import Number
from kb.model.people import Part
from kb.model.terms import Kind, Parliament
from tests.ingest.sources.vlaams_parlement.conftest import Desk
from tests.ingest.sources.vlaams_parlement.server import DOCX, XLSX, Stored, Thing, spoken_page, written_text

ASKED, MARCH = dt.date(2025, 1, 20), dt.date(2025, 3, 4)
PAGE = b"<!DOCTYPE html><html><body><p>Verslag</p></body></html>"


def pieces_of(desk: Desk, thing: Thing) -> dict[str, Piece]:
    desk.parlement.add(thing)
    return desk.pieces(desk.run(thing.kind))


def test_an_answered_question_is_one_document_with_all_that_is_known_of_it(desk: Desk) -> None:
    thing = Thing(
        1_700_001,
        title="Fietspaden  -  Onderhoud",
        number=30,
        published=MARCH,
        asked=ASKED,
        answered=dt.date(2025, 2, 28),
        files=[Stored("2200001", changed="2025-03-04T10:00")],
    )
    found = pieces_of(desk, thing)
    piece = found["schv-1700001"]
    given = piece.given
    assert list(found) == ["schv-1700001"]
    assert (str(piece.document), piece.category, piece.kind, piece.date) == (
        "vp/schv-1700001",
        "schriftelijke vraag",
        "schriftelijke vraag",
        MARCH,
    )
    assert [file.address.removeprefix(desk.server.address) for file in piece.files] == [
        "/pfile?id=2200001",
        "/files/pfile?id=2200001",
    ]
    assert {file.stamp for file in piece.files} == {"2025-03-04T10:00"}
    assert (given.title, given.kind, given.parliament) == (
        "Fietspaden  -  Onderhoud",
        Kind.ANSWERED_QUESTION,
        Parliament.VLAAMS_PARLEMENT,
    )
    assert (given.asked, given.answered, given.date) == (ASKED, dt.date(2025, 2, 28), MARCH)
    assert given.numbers == (
        Number("schv", "1700001"),
        Number("sv", "SV 30 (2024-2025)"),
        Number("pfile", "2200001"),
    )
    assert [(one.part, one.name, one.key, one.party) for one in given.people] == [
        (Part.ASKER, "Griet Wevelaar", "wevelaar", "Groen"),
        (Part.ADDRESSEE, "Joost Perdaens", "perdaens", ""),
        (Part.ANSWERER, "Joost Perdaens", "perdaens", ""),
    ]
    assert given.themes == ("Mobiliteit en Openbare Werken",)
    assert given.page_url.endswith("/nl/parlementaire-documenten/schriftelijke-vragen/1700001")
    assert given.url.endswith("/pfile?id=2200001")


def test_people_have_the_keys_that_the_reader_gives_them(desk: Desk) -> None:
    thing = Thing(
        1, published=MARCH, asked=ASKED, answered=MARCH, asker=("An", "De Bruyn-Maes", "cd&v"), files=[Stored("11")]
    )
    piece = pieces_of(desk, thing)["schv-1"]
    read = read_document(written_text(thing, thing.files[0]).encode(), piece.given)
    keys = {(one.part, one.key) for one in read.people}
    assert {(one.part, one.key) for one in piece.given.people} == keys
    assert read.dates.asked == piece.given.asked
    assert read.title.replace(" ", "") == piece.given.title.replace(" ", "")
    assert (read.kind, read.session) == (Kind.ANSWERED_QUESTION, "2024-2025")


def test_an_open_question_has_no_document_until_a_file_is_there(desk: Desk) -> None:
    thing = Thing(1, published=MARCH, asked=ASKED)
    assert pieces_of(desk, thing) == {}
    thing.files = [Stored("11", "vraag aan minister", "vrg.030.docx", DOCX)]
    asked = pieces_of(desk, thing)["schv-1"]
    assert (asked.given.kind, asked.given.answered) == (Kind.OPEN_QUESTION, None)
    assert Part.ANSWERER not in [person.part for person in asked.given.people]


def test_of_an_old_question_with_two_files_the_answer_takes_its_place_and_the_question_stays(desk: Desk) -> None:
    files = [Stored("490914", "", "vrg.088.doc", "application/msword"), Stored("490915", "", "antw.088.docx", DOCX)]
    found = pieces_of(desk, Thing(1, number=88, published=MARCH, asked=ASKED, answered=MARCH, files=files))
    assert list(found) == ["schv-1", "pfile-490914"]
    answer, question = found["schv-1"], found["pfile-490914"]
    assert answer.files[0].address.endswith("pfile?id=490915")
    assert answer.given.kind is Kind.ANSWERED_QUESTION
    assert (question.given.kind, question.given.answered) == (Kind.OPEN_QUESTION, None)
    assert (question.given.title, question.given.asked) == (answer.given.title, answer.given.asked)  # kb.related


def test_an_attachment_that_can_be_read_is_a_document_and_a_sheet_is_only_known(desk: Desk) -> None:
    files = [
        Stored("11"),
        Stored("12", "bijlage", "Overzicht per gemeente.docx", DOCX),
        Stored("13", "bijlage", "Cijfers.xlsx", XLSX),
        Stored("14", "bijlage", "Bijlage 3", XLSX),
    ]
    desk.parlement.add(Thing(1, title="Laadpalen", published=MARCH, asked=ASKED, answered=MARCH, files=files))
    run = desk.run()
    found = desk.pieces(run)
    assert list(found) == ["schv-1", "pfile-12"]
    beside = found["pfile-12"]
    assert (str(beside.document), beside.kind) == ("vp/pfile-12", "bijlage bij schriftelijke vraag")
    assert beside.given.title == "Overzicht per gemeente (bij Laadpalen)"
    assert beside.given.numbers == (Number("pfile", "12"),)
    assert beside.category not in desk.source().categories  # no window shows it by itself
    assert [file.pfile for file in not_taken(entry_of(run.records[0]))] == ["13", "14"]


def test_an_attachment_that_two_questions_share_is_one_document_until_both_are_gone(desk: Desk) -> None:
    for id in (1, 2):
        files = [Stored(f"1{id}"), Stored("90", "bijlage", "Lijst.docx", DOCX)]
        desk.parlement.add(Thing(id, published=MARCH, asked=ASKED, answered=MARCH, files=files))
    run = desk.run()
    assert list(desk.pieces(run)).count("pfile-90") == 1
    source = desk.source()
    for record in run.records:
        assert source.piece("pfile-90", HeldRecords((record,))) is not None


def test_the_spoken_text_of_a_question_is_the_page_of_its_report(desk: Desk) -> None:
    path = "/nl/parlementair-werk/commissies/commissievergaderingen/5/verslag/77"
    thing = Thing(
        2, "vraag om uitleg", "over de bus", 12, published=MARCH, files=[Stored("", "handeling", spoken=path)]
    )
    piece = pieces_of(desk, thing)["vi-2"]
    assert piece.files[0].address == f"{desk.server.address}{path}"
    assert piece.given.kind is Kind.ORAL_QUESTION
    assert piece.given.numbers == (Number("stuk", "12 (2024-2025)"),)
    read = read_document(spoken_page(thing).encode(), piece.given)
    assert "12 miljoen euro" in " ".join(section.text for section in read.sections)
    assert "Joost Perdaens" in [person.name for person in read.people if person.part is Part.SPEAKER]


def test_a_report_under_an_older_address_is_tried_where_it_moved_too(desk: Desk) -> None:
    spoken = [Stored("", "handeling", spoken="/plenaire-vergaderingen/8/verslag/99")]
    piece = pieces_of(desk, Thing(2, "vraag om uitleg", "over de bus", published=MARCH, files=spoken))["vi-2"]
    assert [file.address.removeprefix(desk.server.address) for file in piece.files] == [
        "/plenaire-vergaderingen/8/verslag/99",
        "/nl/parlementair-werk/plenaire-vergaderingen/8/verslag/99",
    ]


def test_where_only_the_page_of_the_question_leads_to_the_report_it_is_followed(desk: Desk) -> None:
    path = "/nl/plenaire-vergaderingen/8/verslag/99"
    piece = pieces_of(desk, Thing(3, "actuele vraag", "over stakingen", published=MARCH, report_on_page=path))["vi-3"]
    assert piece.files[0].address == f"{desk.server.address}{path}"
    assert piece.files[0].stamp == "afgehandeld 2025-03-04"


def test_a_report_that_stands_nowhere_is_a_finding(desk: Desk) -> None:
    desk.parlement.add(Thing(3, "actuele vraag", "over stakingen", published=MARCH, report_on_page="/nl/meer"))
    run = desk.run("actuele vraag")
    assert [(one.place, one.field) for one in run.findings] == [("web page", "verslag")]
    assert desk.pieces(run) == {}


@pytest.mark.parametrize(
    ("kind", "title", "expected"),
    [
        ("beleidsdocument", "Beleidsnota 2024-2029. Mobiliteit", Kind.POLICY_NOTE),
        ("beleids- en begrotingstoelichting", "Beleids- en begrotingstoelichting Wonen. Begrotingsjaar 2026", None),
        ("conceptnota", "Conceptnota over stille wegen", Kind.POLICY_NOTE),
        ("commissieverslag", "Verslag namens de Commissie voor Wonen", Kind.REPORT),
    ],
)
def test_papers_have_their_number_and_kind(desk: Desk, kind: str, title: str, expected: Kind | None) -> None:
    files = [Stored("21", "tekst"), Stored("22", "bijlage", "Advies.pdf")]
    found = pieces_of(desk, Thing(4, kind, title, number=13, serial="1", published=MARCH, files=files))
    assert list(found) == ["pi-4", "pfile-22"]
    given = found["pi-4"].given
    assert given.kind is (expected or Kind.POLICY_NOTE)
    assert Number("stuk", "13 (2024-2025) nr. 1") in given.numbers
    assert given.page_url.endswith("/parlementaire-initiatieven/4")


def test_other_papers_of_the_budget_are_not_taken_for_notes(desk: Desk) -> None:
    kind = "beleids- en begrotingstoelichting"
    desk.parlement.add(Thing(5, kind, "Uitgavenbegroting 2026", published=MARCH, files=[Stored("31", "tekst")]))
    assert desk.run(kind).keys == []


def test_a_file_asked_for_by_number_gives_way_to_the_question_that_has_it(desk: Desk) -> None:
    loose = desk.select(Selection(numbers=("pfile-2200001",)))
    (piece,) = desk.pieces(loose).values()
    assert (str(piece.document), piece.kind) == ("vp/pfile-2200001", "bestand")
    desk.parlement.add_question(1_700_001, published=MARCH)
    listed = desk.run()
    source = desk.source()
    held = HeldRecords((*loose.records, *listed.records))
    assert source.touched(listed.records[0], held) == ("schv-1700001", "pfile-2200001")
    assert source.piece("pfile-2200001", held) is None
    assert source.piece("schv-1700001", held) is not None


def test_a_piece_is_composed_also_of_what_the_settings_leave_out(desk: Desk) -> None:
    desk.parlement.add_question(1, published=MARCH)
    run = desk.run()
    assert desk.source(since="2026-01-01", kinds=("conceptnota",)).piece("schv-1", run.held) is not None


def test_no_record_makes_no_piece(desk: Desk) -> None:
    source = desk.source()
    for key in ("schv-1", "vi-1", "pi-1", "pfile-1", "verslag-1"):
        assert source.piece(key, HeldRecords()) is None


def test_a_deleted_record_touches_what_it_made(desk: Desk) -> None:
    files = [Stored("11"), Stored("12", "bijlage", "Overzicht.docx")]
    desk.parlement.add(Thing(1, published=MARCH, asked=ASKED, answered=MARCH, files=files))
    (record,) = desk.run().records
    tombstone = Record(record.category, record.key, "", record.refs, deleted=True)
    assert set(desk.source().touched(tombstone, HeldRecords())) >= {"schv-1", "pfile-11", "pfile-12"}


def test_the_answer_goes_before_the_text_and_the_text_before_the_question() -> None:
    roles = [FileRole.QUESTION, FileRole.UNKNOWN, FileRole.TEXT, FileRole.ANSWER, FileRole.BOTH]
    files = tuple(Attached(str(at), role=role) for at, role in enumerate(roles))
    while files:
        entry = Entry("schriftelijke vraag", Soort.SCHV, "1", files=files)
        assert main_file(entry) == files[-1]
        files = files[:-1]


@pytest.mark.parametrize(
    ("name", "media_type", "expected"),
    [
        ("Antwoord.pdf", "", True),
        ("Antwoord.docx", XLSX, True),  # the name knows better than the header
        ("Cijfers.XLSX", "application/pdf", False),
        ("Cijfers.zip", "", False),
        ("Bijlage 1", "application/pdf; charset=binary", True),
        ("Bijlage 1", "image/png", False),
        ("Nota 2.0 over wonen", "", True),
        ("", "application/octet-stream", True),
        ("", "", True),
    ],
)
def test_what_can_be_read_is_told_by_name_then_by_type(name: str, media_type: str, expected: bool) -> None:
    assert can_be_read(Attached("1", name=name, media_type=media_type)) is expected


@pytest.mark.parametrize(
    ("address", "data", "expected"),
    [
        ("https://docs.vlaamsparlement.be/pfile?id=1", b"%PDF-1.7 ...", ""),
        ("https://docs.vlaamsparlement.be/pfile?id=1", b"{\\rtf1 tekst}", ""),
        ("https://docs.vlaamsparlement.be/pfile?id=1", PAGE, "it is a web page, not the file"),
        ("https://docs.vlaamsparlement.be/pfile?id=1", b"", "it is empty"),
        ("https://docs.vlaamsparlement.be/pfile?id=1", b"\x89PNG\r\n", "files of the kind image/png are not read"),
        ("https://www.vlaamsparlement.be/nl/x/verslag/1", PAGE, "it is another page than that of a report"),
        ("https://www.vlaamsparlement.be/nl/x/verslag/1", spoken_page(Thing(1)).encode(), ""),
    ],
)
def test_bytes_that_cannot_be_the_file_are_refused(address: str, data: bytes, expected: str) -> None:
    assert refusal(address, data) == expected


def test_an_entry_comes_back_from_its_record_as_it_was(desk: Desk) -> None:
    files = [Stored("11"), Stored("12", "bijlage", "Overzicht.docx", DOCX)]
    desk.parlement.add(Thing(1, published=MARCH, asked=ASKED, answered=MARCH, files=files))
    (record,) = desk.run().records
    assert record_of(entry_of(record)) == record
    assert entry_of(record).asked == ASKED
