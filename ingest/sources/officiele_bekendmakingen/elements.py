"""Reading XML by local names. An answer that is no XML is told in one sentence."""

from collections.abc import Iterator
from typing import Any

from ingest.formats.safe_xml import parse_xml
from kb.errors import InputError, UnexpectedError

TRY = "Try again later; `loket doctor officiele_bekendmakingen` shows what the site gives now."


def without_query(address: str) -> str:
    """The address without the question, which is long."""
    return address.partition("?")[0]


def root_of(data: bytes, address: str) -> Any:
    """The root element. Raises UnexpectedError for what is no XML, or a web page."""
    try:
        found = parse_xml(data.strip())
    except InputError as error:
        start = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:200].lower()
        what = "a web page" if b"<html" in start or b"<!doctype html" in start else "no XML that can be read"
        raise UnexpectedError(f"{without_query(address)} gave {what}.", TRY) from error
    if name_of(found) == "html":
        raise UnexpectedError(f"{without_query(address)} gave a web page.", TRY)
    return found


def unpacked(holder: Any) -> Any:
    """The XML in recordData: as elements, or as text where the packing is "string"."""
    if holder is None:
        return None
    if len(holder):
        return holder
    try:
        return parse_xml((holder.text or "").strip())
    except InputError:
        return None


def diagnostics(element: Any) -> Iterator[str]:
    """Message, details and number of each diagnostic below."""
    for part in element.iter():
        if name_of(part) == "diagnostic":
            said = [first_text(part, name) for name in ("message", "details", "uri")]
            yield " ".join(text for text in said if text) or "no reason given"


def local_name(element: Any) -> str:
    return element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""


def name_of(element: Any) -> str:
    return local_name(element).lower()


def child_of(element: Any, name: str) -> Any:
    return next((child for child in element if name_of(child) == name), None)


def first_text(element: Any, name: str) -> str:
    return next((" ".join("".join(part.itertext()).split()) for part in element.iter() if name_of(part) == name), "")


def attribute(element: Any, name: str) -> str:
    """By local name, since some answers write the namespace with it."""
    return next((str(value) for key, value in element.attrib.items() if str(key).rsplit("}", 1)[-1] == name), "")


def whole(text: str) -> int:
    return int(text) if text.isdigit() else 0
