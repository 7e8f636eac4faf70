from ingest.formats.lines import LineKind
from ingest.formats.read import extract
from tests.ingest.formats.builders import pdf

FOOT = "Tweede Kamer, vergaderjaar 2026-2027, Aanhangsel"


def test_text_notes_and_furniture_of_each_page_come_apart() -> None:
    data = pdf(
        [
            [
                "Vraag 1",
                "Kent u het bericht over het waterlo-",
                "kaal?1 Wat vindt u daarvan?",
                "_",
                "_",
                "~1 Waterkrant, 3 mei",
                f"{FOOT} 1",
            ],
            ["Antwoord 1", "Ja, dat is mij bekend.", f"{FOOT} 2"],
        ]
    )
    extracted = extract(data, "a.pdf")
    assert extracted.page_count == 2
    assert [(line.page, line.text) for line in extracted.lines if line.kind is LineKind.TEXT] == [
        (1, "Vraag 1"),
        (1, "Kent u het bericht over het waterlo-"),
        (1, "kaal? Wat vindt u daarvan?"),
        (2, "Antwoord 1"),
        (2, "Ja, dat is mij bekend."),
    ]
    assert [(line.label, line.text) for line in extracted.lines if line.kind is LineKind.NOTE] == [
        ("1", "Waterkrant, 3 mei")
    ]
    assert [item.page for item in extracted.dropped] == [1, 2]


def test_room_between_lines_is_a_blank_line() -> None:
    extracted = extract(
        pdf([["Een eerste alinea van de brief.", "", "", "Een tweede alinea van de brief.", "die hier doorgaat."]])
    )
    assert [line.kind for line in extracted.lines] == [LineKind.TEXT, LineKind.BLANK, LineKind.TEXT, LineKind.TEXT]


def test_a_fiction_mark_at_the_foot_of_every_page_is_dropped() -> None:
    pages = [
        [f"Tekst {name} van de bladzijde over het loket.", *["_"] * 60, "Verzonnen voorbeeld"]
        for name in ("een", "twee", "drie")
    ]
    extracted = extract(pdf(pages))
    assert {item.text for item in extracted.dropped} == {"Verzonnen voorbeeld"}
    assert "Verzonnen" not in extracted.text


def test_small_type_at_the_edge_of_the_paper_is_no_text() -> None:
    extracted = extract(pdf([["Het loket opent in mei, zegt de minister.", *["_"] * 72, "~Verzonnen voorbeeld"]]))
    assert extracted.text.strip() == "Het loket opent in mei, zegt de minister."
    assert [(item.text, item.reason) for item in extracted.dropped] == [("Verzonnen voorbeeld", "in the margin")]
