"""The printed forms. Core fonts only, so that no font file is needed and extraction gives the text back."""

from __future__ import annotations

from collections.abc import Callable

from fpdf import FPDF

from tools.sample_corpus.lines import Measure, Style
from tools.sample_corpus.pages import Face, Look, Page, Setter
from tools.sample_corpus.source import MARK, Block, Source

BODY_SIZE = {"tk": 9.0, "letter": 9.5, "vp": 10.0}
_FACE: dict[Face, tuple[str, float]] = {
    "body": ("", 0),
    "bold": ("B", 0),
    "italic": ("I", 0),
    "small": ("", -2.2),
}

_SERIES = {
    "ah-tk": "Aanhangsel van de Handelingen",
    "kv-tk": "Vragen gesteld door de leden der Kamer",
    "kst": "",
}
_SERIES_TITLE = (
    "Vragen gesteld door de leden der Kamer, met de daarop door de",
    "regering gegeven antwoorden",
)
_ISSN = {"ah-tk": "ISSN 0921 - 7398", "kv-tk": "", "kst": "ISSN 0921 - 7371"}
Furniture = Callable[["Sheet", Source, int, int], None]


class Sheet(FPDF):
    """An A4 sheet in points with the few strokes that the forms need."""

    def __init__(self, family: str, size: float) -> None:
        super().__init__(unit="pt", format="A4")
        self.core_fonts_encoding = "cp1252"  # curly quotes and dashes; the default is latin-1
        self.set_compression(False)  # bytes that do not depend on the zlib at hand
        self.set_auto_page_break(False)
        self.set_producer("Loket, tools.sample_corpus")
        self.family = family
        self.size = size

    def file_id(self) -> str:
        return "<00><00>"

    def face(self, face: Face = "body", style: Style = "") -> None:
        weight, delta = _FACE[face]
        self.set_font(self.family, weight if style in ("", "note") else style, self.size + delta)

    def measure(self, face: Face) -> Measure:
        def width(text: str, style: Style) -> float:
            self.face(face, style)
            return float(self.get_string_width(text)) * (0.62 if style == "note" else 1)

        return width

    def put(self, x: float, y: float, text: str, size: float | None = None, weight: str = "") -> None:
        self.set_font(self.family, weight, size or self.size)
        self.text(x, y, text)

    def page_of(self, page: Page, look: Look) -> None:
        for placed in page.lines:
            x = placed.x
            width = self.measure(placed.face)
            for piece in placed.line.pieces:
                self.face(placed.face, piece.style)
                if piece.style == "note":
                    self.set_font(self.family, "", self.size * 0.62)
                    self.text(x, placed.y - self.size * 0.32, piece.text)
                else:
                    self.text(x, placed.y, piece.text)
                x += width(piece.text, piece.style)
        for y in page.rules:
            self.line(look.left, y, look.left + look.width, y)
        height = sum(len(lines) for _, lines in page.notes) * look.note_leading
        y = look.bottom - height + look.note_leading
        if page.notes:
            self.line(look.left, y - 12, look.left + 56, y - 12)
        for number, lines in page.notes:
            for n, line in enumerate(lines):
                self.face("small")
                self.text(look.left + (8 if n else 0), y, f"{number} {line.text}" if n == 0 else line.text)
                y += look.note_leading


def render(source: Source) -> bytes:
    family, size, look, furniture = FORMS[source.form]
    sheet = Sheet(family, size)
    sheet.set_creation_date(source.made)
    sheet.set_title(source.file.removesuffix(".pdf"))
    pages = Setter(look, sheet.measure, source.notes).set(_blocks(source))
    for number, page in enumerate(pages, start=1):
        sheet.add_page()
        if source.form in ("ah-tk", "kv-tk", "kst") and number == 1:
            _masthead(sheet, source)
        if source.form == "stuk":
            _stuk_head(sheet, source, number)
        sheet.page_of(page, look)
        furniture(sheet, source, number, len(pages))
        sheet.put(170, 836, MARK, 6)
    return bytes(sheet.output())


def _blocks(source: Source) -> tuple[Block, ...]:
    if source.form == "sv-pdf":
        answer = (Block("page"), *sv_answer_head(source), *source.answer) if source.answer else ()
        return (*sv_head(source), *source.question, *answer)
    if source.form == "brief":
        return (*(Block("para", text) for text in source.settings["briefhoofd"]), *source.blocks)
    return _tk_head(source) + source.blocks


# -- Tweede Kamer ---------------------------------------------------------------------------------


