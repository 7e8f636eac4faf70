"""A gazette on a local server, and the source that asks it."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import pytest

from ingest.sources.officiele_bekendmakingen.source import OfficieleBekendmakingen
from ingest.sources.source import HeldRecords, Page, Piece, Record
from kb.settings import OfficieleBekendmakingenSettings
from tests.ingest.direct import DirectFetcher
from tests.ingest.serving import Server, serving
from tests.ingest.sources.officiele_bekendmakingen.server import Gazette

TODAY = dt.date(2024, 12, 20)


@dataclass(slots=True)
class Desk:
    """What a test needs of both sides."""

    gazette: Gazette
    server: Server
    source: OfficieleBekendmakingen
    fetcher: DirectFetcher = field(default_factory=DirectFetcher)

    def with_settings(self, **changed: object) -> "Desk":
        settings = replace(self.source.settings, **changed)  # type: ignore[arg-type]
        return replace(self, source=OfficieleBekendmakingen(settings))

    def listed(self, category: str, cursor: str = "", today: dt.date = TODAY) -> list[Page]:
        return list(self.source.pages(category, cursor, self.fetcher, today))

    def piece(self, record: Record) -> Piece:
        made = self.source.piece(record.key, HeldRecords((record,)))
        assert made is not None
        return made

    @property
    def searches(self) -> int:
        return self.server.count("/sru?")


@pytest.fixture
def desk() -> Iterator[Desk]:
    gazette = Gazette()
    with serving(gazette.answer) as server:
        settings = OfficieleBekendmakingenSettings(
            sru=f"{server.address}/sru", documents=server.address, since="2024-10-01"
        )
        yield Desk(gazette, server, OfficieleBekendmakingen(settings))


def records_of(pages: list[Page]) -> list[Record]:
    return [record for page in pages for record in page.records]
