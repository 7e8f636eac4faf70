"""Waiting one's turn: per host, evenly spread, and longer where the host asks for it."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Clock:
    """Time as the fetcher sees it; tests give their own. ``now`` is in seconds and never goes back."""

    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep


@dataclass(slots=True)
class Turn:
    """One host's turns. ``interval`` seconds lie between the beginnings of two requests; ``lock`` is held while one is
    under way, so that there is never more than one."""

    interval: float
    clock: Clock
    lock: threading.Lock = field(default_factory=threading.Lock)
    _next: float = float("-inf")

    def wait(self) -> None:
        """Until the next request may begin; the caller holds ``lock``."""
        left = self._next - self.clock.now()
        if left > 0:
            self.clock.sleep(left)
        self._next = self.clock.now() + self.interval

    def pause(self, seconds: float) -> None:
        """The host asked to be left alone for so long."""
        self._next = max(self._next, self.clock.now() + seconds)

    def slow_down(self, interval: float) -> None:
        """The host asked for a longer interval (Crawl-delay)."""
        self.interval = max(self.interval, interval)
