"""The bytes of an answer to plain values. JSON is asked for; XML comes when a proxy drops the Accept header, and a
page of the access policy comes with status 200."""

import json
import re
from typing import Any

from ingest.formats import sniff
from ingest.formats.safe_xml import parse_xml
from kb.errors import InputError, UnexpectedError

_TITLE = re.compile(rb"<title[^>]*>\s*([^<]{1,120})", re.IGNORECASE)
_ADVICE = "Try again later; `loket doctor vlaams_parlement` shows what the interface answers now."
_MAX_DEPTH = 60


def decode(data: bytes, address: str) -> Any:
    """Dicts, lists and texts. Raises UnexpectedError for a web page, and for what is neither JSON nor XML."""
    kind = sniff.media_type(data)
    if kind == sniff.HTML:
        title = _TITLE.search(data[:4_096])
        named = f' ("{title.group(1).decode("utf-8", errors="replace").strip()}")' if title else ""
        raise UnexpectedError(f"{address} answered with a web page{named} instead of data.", _ADVICE)
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        try:
            return _plain(parse_xml(data), 0)
        except InputError as error:
            raise UnexpectedError(f"{address} answered with XML that cannot be read.", _ADVICE) from error
    try:
        return json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise UnexpectedError(f"{address} answered with something that is no JSON.", _ADVICE) from error


def _plain(node: Any, depth: int) -> Any:
    """An element as JSON would have it: a text, or a table in which what repeats is a list."""
    children = [child for child in node if isinstance(child.tag, str)]
    if not children or depth > _MAX_DEPTH:
        return "".join(node.itertext()).strip()
    table: dict[str, Any] = {}
    for child in children:
        name = child.tag.rpartition("}")[2]
        value = _plain(child, depth + 1)
        if name not in table:
            table[name] = value
        elif isinstance(table[name], list):
            table[name].append(value)
        else:
            table[name] = [table[name], value]
    return table
