"""Which hosts may be asked, and how often."""

from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class HostRule:
    """At most ``requests`` in any ``seconds``, evenly spread; one at a time.

    ``address`` is the beginning of the addresses meant: ``https://zoek.officielebekendmakingen.nl``. Its scheme, host
    and port say which host; its path counts for ``robots``, which is false only for a documented programming interface
    under exactly that address: robots.txt is not about it. ``timeout`` (seconds) is for a host that is slower than
    others; None: the general one.
    """

    address: str
    requests: int = 10
    seconds: float = 10.0
    robots: bool = True
    timeout: float | None = None

    @property
    def origin(self) -> str:
        """Scheme, host and port, as `origin_of` gives them."""
        return origin_of(self.address)

    @property
    def host(self) -> str:
        return urlsplit(self.address).hostname or ""


def origin_of(address: str) -> str:
    """``https://example.org:443``; "" for what is no http or https address."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return ""
    return f"{parts.scheme}://{parts.hostname.lower()}:{port or (443 if parts.scheme == 'https' else 80)}"
