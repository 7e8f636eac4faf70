"""The fetcher against a local server that behaves, and one that does not."""

import datetime as dt
import email.utils
import socket
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from ingest.fetching.pacing import Clock
from ingest.fetching.polite import Manners, PoliteFetcher
from ingest.fetching.port import Validators
from ingest.fetching.rules import HostRule
from kb.errors import AbsentError, RefusedError, TooLargeError, UnreachableError
from tests.ingest.serving import NOT_FOUND, Asked, Reply, Server, serving

PAGE = Reply(b"<p>een pagina</p>", media_type="Text/HTML; charset=utf-8")


@dataclass
class PatientClock:
    """Time that passes only by waiting; ``waits`` is every wait."""

    at: float = 0.0
    waits: list[float] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.at += seconds

    def clock(self) -> Clock:
        return Clock(lambda: self.at, self.sleep)


def page(asked: Asked) -> Reply:
    return NOT_FOUND if asked.path == "/robots.txt" else PAGE


def fetcher(server: Server, time: PatientClock, **rule: float | bool) -> PoliteFetcher:
    rules = (HostRule(server.address, **{"requests": 10, "seconds": 30, **rule}),)  # type: ignore[arg-type]
    return PoliteFetcher(rules, Manners("post@example.org", timeout=5), time.clock())


def test_a_page_comes_with_its_type_and_validators() -> None:
    reply = Reply(b"x", media_type="Application/PDF; a=b", headers=(("ETag", '"1"'), ("Last-Modified", "gisteren")))
    answer = lambda asked: NOT_FOUND if asked.path == "/robots.txt" else reply  # noqa: E731
    with serving(answer) as server, fetcher(server, PatientClock()) as web:
        got = web.get(f"{server.address}/a")
    assert (got.data, got.media_type, got.unchanged) == (b"x", "application/pdf", False)
    assert got.validators == Validators('"1"', "gisteren")


def test_the_server_is_told_who_asks_and_how_to_reach_them() -> None:
    with serving(page) as server, fetcher(server, PatientClock()) as web:
        web.get(f"{server.address}/a", accept="application/json")
    agent = server.asked[-1].headers["User-Agent"]
    assert agent.startswith("Loket/")
    assert "post@example.org" in agent
    assert server.asked[-1].headers["Accept"] == "application/json"


def test_an_address_is_sent_as_it_stands() -> None:
    with serving(page) as server, fetcher(server, PatientClock(), robots=False) as web:
        web.get(f"{server.address}/Zaak?$filter=Onderwerp eq 'l''école'&$top=100&x=%2B|a")
    assert server.asked[-1].target == "/Zaak?$filter=Onderwerp%20eq%20'l''%C3%A9cole'&$top=100&x=%2B|a"


def test_no_more_requests_begin_in_any_stretch_of_time_than_the_host_allows() -> None:
    time = PatientClock()
    begun: list[float] = []

    def noting(asked: Asked) -> Reply:
        begun.append(time.at)
        return page(asked)

    with serving(noting) as server, fetcher(server, time) as web:
        for number in range(25):
            web.get(f"{server.address}/{number}")
    for first in begun:
        assert sum(first <= at < first + 30 for at in begun) <= 10
    assert time.at == pytest.approx(25 * 3.0)  # robots.txt and 25 pages: 25 intervals between them


def test_what_a_host_asks_in_robots_is_done() -> None:
    robots = Reply(b"User-agent: *\nCrawl-delay: 7\nDisallow: /intern/\n", media_type="text/plain")
    time = PatientClock()
    with serving(lambda a: robots if a.path == "/robots.txt" else PAGE) as server, fetcher(server, time) as web:
        web.get(f"{server.address}/open")
        web.get(f"{server.address}/open")
        with pytest.raises(RefusedError, match=r"robots\.txt"):
            web.get(f"{server.address}/intern/stuk")
    assert max(time.waits) == pytest.approx(7.0)
    assert server.count("/intern/") == 0
    assert server.count("/robots.txt") == 1


def test_a_host_that_cannot_say_what_it_allows_is_left_alone_for_now() -> None:
    with (
        serving(lambda _: Reply(b"", 503)) as server,
        fetcher(server, PatientClock()) as web,
        pytest.raises(UnreachableError, match="503"),
    ):
        web.get(f"{server.address}/a")
    assert server.count("/a") == 0


