"""Records -> the document to be."""

import datetime as dt

import pytest

from ingest.sources.source import Selection
from ingest.sources.tweede_kamer.pieces import piece_of
from ingest.sources.tweede_kamer.records import Wanted
from kb.model.document import Number
from kb.model.people import Part
from kb.model.terms import Kind, Parliament
from tests.ingest.sources.tweede_kamer.conftest import Desk

ASKED = dt.date(2024, 11, 15)
OCW = "Minister van Onderwijs, Cultuur en Wetenschap"


def test_a_zaak_ties_question_postponement_and_answer(desk: Desk) -> None:
    chamber = desk.chamber
    keys = (
        chamber.add_question("2024Z18561", "het loket", ASKED),
        chamber.add_notice("2024Z18561", "242501100", dt.date(2024, 12, 3)),
        chamber.add_answer("2024Z18561", "242501244", dt.date(2024, 12, 20)),
    )
    desk.listed()
    question, notice, answer = (desk.piece(key) for key in keys)
    assert [str(one.document) for one in (question, notice, answer)] == [
        "tk/kv-tk-2024Z18561",
        "tk/ah-tk-20242025-1100",
        "tk/ah-tk-20242025-1244",
    ]
    for piece in (question, notice, answer):
        assert Number("zaak", "2024Z18561") in piece.given.numbers
        assert piece.given.title == "het loket"
        assert piece.given.asked == ASKED
        assert piece.given.parliament is Parliament.TWEEDE_KAMER
        assert [p.printed for p in piece.given.people if p.part is Part.ASKER] == ["Noor Verbeek (D66)"]
    assert [one.given.answered for one in (question, notice, answer)] == [None, None, dt.date(2024, 12, 20)]
    assert [one.given.kind for one in (question, notice, answer)] == [
        Kind.OPEN_QUESTION,
        Kind.POSTPONEMENT,
        Kind.ANSWERED_QUESTION,
    ]
    assert answer.given.page_url == "https://www.tweedekamer.nl/kamerstukken/detail?id=2024Z18561&did=2024D01244"
    assert (answer.key, answer.category, answer.kind) == (keys[2], "Document", "Antwoord schriftelijke vragen")
    assert answer.date == dt.date(2024, 12, 20)


def test_people_come_with_party_office_and_key(desk: Desk) -> None:
    key = desk.chamber.add_question(
        "2024Z18561",
        "het loket",
        ASKED,
        askers=(("M. van Ooijen", "ChristenUnie"), ("Aukje de Vries (A.)", "VVD")),
        ministers=(("Ilse Maas (I.)", OCW), ("P. Adema", "staatssecretaris van Financiën")),
    )
    desk.listed()
    people = desk.piece(key).given.people
    assert [(p.part, p.name, p.key, p.party, p.office, p.portfolio) for p in people] == [
        (Part.ASKER, "M. van Ooijen", "van ooijen", "ChristenUnie", "", ""),
        (Part.ASKER, "Aukje de Vries", "de vries", "VVD", "", ""),
        (Part.ADDRESSEE, "Ilse Maas", "maas", "", "Minister", "Onderwijs, Cultuur en Wetenschap"),
        (Part.ADDRESSEE, "P. Adema", "adema", "", "Staatssecretaris", "Financiën"),
    ]


@pytest.mark.parametrize(
    ("office", "printed"),
    [
        ("minister-president, minister van Algemene Zaken", "Minister Ilse Maas (Algemene Zaken)"),
        ("minister voor Rechtsbescherming", "Minister Ilse Maas (Rechtsbescherming)"),
        ("minister-president", "Minister-president Ilse Maas"),
        (None, "Ilse Maas"),
        ("voorzitter", "voorzitter Ilse Maas"),
    ],
)
def test_an_addressee_is_printed_with_office_and_portfolio(desk: Desk, office: str, printed: str) -> None:
    key = desk.chamber.add_question("2024Z18561", "x", ASKED)
    actor = next(a for a in desk.chamber.referring("ZaakActor", desk.chamber.entities[key].links[0][1])
                 if a.fields["relatie"] == "Gericht aan")  # fmt: skip
    desk.chamber.change(actor.key, functie=office)
    desk.listed()
    assert [p.printed for p in desk.piece(key).given.people if p.part is Part.ADDRESSEE] == [printed]


