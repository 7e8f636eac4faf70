"""A writer to be killed: indexes a made-up corpus, and kills itself at a named event.

    python -m tests.kb.indexing.killed_writer ROOT KILL_AT

Events are the steps that change what is on disk: each call of the engine, each file that is synced, renamed or deleted.
With KILL_AT 0 it runs to the end and prints how many there were.
"""

import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kb.indexing.bringing import bring_in_line
from kb.store.generations import Generations
from kb.store.qdrant_edge import EdgeEngine
from tests.kb.indexing.corpus import MemoryCatalog, making


def first_corpus() -> MemoryCatalog:
    catalog = MemoryCatalog()
    for at in range(20):
        catalog.put(f"stuk {at:02}", f"Het loket staat in stuk {at}.\n\nDe minister antwoordt op vraag {at}.")
    return catalog


def second_corpus() -> MemoryCatalog:
    catalog = first_corpus()
    for at in range(0, 20, 3):
        catalog.put(f"stuk {at:02}", f"Het loket staat nu anders in stuk {at}.\n\nEen derde zin.\n\nEn nog een.")
    for at in range(1, 20, 5):
        catalog.remove(f"stuk {at:02}")
    for at in range(20, 60):
        catalog.put(f"stuk {at:02}", f"Het loket staat in stuk {at}.\n\nDe minister antwoordt op vraag {at}.")
    return catalog


class _Countdown:
    def __init__(self, kill_at: int) -> None:
        self.seen = 0
        self._kill_at = kill_at

    def around(self, holder: Any, name: str) -> None:
        """An event before the call and one after it."""
        original: Callable[..., Any] = getattr(holder, name)

        def counted(*given: Any, **named: Any) -> Any:
            self._event()
            result = original(*given, **named)
            self._event()
            return result

        setattr(holder, name, counted)

    def _event(self) -> None:
        self.seen += 1
        if self.seen == self._kill_at:
            os.kill(os.getpid(), signal.SIGKILL)


def main(root: Path, kill_at: int) -> None:
    countdown = _Countdown(kill_at)
    for name in ("upsert", "delete", "flush", "seal", "close"):
        countdown.around(EdgeEngine, name)
    for holder, name in (
        (os, "fsync"),
        (os, "unlink"),
        (os, "rmdir"),
        (Path, "rename"),
        (Path, "replace"),
        (Path, "mkdir"),
        (shutil, "rmtree"),
    ):
        countdown.around(holder, name)
    print("begin", flush=True)
    bring_in_line(second_corpus(), Generations(root), making())
    print(countdown.seen, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
