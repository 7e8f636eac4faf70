"""Bytes of a page to what is known of it. Pure.

What a page is changes seldom; its bytes change at every visit (a token in a form, the time of the request). So what
counts as a change is what a reader of the document would see: its title, its days, its text.
"""

import datetime as dt
import hashlib
import json
from dataclasses import asdict, dataclass
from dataclasses import fields as dataclass_fields
from html.parser import HTMLParser
from typing import Any

from ingest.formats import sniff
from ingest.formats.encoding import decode
from ingest.formats.lines import Extracted
from ingest.formats.read import extract
from ingest.parsers.dates import first_date
from ingest.sources.source import Record
from ingest.sources.webpage import fields
from kb.errors import InputError, UnexpectedError

CATEGORY = "address"
READABLE = (sniff.HTML, sniff.PDF, sniff.DOCX, sniff.DOC, sniff.ODT, sniff.RTF)
_NEAR = 60  # characters between "Laatst gewijzigd" and its day


@dataclass(frozen=True, slots=True)
class Visited:
    """What stands at an address. ``stamp`` is equal for equal text. ``absent``: the site says that it is not there."""

    address: str
    media_type: str = ""
    title: str = ""
    published: str = ""
    changed: str = ""
    stamp: str = ""
    absent: bool = False

    @property
    def date(self) -> dt.date | None:
        """Since when the page says what it says."""
        text = self.changed or self.published
        return dt.date.fromisoformat(text) if text else None

    @property
    def record(self) -> Record:
        content = {name: value for name, value in asdict(self).items() if value}
        return Record(CATEGORY, self.address, json.dumps(content, ensure_ascii=False))

    @classmethod
    def of(cls, record: Record) -> "Visited":
        known = {entry.name for entry in dataclass_fields(cls)}
        return cls(**{name: value for name, value in json.loads(record.content).items() if name in known})


def read_page(data: bytes, address: str, today: dt.date) -> Visited:
    """Raises UnexpectedError for what cannot be a document: a picture, an empty page, "Pagina niet gevonden" with a
    good status. A day after ``today`` is not believed."""
    kind = sniff.media_type(data, address)
    if kind not in READABLE:
        raise UnexpectedError(
            f"{address} gives {kind}, which is not read.", "Follow the page or PDF that it is part of."
        )
    if kind != sniff.HTML:
        return Visited(address, kind, stamp=hashlib.sha256(data).hexdigest()[:16])
    try:
        extracted = extract(data, address)
    except InputError as error:
        raise UnexpectedError(f"{address}: {error.message}", error.advice) from error
    head = _Head()
    head.feed(decode(data)[0].replace("<![", "&lt;!["))  # on an odd marked section this parser gives up
    head.close()
    title = _title(head)
    if fields.NOT_FOUND.search(title):
        raise UnexpectedError(f'{address} says "{title}", though with a good status.', "Check the address.")
    printed = " \n ".join([*(line.text for line in extracted.lines), *(part.text for part in extracted.dropped)])
    published = _day(fields.PUBLISHED_PRINTED, printed, today) or _stated(fields.PUBLISHED, head.stated, today)
    changed = _day(fields.CHANGED_PRINTED, printed, today) or _stated(fields.CHANGED, head.stated, today)
    if not (published or changed) and len(set(head.times)) == 1:
        published = _believed(head.times[0], today)
    return Visited(address, kind, title, published, changed, _stamp(title, published, changed, extracted))


def _stamp(title: str, published: str, changed: str, extracted: Extracted) -> str:
    said = "\n".join(
        (title, published, changed, *(f"{line.kind} {line.label} {line.text}" for line in extracted.lines))
    )
    return hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:16]


def _title(head: "_Head") -> str:
    """The one heading of the first level; else as stated, without the name of the site."""
    if len(head.headings) == 1 and head.headings[0]:
        return head.headings[0]
    stated = next((value for wanted in fields.TITLE for name, value in head.stated if name == wanted and value), "")
    return fields.SITE_NAME.sub("", stated or head.title) or next((text for text in head.headings if text), "")


def _stated(names: tuple[str, ...], stated: list[tuple[str, str]], today: dt.date) -> str:
    return next(
        (day for wanted in names for name, value in stated if name == wanted and (day := _believed(value, today))), ""
    )


def _day(label: Any, text: str, today: dt.date) -> str:
    """The first day printed right behind the label."""
    for match in label.finditer(text):
        if day := _believed(text[match.end() : match.end() + _NEAR], today):
            return day
    return ""


def _believed(text: str, today: dt.date) -> str:
    day = first_date(text.replace("T", " ", 1) if text[:4].isdigit() else text)
    return day.isoformat() if day and dt.date(1990, 1, 1) <= day <= today else ""


class _Head(HTMLParser):
    """Title, headings of the first level, what <meta>, <time> and schema.org state. Names in small letters."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.title = ""
        self.headings: list[str] = []
        self.stated: list[tuple[str, str]] = []
        self.times: list[str] = []
        self._inside = ""
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "meta":
            name = given.get("name") or given.get("property") or given.get("itemprop") or given.get("http-equiv") or ""
            self.stated.append((name.lower(), " ".join(given.get("content", "").split())))
        elif tag == "time" and given.get("datetime"):
            self.times.append(given["datetime"])
            if given.get("itemprop"):
                self.stated.append((given["itemprop"].lower(), given["datetime"]))
        elif tag == "script" and given.get("type") == "application/ld+json":
            self._begin("ld")
        elif tag in ("title", "h1"):
            self._begin(tag)

    def handle_endtag(self, tag: str) -> None:
        text = " ".join("".join(self._text).split())
        if tag == "title" == self._inside:
            self.title = self.title or text
        elif tag == "h1" == self._inside:
            self.headings.append(text)
        elif tag == "script" and self._inside == "ld":
            self._linked("".join(self._text))
        else:
            return
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside:
            self._text.append(data)

    def _begin(self, what: str) -> None:
        self._inside, self._text = what, []

    def _linked(self, text: str) -> None:
        try:
            held = json.loads(text)
        except (ValueError, RecursionError):
            return
        entries = held if isinstance(held, list) else held.get("@graph", [held]) if isinstance(held, dict) else []
        for entry in entries if isinstance(entries, list) else []:
            for name in ("datePublished", "dateModified"):
                if isinstance(entry, dict) and isinstance(entry.get(name), str):
                    self.stated.append((name.lower(), entry[name]))