def _masthead(sheet: Sheet, source: Source) -> None:
    sheet.put(40, 46, "Tweede Kamer der Staten-Generaal", 17, "B")
    sheet.put(528, 66, "2", 40, "B")
    sheet.line(40, 92, 568, 92)
    sheet.put(40, 108, f"Vergaderjaar {source['vergaderjaar']}", 9)
    sheet.put(222, 108, _SERIES[source.form], 9, "B")
    sheet.line(40, 150, 568, 150)
    if source.form == "ah-tk":
        for n, text in enumerate(_SERIES_TITLE):
            sheet.put(222, 170 + 11 * n, text, 9.5, "B")
    if source.form != "kst":
        sheet.put(222, 258, source["nummer"], 13, "B")


def _tk_head(source: Source) -> tuple[Block, ...]:
    if source.form == "kst":
        return (
            Block("head", f"{source['dossier']} {source['dossiertitel']}"),
            Block("head", f"Nr. {source['ondernummer']} {source['briefkop']}"),
        )
    return ()


def _tk_foot(sheet: Sheet, source: Source, number: int, _count: int) -> None:
    if number == 1:
        imprint = (source.file.removesuffix(".pdf"), _ISSN[source.form], f"’s-Gravenhage {source['jaar']}")
        for n, text in enumerate(imprint):
            if text:
                sheet.put(40, 790 + 8 * n, text, 5.5)
    year = source["vergaderjaar"]
    tail = {"ah-tk": "Aanhangsel", "kv-tk": "Vragen"}.get(source.form) or (
        f"{source['dossier']}, nr. {source['ondernummer']}"
    )
    sheet.put(222, 806, f"Tweede Kamer, vergaderjaar {year}, {tail}", 8)
    sheet.put(562, 806, str(number), 8)


def _letter_foot(sheet: Sheet, source: Source, number: int, count: int) -> None:
    sheet.put(440, 790, f"Pagina {number} van {count}", 7)
    sheet.put(440, 800, "Onze referentie", 6)
    sheet.put(440, 808, source["kenmerk"], 6)


# -- Vlaams Parlement -----------------------------------------------------------------------------


def sv_head(source: Source) -> tuple[Block, ...]:
    """The block of names over a Flemish written question, and the same before its answer."""
    ask = [
        "SCHRIFTELIJKE VRAAG",
        f"nr. {source['nummer']}",
        f"van {source['van']}",
        f"datum: {source['datum']}",
    ]
    ask += [f"aan {source['aan']}", source["ambt"], source["onderwerp"]]
    return tuple(Block("para", text) for text in ask)


def sv_answer_head(source: Source) -> tuple[Block, ...]:
    if not source.answer:
        return ()
    lines = [source["aan"], source["ambt"], source.get("kop") or "ANTWOORD"]
    lines += [f"op vraag nr. {source['nummer']} van {source['datum']}", f"van {source['van']}"]
    return tuple(Block("para", text) for text in lines)


def _stuk_head(sheet: Sheet, source: Source, number: int) -> None:
    if number > 1:
        sheet.put(85, 50, f"{source['stuk']}", 9)
        sheet.put(500, 50, str(number), 9)
        sheet.put(85, 800, "Vlaams Parlement", 9)


def _nothing(sheet: Sheet, source: Source, number: int, count: int) -> None:
    """Flemish questions carry neither head nor foot."""


_TK = Look(left=222, width=342, first_top=284, top=60, bottom=765)
_KST = Look(left=222, width=342, first_top=172, top=60, bottom=765)
_LETTER = Look(left=85, width=350, first_top=90, top=80, bottom=765, leading=13)
_VP = Look(left=85, width=425, first_top=80, top=80, bottom=775, leading=13, bullet="-")
_STUK = Look(left=85, width=425, first_top=110, top=80, bottom=775, leading=13, bullet="–")
FORMS: dict[str, tuple[str, float, Look, Furniture]] = {
    "ah-tk": ("helvetica", BODY_SIZE["tk"], _TK, _tk_foot),
    "kv-tk": ("helvetica", BODY_SIZE["tk"], _TK, _tk_foot),
    "kst": ("helvetica", BODY_SIZE["tk"], _KST, _tk_foot),
    "brief": ("helvetica", BODY_SIZE["letter"], _LETTER, _letter_foot),
    "stuk": ("times", BODY_SIZE["vp"], _STUK, _nothing),
    "pers": ("helvetica", BODY_SIZE["vp"], _VP, _nothing),
    "sv-pdf": ("helvetica", BODY_SIZE["vp"], _VP, _nothing),
}
