"""What a publication becomes: its id, its file, what is given beside it."""

import datetime as dt

import pytest

from ingest.reading import read_document
from ingest.sources.officiele_bekendmakingen.publication import Publication
from ingest.sources.officiele_bekendmakingen.records import record_of
from ingest.sources.source import HeldRecords
from kb.errors import UnexpectedError, UnreachableError
from kb.model.document import Number
from kb.model.identity import DocumentId
from kb.model.people import Part
from kb.model.terms import Kind, Parliament
from tests.ingest.serving import Reply
from tests.ingest.sources.officiele_bekendmakingen.conftest import Desk, records_of
from tests.ingest.sources.officiele_bekendmakingen.server import ANSWERS, QUESTIONS, a_question, an_answer


def forms(desk: Desk, publication: Publication) -> list[str]:
    piece = desk.piece(record_of(publication))
    return [file.address.rpartition(".")[2] for file in piece.files]


def test_an_answer_is_taken_with_what_the_interface_knows_of_it(desk: Desk) -> None:
    desk.gazette.add(an_answer(9120, "2024-11-13", modified="2024-11-15"))
    (record,) = records_of(desk.listed(ANSWERS))
    piece = desk.piece(record)
    assert piece.document == DocumentId("tk", "ah-tk-20242025-9120")
    assert (piece.category, piece.kind, piece.date) == (ANSWERS, ANSWERS, dt.date(2024, 11, 13))
    assert [(file.address, file.stamp) for file in piece.files] == [
        (f"{desk.server.address}/ah-tk-20242025-9120.xml", "2024-11-15"),
        (f"{desk.server.address}/ah-tk-20242025-9120.pdf", "2024-11-15"),
    ]
    given = piece.given
    assert given.page_url == f"{desk.server.address}/ah-tk-20242025-9120.html"
    assert (given.kind, given.parliament) == (Kind.ANSWERED_QUESTION, Parliament.TWEEDE_KAMER)
    assert (given.date, given.asked, given.answered) == (
        dt.date(2024, 11, 13),
        dt.date(2024, 10, 1),
        dt.date(2024, 11, 13),
    )
    assert given.numbers == (
        Number("publication", "ah-tk-20242025-9120"),
        Number("zaak", "2024Z99120"),
        Number("aanhangsel", "9120"),
    )
    assert [(person.part, person.display) for person in given.people] == [
        (Part.ASKER, "Koekkoek (GvN)"),
        (Part.ADDRESSEE, "Minister (Kringloop en Herstel)"),
    ]
    assert record.refs == ("2024Z99120",)


def test_the_official_xml_is_read_as_an_answered_question(desk: Desk) -> None:
    desk.gazette.add(an_answer(9120, "2024-11-13"))
    (record,) = records_of(desk.listed(ANSWERS))
    piece = desk.piece(record)
    data = desk.fetcher.get(piece.files[0].address).data
    assert desk.source.refuses(piece, piece.files[0], data) == ""
    document = read_document(data, piece.given)
    assert document.kind is Kind.ANSWERED_QUESTION
    assert document.numbers[0] == Number("publication", "ah-tk-20242025-9120")
    assert [pair.questions for pair in document.pairs] == [(1,), (2,)]


@pytest.mark.parametrize(
    ("identifier", "listed", "expected"),
    [
        ("ah-tk-20242025-594", (), ["xml", "pdf"]),
        ("kst-31288-948", (), ["xml", "pdf"]),
        ("kst-36800-VIII-182", (), ["xml", "pdf"]),
        ("kst-21501-02-3196", (), ["xml", "pdf"]),
        ("ah-tk-20242025-594-n1", (), ["xml", "pdf"]),
        ("ah-1271549", (), ["pdf"]),
        ("kst-1268678", (), ["pdf"]),
        ("kst-1268678-n1", (), ["pdf"]),
        ("blg-1184123", (), ["pdf"]),
        ("kst-1268678", ("pdf", "xml"), ["xml", "pdf"]),
        ("ah-tk-20242025-594", ("metadata", "pdf"), ["pdf"]),
    ],
)
def test_xml_is_asked_for_first_where_there_can_be_any(
    desk: Desk, identifier: str, listed: tuple[str, ...], expected: list[str]
) -> None:
    assert forms(desk, Publication(identifier, forms=listed)) == expected


@pytest.mark.parametrize(
    ("publication", "known_as"),
    [
        (Publication("kst-1268678"), "kst-1268678"),  # never dossier 12686 nr 78
        (Publication("kst-1268678", dossiers=("31 288",), sub_number="948"), "kst-31288-948"),
        (Publication("kst-1268678", dossiers=("36800-VIII",), sub_number="12"), "kst-36800-VIII-12"),
        (Publication("kst-1268678", dossiers=("31288", "29338"), sub_number="948"), "kst-1268678"),
        (Publication("ah-1271549", session="2025-2026", appendix="594"), "ah-tk-20252026-594"),
        (Publication("ah-1271549", appendix="252600594"), "ah-tk-20252026-594"),
        (Publication("ah-1271549", appendix="594"), "ah-1271549"),
        (Publication("kv-1270001", question="2025Z18561"), "kv-tk-2025Z18561"),
        (Publication("ah-tk-20242025-594", appendix="595", session="2024-2025"), "ah-tk-20242025-594"),
        (Publication("ah-tk-20242025-594-n1"), "ah-tk-20242025-594-n1"),
    ],
)
def test_an_id_that_is_a_number_only_is_known_by_what_the_fields_say(publication: Publication, known_as: str) -> None:
    assert publication.known_as == known_as
    assert publication.numbers[0].value == known_as
    assert publication.identifier in [number.value for number in publication.numbers]


