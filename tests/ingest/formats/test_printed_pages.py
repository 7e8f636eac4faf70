"""Furniture, footnotes and their marks, on pages of plain lines."""

import pytest

from ingest.formats.footmarks import place_marks
from ingest.formats.lines import Line, LineKind
from ingest.formats.page_lines import lines_of
from ingest.formats.printed import PrintedLine, PrintedPage


def pages(*texts: str) -> list[PrintedPage]:
    return [
        PrintedPage(tuple(PrintedLine(row.rstrip()) for row in text.split("\n")), number)
        for number, text in enumerate(texts, start=1)
    ]


def body(lines: tuple[Line, ...]) -> list[str]:
    return [line.text for line in lines if line.kind is not LineKind.NOTE and line.text]


def notes(lines: tuple[Line, ...]) -> list[tuple[str, str, int | None]]:
    return [(line.label, line.text, line.page) for line in lines if line.kind is LineKind.NOTE]


@pytest.mark.parametrize(
    "furniture",
    [
        "ah-tk-20262027-9001",
        "ISSN 0921 - 7398",
        "’s-Gravenhage 2026",
        "’s-Gravenhage 2026 Tweede Kamer, vergaderjaar 2026–2027, Aanhangsel 1",
        "ISSN 0921 - 7398’s-Gravenhage 2026Tweede Kamer, vergaderjaar 2026–2027, Vragen 2",
        "Tweede Kamer, vergaderjaar 2026–2027, Aanhangsel",
        "Tweede Kamer, vergaderjaar 2026–2027, 36 999 XV, nr. 5 3",
        "P agina 3 van 9",
        "Pagina 12 van 40",
        "19 (2026-2027) – Nr. 5 21",
        "/" * 60,
    ],
)
def test_furniture_of_a_known_form_is_dropped_with_a_reason(furniture: str) -> None:
    lines, dropped = lines_of(pages(f"Het loket opent in mei.\n{furniture}"))
    assert body(lines) == ["Het loket opent in mei."]
    assert [(item.text, item.page) for item in dropped] == [(furniture, 1)]
    assert dropped[0].reason


@pytest.mark.parametrize(
    "text",
    [
        "Tweede Kamer, vergaderjaar 2026–2027, 19 637, nr. 3198",
        "Zie Tweede Kamer, vergaderjaar 2026–2027, Aanhangsel 1 voor meer.",
        "Het Vlaams Parlement",
        "2",
        "Vraag 3",
    ],
)
def test_text_that_only_resembles_furniture_stays(text: str) -> None:
    lines, dropped = lines_of(pages(f"{text}\nHet loket opent in mei."))
    assert text in body(lines)
    assert not dropped


def test_what_comes_back_at_the_edge_of_every_page_is_dropped_and_headings_are_not() -> None:
    made = pages(
        *(
            f"Loketraad\nVraag {n}\nTekst {'abcd'[n]} van deze bladzijde.\nnog een regel {n * 7}\nx\ny\n{n + 4}"
            for n in range(4)
        )
    )
    lines, dropped = lines_of(made)
    assert {item.text for item in dropped} == {"Loketraad", "4", "5", "6", "7", "x", "y"}
    assert [text for text in body(lines) if text.startswith("Vraag")] == ["Vraag 0", "Vraag 1", "Vraag 2", "Vraag 3"]


def test_the_reference_beside_a_page_number_goes_with_it() -> None:
    lines, dropped = lines_of(pages("P agina 3 van 9\n\nOnze referentie\n\n31177117\n\nDe sector vergt aandacht."))
    assert body(lines) == ["De sector vergt aandacht."]
    assert [item.text for item in dropped] == ["P agina 3 van 9", "Onze referentie", "31177117"]


