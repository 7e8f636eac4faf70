"""A text layer for scanned pages, by ocrmypdf where it is installed."""

import shutil

from ingest.formats.programs import convert
from kb.errors import NoTextError

_SECONDS = 900


def with_text_layer(data: bytes) -> bytes:
    """The PDF with Dutch text recognised. Raises NoTextError where ocrmypdf is missing, InputError where it fails."""
    if shutil.which("ocrmypdf") is None:
        raise NoTextError(
            "The PDF holds scanned pages without a text layer, and ocrmypdf is not installed.",
            "Install ocrmypdf with the Dutch language of tesseract, or add a version of the file with text.",
        )
    arguments = ("--language", "nld+eng", "--skip-text", "--output-type", "pdf", "{in}", "{dir}/result.pdf")
    return convert(data, "ocrmypdf", arguments, "result.pdf", _SECONDS)