def test_the_key_stays_when_the_id_becomes_known(desk: Desk) -> None:
    before = desk.piece(record_of(Publication("ah-1271549")))
    after = desk.piece(record_of(Publication("ah-1271549", session="2025-2026", appendix="594")))
    assert before.key == after.key
    assert before.document != after.document


def test_a_question_and_a_postponement_are_told_by_what_they_are(desk: Desk) -> None:
    oral = Publication("kv-tk-2024Z91455", title="Mondelinge vragen van het lid Koekkoek")
    assert desk.piece(record_of(oral)).given.kind is Kind.ORAL_QUESTION
    late = Publication("ah-tk-20242025-9876", title="Mededeling over uitstel van de beantwoording")
    assert desk.piece(record_of(late)).given.kind is Kind.POSTPONEMENT
    note = Publication("ah-tk-20242025-9876", title="Mededeling over de vragen van het lid Koekkoek")
    assert desk.piece(record_of(note)).given.kind is None
    letter = Publication("kst-99310-41", types=(("OVERHEIDop.KamerstukTypen", "Brief regering"),))
    assert desk.piece(record_of(letter)).given.kind is Kind.LETTER


def test_what_is_stored_comes_back_as_it_was() -> None:
    whole = Publication("ah-1", "x", "t", (("s", "v"),), "2024-01-02", askers=("A (B)",), forms=("pdf",))
    assert Publication.of_content(whole.content) == whole


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"<!DOCTYPE html><html><body>Fout 404</body></html>", "web page"),
        (b"<html><body>zie <officiele-publicatie></body></html>", "web page"),
        (b"<?xml version='1.0'?><metadata_gegevens/>", "does not begin"),
        (b"", "does not begin"),
        (b"<?xml version='1.0'?>" + b" " * 2_000 + b"<officiele-publicatie/>", "does not begin"),
        ("\ufeff<?xml version='1.0'?><officiele-publicatie>".encode(), ""),
        ("<?xml version='1.0' encoding='utf-16'?><officiele-publicatie>".encode("utf-16"), ""),
        ("<?xml version='1.0' encoding='windows-1252'?><!-- ë --><officiele-publicatie>".encode("cp1252"), ""),
    ],
)
def test_only_official_xml_passes_for_official_xml(desk: Desk, data: bytes, why: str) -> None:
    piece = desk.piece(record_of(Publication("kst-31288-948")))
    said = desk.source.refuses(piece, piece.files[0], data)
    assert why in said
    assert bool(said) == bool(why)


@pytest.mark.parametrize(
    ("data", "fine"), [(b"%PDF-1.7", True), (b"\n%PDF-1.4", True), (b"<html>", False), (b"", False)]
)
def test_only_a_pdf_passes_for_a_pdf(desk: Desk, data: bytes, fine: int) -> None:
    piece = desk.piece(record_of(Publication("kst-1268678")))
    assert (desk.source.refuses(piece, piece.files[0], data) == "") is bool(fine)


@pytest.mark.parametrize("missing", ["page", "redirect", "404"])
def test_a_publication_is_gone_when_the_site_says_so_of_every_form(desk: Desk, missing: str) -> None:
    desk.gazette.missing = missing
    desk.gazette.add(an_answer(1, "2024-11-13"), an_answer(2, "2024-11-14", xml=None))
    kept = records_of(desk.listed(ANSWERS))
    desk.gazette.delete("ah-tk-20242025-1")
    assert [desk.source.is_gone(record, desk.fetcher) for record in kept] == [True, False]


def test_maintenance_does_not_make_a_publication_gone(desk: Desk) -> None:
    desk.gazette.add(an_answer(1, "2024-11-13"))
    (record,) = records_of(desk.listed(ANSWERS))
    desk.gazette.maintenance = True
    with pytest.raises(UnexpectedError, match="neither"):
        desk.source.is_gone(record, desk.fetcher)
    desk.gazette.maintenance = False
    desk.server.fail("ah-tk", Reply(b"", 503))
    with pytest.raises(UnreachableError):
        desk.source.is_gone(record, desk.fetcher)


def test_a_record_touches_its_own_piece_only(desk: Desk) -> None:
    desk.gazette.add(a_question(91307, "2024-10-16"))
    (record,) = records_of(desk.listed(QUESTIONS))
    assert desk.source.touched(record, HeldRecords((record,))) == ("kv-tk-2024Z91307",)
    assert desk.source.piece("kv-tk-2024Z00000", HeldRecords((record,))) is None


def test_files_are_never_taken_from_the_host_that_forbids_it(desk: Desk) -> None:
    desk.gazette.add(an_answer(1, "2024-11-13"))
    (record,) = records_of(desk.listed(ANSWERS))
    assert all(file.address.startswith(desk.source.settings.documents) for file in desk.piece(record).files)


def test_the_hosts_are_those_of_the_settings_at_the_stated_pace() -> None:
    from ingest.sources.officiele_bekendmakingen.source import OfficieleBekendmakingen
    from kb.settings import OfficieleBekendmakingenSettings

    interface, site = OfficieleBekendmakingen(OfficieleBekendmakingenSettings()).hosts
    assert (interface.origin, interface.robots) == ("https://repository.overheid.nl:443", False)
    assert (site.origin, site.robots) == ("https://zoek.officielebekendmakingen.nl:443", True)
    assert (site.requests, site.seconds) == (10, 30)
    assert interface.timeout is not None
    assert interface.timeout > 120  # an answer is known to take that long
