"""Followed pages through the whole of collecting: what the corpus holds after each visit."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from ingest.collecting.order import Order
from ingest.collecting.report import CollectReport
from ingest.collecting.run import Collector
from ingest.pipeline import Pipeline
from ingest.sources.source import Selection
from ingest.sources.webpage.source import Webpage
from kb.catalog.catalog import Catalog
from kb.model.collecting import RunOutcome
from kb.settings import WebpageSettings
from tests.ingest.direct import DirectFetcher
from tests.ingest.formats.builders import pdf
from tests.ingest.serving import Server, serving
from tests.ingest.sources.webpage.server import Site, a_page

NOON = dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC)


@dataclass(slots=True)
class Corpus:
    catalog: Catalog
    site: Site
    server: Server

    def run(self, *paths: str, day: int = 0, only: bool = False) -> CollectReport:
        """``only``: as `loket fetch webpage ADDRESS` does."""
        now = NOON + dt.timedelta(days=day)
        source = Webpage(WebpageSettings(), tuple(f"{self.server.address}{path}" for path in paths))
        order = Order(Selection(numbers=source.addresses)) if only else Order()
        pipeline = Pipeline(self.catalog, clock=lambda: now, workers=1)
        return Collector(source, DirectFetcher(), pipeline).collect(order)

    @property
    def texts(self) -> dict[str, str]:
        held = (self.catalog.document(entry.id) for entry in self.catalog.current())
        return {one.title: " ".join(section.text for section in one.sections) for one in held}

    @property
    def versions(self) -> list[int]:
        return [entry.version for entry in self.catalog.current()]


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    site = Site({"/a": a_page("Herstel", "Het loket is open.", changed="3 mei 2026")})
    with serving(site.answer) as server, Catalog.open(tmp_path, write=True) as catalog:
        yield Corpus(catalog, site, server)


def test_a_page_is_taken_once_and_again_when_its_text_changes(corpus: Corpus) -> None:
    assert corpus.run("/a", only=True).run.new == 1
    assert corpus.run("/a", day=1).changed_anything is False
    corpus.site.pages["/a"] = a_page("Herstel", "Het loket is gesloten.", changed="20 november 2026")
    assert corpus.run("/a", day=2).run.changed == 1
    assert "Het loket is gesloten." in corpus.texts["Herstel"]
    assert corpus.versions == [2]


def test_bytes_that_differ_at_every_visit_make_one_version(corpus: Corpus) -> None:
    corpus.site.nonce = True
    corpus.run("/a")
    for day in range(1, 4):
        report = corpus.run("/a", day=day)
        assert (report.run.outcome, report.changed_anything) == (RunOutcome.DONE, False)
    assert corpus.versions == [1]


def test_a_page_that_goes_leaves_the_corpus_and_comes_back(corpus: Corpus) -> None:
    corpus.run("/a")
    page = corpus.site.pages.pop("/a")
    report = corpus.run("/a", day=1)
    assert (report.run.removed, corpus.texts) == (1, {})
    corpus.site.pages["/a"] = page
    assert corpus.run("/a", day=2).run.new == 1
    assert corpus.versions == [1]


def test_a_pdf_can_be_followed_too(corpus: Corpus) -> None:
    corpus.site.pages["/nota.pdf"] = pdf([("Beleidsnota Herstel", "Het Herstelloket opent op 6 oktober 2025.")])
    assert corpus.run("/a", "/nota.pdf").run.new == 2
    assert any("Het Herstelloket opent op 6 oktober 2025." in text for text in corpus.texts.values())
    assert corpus.run("/a", "/nota.pdf", day=1).changed_anything is False
