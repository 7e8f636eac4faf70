import pytest

from ingest.formats.docx_numbering import roman
from ingest.formats.lines import LineKind
from ingest.formats.read import extract
from tests.ingest.formats.builders import docx, numbering, paragraph, table

LEVELS = (("decimal", "%1."), ("lowerLetter", "%2)"), ("lowerRoman", "%1.%3"), ("bullet", "\uf0b7"))


def labels(data: bytes) -> list[str]:
    return [line.label for line in extract(data, "a.docx").lines]


def test_automatic_numbers_are_restored_and_restart_under_the_next_number() -> None:
    items = [("Een", 0), ("Deel", 1), ("Deel", 1), ("Twee", 0), ("Deel", 1), ("Diep", 2), ("Punt", 3)]
    body = "".join(paragraph(text, list_id=1, level=level) for text, level in items)
    assert labels(docx(body, numbering=numbering(*LEVELS))) == ["1.", "a)", "b)", "2.", "a)", "2.i", "•"]


def test_numbers_go_on_behind_text_and_a_list_with_its_own_start_begins_again() -> None:
    again = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
        "</w:lvlOverride></w:num>"
    )
    body = "".join(paragraph("x", list_id=number) for number in (1, 1, 0, 1, 2, 2))
    assert labels(docx(body, numbering=numbering(*LEVELS, nums=again))) == ["1.", "2.", "", "3.", "1.", "2."]


def test_a_style_gives_headings_and_numbers() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Kop"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:numId w:val="1"/>'
        "</w:numPr></w:pPr></w:style>"
    )
    lines = extract(docx(paragraph("Aanpak", style="Kop"), styles=styles, numbering=numbering(*LEVELS))).lines
    assert [(line.kind, line.label, line.text, line.level) for line in lines] == [(LineKind.HEADING, "1.", "Aanpak", 2)]


def test_footnotes_follow_the_paragraph_that_names_them() -> None:
    mark = '<w:r><w:footnoteReference w:id="7"/></w:r><w:r><w:t> en verder.</w:t></w:r>'
    lines = extract(
        docx(
            paragraph("Het besluit", tail=mark),
            footnotes=f'<w:footnote w:id="7">{paragraph("Van 4 mei.")}</w:footnote>',
        )
    ).lines
    assert [(line.kind, line.label, line.text) for line in lines] == [
        (LineKind.TEXT, "", "Het besluit en verder."),
        (LineKind.NOTE, "1", "Van 4 mei."),
    ]


def test_sources_listed_under_the_text_are_notes() -> None:
    body = (
        paragraph("Kent u het bericht? 1) En de brief 2)?") + paragraph("1) Waterkrant, 3 mei") + paragraph("2) Brief")
    )
    notes = [(line.label, line.text) for line in extract(docx(body)).lines if line.kind is LineKind.NOTE]
    assert notes == [("1", "Waterkrant, 3 mei"), ("2", "Brief")]


def test_a_closing_list_that_the_text_does_not_name_stays_text() -> None:
    body = paragraph("De eisen zijn:") + paragraph("1) het loket") + paragraph("2) het geld")
    assert not [line for line in extract(docx(body)).lines if line.kind is LineKind.NOTE]


def test_tracked_deletions_hidden_text_and_headers_are_left_out_with_the_reason() -> None:
    deleted = "<w:del><w:r><w:delText>nooit</w:delText></w:r></w:del><w:ins><w:r><w:t>altijd</w:t></w:r></w:ins>"
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>intern</w:t></w:r>"
    extracted = extract(docx(paragraph("Het is ", tail=deleted + hidden), header=paragraph("Pagina 1")))
    assert extracted.text == "Het is altijd"
    assert [(item.text, item.reason) for item in extracted.dropped] == [
        ("nooit", "tracked deletion"),
        ("intern", "hidden text"),
        ("Pagina 1", "header"),
    ]


def test_a_table_of_facts_gives_rows_and_a_letterhead_gives_lines() -> None:
    facts = extract(docx(table(("Jaar", "Vragen"), ("2026", "400")))).lines
    assert [(line.kind, line.text) for line in facts] == [
        (LineKind.TABLE_ROW, "Jaar\tVragen"),
        (LineKind.TABLE_ROW, "2026\t400"),
    ]
    nested = f"<w:tbl><w:tr><w:tc>{table(('Datum',), ('4 mei 2026',))}</w:tc></w:tr></w:tbl>"
    assert [line.text for line in extract(docx(nested + paragraph("Geachte voorzitter,"))).lines if line.text] == [
        "Datum",
        "4 mei 2026",
        "Geachte voorzitter,",
    ]


def test_line_breaks_and_links_inside_a_paragraph_are_kept() -> None:
    tail = "<w:r><w:br/></w:r><w:hyperlink><w:r><w:t>loket.example</w:t></w:r></w:hyperlink>"
    assert extract(docx(paragraph("Zie", tail=tail))).text == "Zie\nloket.example"


@pytest.mark.parametrize(("value", "shown"), [(1, "i"), (4, "iv"), (19, "xix"), (2026, "mmxxvi"), (0, "0")])
def test_roman_numerals(value: int, shown: str) -> None:
    assert roman(value) == shown
