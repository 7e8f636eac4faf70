"""The fetcher: only the hosts of one source, each in its own time, and again when it may help."""

import datetime as dt
import logging
import threading
from dataclasses import dataclass, field
from importlib import metadata
from types import TracebackType
from typing import Protocol
from urllib.parse import urljoin, urlsplit

from ingest.fetching.addresses import own_places
from ingest.fetching.pacing import Clock, Turn
from ingest.fetching.port import PAGE_LIMIT, Fetched, Validators
from ingest.fetching.retrying import AskAgain, retry_after, with_retries
from ingest.fetching.robots import ROBOTS, ROBOTS_LIMIT, Robots, read_robots
from ingest.fetching.rules import HostRule, origin_of
from ingest.fetching.transport import Answer, Transport
from kb.errors import AbsentError, RefusedError, SourceError, TooLargeError, UnexpectedError, UnreachableError

AGENT = "Loket"
MOST_REDIRECTS = 5
REDIRECTS = (301, 302, 303, 307, 308)
LEAST_LONGEST = 60.0  # seconds between two requests that are waited for, however small the longest wait
_log = logging.getLogger(__name__)


class Asking(Protocol):
    """What the fetcher needs of a `Transport`."""

    def ask(self, address: str, headers: dict[str, str], limit: int, timeout: float) -> Answer: ...

    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Manners:
    """From `config.toml`, section fetch; times in seconds."""

    contact: str = ""
    timeout: float = 45.0
    attempts: int = 5
    longest_wait: float = 300.0

    @property
    def user_agent(self) -> str:
        """Who is asking, and where to complain."""
        try:
            version = metadata.version("loket")
        except metadata.PackageNotFoundError:
            version = "0"
        about = "collects parliamentary documents"
        return f"{AGENT}/{version} ({about}; {self.contact})" if self.contact else f"{AGENT}/{version} ({about})"


@dataclass(slots=True)
class Host:
    """One host as this run knows it, with the rules for its addresses; ``robots`` None: not asked yet."""

    rules: tuple[HostRule, ...]
    turn: Turn
    robots: Robots | None = None
    closed_until: float = float("-inf")  # by the clock: it asked to be left alone for longer than we wait

    @property
    def name(self) -> str:
        return self.rules[0].host

    def timeout(self, usual: float, address: str) -> float:
        """Seconds that an answer may take."""
        own = (rule.timeout for rule in self.rules if rule.timeout and address.startswith(rule.address))
        return max(usual, max(own, default=0.0))


