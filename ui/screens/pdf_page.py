"""A page of a PDF as an image, with a quote marked where its very words stand. The one door to pypdfium2.

Only what reading changes is looked past when the words are compared: white space and hyphens, because printed lines
are joined; bullets; and the small raised marks of footnotes, because notes are taken out of the text that they cut.
Nothing else is forgiven, and a quote that stands twice on the page is marked only where the words before it fit too.
"""

import io
from collections import Counter
from dataclasses import dataclass
from typing import Any

from kb.errors import InputError
from kb.model.document import Section

_CONTEXT = 120
_RAISED = 0.8  # of the usual size of print
# Hyphens, what PDFium gives for one at a line's end, and bullets, for which each reader of PDFs has its own sign.
_SKIPPED = "\u00ad-\u2010\u2011\ufffe\u0002\u0081•\uf0b7▪◦"
_MARK = (255, 214, 60)


@dataclass(frozen=True, slots=True)
class PageImage:
    """``png`` of the page; ``marked`` False where the words were not found on it."""

    page: int
    png: bytes
    marked: bool


@dataclass(frozen=True, slots=True)
class _Folded:
    """A text without what is looked past: ``text``, and for each of its characters the index in the original."""

    text: str
    at: tuple[int, ...]

    @classmethod
    def of(cls, text: str, without: frozenset[int] = frozenset()) -> "_Folded":
        kept = [
            (char, index)
            for index, char in enumerate(text)
            if not char.isspace() and char not in _SKIPPED and index not in without
        ]
        return cls("".join(char for char, _ in kept), tuple(index for _, index in kept))


def part_on_page(section: Section, start: int, end: int, page: int) -> tuple[int, int]:
    """The part of ``start``-``end`` that stands on that page, by the section's page starts; empty where none does."""
    if not section.pages:
        return start, end
    offsets = [begin.offset for begin in section.pages]
    for at, begin in enumerate(section.pages):
        stop = offsets[at + 1] if at + 1 < len(offsets) else len(section.text)
        if begin.page == page and max(start, begin.offset) < min(end, stop):
            return max(start, begin.offset), min(end, stop)
    return start, start


def find_on_page(
    page_text: str, section: Section, start: int, end: int, notes: frozenset[int] = frozenset()
) -> tuple[int, int] | None:
    """Where ``section.text[start:end]`` stands in the page's text, as (start, end) there; None unless it is certain.

    ``notes`` are the indices in ``page_text`` of footnote marks.
    """
    page, quote = _Folded.of(page_text, notes), _Folded.of(section.text[start:end])
    if not quote.text:
        return None
    before = _Folded.of(section.heading + section.text[max(0, start - _CONTEXT) : start]).text
    places = _places(page.text, quote.text)
    if len(places) > 1:
        places = [place for place in places if before and page.text[:place].endswith(before[-min(len(before), 40) :])]
    if len(places) != 1:
        return None
    first, last = places[0], places[0] + len(quote.text) - 1
    return page.at[first], page.at[last] + 1


def _places(text: str, wanted: str) -> list[int]:
    found: list[int] = []
    at = text.find(wanted)
    while at >= 0:
        found.append(at)
        at = text.find(wanted, at + 1)
    return found


def render(original: bytes, section: Section, start: int, end: int, page: int, scale: float = 2.0) -> PageImage:
    """The page at ``scale`` (1.0 is 72 dots an inch). InputError where the file or the page cannot be shown."""
    import pypdfium2

    try:
        pdf: Any = pypdfium2.PdfDocument(original)  # type: ignore[no-untyped-call]
    except pypdfium2.PdfiumError as error:
        raise InputError("The PDF cannot be opened for showing.") from error
    try:
        if not 1 <= page <= len(pdf):
            raise InputError(f"The PDF has no page {page}.")
        leaf = pdf[page - 1]
        text = leaf.get_textpage()
        first, last = part_on_page(section, start, end, page)
        found = _find(text, section, first, last) if first < last else None
        image = leaf.render(scale=scale).to_pil().convert("RGB")
        if found:
            _draw(image, text, found, leaf, scale)
        image = _without_margins(image)
        out = io.BytesIO()
        image.save(out, format="PNG")
        return PageImage(page, out.getvalue(), marked=found is not None)
    except pypdfium2.PdfiumError as error:
        raise InputError(f"Page {page} of the PDF cannot be shown.") from error
    finally:
        pdf.close()


def _find(text: Any, section: Section, start: int, end: int) -> tuple[int, int] | None:
    characters = _characters(text)
    found = find_on_page(characters, section, start, end)
    return found or find_on_page(characters, section, start, end, _note_marks(text, characters))


def _note_marks(text: Any, characters: str) -> frozenset[int]:
    """Digits and asterisks clearly smaller than the page's usual print."""
    sizes = [_height(text, index) for index in range(len(characters))]
    printed = Counter(size for size, char in zip(sizes, characters, strict=True) if char.isalpha())
    if not printed:
        return frozenset()
    usual = printed.most_common(1)[0][0]
    return frozenset(
        index
        for index, (size, char) in enumerate(zip(sizes, characters, strict=True))
        if size < _RAISED * usual and (char.isdigit() or char == "*")
    )


def _height(text: Any, index: int) -> float:
    """Of the line that the character asks for: the font size alone is 1.0 throughout in the Kamer's own PDFs."""
    _, bottom, _, top = text.get_charbox(index, loose=True)
    return round(float(top - bottom), 1)


def _characters(text: Any) -> str:
    """The page's text with exactly one character for each index that PDFium counts."""
    import pypdfium2.raw

    raw: Any = pypdfium2.raw
    return "".join(_character(raw.FPDFText_GetUnicode(text, index)) for index in range(text.count_chars()))


def _character(code: int) -> str:
    return chr(code) if 0 < code < 0xD800 or 0xE000 <= code < 0x110000 else "\ufffe"


def _without_margins(image: Any) -> Any:
    """The printed part of the page with a little room: in a narrow pane the words stay readable."""
    from PIL import Image, ImageChops

    printed = ImageChops.difference(image, Image.new("RGB", image.size, (255, 255, 255))).getbbox()
    if printed is None:
        return image
    room = 24
    left, top, right, bottom = printed
    return image.crop(
        (max(0, left - room), max(0, top - room), min(image.width, right + room), min(image.height, bottom + room))
    )


def _draw(image: Any, text: Any, found: tuple[int, int], leaf: Any, scale: float) -> None:
    """Boxes behind the words: the page is multiplied with the mark's colour, so the print stays black."""
    from PIL import Image, ImageChops, ImageDraw

    layer = Image.new("RGB", image.size, (255, 255, 255))
    pen = ImageDraw.Draw(layer)
    height = leaf.get_height()
    for index in range(text.count_rects(found[0], found[1] - found[0])):
        left, bottom, right, top = text.get_rect(index)
        pen.rectangle(
            (left * scale - 2, (height - top) * scale - 2, right * scale + 2, (height - bottom) * scale + 2), fill=_MARK
        )
    image.paste(ImageChops.multiply(image, layer))
