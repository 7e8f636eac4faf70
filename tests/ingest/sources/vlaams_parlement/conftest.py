"""A parliament with a server, and what a run over it gives."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest

from ingest.sources.port import Unusable
from ingest.sources.source import Counted, HeldRecords, Page, Piece, Record, Selection, Window
from ingest.sources.strict import Finding
from ingest.sources.vlaams_parlement.source import VlaamsParlement
from tests.ingest.direct import DirectFetcher
from tests.ingest.serving import Server, serving
from tests.ingest.sources.vlaams_parlement.server import Parlement

TODAY = dt.date(2025, 4, 10)


@dataclass(slots=True)
class Run:
    """All that came of one listing; a record that comes again replaces the one before."""

    pages: list[Page] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    @property
    def records(self) -> tuple[Record, ...]:
        found = {(record.category, record.key): record for page in self.pages for record in page.records}
        return tuple(found.values())

    @property
    def held(self) -> HeldRecords:
        return HeldRecords(self.records)

    @property
    def findings(self) -> list[Finding]:
        return [finding for page in self.pages for finding in page.findings]

    @property
    def unusable(self) -> list[Unusable]:
        return [unusable for page in self.pages for unusable in page.unusable]

    @property
    def complete(self) -> list[Window]:
        return [page.complete for page in self.pages if page.complete]

    @property
    def counted(self) -> list[Counted]:
        return [counted for page in self.pages for counted in page.counted]

    @property
    def cursor(self) -> str:
        return self.pages[-1].cursor

    @property
    def keys(self) -> list[str]:
        return sorted(record.key for record in self.records)

    def searches(self, word: str = "publicatiedatum") -> list[str]:
        return [address for address in self.asked if "/api/search/" in address and word in address]


@dataclass(slots=True)
class Desk:
    """What a test asks of the source; ``since`` and other settings by name."""

    parlement: Parlement
    server: Server

    def source(self, **settings: Any) -> VlaamsParlement:
        wanted = {"since": "2025-02-10", **settings}
        return VlaamsParlement(self.parlement.settings(self.server.address, **wanted))

    def run(
        self, category: str = "schriftelijke vraag", cursor: str = "", today: dt.date = TODAY, **settings: Any
    ) -> Run:
        fetcher = DirectFetcher()
        run = Run(asked=fetcher.asked)
        run.pages.extend(self.source(**settings).pages(category, cursor, fetcher, today))
        return run

    def select(self, selection: Selection, **settings: Any) -> Run:
        fetcher = DirectFetcher()
        run = Run(asked=fetcher.asked)
        run.pages.extend(self.source(**settings).select(selection, fetcher, TODAY))
        return run

    def pieces(self, run: Run) -> dict[str, Piece]:
        source, held = self.source(), run.held
        keys = dict.fromkeys(key for record in run.records for key in source.touched(record, held))
        return {key: piece for key in keys if (piece := source.piece(key, held))}


@pytest.fixture
def desk() -> Iterator[Desk]:
    parlement = Parlement()
    with serving(parlement.answer) as server:
        yield Desk(parlement, server)
