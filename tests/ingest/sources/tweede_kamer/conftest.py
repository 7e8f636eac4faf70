"""A Chamber on a local server, the source that asks it, and a keeper of records as simple as the engine's rule."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import pytest

from ingest.sources.source import HeldRecords, Page, Piece, Record, Selection
from ingest.sources.tweede_kamer.source import TweedeKamer
from tests.ingest.direct import DirectFetcher
from tests.ingest.serving import Server, serving
from tests.ingest.sources.tweede_kamer.server import Chamber

TODAY = dt.date(2026, 11, 20)


@dataclass(slots=True)
class Desk:
    """Both sides. ``held`` and ``cursors`` are kept as the port says: a page and its cursor together."""

    chamber: Chamber
    server: Server
    source: TweedeKamer
    fetcher: DirectFetcher = field(default_factory=DirectFetcher)
    held: dict[tuple[str, str], Record] = field(default_factory=dict)
    cursors: dict[str, str] = field(default_factory=dict)
    touched: set[str] = field(default_factory=set)

    def fresh(self, **settings: object) -> "Desk":
        """A second desk at the same Chamber that holds nothing yet."""
        source = TweedeKamer(replace(self.source.settings, **settings))  # type: ignore[arg-type]
        return Desk(self.chamber, self.server, source)

    def listed(self, *categories: str) -> list[Page]:
        """List the categories (all by default) from where they were."""
        pages = []
        for category in categories or self.source.categories:
            for page in self.source.pages(category, self.cursors.get(category, ""), self.fetcher, TODAY):
                self.keep(page)
                self.cursors[category] = page.cursor
                pages.append(page)
        return pages

    def select(self, selection: Selection) -> list[Page]:
        pages = []
        for page in self.source.select(selection, self.fetcher, TODAY):
            self.keep(page)
            pages.append(page)
        return pages

    def keep(self, page: Page) -> None:
        for record in page.records:
            place = (record.category, record.key)
            before = self.held.get(place)
            if record.deleted and before is None:
                continue
            if before and before.content != record.content:
                self.touched.update(self.source.touched(before, self.records))
            if record.deleted:
                del self.held[place]
            else:
                self.held[place] = record
                if before is None or before.content != record.content:
                    self.touched.update(self.source.touched(record, self.records))

    @property
    def records(self) -> HeldRecords:
        return HeldRecords(tuple(self.held.values()))

    def piece(self, key: str) -> Piece:
        made = self.source.piece(key, self.records)
        assert made is not None, key
        return made

    def pieces(self) -> dict[str, Piece]:
        keys = [key for category, key in self.held if category == "Document"]
        return {str(piece.document): piece for key in keys if (piece := self.source.piece(key, self.records))}


@pytest.fixture
def desk() -> Iterator[Desk]:
    chamber = Chamber()
    with serving(chamber.answer) as server:
        yield Desk(chamber, server, TweedeKamer(chamber.settings(server.address)))


def findings_of(pages: list[Page]) -> set[tuple[str, str, str]]:
    return {(one.deviation.value, one.place, one.field) for page in pages for one in page.findings}
