"""What a file is, from its first bytes; its name only breaks ties between kinds of text."""

import io
import re
import zipfile

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
DOC = "application/msword"
RTF = "application/rtf"
ODT = "application/vnd.oasis.opendocument.text"
ZIP = "application/zip"
HTML = "text/html"
XML = "application/xml"
TEXT = "text/plain"
CSV = "text/csv"
EMPTY = "application/x-empty"
BINARY = "application/octet-stream"

_NAMED: tuple[tuple[bytes, str], ...] = (
    (b"{\\rtf", RTF),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", DOC),
    (b"\x89PNG", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"\x1f\x8b", "application/gzip"),
    (b"7z\xbc\xaf'\x1c", "application/x-7z-compressed"),
    (b"Rar!", "application/vnd.rar"),
    (b"SQLite format 3\x00", "application/vnd.sqlite3"),
)
_XML_START = re.compile(r"^<\?xml\b|^<officiele-publicatie\b", re.IGNORECASE)
_HTML_TAG = re.compile(
    r"<(?:!doctype\s+html|html|head|body|div|p|h[1-6]|table|ul|ol|article|main|section|span|meta|title)\b",
    re.IGNORECASE,
)
_BOM_AS_TEXT = "ï»¿"  # a UTF-8 byte order mark that was read as Windows-1252


def media_type(data: bytes, name: str = "") -> str:
    """The media type of ``data``. Never raises; unknown bytes are "application/octet-stream"."""
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf") if len(data) < 4_096 else False:
        return EMPTY if not data else TEXT
    head = data[:4_096]
    if b"%PDF-" in head[:1_024]:
        return PDF
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_type(data)
    for start, kind in _NAMED:
        if head.startswith(start):
            return kind
    return _text_type(data, head, name.lower())


def _zip_type(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist()[:5_000])
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
                return archive.read("mimetype").decode("ascii", errors="replace").strip()
    except Exception:  # a damaged archive is still an archive
        return ZIP
    if "word/document.xml" in names:
        return DOCX
    if any(name.startswith("xl/") for name in names):
        return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    if any(name.startswith("ppt/") for name in names):
        return "application/vnd.openxmlformats-officedocument.presentationml.presentation"
    return DOCX if any(name.startswith("word/") for name in names) else ZIP


def _text_type(data: bytes, head: bytes, name: str) -> str:
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff")) or _looks_wide(head)
    if not wide and _is_binary(data):
        return BINARY
    text = head.decode("utf-16" if head.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8", errors="replace")
    if wide and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = text.replace("\x00", "")
    text = text.lstrip("\ufeff").removeprefix(_BOM_AS_TEXT).lstrip("\ufeff \t\r\n")
    if _XML_START.match(text):
        return HTML if re.search(r"<html\b", text, re.IGNORECASE) else XML
    tag = _HTML_TAG.search(text)
    if tag and (tag.start() == 0 or text.startswith("<!--")):
        return HTML
    if name.endswith((".html", ".htm", ".xhtml")) and tag:
        return HTML
    if name.endswith(".xml") and text.startswith("<"):
        return XML
    return CSV if name.endswith(".csv") else TEXT


def _looks_wide(head: bytes) -> bool:
    """UTF-16 without a byte order mark: every other byte of Western text is zero, and no byte beside it."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    return len(head) >= 8 and max(even, odd) > len(head) * 0.3 and min(even, odd) < len(head) * 0.05


def _is_binary(data: bytes) -> bool:
    sample = data[:4_096] + data[len(data) // 2 : len(data) // 2 + 4_096] + data[-2_048:]
    control = sum(byte < 9 or 14 <= byte < 27 or 28 <= byte < 32 for byte in sample)
    return control > len(sample) * 0.02
