"""The content hash of a document: equal for equal content, whatever path it came by and whenever it was taken in."""

import datetime as dt
import hashlib
import json
from collections.abc import Iterable
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from typing import Any

from kb.catalog.values import CurrentDocument
from kb.model.document import Document, Provenance

# How a document came in is not what it says: the same file from another folder, or a day later, is the same content.
_NOT_CONTENT = {Document: {"version"}, Provenance: {"location", "retrieved_at"}}


def content_hash(document: Document) -> str:
    """64 hex digits. Fields at their default are left out, so that a new optional field changes no hash.

    Raises UnicodeEncodeError for a text with a lone surrogate, which is no text.
    """
    plain = json.dumps(_plain(document), ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(plain.encode("utf-8")).hexdigest()


def corpus_version(current: Iterable[CurrentDocument]) -> str:
    """12 hex digits over the current view; the order in which documents came in does not matter."""
    lines = sorted(f"{entry.id}\x00{entry.version}\x00{entry.content_hash}" for entry in current)
    return hashlib.sha256("\n".join(lines).encode("utf-8")).hexdigest()[:12]


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        skipped = _NOT_CONTENT.get(type(value), set())
        return {
            entry.name: _plain(held)
            for entry in fields(value)
            if entry.name not in skipped and (held := getattr(value, entry.name)) != _default(entry)
        }
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(entry) for entry in value]
    if isinstance(value, dt.date):
        return value.isoformat()
    return value


def _default(entry: "Field[Any]") -> Any:
    if entry.default_factory is not MISSING:
        return entry.default_factory()
    return entry.default
