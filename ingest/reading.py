"""Bytes to a parsed document: formats and parsers in one call. No state, no network."""

from ingest.formats.read import MAX_BYTES, extract
from ingest.parsed import Given, Parsed
from ingest.parsers.choose import parse


def read_document(data: bytes, given: Given | None = None, *, max_bytes: int = MAX_BYTES, ocr: bool = False) -> Parsed:
    """Read one file. ``given`` is what is known from outside; its ``file_name`` only breaks ties between formats.

    Raises InputError (NoTextError where a file can be read and holds no text); nothing else.
    """
    given = given or Given()
    return parse(extract(data, given.file_name, max_bytes=max_bytes, ocr=ocr), given)
