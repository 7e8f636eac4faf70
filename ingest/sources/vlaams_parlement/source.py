"""The Vlaams Parlement as a source."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.fetching.port import Fetcher
from ingest.fetching.rules import HostRule
from ingest.sources.source import File, Page, Piece, Probe, Record, Records, Selection
from ingest.sources.vlaams_parlement.details import Details
from ingest.sources.vlaams_parlement.entries import entry_of
from ingest.sources.vlaams_parlement.fields import KINDS, LOOSE_FILE, Soort
from ingest.sources.vlaams_parlement.listing import Lister
from ingest.sources.vlaams_parlement.pieces import file_piece, keys_of, loose_piece, own_piece, refusal
from ingest.sources.vlaams_parlement.probing import Prober
from ingest.sources.vlaams_parlement.selecting import Selector
from kb.errors import ConfigError
from kb.settings import VlaamsParlementSettings

_FAMILIES = tuple(f"{soort}-" for soort in Soort)


@dataclass(frozen=True, slots=True)
class VlaamsParlement:
    """Raises ConfigError where `config.toml` names a kind that is not known."""

    settings: VlaamsParlementSettings

    def __post_init__(self) -> None:
        unknown = [kind for kind in self.settings.kinds if kind not in KINDS]
        if unknown:
            raise ConfigError(
                f"vlaams_parlement.kinds: '{unknown[0]}' is not a kind that is known.", f"Known: {', '.join(KINDS)}."
            )

    @property
    def name(self) -> str:
        return "vlaams_parlement"

    @property
    def hosts(self) -> tuple[HostRule, ...]:
        """Both interfaces are documented for programs; files and pages are asked as robots.txt allows."""
        wanted = (
            (self.settings.search, False),
            (self.settings.opendata, False),
            (self.settings.files, True),
            (self.settings.pages, True),
        )
        return tuple(
            HostRule(address, self.settings.requests, self.settings.seconds, robots) for address, robots in wanted
        )

    @property
    def categories(self) -> tuple[str, ...]:
        """The kinds; each is searched for, windowed and counted by itself."""
        return self.settings.kinds

    def scope(self, category: str) -> str:
        return f"{category} since {self.settings.since}"

    def pages(self, category: str, cursor: str, fetcher: Fetcher, today: dt.date) -> Iterator[Page]:
        return Lister(self.settings, fetcher).pages(KINDS[category], cursor, today)

    def select(self, selection: Selection, fetcher: Fetcher, today: dt.date) -> Iterator[Page]:
        return Selector(self.settings, fetcher).pages(selection, today)

    def touched(self, record: Record, held: Records) -> tuple[str, ...]:  # noqa: ARG002 - as the port has it
        if record.category == LOOSE_FILE or not record.content:
            return (record.key, *record.refs)
        return keys_of(entry_of(record))

    def piece(self, key: str, held: Records) -> Piece | None:
        if key.startswith(_FAMILIES):
            return self._own(key, held)
        is_main = False
        for category in KINDS:
            for record in held.referring(category, key):
                entry = entry_of(record)
                if made := file_piece(entry, key, self.settings):
                    return made
                is_main = is_main or key in keys_of(entry)
        if is_main or held.get(LOOSE_FILE, key) is None:
            return None
        return loose_piece(key.removeprefix("pfile-"), self.settings)

    def _own(self, key: str, held: Records) -> Piece | None:
        for listed in KINDS.values():
            if key.startswith(f"{listed.soort}-") and (record := held.get(listed.kind, key)):
                return own_piece(entry_of(record), self.settings)
        return None

    def refuses(self, piece: Piece, file: File, data: bytes) -> str:  # noqa: ARG002 - as the port has it
        return refusal(file.address, data)

    def is_gone(self, record: Record, fetcher: Fetcher) -> bool:
        if record.category == LOOSE_FILE:
            return False
        id = record.key.rpartition("-")[2]
        return Details(self.settings, fetcher).detail(KINDS[record.category].soort, id) is None

    def probes(self, fetcher: Fetcher, today: dt.date) -> Iterator[Probe]:
        return Prober(self.settings, fetcher).probes(today)
