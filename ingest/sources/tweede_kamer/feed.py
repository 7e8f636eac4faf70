"""Bytes of the SyncFeed: a page of the feed, or one entity. Pure.

Names are read without their namespace: some entities come with a prefix, some without, and so do their attributes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ingest.formats.safe_xml import parse_xml
from ingest.sources.tweede_kamer.fields import CATEGORIES, FEED_LINKS
from ingest.sources.tweede_kamer.raw import Raw
from kb.errors import InputError, UnexpectedError

_TOKEN = re.compile(r"[?&]skiptoken=([^&\s]+)", re.IGNORECASE)
_CATEGORY_OF = {category.lower(): category for category in CATEGORIES}


@dataclass(frozen=True, slots=True)
class Broken:
    """An entry that holds no entity of this category; ``key`` is "" where not even that can be told."""

    key: str
    reason: str


@dataclass(frozen=True, slots=True)
class FeedPage:
    """``token`` is where the feed goes on after the last entry ("" where the page names none)."""

    entities: tuple[Raw, ...]
    broken: tuple[Broken, ...]
    entries: int
    token: str


def read_page(data: bytes, category: str, address: str) -> FeedPage:
    """A page of the feed. Raises UnexpectedError where the bytes are no feed."""
    root = _root(data, address)
    if _local(root.tag) != "feed":
        raise UnexpectedError(f"{address} gave no feed, but <{_local(root.tag)}>.", "Try again later.")
    entities: list[Raw] = []
    broken: list[Broken] = []
    tokens: list[str] = []
    entries = [child for child in root if _local(child.tag) == "entry"]
    for entry in entries:
        tokens.extend(_tokens(entry, "next"))
        found = _entity(entry, category)
        if isinstance(found, Raw):
            entities.append(found)
        else:
            broken.append(found)
    # Each entry names the token that follows it; the feed's own link is all there is on an empty page.
    token = [*_tokens(root, "resume"), *_tokens(root, "next")][-1:] if not tokens else tokens[-1:]
    return FeedPage(tuple(entities), tuple(broken), len(entries), token[0] if token else "")


def read_entity(data: bytes, category: str, address: str) -> Raw:
    """One entity, alone or in an Atom entry. Raises UnexpectedError."""
    root = _root(data, address)
    found = _of_element(root, category) if _local(root.tag).lower() == category.lower() else _entity(root, category)
    if isinstance(found, Broken):
        raise UnexpectedError(f"{address} gave no {category}: {found.reason}.", "Try again later.")
    return found


def _root(data: bytes, address: str) -> Any:
    try:
        return parse_xml(data)
    except InputError as error:
        start = " ".join(data[:60].decode("utf-8", errors="replace").split())
        raise UnexpectedError(
            f"{address} gave something else than XML ({start!r}).", "Try again later; the source may be down."
        ) from error


def _entity(entry: Any, category: str) -> Raw | Broken:
    title = next((_text(child) for child in entry if _local(child.tag) == "title"), "")
    content = next((child for child in entry if _local(child.tag) == "content"), None)
    inside = next(iter(content), None) if content is not None else None
    if inside is None:
        return Broken(title, "the entry is empty")
    return _of_element(inside, category)


def _of_element(element: Any, category: str) -> Raw | Broken:
    attributes = {_local(name): value for name, value in element.attrib.items()}
    key = attributes.get("id", "").strip().lower()
    name = _local(element.tag)
    if _CATEGORY_OF.get(name.lower()) != category:
        return Broken(key, f"it holds a <{name}> where a {category} is expected")
    if not key:
        return Broken("", "it has no id")
    links_of = FEED_LINKS[category]
    texts: list[tuple[str, str]] = [(name, value) for name, value in attributes.items() if name.startswith("content")]
    links: list[tuple[str, str]] = []
    present = list(attributes)
    for child, name in _children(element):
        present.append(name)
        ref = next((value for known, value in child.attrib.items() if _local(known) == "ref"), "")
        if ref:
            links.append((name, ref.strip().lower()))
        elif name not in links_of and (text := _text(child)):
            texts.append((name, text))
    return Raw(
        category,
        key,
        attributes.get("verwijderd", "").strip().lower() in ("true", "1"),
        tuple(texts),
        tuple(links),
        tuple(dict.fromkeys(present)),
        attributes.get("bijgewerkt", ""),
    )


def _children(element: Any) -> Iterator[tuple[Any, str]]:
    for child in element:
        yield child, _local(child.tag)


def _tokens(element: Any, relation: str) -> Iterator[str]:
    """The tokens in the links of that relation directly under ``element``."""
    for child in element:
        if _local(child.tag) == "link" and child.get("rel") == relation:
            yield from _TOKEN.findall(child.get("href", ""))


def _text(element: Any) -> str:
    whole = "".join(element.itertext()) if len(element) else element.text or ""
    return " ".join(whole.split())


@lru_cache(maxsize=4_096)  # a few hundred names, met millions of times
def _local(name: str) -> str:
    return name.rsplit("}", 1)[-1]