def test_a_documented_interface_is_not_asked_for_robots() -> None:
    with serving(page) as server, fetcher(server, PatientClock(), robots=False) as web:
        web.get(f"{server.address}/a")
    assert [asked.path for asked in server.asked] == ["/a"]


def test_only_the_interface_itself_is_exempt_from_robots() -> None:
    robots = Reply(b"User-agent: *\nDisallow: /\n", media_type="text/plain")
    with serving(lambda a: robots if a.path == "/robots.txt" else PAGE) as server:
        rules = (HostRule(f"{server.address}/sru", robots=False), HostRule(server.address, requests=1, seconds=5))
        time = PatientClock()
        with PoliteFetcher(rules, clock=time.clock()) as web:
            assert web.get(f"{server.address}/sru?q=1").data == PAGE.body
            with pytest.raises(RefusedError, match=r"robots\.txt"):
                web.get(f"{server.address}/frbr/stuk")
    assert max(time.waits) == pytest.approx(5.0)  # the stricter of the two paces


def test_a_slow_host_may_take_longer_than_others() -> None:
    slow = Reply(b"x", delay=0.4)
    with serving(lambda _: slow) as server:
        quick = Manners(timeout=0.1, attempts=1)
        usual = PoliteFetcher((HostRule(server.address, robots=False),), quick)
        with usual as web, pytest.raises(UnreachableError, match="no answer within"):
            web.get(f"{server.address}/a")
        with PoliteFetcher((HostRule(server.address, robots=False, timeout=5.0),), quick) as web:
            assert web.get(f"{server.address}/a").data == b"x"


@pytest.mark.parametrize(
    "written", ["17", lambda: email.utils.format_datetime(dt.datetime.now(dt.UTC) + dt.timedelta(seconds=17))]
)
def test_retry_after_is_waited_for(written: str | Callable[[], str]) -> None:
    after = written if isinstance(written, str) else written()
    time = PatientClock()
    with serving(page) as server, fetcher(server, time, robots=False) as web:
        server.fail("/a", Reply(b"", 429, headers=(("Retry-After", after),)), times=2)
        assert web.get(f"{server.address}/a").data == PAGE.body
    assert sum(time.waits) >= 2 * 15
    assert server.count("/a") == 3


def test_a_host_that_asks_for_longer_than_we_wait_is_left_for_another_time() -> None:
    with serving(page) as server, fetcher(server, PatientClock(), robots=False) as web:
        server.fail("/a", Reply(b"", 503, headers=(("Retry-After", "7200"),)), times=9)
        with pytest.raises(UnreachableError, match="120 minutes"):
            web.get(f"{server.address}/a")
    assert server.count("/a") == 1


def test_failures_for_a_while_are_outlasted_with_growing_pauses() -> None:
    time = PatientClock()
    with serving(page) as server, fetcher(server, time, robots=False, requests=1000, seconds=1) as web:
        server.fail("/a", Reply(b"guru", 500), times=4)
        assert web.get(f"{server.address}/a").data == PAGE.body
    pauses = [wait for wait in time.waits if wait > 0.5]
    assert len(pauses) == 4
    assert 1 <= pauses[0] <= 2
    assert 8 <= pauses[3] <= 9


def test_failures_that_last_are_one_clear_error() -> None:
    with serving(page) as server, fetcher(server, PatientClock(), robots=False) as web:
        server.fail("/a", Reply(b"", 502), times=99)
        with pytest.raises(UnreachableError, match="status 502"):
            web.get(f"{server.address}/a")
    assert server.count("/a") == 5


def test_a_connection_cut_in_the_middle_of_a_file_is_asked_for_again() -> None:
    whole = Reply(b"a" * 300_000)
    with serving(lambda _: whole) as server, fetcher(server, PatientClock(), robots=False) as web:
        server.fail("/a", Reply(whole.body, cut_after=100_000), times=2)
        assert web.get(f"{server.address}/a").data == whole.body
    assert server.count("/a") == 3


def test_nobody_at_home_is_an_error_after_all_attempts() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound and not listening: connections are refused
        address = f"http://127.0.0.1:{taken.getsockname()[1]}"
        with (
            PoliteFetcher((HostRule(address, robots=False),), clock=PatientClock().clock()) as web,
            pytest.raises(UnreachableError, match="failed"),
        ):
            web.get(f"{address}/a")


