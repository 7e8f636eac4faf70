"""What is a document by its name. The name only says whether to look: what a file is, its first bytes decide later."""

import re
from pathlib import Path

METADATA_FILE = "documents.toml"
READABLE = (".pdf", ".docx", ".html", ".htm", ".xhtml", ".xml", ".txt", ".text", ".md", ".doc", ".rtf", ".odt")

# The papers of a collection, not part of it; a name that goes on differently ("Licenties hoger onderwijs.pdf") is.
_ABOUT = re.compile(r"(readme|provenance|licen[cs]e|copying|changelog)([._-][\w.-]*)?", re.IGNORECASE)
_ABOUT_SUFFIXES = ("", ".md", ".txt", ".rst", ".html")
_SIGNATURES = (b"%pdf", b"{\\rtf")
_SIGNATURES_WITHOUT_SUFFIX = (b"pk\x03\x04", b"\xd0\xcf\x11\xe0", b"<!doctype", b"<html", b"<?xml")
_SNIFFED = 1024


def reason_to_skip(path: Path) -> str:
    """Why this file of a folder is no document; "" where it may be one. Reads a few bytes of a file without a suffix
    that says anything. Raises OSError."""
    name, suffix = path.name, path.suffix.lower()
    if name.startswith((".", "~$")):
        return "hidden or temporary"
    if name == METADATA_FILE:
        return "says things about the other files"
    if _ABOUT.fullmatch(name) and suffix in _ABOUT_SUFFIXES:
        return "about the collection, not part of it; name the file itself to take it in"
    if suffix in READABLE or _looks_readable(path):
        return ""
    return f"{suffix or 'a file without a suffix'} is not a kind of document that can be read"


def _looks_readable(path: Path) -> bool:
    """Downloads often lose their suffix, or carry one that means nothing (".ashx"). Where there is one, a ZIP or XML
    start says little: a spreadsheet and a drawing have it too."""
    with path.open("rb") as file:
        start = file.read(_SNIFFED).removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return start.startswith(_SIGNATURES if path.suffix else _SIGNATURES + _SIGNATURES_WITHOUT_SUFFIX)
