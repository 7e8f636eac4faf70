"""The source: which hosts, what it lists, and who does it."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.fetching.port import Fetcher
from ingest.fetching.rules import HostRule
from ingest.sources.officiele_bekendmakingen import files
from ingest.sources.officiele_bekendmakingen.addresses import Addresses
from ingest.sources.officiele_bekendmakingen.listing import Listing
from ingest.sources.officiele_bekendmakingen.pieces import piece_of
from ingest.sources.officiele_bekendmakingen.probing import Probing
from ingest.sources.officiele_bekendmakingen.publication import Publication
from ingest.sources.officiele_bekendmakingen.records import CATEGORIES
from ingest.sources.officiele_bekendmakingen.selecting import Selecting
from ingest.sources.source import File, Page, Piece, Probe, Record, Records, Selection
from kb.errors import AbsentError, UnexpectedError
from kb.settings import OfficieleBekendmakingenSettings

SLOWEST = 150.0  # seconds; searches are known to take 20 to 120


@dataclass(frozen=True, slots=True)
class OfficieleBekendmakingen:
    """`ingest.sources.source.Source` for officielebekendmakingen.nl."""

    settings: OfficieleBekendmakingenSettings

    @property
    def name(self) -> str:
        return "officiele_bekendmakingen"

    @property
    def hosts(self) -> tuple[HostRule, ...]:
        """The repository's robots.txt forbids everything to everyone, which is about its pages; its search interface
        is documented for programs. Files are never taken from there."""
        ours = self.settings
        return (
            HostRule(ours.sru, ours.requests, ours.seconds, robots=False, timeout=SLOWEST),
            HostRule(ours.documents, ours.requests, ours.seconds),
        )

    @property
    def categories(self) -> tuple[str, ...]:
        return self.settings.publications

    def scope(self, category: str) -> str:
        return f"{category} since {self.settings.since}"

    def pages(self, category: str, cursor: str, fetcher: Fetcher, today: dt.date) -> Iterator[Page]:
        since = dt.date.fromisoformat(self.settings.since)
        return self._listing(fetcher).month_by_month(category, since, cursor, today)

    def select(self, selection: Selection, fetcher: Fetcher, today: dt.date) -> Iterator[Page]:
        since = dt.date.fromisoformat(self.settings.since)
        selecting = Selecting(self._listing(fetcher), self._addresses, fetcher, self.settings.publications)
        return selecting.pages(selection, since, today)

    def touched(self, record: Record, held: Records) -> tuple[str, ...]:  # noqa: ARG002 (the port's)
        return (record.key,)

    def piece(self, key: str, held: Records) -> Piece | None:
        known = dict.fromkeys((*self.settings.publications, *CATEGORIES))
        record = next((found for category in known if (found := held.get(category, key))), None)
        if record is None:
            return None
        return piece_of(Publication.of_content(record.content), record.category, self._addresses)

    def refuses(self, piece: Piece, file: File, data: bytes) -> str:  # noqa: ARG002 (the port's)
        return files.refuses(file.address, data)

    def is_gone(self, record: Record, fetcher: Fetcher) -> bool:
        """Gone only where the site says so of every form: a page with another word (maintenance) tells nothing."""
        for file in piece_of(Publication.of_content(record.content), record.category, self._addresses).files:
            try:
                answer = fetcher.get(file.address, accept=file.accept)
            except AbsentError:
                continue
            if not files.refuses(file.address, answer.data):
                return False
            if not files.says_absent(answer.address, answer.data):
                raise UnexpectedError(
                    f"{file.address} gives neither {record.key} nor the word that it is not there.",
                    "Open it in a browser; it is asked again by the next run.",
                )
        return True

    def probes(self, fetcher: Fetcher, today: dt.date) -> Iterator[Probe]:
        probing = Probing(self._listing(fetcher), self._addresses, fetcher)
        for category in self.categories:
            yield from probing.of(category, today)

    @property
    def _addresses(self) -> Addresses:
        return Addresses(self.settings.sru, self.settings.documents)

    def _listing(self, fetcher: Fetcher) -> Listing:
        return Listing(self._addresses, self.settings.page_size, fetcher)
