"""Old Word files and RTF, through LibreOffice where it is installed."""

import shutil

from ingest.formats.programs import convert
from kb.errors import InputError

_SECONDS = 120
_PROGRAMS = ("soffice", "libreoffice")


def to_docx(data: bytes) -> bytes:
    """The file as DOCX. Raises InputError where LibreOffice is missing, fails, or takes too long."""
    program = next((name for name in _PROGRAMS if shutil.which(name)), None)
    if program is None:
        raise InputError(
            "The file is an old Word, RTF or OpenDocument file, and LibreOffice is not installed to read it.",
            "Save it as DOCX or PDF and add that, or install LibreOffice.",
        )
    arguments = (
        "-env:UserInstallation=file://{dir}/profile",
        "--headless",
        "--norestore",
        "--convert-to",
        "docx",
        "--outdir",
        "{dir}",
        "{in}",
    )
    return convert(data, program, arguments, "source.docx", _SECONDS)