@dataclass(slots=True)
class PoliteFetcher:
    """See `Fetcher`. Use it in a ``with`` block; it may be used by several threads, one request a host at a time."""

    rules: tuple[HostRule, ...]
    manners: Manners = field(default_factory=Manners)
    clock: Clock = field(default_factory=Clock)
    transport: Asking | None = None
    patience: float | None = None  # seconds after which nothing more is asked; None: as long as it takes
    requests: int = 0
    bytes: int = 0
    _hosts: dict[str, Host] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _ends: float = float("inf")

    def __post_init__(self) -> None:
        if self.patience is not None:
            self._ends = self.clock.now() + self.patience
        for rule in self.rules:
            known = self._hosts.get(rule.origin)
            if known is None:
                self._hosts[rule.origin] = Host((rule,), Turn(rule.seconds / rule.requests, self.clock))
            else:  # two rules for one host: the stricter pace holds
                known.rules = (*known.rules, rule)
                known.turn.slow_down(rule.seconds / rule.requests)

    def get(
        self, address: str, *, accept: str = "", limit: int = PAGE_LIMIT, known: Validators | None = None
    ) -> Fetched:
        headers = {"Accept": accept or "*/*"}
        if known and known.etag:
            headers["If-None-Match"] = known.etag
        if known and known.last_modified:
            headers["If-Modified-Since"] = known.last_modified
        at = address
        for _ in range(MOST_REDIRECTS + 1):
            host = self._host(at, address)
            self._check_robots(host, at)
            answer = self._ask(host, at, headers, limit)
            if answer.status not in REDIRECTS:
                return _fetched(at, answer, known)
            at = _sent_on(at, answer)
        raise RefusedError(
            f"{address} sends us on more than {MOST_REDIRECTS} times.", "Check the address in a browser."
        )

    def close(self) -> None:
        if self.transport is not None:
            self.transport.close()

    def __enter__(self) -> "PoliteFetcher":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _host(self, address: str, first: str) -> Host:
        origin = origin_of(address)
        if not origin:
            raise RefusedError(f"{address!r} is not a web address.", "Addresses begin with https://.")
        parts = urlsplit(address)
        if parts.username or parts.password:
            raise RefusedError(f"{first} leads to an address with a name and password in it.", "It is not followed.")
        if (host := self._hosts.get(origin)) is None:
            where = f"{first} sends us on to {address}" if address != first else address
            raise RefusedError(
                f"{where}, which is not a host of this source ({', '.join(sorted(self._hosts))}).",
                "If the source moved, change its address in config.toml.",
            )
        return host

    def _check_robots(self, host: Host, address: str) -> None:
        if any(not rule.robots and address.startswith(rule.address) for rule in host.rules):
            return
        if host.robots is None:
            host.robots = self._robots_of(host)
            host.turn.slow_down(min(host.robots.delay(AGENT), self._longest_delay))
        if (delay := host.robots.delay(AGENT)) > self._longest_delay:
            raise RefusedError(
                f"robots.txt of {host.name} asks for {delay:.0f} seconds between two requests.",
                "That is longer than this waits; raise fetch.longest_wait_seconds in config.toml.",
            )
        if not host.robots.allows(address, AGENT):
            raise RefusedError(f"robots.txt of {host.name} does not allow {address}.", "It is left alone.")

    def _robots_of(self, host: Host) -> Robots:
        """A host without one allows all; one that fails to say allows nothing for now (RFC 9309, 2.3.1)."""
        at = f"{host.rules[0].origin}{ROBOTS}"
        try:
            for _ in range(MOST_REDIRECTS + 1):
                answer = self._ask(self._host(at, at), at, {"Accept": "text/plain"}, 10 * ROBOTS_LIMIT)
                if answer.status not in REDIRECTS:
                    return read_robots(answer.data) if answer.status == 200 else Robots()
                at = _sent_on(at, answer)
        except (AbsentError, RefusedError, TooLargeError):  # also where it is sent on to a host that is not asked
            pass
        return Robots()

    @property
    def _longest_delay(self) -> float:
        return max(self.manners.longest_wait, LEAST_LONGEST)

    def _ask(self, host: Host, address: str, headers: dict[str, str], limit: int) -> Answer:
        def attempt() -> Answer:
            if self.clock.now() >= self._ends:
                raise UnreachableError(
                    f"{address} was not asked: the time for this is over.", "`loket fetch` takes it."
                )
            if (closed := host.closed_until - self.clock.now()) > 0:
                raise UnreachableError(
                    f"{address} was not asked: {host.name} asks to be left alone for {closed / 60:.0f} minutes.",
                    "Run this again after that.",
                )
            with host.turn.lock:
                host.turn.wait()
                answer = self._connected().ask(address, headers, limit, self._timeout(host, address))
            with self._lock:
                self.requests += 1
                self.bytes += len(answer.data)
            return self._judged(host, address, answer)

        def pause(seconds: float) -> None:
            _log.info("waiting %.1f s before asking %s again", seconds, address)
            self.clock.sleep(seconds)

        return with_retries(attempt, self.manners.attempts, pause)

    def _timeout(self, host: Host, address: str) -> float:
        if self.patience is not None:  # somebody waits: no host gets longer than is left
            return max(0.1, min(self.manners.timeout, self._ends - self.clock.now()))
        return host.timeout(self.manners.timeout, address)

    def _judged(self, host: Host, address: str, answer: Answer) -> Answer:
        status = answer.status
        if status < 400:
            return answer
        if status in (404, 410):
            raise AbsentError(f"There is nothing at {address} (status {status}).", "Check the number or the address.")
        if status in (408, 429) or status >= 500:
            wait = retry_after(answer.headers.get("retry-after", ""), dt.datetime.now(dt.UTC))
            host.turn.pause(min(wait, self.manners.longest_wait))
            if wait > self.manners.longest_wait:
                host.closed_until = self.clock.now() + wait
                raise UnreachableError(
                    f"{address} asks to be left alone for {wait / 60:.0f} minutes (status {status}).",
                    "Run this again after that.",
                )
            raise AskAgain(f"{address} answered with status {status}.", "Try again later.", after=wait)
        raise RefusedError(f"{address} answered with status {status}.", "`loket doctor` compares this source.")

    def _connected(self) -> Asking:
        with self._lock:
            if self.transport is None:
                self.transport = Transport(self.manners.user_agent, own_places(self.rules))
            return self.transport


def _sent_on(at: str, answer: Answer) -> str:
    """Where a redirect leads to."""
    location = answer.headers.get("location", "")
    if not location:
        raise AskAgain(f"{at} sends us on, without saying where to.", "Try again later.")
    try:
        return urljoin(at, location).partition("#")[0]
    except ValueError as error:
        raise UnexpectedError(f"{at} sends us on to {location[:200]!r}, which is no address.", "Try later.") from error


def _fetched(address: str, answer: Answer, known: Validators | None) -> Fetched:
    now = dt.datetime.now(dt.UTC)
    if answer.status == 304:
        if not known:
            raise SourceError(f"{address} says that nothing changed, though it was not asked that.", "Try again later.")
        return Fetched(address, b"", "", now, known, unchanged=True)
    if answer.status not in (200, 203):
        said = f"{address} answered with status {answer.status}, without the thing itself."
        raise UnexpectedError(said, "Try again later.")
    return Fetched(
        address,
        answer.data,
        answer.headers.get("content-type", "").partition(";")[0].strip().lower(),
        now,
        Validators(answer.headers.get("etag", ""), answer.headers.get("last-modified", "")),
    )
