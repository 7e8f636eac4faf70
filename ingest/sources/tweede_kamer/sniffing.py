"""What bytes cannot be the file of a document, whatever the server calls them.

The Chamber publishes PDF, DOCX, DOC, RTF and plain text; its interfaces answer some errors with a page or with JSON
where a file was asked for.
"""

import json

from ingest.formats import sniff
from ingest.sources.source import File


def refusal(file: File, data: bytes) -> str:
    """Why ``data`` cannot be it; "" where it can."""
    kind = sniff.media_type(data)
    if kind == sniff.EMPTY or not data.strip():
        return "it is empty"
    if kind == sniff.HTML:
        return "it is a web page, not the document"
    if kind == sniff.XML and b"officiele-publicatie" not in data[:2_000]:
        return "it is XML, not the document"
    if kind in (sniff.TEXT, sniff.CSV):
        return _text_refusal(file, data)
    return ""


def _text_refusal(file: File, data: bytes) -> str:
    if (message := _message(data)) is not None:
        return f"it is a message of the interface ({message or 'JSON'}), not the document"
    announced = length_in(file.stamp)
    if announced and announced != len(data):
        return f"it is text of {len(data)} bytes, where a file of {announced} was announced"
    return ""


def length_in(stamp: str) -> int:
    """The length that the source gave with a file; 0 where it gave none."""
    length = stamp.rpartition(":")[2]
    return int(length) if length.isdigit() else 0


def _message(data: bytes) -> str | None:
    """What a JSON answer says; None for text that is no JSON answer."""
    try:
        said = json.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError):
        return None
    if not isinstance(said, dict | list):
        return None
    error = said.get("error", said) if isinstance(said, dict) else ""
    message = error.get("message", "") if isinstance(error, dict) else error
    return " ".join(str(message).split())[:120]
