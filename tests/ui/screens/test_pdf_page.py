"""A quote is marked on the page image exactly where its words stand, or not at all."""

import io

import pytest
from fpdf import FPDF
from PIL import Image

from kb.errors import InputError
from kb.model.document import PageStart, Section
from kb.model.terms import Role
from ui.screens.pdf_page import find_on_page, part_on_page, render

_YELLOW = (255, 214, 60)


def _pdf(*pages: tuple[str, ...]) -> bytes:
    pdf = FPDF()
    pdf.set_font("helvetica", size=12)
    for lines in pages:
        pdf.add_page()
        for line in lines:
            pdf.cell(0, 8, line, new_x="LMARGIN", new_y="NEXT")
    return bytes(pdf.output())


def _section(text: str, heading: str = "", pages: tuple[PageStart, ...] = (PageStart(0, 1),)) -> Section:
    return Section("a1", Role.ANSWER, text, pages=pages, heading=heading)


def _marked_rows(png: bytes) -> int:
    """How many rows of the image hold the mark's colour."""
    image = Image.open(io.BytesIO(png)).convert("RGB")
    rows = image.height
    return sum(any(image.getpixel((x, y)) == _YELLOW for x in range(0, image.width, 2)) for y in range(rows))


@pytest.mark.parametrize(
    ("page", "text", "quote", "found"),
    [
        ("Het loket\nis open.", "Het loket is open.", "Het loket is open.", "Het loket\nis open."),
        ("de regen-\nboog", "de regenboog", "regenboog", "regen-\nboog"),
        ("Het loket is dicht.", "Het loket is open.", "Het loket is open.", None),
        ("Ja. Nee. Ja.", "Ja.", "Ja.", None),
        ("Antwoord 1 Ja. Antwoord 2 Ja.", "Ja.", "Ja.", None),
    ],
)
def test_words_are_found_only_where_they_stand(page: str, text: str, quote: str, found: str | None) -> None:
    start = text.index(quote)
    place = find_on_page(page, _section(text), start, start + len(quote))
    assert (page[slice(*place)] if place else None) == found


def test_of_two_places_the_one_after_the_same_words_is_meant() -> None:
    page = "Antwoord 1 Ja. Antwoord 2 Ja."
    assert find_on_page(page, _section("Ja.", heading="Antwoord 2"), 0, 3) == (26, 29)


def test_a_footnote_mark_inside_the_quote_is_looked_past() -> None:
    page = "Kent u dit bericht1 over het loket?"
    section = _section("Kent u dit bericht over het loket?")
    assert find_on_page(page, section, 0, len(section.text)) is None
    assert find_on_page(page, section, 0, len(section.text), frozenset([18])) == (0, len(page))


def test_a_quote_over_two_pages_is_shown_by_its_part_on_each() -> None:
    section = _section("Op een. Op twee.", pages=(PageStart(0, 1), PageStart(8, 2)))
    assert part_on_page(section, 0, 16, 1) == (0, 8)
    assert part_on_page(section, 0, 16, 2) == (8, 16)
    assert part_on_page(section, 0, 4, 2) == (0, 0)


def test_the_image_holds_a_mark_only_where_the_quote_was_found() -> None:
    data = _pdf(("Eerste regel.", "Het loket is open.", "Laatste regel."))
    there = render(data, _section("Het loket is open."), 0, 18, 1)
    not_there = render(data, _section("Het loket is dicht."), 0, 19, 1)
    assert there.marked
    assert 8 < _marked_rows(there.png) < 60
    assert not not_there.marked
    assert _marked_rows(not_there.png) == 0


def test_an_empty_page_is_shown_as_it_is() -> None:
    assert not render(_pdf(()), _section("Tekst"), 0, 5, 1).marked


@pytest.mark.parametrize(("data", "page"), [(b"geen pdf", 1), (_pdf(("x",)), 2), (_pdf(("x",)), 0)])
def test_what_cannot_be_shown_is_said_so(data: bytes, page: int) -> None:
    with pytest.raises(InputError):
        render(data, _section("x"), 0, 1, page)
