"""What a host's robots.txt allows (RFC 9309), read by protego."""

from dataclasses import dataclass
from typing import Any

ROBOTS = "/robots.txt"
ROBOTS_LIMIT = 500 * 1024  # bytes that must be read at least (RFC 9309, 2.5); no more are


@dataclass(frozen=True, slots=True)
class Robots:
    """``rules`` is protego's; None: everything is allowed."""

    rules: Any = None

    def allows(self, address: str, agent: str) -> bool:
        return self.rules is None or bool(self.rules.can_fetch(address, agent))

    def delay(self, agent: str) -> float:
        """Seconds between requests, as the host wants them; 0 where it says nothing that can be meant."""
        if self.rules is None:
            return 0.0
        delay = float(self.rules.crawl_delay(agent) or 0.0)
        rate = self.rules.request_rate(agent)
        wanted = (delay, rate.seconds / rate.requests if rate and rate.requests else 0.0)
        return max((seconds for seconds in wanted if seconds > 0), default=0.0)


def read_robots(data: bytes) -> Robots:
    from protego import Protego

    return Robots(Protego.parse(data[:ROBOTS_LIMIT].decode("utf-8", errors="replace")))
