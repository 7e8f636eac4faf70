from ingest.formats.lines import LineKind
from ingest.formats.read import extract
from tests.ingest.formats.builders import PUBLICATION


def kinds(xml: str) -> list[tuple[LineKind, str, str]]:
    data = f"<officiele-publicatie>{xml}</officiele-publicatie>".encode()
    return [(line.kind, line.label, line.text) for line in extract(data, "a.xml").lines]


def test_questions_answers_notes_and_lists() -> None:
    extracted = extract(PUBLICATION.encode(), "a.xml")
    assert [(line.kind, line.label, line.text) for line in extracted.lines] == [
        (LineKind.TEXT, "", "9001"),
        (LineKind.TEXT, "", "Vragen van het lid Oosterveen over het waterlokaal."),
        (LineKind.HEADING, "", "Vraag 1"),
        (LineKind.TEXT, "", "Wanneer opent het lokaal?"),
        (LineKind.NOTE, "1", "Besluit, mei 2026."),
        (LineKind.HEADING, "", "Antwoord 1"),
        (LineKind.TEXT, "", "In september."),
        (LineKind.LIST_ITEM, "a.", "in Gent"),
    ]
    assert ("DC.identifier", "ah-tk-20262027-9001") in extracted.properties
    assert ("kamervraagonderwerp", "het waterlokaal") in extracted.properties


def test_the_old_shape_has_its_number_in_the_first_paragraph() -> None:
    xml = "<vraag><al>Vraag 2</al><al>Waarom?</al></vraag><antwoord><al>Daarom.</al></antwoord>"
    assert kinds(xml) == [
        (LineKind.HEADING, "", "Vraag 2"),
        (LineKind.TEXT, "", "Waarom?"),
        (LineKind.HEADING, "", "Antwoord"),
        (LineKind.TEXT, "", "Daarom."),
    ]


def test_the_old_shape_has_its_notes_beside_the_text() -> None:
    xml = (
        "<kamervragen><vraag><al>Vraag 1</al><al>Klopt dit?<nootref>1</nootref></al></vraag>"
        "<antwoord><al>Antwoord 1</al><al>Ja.</al></antwoord>"
        "<voetnoot><nootnr>1</nootnr><al>Courant, 3 mei 2011</al></voetnoot></kamervragen>"
    )
    assert kinds(xml) == [
        (LineKind.HEADING, "", "Vraag 1"),
        (LineKind.TEXT, "", "Klopt dit?"),
        (LineKind.HEADING, "", "Antwoord 1"),
        (LineKind.TEXT, "", "Ja."),
        (LineKind.NOTE, "1", "Courant, 3 mei 2011"),
    ]


def test_speakers_of_the_proceedings_are_headings() -> None:
    xml = (
        "<handelingen><spreekbeurt>"
        "<spreker><voorvoegsels>De heer</voorvoegsels> <naam><achternaam>Rietveld</achternaam>"
        "</naam> ( <politiek>LPW</politiek> ) :</spreker>"
        "<tekst><al>Voorzitter.</al></tekst></spreekbeurt></handelingen>"
    )
    assert kinds(xml) == [(LineKind.HEADING, "", "De heer Rietveld (LPW):"), (LineKind.TEXT, "", "Voorzitter.")]


def test_who_signs_stands_on_lines_of_their_own() -> None:
    xml = (
        "<kamerstuk><ondertekening><functie>De Minister van Natuur,</functie><naam><voornaam>A.B.</voornaam>"
        "<achternaam>Oosterveen</achternaam></naam></ondertekening><ondertekening>Rietveld</ondertekening></kamerstuk>"
    )
    assert [text for _, _, text in kinds(xml)] == ["De Minister van Natuur,", "A.B. Oosterveen", "Rietveld"]


def test_tables_are_rows() -> None:
    row = "<row><entry><al>2026</al></entry><entry><al>400</al></entry></row>"
    xml = f"<table><tgroup><tbody>{row}</tbody></tgroup></table>"
    assert kinds(xml) == [(LineKind.TABLE_ROW, "", "2026\t400")]


def test_mojibake_before_the_declaration_is_forgiven() -> None:
    xml = "ï»¿\n<?xml version='1.0' encoding='utf-8'?><officiele-publicatie><al>Justitie</al></officiele-publicatie>"
    assert extract(xml.encode(), "a.xml").text == "Justitie"
