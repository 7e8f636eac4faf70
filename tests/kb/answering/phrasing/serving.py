"""A local server that answers as an OpenAI-compatible interface does, or as badly as a test wants."""

import json
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

DONE = b"data: [DONE]\n\n"


@dataclass(frozen=True, slots=True)
class Script:
    """``parts`` of the body, each sent after ``pause`` seconds; ``cut``: the connection breaks after the last one."""

    parts: tuple[bytes, ...]
    status: int = 200
    media_type: str = "text/event-stream"
    pause: float = 0.0
    cut: bool = False
    headers: tuple[tuple[str, str], ...] = ()


def event(text: str | None, finish: str | None = None) -> bytes:
    choice = {"index": 0, "delta": {"content": text}, "finish_reason": finish}
    return b"data: " + json.dumps({"object": "chat.completion.chunk", "choices": [choice]}).encode() + b"\n\n"


def said(text: str, size: int = 7) -> Script:
    """``text`` in pieces of ``size`` characters, as it should be streamed."""
    pieces = [event(text[at : at + size]) for at in range(0, len(text), size)]
    return Script((b": a comment\n\n", *pieces, event(None, "stop"), DONE))


@dataclass(slots=True)
class Server:
    """``asked``: the bodies of all requests, ``headers`` theirs. ``script`` may be changed while it runs."""

    url: str
    script: Script
    asked: list[Any] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)


@contextmanager
def model_at(script: Script) -> Iterator[Server]:
    """On a free local port until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            server.asked.append(json.loads(body))
            server.headers.append(dict(self.headers.items()))
            server.targets.append(self.path)
            try:
                self._send(server.script)
            except OSError:  # the client went away
                self.close_connection = True

        def _send(self, script: Script) -> None:
            self.send_response(script.status)
            self.send_header("Content-Type", script.media_type)
            self.send_header("Transfer-Encoding", "chunked")
            for name, value in script.headers:
                self.send_header(name, value)
            self.end_headers()
            self._send_parts(script.parts, script.pause)
            if script.cut:
                self.close_connection = True
            else:
                self.wfile.write(b"0\r\n\r\n")

        def _send_parts(self, parts: Sequence[bytes], pause: float) -> None:
            for part in parts:
                time.sleep(pause)
                self.wfile.write(f"{len(part):x}\r\n".encode() + part + b"\r\n")
                self.wfile.flush()

        def log_message(self, format: str, *args: Any) -> None:
            """Quiet."""

    class Quiet(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: Any, client_address: Any) -> None:
            """A client that goes away is no news."""

    http = Quiet(("127.0.0.1", 0), Handler)
    server = Server(f"http://127.0.0.1:{http.server_address[1]}/v1", script)
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        http.shutdown()
        http.server_close()
        thread.join()
