from ingest.formats.lines import LineKind
from ingest.formats.read import extract
from tests.ingest.formats.builders import PAGE

QUESTION = """<div class="vraag"><h2 class="stuktitel no-toc"><a id="d1" name="d1"></a>Vraag 1
 </h2><p>Wanneer opent het <br>loket?<a class="nootnum" href="#n1">1</a> En waarom?</p></div>
<div class="antwoord"><p class="nummer">Antwoord 1</p><p>In mei.</p></div>
<div id="noten"><div class="voet noot" id="note-1"><h5 class="note-close"><a href="#">X</a> Noot</h5>
<sup><span class="nootnum"><a id="n1" name="n1"></a>1</span></sup><p>Besluit van mei.</p></div></div>"""


def test_the_content_comes_without_navigation_scripts_and_cookie_texts() -> None:
    extracted = extract(PAGE.encode(), "a.html")
    assert [(line.kind, line.label, line.text) for line in extracted.lines] == [
        (LineKind.HEADING, "", "Het waterlokaal"),
        (LineKind.TEXT, "", "Het waterlokaal opent in september 2026."),
        (LineKind.LIST_ITEM, "3.", "Vragen stellen"),
        (LineKind.LIST_ITEM, "4.", "Advies krijgen"),
        (LineKind.LIST_ITEM, "•", "per mail"),
        (LineKind.TABLE_ROW, "", "Jaar\tVragen"),
        (LineKind.TABLE_ROW, "", "2026\t400"),
        (LineKind.NOTE, "1", "Besluit van 4 mei 2026."),
    ]
    assert {item.reason for item in extracted.dropped} == {"navigation", "page frame"}
    assert dict(extracted.properties)["title"] == "Waterlokaal"


def test_the_shape_of_the_official_publications() -> None:
    lines = extract(QUESTION.encode(), "a.html").lines
    assert [(line.kind, line.text) for line in lines] == [
        (LineKind.HEADING, "Vraag 1"),
        (LineKind.TEXT, "Wanneer opent het"),
        (LineKind.TEXT, "loket? En waarom?"),
        (LineKind.TEXT, "Antwoord 1"),
        (LineKind.TEXT, "In mei."),
        (LineKind.NOTE, "Besluit van mei."),
    ]
    assert lines[0].anchor == "d1"
    assert (lines[-1].label, lines[-1].anchor) == ("1", "n1")


def test_the_bytes_win_over_a_wrong_declaration() -> None:
    page = '<html><head><meta charset="iso-8859-1"></head><body><p>één loket</p></body></html>'
    assert extract(page.encode("utf-8")).text == "één loket"
    assert extract(page.encode("latin-1")).text == "één loket"
