"""What read a document: a fingerprint of the code and libraries that reading depends on.

A file whose bytes and fingerprint are those of the last run need not be read again; after a change to a parser every
file is, with no version number that somebody must remember to raise.
"""

import functools
import hashlib
from importlib import metadata
from pathlib import Path

from ingest.parsed import Given

_PROJECT = Path(__file__).resolve().parent.parent
_CODE = ("ingest/formats", "ingest/parsers", "ingest/reading.py", "ingest/parsed.py", "kb/model", "kb/language")
_LIBRARIES = ("pypdf", "python-docx", "beautifulsoup4", "lxml")
_NOT_CODE = {".pyc", ""}


@functools.cache
def reader_fingerprint() -> str:
    """12 hex digits over the code, its data files and the versions of the libraries that read; about 5 ms, once."""
    digest = hashlib.sha256()
    for path in sorted(path for start in _CODE for path in _files(_PROJECT / start)):
        digest.update(path.relative_to(_PROJECT).as_posix().encode() + b"\x00" + path.read_bytes() + b"\x00")
    for library in _LIBRARIES:
        digest.update(f"{library} {_version(library)}\x00".encode())
    return digest.hexdigest()[:12]


def reading_of(reader: str, given: Given) -> str:
    """The fingerprint of one reading: by what it was read, and with what given beside the file."""
    return f"{reader}:{hashlib.sha256(repr(given).encode('utf-8', 'replace')).hexdigest()[:12]}"


def _files(start: Path) -> list[Path]:
    if start.is_file():
        return [start]
    return [path for path in start.rglob("*") if path.is_file() and path.suffix not in _NOT_CODE]


def _version(library: str) -> str:
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return "absent"