@pytest.mark.parametrize(("status", "error"), [(404, AbsentError), (410, AbsentError), (403, RefusedError)])
def test_what_will_not_change_is_not_asked_twice(status: int, error: type[Exception]) -> None:
    with (
        serving(lambda _: Reply(b"", status)) as server,
        fetcher(server, PatientClock(), robots=False) as web,
        pytest.raises(error, match=str(status)),
    ):
        web.get(f"{server.address}/a")
    assert len(server.asked) == 1


def test_what_did_not_change_is_not_sent_again() -> None:
    def answer(asked: Asked) -> Reply:
        same = asked.headers.get("If-None-Match") == '"1"' and asked.headers.get("If-Modified-Since") == "gisteren"
        return Reply(b"", 304) if same else PAGE

    with serving(answer) as server, fetcher(server, PatientClock(), robots=False) as web:
        got = web.get(f"{server.address}/a", known=Validators('"1"', "gisteren"))
        assert got.unchanged
        assert not got.data
        assert not web.get(f"{server.address}/a").unchanged


@pytest.mark.parametrize("announced", [True, False])
def test_a_file_over_the_limit_is_given_up_while_it_streams(announced: bool) -> None:
    huge = Reply(b"\0" * 1_000_000, repeat=300, announce_length=announced)
    with (
        serving(lambda _: huge) as server,
        fetcher(server, PatientClock(), robots=False) as web,
        pytest.raises(TooLargeError, match="10 MB"),
    ):
        web.get(f"{server.address}/groot", limit=10_000_000)
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    "target",
    ["http://169.254.169.254/latest", "http://10.0.0.1/", "http://127.0.0.1:1/", "http://[::1]/", "file:///etc/passwd"],
)
def test_a_redirect_to_a_private_place_is_not_followed(target: str) -> None:
    sent_on = Reply(b"", 302, headers=(("Location", target),))
    with (
        serving(lambda _: sent_on) as server,
        fetcher(server, PatientClock(), robots=False) as web,
        pytest.raises(RefusedError),
    ):
        web.get(f"{server.address}/a")
    assert len(server.asked) == 1


def test_a_redirect_within_the_host_is_followed_and_a_ring_is_left() -> None:
    def answer(asked: Asked) -> Reply:
        if asked.path == "/oud":
            return Reply(b"", 301, headers=(("Location", "/nieuw"),))
        return Reply(b"", 302, headers=(("Location", "/ring"),)) if asked.path == "/ring" else PAGE

    with serving(answer) as server, fetcher(server, PatientClock(), robots=False) as web:
        assert web.get(f"{server.address}/oud").address == f"{server.address}/nieuw"
        with pytest.raises(RefusedError, match="more than 5 times"):
            web.get(f"{server.address}/ring")


def test_a_name_that_points_into_the_house_is_not_connected_to(monkeypatch: pytest.MonkeyPatch) -> None:
    """A host of the source whose name resolves to a private address: checked at the connection, not before it."""
    with serving(page) as server:
        port = int(server.address.rpartition(":")[2])

        def resolve(host: str, *_args: object, **_named: object) -> list[object]:
            assert host == "zoek.example.org"
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

        monkeypatch.setattr(socket, "getaddrinfo", resolve)
        rules = (HostRule(f"http://zoek.example.org:{port}", robots=False),)
        with (
            PoliteFetcher(rules, clock=PatientClock().clock()) as web,
            pytest.raises(RefusedError, match="private network"),
        ):
            web.get(f"http://zoek.example.org:{port}/a")
        assert not server.asked


def test_only_the_hosts_of_the_source_are_asked() -> None:
    with PoliteFetcher((HostRule("https://zoek.example.org"),), clock=PatientClock().clock()) as web:
        with pytest.raises(RefusedError, match="not a host of this source"):
            web.get("https://elders.example.org/a")
        with pytest.raises(RefusedError, match="not a web address"):
            web.get("gopher://zoek.example.org/a")
        with pytest.raises(RefusedError, match="name and password"):
            web.get("https://iemand:geheim@zoek.example.org/a")
