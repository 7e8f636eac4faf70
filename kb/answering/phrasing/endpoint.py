"""The door to a language model: one request to an OpenAI-compatible interface, its answer taken piece by piece.

What goes wrong is a value, not an error: the answer in quotes stands without it. Protocol:
https://platform.openai.com/docs/api-reference/chat/create and .../chat/streaming (server-sent events: lines of
``data: {json}``, the last one ``data: [DONE]``). An interface that does not stream answers with one JSON object.
"""

import json
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from kb.answering.phrasing.phrased import Problem
from kb.answering.phrasing.request import Message

if TYPE_CHECKING:
    import httpx

# Far more than a few sentences; a server that goes on and on is cut off.
_MOST_BYTES = 1_000_000
_LOCAL = ("localhost", "127.0.0.1", "::1")
_SEED = 20_241_031


@dataclass(frozen=True, slots=True)
class Endpoint:
    """``url`` is what ``/chat/completions`` comes after; ``timeout`` in seconds, for all of it together."""

    url: str
    model: str
    key: str
    timeout: int

    def stream(self, messages: Sequence[Message], take: Callable[[str], None]) -> Problem | None:
        """Give every piece of the answer to ``take`` as it comes; None where it came to its end."""
        import httpx

        taken = _Taken(take, time.monotonic() + self.timeout)
        try:
            local = (urlsplit(self.url).hostname or "") in _LOCAL
            with (
                httpx.Client(timeout=self.timeout, follow_redirects=False, trust_env=not local) as client,
                client.stream("POST", self._address, headers=self._headers, content=self._body(messages)) as response,
            ):
                return _refusal(response.status_code) or _read(response, taken)
        except _TooSlow:
            return Problem.SLOW
        except httpx.TimeoutException:
            return Problem.SLOW
        except (httpx.HTTPError, OSError):
            return Problem.BROKEN_OFF if taken.any else Problem.UNREACHABLE
        except (httpx.InvalidURL, ValueError):  # an address or a key that cannot stand in a request
            return Problem.UNEXPECTED if taken.any else Problem.UNREACHABLE

    @property
    def _address(self) -> str:
        return f"{self.url.rstrip('/')}/chat/completions"

    @property
    def _headers(self) -> dict[str, str]:
        wanted = {"Content-Type": "application/json", "Accept": "text/event-stream, application/json"}
        return {**wanted, "Authorization": f"Bearer {self.key}"} if self.key else wanted

    def _body(self, messages: Sequence[Message]) -> bytes:
        asked = {
            "model": self.model,
            "messages": [asdict(message) for message in messages],
            "temperature": 0,
            "seed": _SEED,
            "stream": True,
        }
        return json.dumps(asked).encode()


class _TooSlow(Exception):
    """The whole takes longer than it may."""


@dataclass(slots=True)
class _Taken:
    """Hands pieces on; ``any`` is True once there was one."""

    take: Callable[[str], None]
    until: float
    any: bool = False

    def __call__(self, piece: str) -> None:
        if piece:
            self.any = True
            self.take(piece)

    def check(self) -> None:
        if time.monotonic() > self.until:
            raise _TooSlow


def _refusal(status: int) -> Problem | None:
    if status == 200:
        return None
    if status in (401, 403):
        return Problem.REFUSED
    return Problem.UNREACHABLE if status == 429 or status >= 500 else Problem.UNEXPECTED


def _read(response: "httpx.Response", taken: _Taken) -> Problem | None:
    media = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if media == "application/json":
        return _read_whole(response, taken)
    if media != "text/event-stream":
        return Problem.UNEXPECTED
    ended = False
    for line in _lines(response, taken):
        field, _, value = line.partition(b":")
        if field.strip() != b"data":
            continue
        if value.strip() == b"[DONE]":
            return None
        piece, last = _piece(value)
        if piece is None:
            return Problem.UNEXPECTED
        taken(piece)
        ended = ended or last
    return None if ended else Problem.BROKEN_OFF


def _lines(response: "httpx.Response", taken: _Taken) -> Iterator[bytes]:
    """Lines as they come, without a limit of time for one of them but with one for all."""
    rest = b""
    size = 0
    for part in response.iter_bytes():
        taken.check()
        size += len(part)
        if size > _MOST_BYTES:
            return
        *lines, rest = (rest + part).split(b"\n")
        yield from lines
    yield rest


def _read_whole(response: "httpx.Response", taken: _Taken) -> Problem | None:
    data = b"\n".join(_lines(response, taken))
    try:
        content = json.loads(data)["choices"][0]["message"]["content"]
    except (ValueError, LookupError, TypeError):
        return Problem.UNEXPECTED
    if not isinstance(content, str):
        return Problem.UNEXPECTED
    taken(content)
    return None


def _piece(value: bytes) -> tuple[str | None, bool]:
    """The text of one event and whether it is the last; None for what is no event of this protocol."""
    try:
        event: Any = json.loads(value)
        choices = event["choices"]
        if not choices:  # some servers close with an event that only counts tokens
            return "", False
        content = choices[0].get("delta", {}).get("content")
        return content or "", choices[0].get("finish_reason") is not None
    except (ValueError, LookupError, TypeError, AttributeError):
        return None, False
