"""A local server for tests: it answers as a function says, and fails as scripted."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import SplitResult, parse_qs, urlsplit


@dataclass(frozen=True, slots=True)
class Asked:
    """One request: its path (not decoded), its query (first values, decoded), its headers and when it came."""

    target: str
    headers: dict[str, str]
    at: float

    @property
    def parts(self) -> SplitResult:
        return urlsplit(self.target)

    @property
    def path(self) -> str:
        return self.parts.path

    @property
    def query(self) -> dict[str, str]:
        return {name: values[0] for name, values in parse_qs(self.parts.query, keep_blank_values=True).items()}


@dataclass(frozen=True, slots=True)
class Reply:
    """What the server answers. ``cut_after``: the connection breaks after so many bytes of the body, though the
    length that was announced is the whole. ``repeat``: the body is sent so many times over (a huge file, streamed).
    """

    body: bytes = b""
    status: int = 200
    media_type: str = "application/octet-stream"
    headers: tuple[tuple[str, str], ...] = ()
    cut_after: int | None = None
    delay: float = 0.0
    repeat: int = 1
    announce_length: bool = True


NOT_FOUND = Reply(b"not found", 404, "text/plain")


@dataclass(slots=True)
class Fault:
    """For the next ``times`` requests whose target contains ``part`` this is answered instead."""

    part: str
    reply: Reply
    times: int


@dataclass(slots=True)
class Server:
    """``asked`` is every request so far. ``answer`` may be changed while it runs."""

    address: str
    answer: Callable[[Asked], Reply]
    asked: list[Asked] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    lock: Any = field(default_factory=threading.Lock)

    def fail(self, part: str, reply: Reply, times: int = 1) -> None:
        self.faults.append(Fault(part, reply, times))

    def reply_to(self, asked: Asked) -> Reply:
        with self.lock:
            self.asked.append(asked)
            for fault in self.faults:
                if fault.times > 0 and fault.part in asked.target:
                    fault.times -= 1
                    return fault.reply
        return self.answer(asked)

    def count(self, part: str) -> int:
        return sum(part in asked.target for asked in self.asked)


class _Handler(BaseHTTPRequestHandler):
    """``server`` is the `_Http` that it belongs to."""

    protocol_version = "HTTP/1.1"
    server: "_Http"

    def do_GET(self) -> None:
        served = self.server.served
        reply = served.reply_to(Asked(self.path, dict(self.headers.items()), time.monotonic()))
        if reply.delay:
            time.sleep(reply.delay)
        try:
            self._send(reply)
        except OSError:  # the client went away
            self.close_connection = True

    def _send(self, reply: Reply) -> None:
        self.send_response(reply.status)
        if reply.media_type:
            self.send_header("Content-Type", reply.media_type)
        if reply.announce_length:
            self.send_header("Content-Length", str(len(reply.body) * reply.repeat))
        else:
            self.close_connection = True
        for name, value in reply.headers:
            self.send_header(name, value)
        self.end_headers()
        if reply.cut_after is not None:
            self.wfile.write(reply.body[: reply.cut_after])
            self.wfile.flush()
            self.close_connection = True
            return
        for _ in range(reply.repeat):
            self.wfile.write(reply.body)

    def log_message(self, format: str, *args: Any) -> None:
        """Quiet."""


class _Http(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64
    served: Server

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that goes away is no news."""


@contextmanager
def serving(answer: Callable[[Asked], Reply]) -> Iterator[Server]:
    """The server on a free local port, until the block ends. ``/robots.txt`` is answered by ``answer`` too."""
    http = _Http(("127.0.0.1", 0), _Handler)
    server = Server(f"http://127.0.0.1:{http.server_address[1]}", answer)
    http.served = server
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        http.shutdown()
        http.server_close()
        thread.join()
