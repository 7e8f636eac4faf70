"""Bytes of any known format to lines: the one way in."""

from collections.abc import Callable

from ingest.formats import sniff
from ingest.formats.lines import Extracted
from kb.errors import InputError, LoketError

MAX_BYTES = 100_000_000
_TELL = {
    sniff.ZIP: ("The file is a ZIP archive, whatever its name says.", "Unpack it and add the documents in it."),
    sniff.BINARY: ("The file is of no kind that can be read.", "Add PDF, DOCX, HTML, XML or plain text."),
}


def extract(data: bytes, name: str = "", *, max_bytes: int = MAX_BYTES, ocr: bool = False) -> Extracted:
    """The lines of one file. The type is told from the bytes; ``name`` only breaks ties between kinds of text.

    ``max_bytes`` is the largest file that is tried. ``ocr`` lets a scanned PDF go through `ocrmypdf` where that is
    installed. Raises InputError, and NoTextError where the file can be read and holds no text; nothing else.
    """
    if len(data) > max_bytes:
        raise InputError(
            f"The file is {_size(len(data))}; the largest that is read is {_size(max_bytes)}.",
            "Split it, or add only the part that matters.",
        )
    kind = sniff.media_type(data, name)
    if kind == sniff.EMPTY:
        raise InputError("The file is empty.", "Fetch or save it again.")
    reader = _READERS.get(kind)
    if reader is None:
        what, advice = _TELL.get(kind, (f"Files of the kind {kind} are not read.", "Add PDF, DOCX, HTML, XML or text."))
        raise InputError(what, advice)
    try:
        return reader(data, ocr)
    except LoketError:
        raise
    except (MemoryError, RecursionError) as error:
        raise InputError("The file is too deeply nested or too large to read.", "Save it again, simpler.") from error
    except Exception as error:  # the last border: whatever a library does on damaged bytes, one clear line comes out
        raise InputError(
            f"The file is damaged and cannot be read as {kind}.", "Open it in its own program and save it again."
        ) from error


def _size(count: int) -> str:
    return f"{count / 1_000_000:.0f} MB" if count >= 1_000_000 else f"{count:,} bytes"


def _pdf(data: bytes, ocr: bool) -> Extracted:
    from ingest.formats.pdf import read_pdf
    from kb.errors import NoTextError

    try:
        return read_pdf(data)
    except NoTextError:
        if not ocr:
            raise
    from ingest.formats.ocr import with_text_layer

    return read_pdf(with_text_layer(data))


def _docx(data: bytes, _ocr: bool) -> Extracted:
    from ingest.formats.docx import read_docx

    return read_docx(data)


def _office(data: bytes, _ocr: bool) -> Extracted:
    from ingest.formats.docx import read_docx
    from ingest.formats.office import to_docx

    return read_docx(to_docx(data))


def _html(data: bytes, _ocr: bool) -> Extracted:
    from ingest.formats.html import read_html

    return read_html(data)


def _xml(data: bytes, _ocr: bool) -> Extracted:
    from ingest.formats.official_xml import read_xml

    return read_xml(data)


def _text(data: bytes, _ocr: bool) -> Extracted:
    from ingest.formats.text import read_text

    return read_text(data)


def _csv(data: bytes, _ocr: bool) -> Extracted:
    from ingest.formats.text import read_csv

    return read_csv(data)


_READERS: dict[str, Callable[[bytes, bool], Extracted]] = {
    sniff.PDF: _pdf,
    sniff.DOCX: _docx,
    sniff.DOC: _office,
    sniff.RTF: _office,
    sniff.ODT: _office,
    sniff.HTML: _html,
    sniff.XML: _xml,
    sniff.TEXT: _text,
    sniff.CSV: _csv,
}
