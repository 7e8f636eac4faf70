"""Following pages: what each run brings."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from ingest.reading import read_document
from ingest.sources.source import HeldRecords, Page, Piece, Record, Selection
from ingest.sources.webpage.source import Webpage
from kb.errors import InputError
from kb.model.identity import DocumentId
from kb.settings import WebpageSettings
from tests.ingest.direct import DirectFetcher
from tests.ingest.serving import Reply, Server, serving
from tests.ingest.sources.webpage.server import Site, a_page

TODAY = dt.date(2026, 11, 20)


@dataclass(slots=True)
class Follower:
    site: Site
    server: Server
    fetcher: DirectFetcher = field(default_factory=DirectFetcher)

    def source(self, *paths: str) -> Webpage:
        return Webpage(WebpageSettings(), tuple(f"{self.server.address}{path}" for path in paths))

    def visit(self, *paths: str, cursor: str = "") -> list[Page]:
        return list(self.source(*paths).pages("address", cursor, self.fetcher, TODAY))

    def piece(self, record: Record) -> Piece | None:
        return self.source().piece(record.key, HeldRecords((record,)))


@pytest.fixture
def follower() -> Iterator[Follower]:
    site = Site({"/a": a_page("Herstel", "Het loket is open.", changed="3 mei 2026")})
    with serving(site.answer) as server:
        yield Follower(site, server)


def records_of(pages: list[Page]) -> list[Record]:
    return [record for page in pages for record in page.records]


def test_a_page_becomes_a_piece_with_its_title_and_day(follower: Follower) -> None:
    (record,) = records_of(follower.visit("/a"))
    piece = follower.piece(record)
    assert piece is not None
    host = follower.server.address.removeprefix("http://")
    assert piece.document == DocumentId("web", f"{host}/a")
    assert (piece.kind, piece.date) == ("page", dt.date(2026, 5, 3))
    data = follower.fetcher.get(piece.files[0].address).data
    assert follower.source().refuses(piece, piece.files[0], data) == ""
    document = read_document(data, piece.given)
    assert document.title == "Herstel"
    assert document.dates.published == dt.date(2026, 5, 3)
    assert "Het loket is open." in document.sections[0].text


def test_a_page_that_its_server_calls_unchanged_gives_the_same_record(follower: Follower) -> None:
    first = follower.visit("/a")
    again = follower.visit("/a", cursor=first[-1].cursor)
    assert records_of(again) == records_of(first)
    assert again[-1].cursor == first[-1].cursor
    assert follower.server.asked[-1].headers["If-None-Match"]
    follower.site.pages["/a"] = a_page("Herstel", "Het loket is gesloten.")
    assert records_of(follower.visit("/a", cursor=again[-1].cursor)) != records_of(first)


def test_a_page_with_a_token_that_changes_at_every_visit_stays_the_same_record(follower: Follower) -> None:
    follower.site.nonce = True
    assert records_of(follower.visit("/a")) == records_of(follower.visit("/a"))
    assert (
        follower.fetcher.get(f"{follower.server.address}/a").data
        != follower.fetcher.get(f"{follower.server.address}/a").data
    )


def test_a_page_that_is_gone_leaves_and_may_come_back(follower: Follower) -> None:
    kept = follower.site.pages.pop("/a")
    pages = follower.visit("/a")
    (record,) = records_of(pages)
    assert follower.piece(record) is None
    assert not record.deleted
    (unusable,) = [one for page in pages for one in page.unusable]
    assert unusable.problem.code == "absent"
    follower.site.pages["/a"] = kept
    (back,) = records_of(follower.visit("/a", cursor=pages[-1].cursor))
    assert follower.piece(back) is not None


@pytest.mark.parametrize(
    "reply",
    [
        Reply(b"", 503),
        Reply(b"", 403),
        Reply(b"\x89PNG\r\n\x1a\n1", media_type="text/html"),
        Reply(a_page("Pagina niet gevonden", "Zoek verder."), media_type="text/html"),
    ],
)
def test_one_page_that_fails_stops_no_other_and_changes_nothing_that_is_held(follower: Follower, reply: Reply) -> None:
    follower.site.pages["/b"] = a_page("Ander", "Ook dit loket is open.")
    follower.server.fail("/a", reply)
    pages = follower.visit("/a", "/b")
    assert [record.key[-2:] for record in records_of(pages)] == ["/b"]
    (unusable,) = [one for page in pages for one in page.unusable]
    assert unusable.location.endswith("/a")
    assert unusable.problem.code == "unusable_page"


def test_a_cursor_that_cannot_be_read_asks_for_every_page_in_full(follower: Follower) -> None:
    for cursor in ("2024-05", "[]", '{"a": 1}', '{"a": ["x"]}'):
        assert len(records_of(follower.visit("/a", cursor=cursor))) == 1


def test_another_kind_of_file_than_was_visited_is_refused(follower: Follower) -> None:
    (record,) = records_of(follower.visit("/a"))
    piece = follower.piece(record)
    assert piece is not None
    assert "application/pdf" in follower.source().refuses(piece, piece.files[0], b"%PDF-1.7")


def test_a_selection_is_a_list_of_addresses(follower: Follower) -> None:
    source = follower.source("/a")
    pages = list(source.select(Selection(numbers=source.addresses), follower.fetcher, TODAY))
    assert [record.key for record in records_of(pages)] == list(source.addresses)
    with pytest.raises(InputError, match="by address only"):
        source.select(Selection(about="herstel"), follower.fetcher, TODAY)


def test_one_page_is_followed_once_however_it_is_written() -> None:
    written = ("http://a.nl/x", "b.nl", "https://a.nl/x/", "https://a.nl/x#deel")
    assert Webpage(WebpageSettings(), written).addresses == ("https://a.nl/x/", "https://b.nl/")


def test_only_hosts_of_followed_pages_may_be_asked_each_at_its_own_pace(follower: Follower) -> None:
    source = Webpage(WebpageSettings(requests=2, seconds=5), ("www.rijksoverheid.nl/a",))
    assert {(rule.requests, rule.seconds, rule.robots) for rule in source.hosts} == {(2, 5, True)}
    assert "https://www.rijksoverheid.nl:443" in [rule.origin for rule in source.hosts]
    assert follower.source().hosts == ()
    with pytest.raises(InputError):
        Webpage(WebpageSettings(), ("geen adres",))


def test_the_doctor_tells_what_it_sees_of_each_page(follower: Follower) -> None:
    follower.site.pages["/b"] = b"<!doctype html><html><body><p>Zonder titel en dag.</p></body></html>"
    source = follower.source("/a", "/b", "/c")
    fine, bare, gone = source.probes(follower.fetcher, TODAY)
    assert fine.fine
    assert fine.seen == ("title: Herstel", "changed: 2026-05-03", "words: 10")
    assert [finding.field for finding in bare.findings] == ["title", "date"]
    assert "not there" in gone.error