def test_notes_at_the_foot_are_taken_out_with_their_marks() -> None:
    lines, _ = lines_of(
        pages(
            "Vraag 1\nKent u het bericht «Loket dicht»?1\nAntwoord 1\nJa, sinds het besluit uit 20212 en de brief. 3 "
            "Dat\n"
            "1 Waterkrant, 3 mei 2026, «Loket\ndicht»\n2Staatsblad 2021, 12\n32024 Jaarverslag",
            "gaat zo door.4\n4 Kamerstuk 36 999, nr. 5",
        )
    )
    assert body(lines) == [
        "Vraag 1",
        "Kent u het bericht «Loket dicht»?",
        "Antwoord 1",
        "Ja, sinds het besluit uit 2021 en de brief. Dat",
        "gaat zo door.",
    ]
    assert notes(lines) == [
        ("1", "Waterkrant, 3 mei 2026, «Loket dicht»", 1),
        ("2", "Staatsblad 2021, 12", 1),
        ("3", "2024 Jaarverslag", 1),
        ("4", "Kamerstuk 36 999, nr. 5", 2),
    ]


def test_a_list_at_the_foot_of_a_page_is_no_note() -> None:
    text = "De minister noemt:\n1. het loket;\n2. het geld;\n3. de mensen."
    assert body(lines_of(pages(text))[0]) == text.split("\n")


def test_numbers_without_a_mark_in_the_text_are_no_notes() -> None:
    text = "Het aantal vragen per jaar:\n1 januari telde er vier\n2 februari telde er acht"
    assert body(lines_of(pages(text))[0]) == text.split("\n")


def test_numbered_titles_with_text_below_them_are_no_notes() -> None:
    above = "Het plan heeft twee delen.1 Het vervolg staat daarin.2"
    text = (
        f"{above}\n1 Inleiding\nDit plan beschrijft het beleid voor 2026 en daarna.\n2 Doelen\n2.1 Natuur\nEr komt bos."
    )
    assert body(lines_of(pages(text))[0]) == text.split("\n")


def test_headings_under_a_numbered_line_keep_it_text() -> None:
    text = "Het loket opent.1\n1 Dit is geen noot\nVraag 2\nWaarom?"
    assert body(lines_of(pages(text))[0]) == text.split("\n")


@pytest.mark.parametrize(
    ("text", "number", "mark"),
    [
        ("het bericht «Loket dicht»?1", 1, "1"),
        ("de kamerbrief)1 presenteerde", 1, "1"),
        ("van technologieoverdracht2. Daarbij", 2, "2"),
        ("zoals motie-Agema3, weer", 3, "3"),
        ("in februari 20214 besteden", 4, "4"),
        ("te lezen. 4 Op dit moment", 4, "4"),
        ("gesproken. 3Toekomstige hulp", 3, "3"),
        ("zoals bij exportcontrole 11 en bij het", 11, "11"),
        ("uitstoot van CO2 per jaar", 2, ""),
        ("zie artikel 2 van de wet", 2, ""),
        ("op 3 mei is", 3, ""),
        ("een bedrag van 4 miljoen euro", 4, ""),
        ("het antwoord op vraag 5", 5, ""),
        ("in het jaar 2021", 21, ""),
        ("https://loket.example/nota4", 4, ""),
        ("1.200 vragen", 1, ""),
        ("Kamerstuk 31 288, nr. 948", 31, ""),
    ],
)
def test_only_digits_that_can_be_a_mark_are_taken_for_one(text: str, number: int, mark: str) -> None:
    found = place_marks([text], [number])
    assert [text[item.start : item.end] for item in found] == ([mark] if mark else [])


def test_marks_follow_the_order_of_the_notes() -> None:
    texts = ["ETS1 of ETS2 gelden hier wel.", "Het weglekken van leakage1 stopt,", "zie (hier2 staat het)."]
    assert [(mark.number, mark.line) for mark in place_marks(texts, [1, 2])] == [(1, 1), (2, 2)]


def test_lone_bullets_join_their_text_and_symbols_become_bullets() -> None:
    lines, _ = lines_of(pages("Het gaat om:\n-\nhet loket en\n\uf0b7 de vragen\n• de antwoorden"))
    items = [(line.label, line.text) for line in lines if line.kind is LineKind.LIST_ITEM]
    assert items == [("-", "het loket en"), ("•", "de vragen"), ("•", "de antwoorden")]
