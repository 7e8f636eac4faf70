"""The fetcher against servers, settings and networks that a sceptical reader thought of."""

import gzip
import socket

import pytest

from ingest.fetching.addresses import is_public
from ingest.fetching.retrying import retry_after
from kb.errors import RefusedError, SourceError, UnreachableError
from tests.ingest.fetching.test_polite import NOT_FOUND, PAGE, PatientClock, fetcher, page
from tests.ingest.serving import Asked, Reply, serving


def test_robots_that_moved_within_the_host_is_still_obeyed() -> None:
    def answer(asked: Asked) -> Reply:
        if asked.path == "/robots.txt":
            return Reply(status=301, headers=(("Location", "/site/robots.txt"),))
        return Reply(b"User-agent: *\nDisallow: /dicht") if asked.path == "/site/robots.txt" else PAGE

    with serving(answer) as server, fetcher(server, PatientClock()) as web:
        assert web.get(f"{server.address}/open").data == PAGE.body
        with pytest.raises(RefusedError, match="does not allow"):
            web.get(f"{server.address}/dicht")


@pytest.mark.parametrize("delay", ["inf", "1e9", "nan", "-5"])
def test_a_crawl_delay_that_nobody_can_wait_for_is_told(delay: str) -> None:
    robots = Reply(f"User-agent: *\nCrawl-delay: {delay}\n".encode())
    time = PatientClock()
    with serving(lambda asked: robots if asked.path == "/robots.txt" else PAGE) as server, fetcher(server, time) as web:
        try:
            web.get(f"{server.address}/a")
            web.get(f"{server.address}/b")
        except SourceError as error:
            assert "between" in str(error)  # noqa: PT017 - both ends are right
    assert sum(time.waits) < 1000


def test_a_host_that_asked_to_be_left_alone_is_not_asked_for_the_next_thing_either() -> None:
    with serving(page) as server, fetcher(server, PatientClock()) as web:
        web.get(f"{server.address}/eerst")
        server.fail("/a", Reply(status=429, headers=(("Retry-After", "3600"),)))
        for path in ("a", "b", "c"):
            with pytest.raises(UnreachableError, match="left alone"):
                web.get(f"{server.address}/{path}")
        assert [asked.path for asked in server.asked if asked.path in ("/a", "/b", "/c")] == ["/a"]


@pytest.mark.parametrize(
    "written", ["²", "9" * 400, "Fri, 31 Dec 99999 23:59:59 GMT", "-1", "Fri, 1 Jan 2027 0:0:0 +99999999"]
)
def test_no_retry_after_is_too_odd(written: str) -> None:
    import datetime as dt

    assert retry_after(written, dt.datetime(2026, 11, 20, tzinfo=dt.UTC)) >= 0


@pytest.mark.parametrize("location", ["http://[bad", "http://\x7f\x7f/", "//", "https://:99999/", "/" + "x" * 70_000])
def test_a_redirect_to_nonsense_is_an_error_of_the_source(location: str) -> None:
    def answer(asked: Asked) -> Reply:
        if asked.path == "/a":
            return Reply(status=302, headers=(("Location", location),))
        return NOT_FOUND

    with serving(answer) as server, fetcher(server, PatientClock()) as web, pytest.raises(SourceError):
        web.get(f"{server.address}/a")


def test_a_packed_packing_is_not_unpacked() -> None:
    bomb = gzip.compress(gzip.compress(bytes(200_000_000)))
    reply = Reply(bomb, headers=(("Content-Encoding", "gzip, gzip"),))
    with serving(lambda asked: NOT_FOUND if asked.path == "/robots.txt" else reply) as server:  # noqa: SIM117
        with fetcher(server, PatientClock()) as web, pytest.raises(SourceError, match="packed"):
            web.get(f"{server.address}/a")


@pytest.mark.parametrize("status", [300, 305, 204, 206])
def test_an_answer_that_is_not_the_thing_itself_is_an_error(status: int) -> None:
    with serving(lambda asked: NOT_FOUND if asked.path == "/robots.txt" else Reply(b"half", status)) as server:  # noqa: SIM117
        with fetcher(server, PatientClock()) as web, pytest.raises(SourceError):
            web.get(f"{server.address}/a")


def points_to(monkeypatch: pytest.MonkeyPatch, *found: str) -> None:
    real = socket.getaddrinfo

    def looked_up(host: str, port: int, *more: object, **named: object) -> object:
        if host != "parlement.example":
            return real(host, port, *more, **named)  # type: ignore[arg-type]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in found]

    monkeypatch.setattr(socket, "getaddrinfo", looked_up)


@pytest.mark.parametrize("name", ["NO_PROXY", "no_proxy"])
def test_the_house_is_guarded_also_where_only_exceptions_to_a_proxy_are_set(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, "localhost,127.0.0.1,parlement.example")
    points_to(monkeypatch, "127.0.0.1")
    with serving(page) as server:
        from ingest.fetching.polite import PoliteFetcher
        from ingest.fetching.rules import HostRule

        address = server.address.replace("127.0.0.1", "parlement.example")
        with PoliteFetcher((HostRule(address),), clock=PatientClock().clock()) as web, pytest.raises(RefusedError):
            web.get(f"{address}/a")
        assert server.asked == []


def test_an_exception_to_a_proxy_is_guarded_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("no_proxy", "parlement.example")
    points_to(monkeypatch, "127.0.0.1")
    with serving(page) as server:
        from ingest.fetching.polite import PoliteFetcher
        from ingest.fetching.rules import HostRule

        address = server.address.replace("127.0.0.1", "parlement.example")
        with PoliteFetcher((HostRule(address),), clock=PatientClock().clock()) as web, pytest.raises(RefusedError):
            web.get(f"{address}/a")
        assert server.asked == []


@pytest.mark.parametrize(
    "address", ["::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:1", "2002:7f00:1::", "2002:a00:1::1", "::127.0.0.1"]
)
def test_a_private_address_inside_a_public_one_is_private(address: str) -> None:
    assert not is_public(address)
