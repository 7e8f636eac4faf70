"""Small files of every format, made here: written for these tests, in the forms of real papers."""

import io
import zipfile
from collections.abc import Sequence

from fpdf import FPDF

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def pdf(pages: Sequence[Sequence[str]], *, password: str = "", size: float = 9.0) -> bytes:
    """A PDF with one line of text under the other; a line "~text" is set small (a note), "_" leaves room."""
    sheet = FPDF(unit="pt", format="A4")
    sheet.core_fonts_encoding = "cp1252"
    sheet.set_auto_page_break(False)
    if password:
        sheet.set_encryption(owner_password=f"{password}!", user_password=password)
    for lines in pages:
        sheet.add_page()
        y = 40.0
        for line in lines:
            small = line.startswith("~")
            sheet.set_font("helvetica", size=size * 0.75 if small else size)
            if line not in ("", "_"):
                sheet.text(60, y, line.removeprefix("~"))
            y += size * 1.2
    return bytes(sheet.output())


def scanned_pdf() -> bytes:
    sheet = FPDF(unit="pt", format="A4")
    sheet.add_page()
    sheet.rect(50, 50, 300, 400, style="F")
    return bytes(sheet.output())


def docx(body: str, *, numbering: str = "", footnotes: str = "", styles: str = "", header: str = "") -> bytes:
    """A DOCX of these WordprocessingML fragments (prefix w)."""
    parts = {"document": f"<w:body>{body}<w:sectPr/></w:body>"}
    kinds = {"numbering": numbering, "footnotes": footnotes, "styles": styles, "header": header}
    roots = {"header": "hdr"}
    parts |= {name: text for name, text in kinds.items() if text}
    types, links = "", ""
    for name in parts:
        kind = "document.main" if name == "document" else name
        types += (
            f'<Override PartName="/word/{name}.xml" ContentType="application/vnd.openxmlformats-officedocument.'
            f'wordprocessingml.{kind}+xml"/>'
        )
        if name != "document":
            links += f'<Relationship Id="{name}" Type="{_R}/{name}" Target="{name}.xml"/>'
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.'
            f'openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
            f"{types}</Types>",
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="d" Type="{_R}/officeDocument" '
            f'Target="word/document.xml"/></Relationships>',
        )
        archive.writestr(
            "word/_rels/document.xml.rels", f'<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>'
        )
        for name, text in parts.items():
            root = roots.get(name, name)
            archive.writestr(f"word/{name}.xml", f'<w:{root} xmlns:w="{_W}">{text}</w:{root}>')
    return made.getvalue()


def paragraph(text: str, *, list_id: int = 0, level: int = 0, style: str = "", tail: str = "") -> str:
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if list_id:
        properties += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    run = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run}{tail}</w:p>"


def table(*rows: Sequence[str]) -> str:
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def numbering(*levels: tuple[str, str], nums: str = "") -> str:
    """One list: (format, text) per level; ``nums`` may add further w:num elements."""
    made = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(levels)
    )
    return (
        f'<w:abstractNum w:abstractNumId="0">{made}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{nums}'
    )


ANSWER_TEXT = """SCHRIFTELIJKE VRAAG
nr. 412
van LOTTE VERMEERSCH
datum: 3 maart 2026
aan BRAM DE KETELAERE
VLAAMS MINISTER VAN WATERBEHEER
Waterlokaal  -  Opening van het waterlokaal in de regio
De minister kondigde vorig jaar aan dat er een waterlokaal zou komen waar gemeenten met vragen
over droogte en overstroming terechtkunnen. Sindsdien bleef het stil over de opening van het wa-
terlokaal.
1.
Wanneer opent het waterlokaal?
2. Hoeveel vragen verwacht de minister per jaar? Graag een opdeling per provincie en per
maand.

BRAM DE KETELAERE
ANTWOORD
op vraag nr. 412 van 3 maart 2026
van LOTTE VERMEERSCH
1.
Het waterlokaal opent in september 2026. De aanwerving van de medewerkers is gestart.
2. Er worden 1.200 vragen per jaar verwacht, verspreid over de vijf provincies.
"""

PAGE = """<!doctype html><html lang="nl"><head><title>Waterlokaal</title><meta charset="utf-8"></head><body>
<nav><a href="/">Begin</a> <a href="/zoek">Zoeken</a></nav><main><h1 id="top">Het waterlokaal</h1>
<p>Het waterlokaal opent in <b>september</b> 2026.<sup><a href="#fn1">1</a></sup></p>
<ol start="3"><li>Vragen stellen</li><li>Advies krijgen<ul><li>per mail</li></ul></li></ol>
<table><tr><th>Jaar</th><th>Vragen</th></tr><tr><td>2026</td><td>400</td></tr></table>
<ol><li id="fn1">Besluit van 4 mei 2026.</li></ol></main>
<div class="cookie-banner">Wij gebruiken cookies.</div><script>var x = 1;</script></body></html>"""

PUBLICATION = """<?xml version="1.0" encoding="UTF-8"?><officiele-publicatie><metadata>
<meta name="DC.identifier" content="ah-tk-20262027-9001"/></metadata><kamervragen>
<kamervraagnummer>9001</kamervraagnummer>
<kamervraagomschrijving>Vragen van het lid <naam><achternaam>Oosterveen</achternaam></naam> over
<kamervraagonderwerp>het waterlokaal</kamervraagonderwerp>.</kamervraagomschrijving>
<vraag><nr>Vraag 1</nr><al>Wanneer opent het lokaal?<noot id="n1"><noot.nr>1</noot.nr><noot.al>Besluit, mei
2026.</noot.al></noot></al></vraag><antwoord><nr>Antwoord 1</nr><al>In september.</al><lijst><li><li.nr>a.</li.nr>
<al>in Gent</al></li></lijst></antwoord></kamervragen></officiele-publicatie>"""


def seeds() -> dict[str, bytes]:
    """One sound file per format, by file extension."""
    marked = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    return {
        "pdf": pdf(
            [ANSWER_TEXT.split("\n"), ["Vraag 1", "Is dat zo?1", "Antwoord 1", "Ja.", "_", "~1 Besluit van 4 mei."]]
        ),
        "docx": docx(
            paragraph("Waterlokaal")
            + paragraph("Wanneer opent het?", list_id=1, tail=marked)
            + paragraph("Waarom?", list_id=1, level=1)
            + table(("Jaar", "Vragen"), ("2026", "400")),
            numbering=numbering(("decimal", "%1."), ("lowerLetter", "%2)")),
            footnotes=f'<w:footnote w:id="2">{paragraph("Besluit van 4 mei.")}</w:footnote>',
        ),
        "html": PAGE.encode(),
        "xml": PUBLICATION.encode(),
        "txt": ANSWER_TEXT.encode(),
    }
