"""`loket doctor tweede_kamer`: one item of each kind from both interfaces, compared field by field, and its file."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.fetching.port import Fetcher
from ingest.formats import sniff
from ingest.sources.source import File, HeldRecords, Piece, Probe, Record
from ingest.sources.strict import Deviation, Finding
from ingest.sources.tweede_kamer import fields as names
from ingest.sources.tweede_kamer.addresses import Addresses, text_value
from ingest.sources.tweede_kamer.feed import read_entity, read_page
from ingest.sources.tweede_kamer.listing import JSON, XML
from ingest.sources.tweede_kamer.pieces import piece_of
from ingest.sources.tweede_kamer.raw import Raw
from ingest.sources.tweede_kamer.records import Interpreted, Wanted, interpret
from ingest.sources.tweede_kamer.rows import read_rows
from ingest.sources.tweede_kamer.sniffing import refusal
from kb.errors import SourceError

FILE_LIMIT = 100_000_000


def probes(addresses: Addresses, fetcher: Fetcher) -> Iterator[Probe]:
    """The feed of every category; of every kind the newest document by OData, the same by the SyncFeed, and its file;
    the newest commitment; and a file by OData."""
    probing = _Probing(addresses, fetcher)
    for category in names.CATEGORIES:
        yield probing.feed(category)
    for kind in addresses.settings.kinds:
        yield from probing.kind(kind)
    yield probing.newest(names.PROMISE, "").probe
    yield from probing.files()


@dataclass(frozen=True, slots=True)
class _Newest:
    """The newest of a kind, as far as it came."""

    probe: Probe
    record: Record | None = None
    piece: Piece | None = None


@dataclass(slots=True)
class _Probing:
    addresses: Addresses
    fetcher: Fetcher
    latest: Piece | None = None  # the last that came by OData, with a file
    oldest: Piece | None = None  # of the feed's first page, with a file: all there is while OData gives nothing

    def feed(self, category: str) -> Probe:
        asked, address = f"the first page of the feed of {category}", self.addresses.feed(category)
        try:
            page = read_page(self.fetcher.get(address, accept=XML).data, category, address)
        except SourceError as error:
            return Probe(asked, address, error=error.message)
        found = self._interpreted(page.entities, feed=True)
        if category == names.PAPER:
            self.oldest = next((one for one in self._pieces(found) if one.files), None)
        seen = (
            f"entries: {page.entries}",
            f"live: {sum(not one.deleted for one in page.entities)}",
            f"token: {page.token}",
        )
        wrong = "" if page.token else "it names no token to go on from"
        if not page.entities:
            wrong = f"it holds no {category}"
        return Probe(asked, address, _each_once(found.findings), seen, wrong)

    def kind(self, kind: str) -> Iterator[Probe]:
        newest = self.newest(names.PAPER, kind)
        yield newest.probe
        if newest.record:
            yield self.same_by_feed(kind, newest.record)
        if newest.piece and newest.piece.files:
            self.latest = newest.piece
            yield self.file(newest.piece, newest.piece.files[0])

    def files(self) -> Iterator[Probe]:
        """A file by OData; or, where that gives nothing, one by the SyncFeed."""
        if self.latest:
            yield self.file(self.latest, self.latest.files[-1], "by OData")
        elif self.oldest:
            yield self.file(self.oldest, self.oldest.files[0])

    def newest(self, category: str, kind: str) -> _Newest:
        order = "Datum desc" if kind else "Aanmaakdatum desc"
        conditions = (f"Soort eq {text_value(kind)}",) if kind else ()
        address = self.addresses.rows(category, conditions, 1, 0, order)
        asked = f"the newest {kind or 'commitment'} by {self.addresses.version}"
        try:
            page = read_rows(self.fetcher.get(address, accept=JSON).data, category, address)
        except SourceError as error:
            return _Newest(Probe(asked, address, error=error.message))
        if not page.rows:
            return _Newest(Probe(asked, address, error="there is none"))
        found = self._interpreted((*page.expanded, *page.rows))
        records = HeldRecords(found.records)
        held = records.get(category, page.rows[0].key)
        if held is None:
            return _Newest(Probe(asked, address, _each_once(found.findings), error="it cannot be interpreted"))
        piece = piece_of(held.key, records, self.addresses) if category == names.PAPER else None
        seen = _facts(piece) if piece else _fields(page.rows[0])
        wrong = "it names no file" if piece is not None and not piece.files else ""
        return _Newest(Probe(asked, address, _each_once(found.findings), seen, wrong), held, piece)

    def same_by_feed(self, kind: str, paper: Record) -> Probe:
        """Both interfaces must give the same record: a corpus is kept in step by one and added to by the other."""
        asked, address = f"the same {kind} by the SyncFeed", self.addresses.entity(paper.key)
        try:
            raw = read_entity(self.fetcher.get(address, accept=XML).data, paper.category, address)
        except SourceError as error:
            return Probe(asked, address, error=error.message)
        found = self._interpreted((raw,), feed=True)
        same = found.records and found.records[0].content == paper.content
        differs = () if same else (Finding(Deviation.WRONG, "SyncFeed Document", _first_difference(found, paper)),)
        return Probe(asked, address, (*_each_once(found.findings), *differs), _fields(raw))

    def file(self, piece: Piece, file: File, by: str = "by the SyncFeed") -> Probe:
        asked = f"the file of {piece.document.key} {by}"
        try:
            fetched = self.fetcher.get(file.address, limit=FILE_LIMIT)
        except SourceError as error:
            return Probe(asked, file.address, error=error.message)
        kind = sniff.media_type(fetched.data)
        seen = (f"bytes: {len(fetched.data)}", f"by its first bytes: {kind}", f"called: {fetched.media_type}")
        return Probe(asked, file.address, seen=seen, error=refusal(file, fetched.data))

    def _pieces(self, found: Interpreted) -> Iterator[Piece]:
        records = HeldRecords(found.records)
        for record in found.records:
            if not record.deleted and (piece := piece_of(record.key, records, self.addresses)):
                yield piece

    def _interpreted(self, raws: tuple[Raw, ...], feed: bool = False) -> Interpreted:
        place = self.addresses.version
        by_rows = {category: names.row_shape(category, f"{place} {category}") for category in names.CATEGORIES}
        return interpret(raws, Wanted(), names.FEED_SHAPES if feed else by_rows, self.addresses.entity)


def _first_difference(found: Interpreted, paper: Record) -> str:
    if not found.records or not found.records[0].content:
        return "everything: the feed gives it as deleted"
    one, other = json.loads(found.records[0].content), json.loads(paper.content)
    return next(
        (f"{name}: {one[name]!r} there, {other[name]!r} by OData" for name in one if one[name] != other[name]), ""
    )


def _each_once(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return tuple({(one.deviation, one.place, one.field): one for one in reversed(findings)}.values())[::-1]


def _facts(piece: Piece) -> tuple[str, ...]:
    given = piece.given
    numbers = tuple(f"{number.scheme}: {number.value}" for number in given.numbers)
    people = ", ".join(f"{person.part.value} {person.display}" for person in given.people)
    return (
        f"document: {piece.document}",
        *numbers,
        f"title: {given.title}",
        f"date: {piece.date}",
        f"people: {people}",
    )


def _fields(raw: Raw) -> tuple[str, ...]:
    wanted = ("nummer", "documentNummer", "soort", "onderwerp", "tekst", "status", "datum", "aanmaakdatum")
    return tuple(f"{name}: {raw.text(name)[:120]}" for name in wanted if raw.text(name))
