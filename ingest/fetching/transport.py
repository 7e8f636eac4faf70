"""The door to httpx: one request, its answer read up to a limit, its failures told apart."""

import contextlib
import time
import urllib.request
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit

from ingest.fetching.addresses import public_addresses
from ingest.fetching.retrying import AskAgain
from kb.errors import TooLargeError, UnexpectedError

if TYPE_CHECKING:
    import httpx

_SLOWEST = 20  # times the time-out: a body that trickles in for longer is given up


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer, whatever its status. ``headers`` have lower-case names."""

    status: int
    headers: dict[str, str]
    data: bytes


class Transport:
    """Connections to a few hosts, kept open between requests; close it after use. Redirects are not followed here.

    ``private`` are hosts that may be private addresses. Behind a proxy (HTTPS_PROXY and the like) the proxy resolves
    names and decides what may be reached; a host that is excepted from it (NO_PROXY) is connected to directly, and
    guarded as any.
    """

    def __init__(self, user_agent: str, private: frozenset[str]) -> None:
        import httpx

        named = {"User-Agent": user_agent}
        self._direct = httpx.Client(
            headers=named, follow_redirects=False, transport=_guarded_transport(private), trust_env=False
        )
        self._proxied: dict[str, httpx.Client] = {
            scheme: httpx.Client(headers=named, follow_redirects=False, proxy=_with_scheme(proxy), trust_env=False)
            for scheme, proxy in urllib.request.getproxies().items()
            if scheme in ("http", "https", "all") and proxy
        }

    def ask(self, address: str, headers: dict[str, str], limit: int, timeout: float) -> Answer:
        """Raises AskAgain for a connection that fails or breaks, and TooLargeError as soon as a body is over
        ``limit`` bytes (unpacked), without reading the rest; the body of a failure is not read beyond 64 kB."""
        import httpx

        begun = time.monotonic()
        try:
            # httpx would encode quotes and dollar signs anew, which one of the interfaces does not understand.
            exact = {"target": _target(address)}
            client = self._client_for(address)
            with client.stream("GET", address, headers=headers, extensions=exact, timeout=timeout) as response:
                good = response.is_success
                _check_head(address, response, limit)
                data = bytearray()
                for part in response.iter_bytes():
                    data += part
                    if not good and len(data) > 65_536:
                        break
                    if len(data) > limit:
                        raise _too_large(address, limit)
                    if time.monotonic() - begun > timeout * _SLOWEST:
                        raise AskAgain(f"{address} sends too slowly.", "Try again later.")
                return Answer(response.status_code, {k.lower(): v for k, v in response.headers.items()}, bytes(data))
        except httpx.TimeoutException as error:
            raise AskAgain(f"{address} gave no answer within {timeout:.0f} seconds.", "Try later.") from error
        except (httpx.TransportError, httpx.DecodingError) as error:
            said = str(error) or type(error).__name__
            raise AskAgain(f"The connection to {address} failed ({said}).", "Try again later.") from error
        except httpx.InvalidURL as error:
            raise UnexpectedError(f"{address[:200]!r} is no address ({error}).", "Check it in a browser.") from error
        except ValueError as error:  # a Content-Length that is no number
            raise AskAgain(f"{address} answered with a damaged head.", "Try again later.") from error

    def close(self) -> None:
        for client in (self._direct, *self._proxied.values()):
            client.close()

    def _client_for(self, address: str) -> "httpx.Client":
        parts = urlsplit(address)
        proxied = self._proxied.get(parts.scheme) or self._proxied.get("all")
        return self._direct if proxied is None or urllib.request.proxy_bypass(parts.hostname or "") else proxied


def _with_scheme(proxy: str) -> str:
    return proxy if "://" in proxy else f"http://{proxy}"


def _target(address: str) -> bytes:
    """Path and query as they stand in the address; only what may not stand in a request is encoded."""
    parts = urlsplit(address)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return quote(target, safe="!$%&'()*+,-./:;=?@[]_~|").encode("ascii")


def _check_head(address: str, response: "httpx.Response", limit: int) -> None:
    if "," in response.headers.get("Content-Encoding", ""):  # a few bytes could become billions
        raise UnexpectedError(f"{address} is packed more than once.", "It is not unpacked.")
    if response.is_success and int(response.headers.get("Content-Length") or 0) > limit:
        raise _too_large(address, limit)


def _too_large(address: str, limit: int) -> TooLargeError:
    return TooLargeError(f"{address} is larger than {limit / 1e6:.0f} MB.", "Raise ingest.max_file_mb in config.toml.")


def _guarded_transport(private: frozenset[str]) -> "httpx.BaseTransport":
    """httpx's own transport has no place to decide which IP address a name may become; httpcore's pool has."""
    import httpcore
    import httpx

    class PublicOnly(httpcore.SyncBackend):
        def connect_tcp(self, host: str, port: int, **options: Any) -> Any:  # type: ignore[override]
            # A checked address is the one connected to: a name that changes in between gains nothing. TLS still checks
            # the certificate against the name.
            *others, last = (host,) if host in private else public_addresses(host, port)
            for address in others:  # such as one of IPv6, where only IPv4 leads out
                with contextlib.suppress(httpcore.NetworkError, httpcore.TimeoutException):
                    return super().connect_tcp(address, port, **options)
            return super().connect_tcp(last, port, **options)

    class Guarded(httpx.BaseTransport):
        def __init__(self) -> None:
            self._pool = httpcore.ConnectionPool(
                ssl_context=httpx.create_ssl_context(), max_connections=10, network_backend=PublicOnly()
            )

        def handle_request(self, request: httpx.Request) -> httpx.Response:
            asked = httpcore.Request(
                method=request.method,
                url=httpcore.URL(
                    scheme=request.url.raw_scheme,
                    host=request.url.raw_host,
                    port=request.url.port,
                    target=request.url.raw_path,
                ),
                headers=request.headers.raw,
                extensions=request.extensions,
            )
            with _translated():
                answer = self._pool.handle_request(asked)
            return httpx.Response(
                status_code=answer.status,
                headers=answer.headers,
                stream=_Body(answer),
                extensions=answer.extensions,
            )

        def close(self) -> None:
            self._pool.close()

    class _Body(httpx.SyncByteStream):
        def __init__(self, answer: Any) -> None:
            self._answer = answer

        def __iter__(self) -> Iterator[bytes]:
            parts: Iterable[bytes] = self._answer.stream
            with _translated():
                yield from parts

        def close(self) -> None:
            self._answer.close()

    return Guarded()


@contextlib.contextmanager
def _translated() -> Iterator[None]:
    import httpcore
    import httpx

    try:
        yield
    except httpcore.TimeoutException as error:
        raise httpx.TimeoutException(str(error)) from error
    except (httpcore.NetworkError, httpcore.ProtocolError) as error:
        raise httpx.TransportError(str(error)) from error
