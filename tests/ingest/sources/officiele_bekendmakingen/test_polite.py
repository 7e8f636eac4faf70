"""The source through the real fetcher: its pace, its robots.txt, its faults. Interface and site are two hosts."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import pytest

from ingest.fetching.pacing import Clock
from ingest.fetching.polite import Manners, PoliteFetcher
from ingest.sources.officiele_bekendmakingen.source import OfficieleBekendmakingen
from ingest.sources.source import HeldRecords, Page, Piece
from kb.errors import RefusedError
from kb.settings import OfficieleBekendmakingenSettings
from tests.ingest.serving import Asked, Reply, Server, serving
from tests.ingest.sources.officiele_bekendmakingen.conftest import TODAY, records_of
from tests.ingest.sources.officiele_bekendmakingen.server import ANSWERS, Gazette, an_answer

FORBIDDEN = Reply(b"User-agent: *\nDisallow: /\n", media_type="text/plain")


@dataclass(slots=True)
class Visit:
    """``now`` passes only by waiting; ``begun`` is when each file was asked for."""

    gazette: Gazette = field(default_factory=Gazette)
    now: float = 0.0
    begun: list[float] = field(default_factory=list)

    def repository(self, asked: Asked) -> Reply:
        """Its robots.txt forbids everything, also the files that it has."""
        if asked.path == "/robots.txt":
            return FORBIDDEN
        return self.gazette.search(asked) if asked.path == "/sru" else Reply(b"<officiele-publicatie/>")

    def site(self, asked: Asked) -> Reply:
        if asked.path != "/robots.txt":
            self.begun.append(self.now)
        return self.gazette.site(asked)

    def sleep(self, seconds: float) -> None:
        self.now += seconds


@dataclass(slots=True)
class Met:
    visit: Visit
    repository: Server
    site: Server
    source: OfficieleBekendmakingen
    fetcher: PoliteFetcher

    def listed(self) -> list[Page]:
        return list(self.source.pages(ANSWERS, "", self.fetcher, TODAY))

    def pieces(self) -> list[Piece]:
        records = records_of(self.listed())
        made = (self.source.piece(record.key, HeldRecords((record,))) for record in records)
        return [piece for piece in made if piece]


@pytest.fixture
def met() -> Iterator[Met]:
    visit = Visit()
    with serving(visit.repository) as repository, serving(visit.site) as site:
        settings = OfficieleBekendmakingenSettings(
            sru=f"{repository.address}/sru", documents=site.address, since="2024-12-01"
        )
        source = OfficieleBekendmakingen(settings)
        clock = Clock(lambda: visit.now, visit.sleep)
        with PoliteFetcher(source.hosts, Manners("post@example.org"), clock) as fetcher:
            yield Met(visit, repository, site, source, fetcher)


def test_files_are_asked_for_at_most_ten_times_in_thirty_seconds(met: Met) -> None:
    met.visit.gazette.add(*(an_answer(n, "2024-12-03") for n in range(1, 26)))
    for piece in met.pieces():
        met.fetcher.get(piece.files[0].address)
    assert len(met.visit.begun) == 25
    assert all(later - earlier >= 3 for earlier, later in pairwise(met.visit.begun))


def test_the_interface_is_asked_though_the_pages_of_its_host_are_forbidden(met: Met) -> None:
    met.visit.gazette.add(an_answer(1, "2024-12-03"))
    assert len(met.pieces()) == 1
    assert met.site.asked == []


def test_a_file_that_leads_to_the_host_that_forbids_it_is_left_alone(met: Met) -> None:
    met.visit.gazette.add(an_answer(1, "2024-12-03"))
    (piece,) = met.pieces()
    elsewhere = f"{met.repository.address}/frbr/officielepublicaties/ah/1/xml/ah-tk-20242025-1.xml"
    met.site.fail(".xml", Reply(b"", 302, headers=(("Location", elsewhere),)))
    with pytest.raises(RefusedError, match=r"robots\.txt"):
        met.fetcher.get(piece.files[0].address)
    assert met.repository.count("/frbr") == 0


def test_a_request_to_wait_is_honoured_and_nothing_is_lost(met: Met) -> None:
    met.visit.gazette.add(*(an_answer(n, f"2024-12-{n:02d}") for n in range(1, 4)))
    met.repository.fail("/sru?", Reply(b"", 429, headers=(("Retry-After", "60"),)))
    met.repository.fail("/sru?", Reply(b"", 503), times=2)
    before = met.visit.now
    assert len(records_of(met.listed())) == 3
    assert met.visit.now - before >= 60


def test_an_answer_that_breaks_off_is_asked_for_again(met: Met) -> None:
    met.visit.gazette.add(an_answer(1, "2024-12-03"))
    (piece,) = met.pieces()
    whole = met.visit.gazette.items["ah-tk-20242025-1"].xml
    assert whole is not None
    met.site.fail(".xml", Reply(whole, cut_after=200))
    assert met.fetcher.get(piece.files[0].address).data == whole
