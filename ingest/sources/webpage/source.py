"""The source: the addresses that a user follows, and their hosts."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.fetching.port import PAGE_LIMIT, Fetcher
from ingest.fetching.rules import HostRule
from ingest.sources.source import File, Page, Piece, Probe, Record, Records, Selection
from ingest.sources.webpage import pieces
from ingest.sources.webpage.addresses import document_of, normalised, origins_of
from ingest.sources.webpage.listing import ACCEPT, Listing
from ingest.sources.webpage.probing import probes
from ingest.sources.webpage.records import CATEGORY, Visited
from kb.errors import AbsentError, InputError
from kb.settings import WebpageSettings


@dataclass(frozen=True, slots=True)
class Webpage:
    """`ingest.sources.source.Source` for single pages. ``addresses`` are those that are followed, as typed or as the
    keys of the records held, one for each document (https before http); only their hosts are asked. Raises InputError
    for what is no address."""

    settings: WebpageSettings
    addresses: tuple[str, ...] = ()
    limit: int = PAGE_LIMIT

    def __post_init__(self) -> None:
        asked = sorted(map(normalised, self.addresses), key=lambda address: address.startswith("http:"))
        kept = {document_of(address): address for address in reversed(asked)}
        wanted = dict.fromkeys(document_of(normalised(address)) for address in self.addresses)
        object.__setattr__(self, "addresses", tuple(kept[document] for document in wanted))

    @property
    def name(self) -> str:
        return "webpage"

    @property
    def hosts(self) -> tuple[HostRule, ...]:
        """A redirect to another host is refused: that is another page, which the user can follow instead."""
        return tuple(
            HostRule(origin, self.settings.requests, self.settings.seconds) for origin in origins_of(self.addresses)
        )

    @property
    def categories(self) -> tuple[str, ...]:
        return (CATEGORY,)

    def scope(self, category: str) -> str:
        return category

    def pages(self, category: str, cursor: str, fetcher: Fetcher, today: dt.date) -> Iterator[Page]:  # noqa: ARG002
        """Every address, each run; a page that its server calls unchanged costs one short answer."""
        return Listing(fetcher, today, self.limit).visit(self.addresses, cursor)

    def select(self, selection: Selection, fetcher: Fetcher, today: dt.date) -> Iterator[Page]:
        """Addresses stand in ``selection.numbers``, and must be of hosts that this source was made with."""
        if not selection.numbers or selection.about or selection.since or selection.until or selection.kinds:
            raise InputError(
                "Web pages are collected by address only.",
                "Name them: loket fetch webpage https://www.example.org/page.",
            )
        followed = {document_of(address): address for address in self.addresses}
        wanted = (normalised(address) for address in selection.numbers)
        asked = (followed.get(document_of(address), address) for address in wanted)
        return Listing(fetcher, today, self.limit).visit(asked, "")

    def touched(self, record: Record, held: Records) -> tuple[str, ...]:  # noqa: ARG002 - the port's
        return (record.key,)

    def piece(self, key: str, held: Records) -> Piece | None:
        record = held.get(CATEGORY, key)
        return pieces.piece_of(Visited.of(record)) if record else None

    def refuses(self, piece: Piece, file: File, data: bytes) -> str:  # noqa: ARG002 - the port's
        return pieces.refuses(file.accept, data)

    def is_gone(self, record: Record, fetcher: Fetcher) -> bool:
        try:
            fetcher.get(record.key, accept=ACCEPT, limit=self.limit)
        except AbsentError:
            return True
        return False

    def probes(self, fetcher: Fetcher, today: dt.date) -> Iterator[Probe]:
        return probes(self.addresses, Listing(fetcher, today, self.limit))
