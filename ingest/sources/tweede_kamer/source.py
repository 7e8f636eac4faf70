"""The Tweede Kamer as a source: the port, put together."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ingest.fetching.port import Fetcher
from ingest.fetching.rules import HostRule
from ingest.sources.source import File, Page, Piece, Probe, Record, Records, Selection
from ingest.sources.tweede_kamer import fields as names
from ingest.sources.tweede_kamer import pieces
from ingest.sources.tweede_kamer.addresses import Addresses
from ingest.sources.tweede_kamer.entities import Promise, read
from ingest.sources.tweede_kamer.listing import Selecting, feed_pages
from ingest.sources.tweede_kamer.probing import probes
from ingest.sources.tweede_kamer.records import Wanted
from ingest.sources.tweede_kamer.sniffing import refusal
from kb.settings import TweedeKamerSettings

NAME = "tweede_kamer"
READING = 1  # counted up when fields.py or records.py take something else from the same answers


@dataclass(frozen=True, slots=True)
class TweedeKamer:
    """See `ingest.sources.source.Source`. The SyncFeed lists, with a skiptoken per category as its cursor; OData
    answers selections. Both give the same records, and a piece's key is the Chamber's guid of the document."""

    settings: TweedeKamerSettings = field(default_factory=TweedeKamerSettings)

    @property
    def name(self) -> str:
        return NAME

    @property
    def hosts(self) -> tuple[HostRule, ...]:
        """Two documented programming interfaces on one host: robots.txt is not about them."""
        return tuple(
            HostRule(address, self.settings.requests, float(self.settings.seconds), robots=False)
            for address in (self.settings.syncfeed, self.settings.odata)
        )

    @property
    def categories(self) -> tuple[str, ...]:
        return names.CATEGORIES

    def scope(self, category: str) -> str:
        """A dossier counts always; only documents are chosen by kind. A change in how records are read lists anew."""
        since = "" if category == names.DOSSIER else f"since {self.settings.since}"
        kinds = f" of {', '.join(sorted(self.settings.kinds))}" if category == names.PAPER else ""
        return f"read as {READING} {since}{kinds}".strip()

    def pages(self, category: str, cursor: str, fetcher: Fetcher, today: dt.date) -> Iterator[Page]:  # noqa: ARG002
        """The feed has no dates to ask for, and needs no overlap: a token is a place in the order of changes."""
        return feed_pages(category, cursor, self._wanted, self._addresses, fetcher)

    def select(self, selection: Selection, fetcher: Fetcher, today: dt.date) -> Iterator[Page]:  # noqa: ARG002
        """See the port. ``about`` may hold several terms, with commas between them; every word of one must occur.
        ``numbers`` are those of documents, zaken, dossiers, publications and commitments, and guids."""
        return Selecting(selection, self._addresses, fetcher).pages()

    def touched(self, record: Record, held: Records) -> tuple[str, ...]:
        return pieces.touched(record, held)

    def piece(self, key: str, held: Records) -> Piece | None:
        return pieces.piece_of(key, held, self._addresses)

    def refuses(self, piece: Piece, file: File, data: bytes) -> str:  # noqa: ARG002
        return refusal(file, data)

    def is_gone(self, record: Record, fetcher: Fetcher) -> bool:  # noqa: ARG002
        """Never known this way: the feed marks what was deleted."""
        return record.deleted

    def probes(self, fetcher: Fetcher, today: dt.date) -> Iterator[Probe]:  # noqa: ARG002
        return probes(self._addresses, fetcher)

    @property
    def _addresses(self) -> Addresses:
        return Addresses(self.settings)

    @property
    def _wanted(self) -> Wanted:
        return Wanted(frozenset(self.settings.kinds), dt.date.fromisoformat(self.settings.since))


def commitments(records: Iterable[Record]) -> tuple[Promise, ...]:
    """The commitments (toezeggingen) among the records, by number; deleted ones left out."""
    held = (record for record in records if record.category == names.PROMISE and not record.deleted)
    return tuple(sorted((read(record, Promise) for record in held), key=lambda one: one.number))