def test_who_answers_is_who_signs_and_never_a_member(desk: Desk) -> None:
    """Registered with some answers: the member who asked, as one who signs."""
    desk.chamber.add_question("2024Z18561", "het loket", ASKED)
    key = desk.chamber.add_answer("2024Z18561", "242501244", dt.date(2024, 12, 6))
    actor = next(iter(desk.chamber.referring("DocumentActor", key)))
    desk.chamber.add_actor(key, "Bram Aarts (B.)", "minister van Financiën", "Mede ondertekenaar")
    desk.chamber.add_actor(key, "Noor Verbeek (N.)", "Tweede Kamerlid", "Mede ondertekenaar", "D66")
    desk.listed()
    assert actor.fields["relatie"] == "Eerste ondertekenaar"
    assert [p.name for p in desk.piece(key).given.people if p.part is Part.ANSWERER] == ["Ilse Maas", "Bram Aarts"]


def test_a_letter_has_its_kamerstuk_dossier_and_signatory(desk: Desk) -> None:
    key = desk.chamber.add_letter("2024D45678", "Voortgang", ASKED, dossier=36600, addition="VIII", serial=182)
    desk.listed()
    given = desk.piece(key).given
    assert given.numbers == (
        Number("kamerstuk", "kst-36600-VIII-182"),
        Number("zaak", "2024Z45678"),
        Number("document", "2024D45678"),
        Number("dossier", "36600-VIII"),
    )
    assert [(p.part, p.name) for p in given.people] == [(Part.SIGNATORY, "Ilse Maas")]
    assert (given.asked, given.answered, given.date) == (None, None, ASKED)


def test_the_id_is_there_from_the_first_day_and_stays_when_it_is_published(desk: Desk) -> None:
    desk.chamber.add_question("2024Z18561", "het loket", ASKED)
    key = desk.chamber.add_answer("2024Z18561", "242501244", dt.date(2024, 12, 6), published=False)
    desk.listed()
    before = desk.piece(key).document
    desk.chamber.publish(key, "ah-tk-20242025-1244")
    desk.touched.clear()
    desk.listed()
    assert desk.piece(key).document == before
    assert key in desk.touched


def test_a_publication_of_the_current_version_counts(desk: Desk) -> None:
    """As OData gives it, which knows of no other version."""
    key = desk.chamber.add_letter("2024D45678", "Voortgang", ASKED, serial=948)
    desk.chamber.publish(key, "kst-1268678")
    desk.chamber.set_file(key, b"Verbeterde brief")
    desk.chamber.publish(key, "kst-31288-948-n1")
    desk.listed()
    assert [n.value for n in desk.piece(key).given.numbers][:3] == ["kst-31288-948-n1", "kst-31288-948", "2024Z45678"]
    selected = desk.fresh()
    selected.select(Selection(numbers=("2024D45678",)))
    assert selected.piece(key) == desk.piece(key)


def test_a_document_without_a_publication_goes_by_the_chambers_number(desk: Desk) -> None:
    numbered = desk.chamber.add_paper("Brief regering", "2024D00011", "Brief", ASKED, "tekst")
    nameless = desk.chamber.add_paper("Brief regering", "", "Brief", ASKED, "tekst")
    desk.chamber.change(nameless, documentNummer=None)
    desk.listed()
    assert desk.piece(numbered).document.key == "2024D00011"
    assert desk.piece(nameless).document.key == nameless
    assert desk.piece(nameless).given.page_url == ""


