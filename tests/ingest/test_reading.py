import datetime as dt

import pytest

from ingest.parsed import Given
from ingest.parsed_json import parsed_as_json, section_text
from ingest.reading import read_document
from kb.errors import InputError
from kb.model.document import Number, Section
from kb.model.people import Part, Person
from kb.model.terms import Kind, Parliament, Role

QUESTION = """Vragen van het lid Zandveld (GvN) aan de Minister van Financiën over muntgeld
(ingezonden 4 september 2024).
Antwoord van Minister Bruins Slotema (Financiën) (ontvangen 1 oktober 2024).
Vraag 1
Waarom verdwijnt de cent?
Antwoord 1
De cent verdwijnt niet.
""".encode()


def test_bytes_become_a_parsed_document_in_one_call():
    parsed = read_document(QUESTION)
    assert parsed.kind is Kind.ANSWERED_QUESTION
    assert parsed.media_type == "text/plain"
    assert [section.key for section in parsed.sections] == ["head", "q1", "a1"]


def test_reading_twice_gives_the_same():
    assert read_document(QUESTION) == read_document(QUESTION)


def test_what_the_file_prints_wins_over_what_is_given():
    given = Given(
        kind=Kind.LETTER,
        parliament=Parliament.VLAAMS_PARLEMENT,
        title="Iets anders",
        asked=dt.date(2020, 1, 1),
        answered=dt.date(2020, 1, 2),
    )
    parsed = read_document(QUESTION, given)
    assert (parsed.kind, parsed.parliament, parsed.title) == (
        Kind.ANSWERED_QUESTION,
        Parliament.TWEEDE_KAMER,
        "muntgeld",
    )
    assert (parsed.dates.asked, parsed.dates.answered) == (dt.date(2024, 9, 4), dt.date(2024, 10, 1))


def test_what_the_file_does_not_print_is_filled_in():
    asker = Person(Part.ASKER, "Zandveld (GvN)", "Zandveld", "zandveld", "GvN")
    given = Given(
        title="Muntgeld",
        asked=dt.date(2024, 9, 4),
        numbers=(Number("publication", "ah-tk-20242025-77"),),
        themes=("Financiën",),
        url="https://www.example.org/77",
        people=(asker,),
    )
    head = "AH 77\n2024Z90001\nAntwoord van minister Pol (Financiën) (ontvangen 1 oktober 2024)"
    text = f"{head}\n\nVraag 1\nWaarom?\n\nAntwoord 1\nDaarom."
    parsed = read_document(text.encode(), given)
    assert parsed.title == "Muntgeld"
    assert parsed.dates.asked == dt.date(2024, 9, 4)
    assert [person.part for person in parsed.people] == [Part.ANSWERER, Part.ASKER]
    assert parsed.themes == ("Financiën",)
    assert parsed.url == "https://www.example.org/77"
    assert [number.value for number in parsed.numbers] == ["AH 77", "2024Z90001", "ah-tk-20242025-77"]


@pytest.mark.parametrize("kind", [Kind.LETTER, Kind.PRESS_TEXT, Kind.REPORT, Kind.POLICY_NOTE, Kind.MOTION])
def test_a_given_kind_counts_where_the_text_shows_none(kind):
    plain = b"Het loket is open.\n\nVanaf maandag kan iedereen er terecht met vragen over subsidies en vergunningen."
    assert read_document(plain).kind is Kind.GENERIC
    assert read_document(plain, Given(kind=kind)).kind is kind


def test_a_file_that_cannot_be_read_is_refused_in_one_sentence():
    with pytest.raises(InputError) as refused:
        read_document(b"", Given(file_name="leeg.pdf"))
    assert refused.value.message
    assert refused.value.advice


def test_the_json_has_the_promised_keys():
    result = parsed_as_json(read_document(QUESTION))
    for key in (
        "kind parliament title number numbers dates asked answered session people askers addressees answered_by "
        "on_behalf_of themes sections pairs see_also references problems"
    ).split():
        assert key in result
    (pair,) = result["pairs"]
    assert pair["questions"] == [1]
    assert pair["question_texts"] == ["Waarom verdwijnt de cent?"]
    assert pair["answer"] == "De cent verdwijnt niet."
    for key in ("refers_to", "also_refers_to", "state", "question_sections", "answer_section", "procedural"):
        assert key in pair


def test_an_answer_cut_by_a_table_is_one_text_in_the_json():
    sections = (
        Section("a6", Role.ANSWER, "Voor."),
        Section("a6+t1", Role.TABLE, "Jaar\tAantal"),
        Section("a6+3", Role.ANSWER, "Na."),
        Section("a61", Role.ANSWER, "Een ander antwoord."),
    )
    assert section_text("a6", sections) == "Voor.\n\nJaar\tAantal\n\nNa."
