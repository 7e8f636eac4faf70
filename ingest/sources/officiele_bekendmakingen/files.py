"""Whether bytes are what they should be. A missing publication gives an error page with status 200, or leads to an
address with "fout404" in it."""

import re

from ingest.sources.officiele_bekendmakingen.publication import Publication

_HEAD = 2_000  # bytes within which official XML names itself
_ROOT = re.compile(r"<(?:[\w-]+:)?officiele-publicatie\b", re.IGNORECASE)
_PAGE = re.compile(r"<!doctype\s+html|<html\b", re.IGNORECASE)
_ABSENT = re.compile(
    r"fout\s*404|404|niet\s+(?:\w+\s+)?gevonden|bestaat\s+niet|not\s+found|niet\s+\w*\s*beschikbaar", re.IGNORECASE
)
_ABSENT_ADDRESS = re.compile(r"fout404|errors/404", re.IGNORECASE)


def refuses_xml(data: bytes) -> str:
    """ "" where these bytes can be official XML, else why not."""
    head = _text(data)
    root, page = _ROOT.search(head), _PAGE.search(head)
    if page and not (root and root.start() < page.start()):
        return "it is a web page, not the official XML"
    return "" if root else "it does not begin as an official publication in XML"


def refuses_pdf(data: bytes) -> str:
    if b"%PDF-" in data[:1_024]:
        return ""
    return "it is a web page, not a PDF" if _PAGE.search(_text(data)) else "it is not a PDF"


def refuses(address: str, data: bytes) -> str:
    """By the ending of the address that was asked for."""
    return refuses_pdf(data) if address.endswith(".pdf") else refuses_xml(data)


def says_absent(address: str, data: bytes) -> bool:
    """Whether an answer with a good status is the site's word that there is nothing. ``address`` is the last one."""
    if _ABSENT_ADDRESS.search(address):
        return True
    head = data[:20_000].decode("utf-8", errors="replace")
    return bool(
        _PAGE.search(head) and _ABSENT.search(re.sub(r"<(?:script|style)\b.*?</", " ", head, flags=re.S | re.I))
    )


def preferred(publication: Publication) -> tuple[str, ...]:
    """The forms to ask for, best first."""
    return ("xml", "pdf") if publication.has_xml else ("pdf",)


def _text(data: bytes) -> str:
    """The first bytes in whatever encoding: UTF-16 is told by its zeros or its mark."""
    head = data[:_HEAD]
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return head.decode("utf-16", errors="replace")
    return head.replace(b"\x00", b"").decode("utf-8", errors="replace")