def test_a_question_registered_twice_has_its_id_once(desk: Desk) -> None:
    first = desk.chamber.add_question("2024Z18561", "het loket", ASKED, document="2024D00020")
    case = desk.chamber.entities[first].links[0][1]
    desk.listed()
    second = desk.chamber.add_paper("Schriftelijke vragen", "2024D00010", "Vragen", ASKED, "tekst", cases=(case,))
    desk.touched.clear()
    desk.listed()
    assert desk.touched >= {first, second}
    assert [desk.piece(key).document.key for key in (first, second)] == ["2024D00020", "kv-tk-2024Z18561"]
    desk.chamber.delete(second)
    desk.touched.clear()
    desk.listed()
    assert first in desk.touched
    assert desk.piece(first).document.key == "kv-tk-2024Z18561"


def test_a_new_file_gives_a_new_stamp_and_a_new_subject_does_not(desk: Desk) -> None:
    key = desk.chamber.add_letter("2024D45678", "Voortgang", ASKED)
    desk.listed()
    first = desk.piece(key)
    desk.chamber.change(key, onderwerp="Voortgang van het loket")
    desk.listed()
    renamed = desk.piece(key)
    before = desk.chamber.files[key]
    desk.chamber.set_file(key, before.replace(b"voortgang", b"voortzang"))
    assert len(desk.chamber.files[key]) == len(before)
    desk.listed()
    renewed = desk.piece(key)
    assert renamed.files == first.files
    assert renamed.given.title != first.given.title
    assert renewed.files[0].stamp != first.files[0].stamp
    assert first.files[0].address == f"{desk.server.address}/SyncFeed/2.0/Resources/{key}"
    assert first.files[1].address.endswith(f"/Document({key})/resource")


def test_a_document_without_a_file_makes_a_piece_without_files_until_it_has_one(desk: Desk) -> None:
    key = desk.chamber.add_paper("Brief regering", "2024D00011", "Brief", ASKED, "tekst")
    entity = desk.chamber.entities[key]
    entity.length, entity.links = 0, []
    desk.chamber.change(key)
    desk.listed()
    assert desk.piece(key).files == ()
    desk.chamber.set_file(key, b"tekst")
    desk.listed()
    assert len(desk.piece(key).files) == 2


@pytest.mark.parametrize(
    ("kind", "subject", "expected"),
    [
        ("Mededeling", "De vragen zijn ingetrokken", Kind.WITHDRAWN),
        ("Mededeling", "Over de beantwoording", None),
        ("Antwoord schriftelijke vragen (nader)", "x", Kind.FOLLOW_UP_ANSWER),
    ],
)
def test_the_kind_is_a_hint_only_where_the_chambers_word_says_something(
    desk: Desk, kind: str, subject: str, expected: Kind | None
) -> None:
    key = desk.chamber.add_paper(kind, "2024D00011", subject, ASKED, "tekst")
    desk.listed()
    assert desk.piece(key).given.kind is expected


def test_a_changed_actor_or_zaak_touches_every_document_of_the_zaak(desk: Desk) -> None:
    chamber = desk.chamber
    question = chamber.add_question("2024Z18561", "het loket", ASKED)
    answer = chamber.add_answer("2024Z18561", "242501244", dt.date(2024, 12, 6))
    chamber.add_letter("2024D45678", "Voortgang", ASKED)
    desk.listed()
    case = chamber.entities[question].links[0][1]
    actor = next(one for one in chamber.referring("ZaakActor", case) if one.fields["relatie"] == "Indiener")
    for change in (
        lambda: chamber.change(case, onderwerp="het loket en de toets"),
        lambda: chamber.change(actor.key, actorFractie="Volt"),
        lambda: chamber.delete(actor.key),
    ):
        change()
        desk.touched.clear()
        desk.listed()
        assert desk.touched == {question, answer}
    assert desk.piece(answer).given.title == "het loket en de toets"
    assert [p for p in desk.piece(answer).given.people if p.part is Part.ASKER] == []


def test_what_is_held_makes_a_piece_though_the_settings_would_leave_it_out(desk: Desk) -> None:
    """A user may have selected it."""
    key = desk.chamber.add_letter("2019D00007", "Oude brief", dt.date(2019, 5, 1))
    everything = desk.fresh(since="2000-01-01")
    everything.listed()
    assert desk.source.piece(key, everything.records) is not None
    assert Wanted().kind("Motie")
    assert piece_of("nothing", everything.records, desk.source._addresses) is None
