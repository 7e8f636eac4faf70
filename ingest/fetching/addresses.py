"""What is never connected to: addresses inside the user's own network, wherever a name or a redirect points.

A server that answers with ``Location: http://169.254.169.254/`` or a name that resolves to 10.0.0.1 would otherwise
make Loket fetch things that only the user's machine can see.
"""

import ipaddress
import socket

from ingest.fetching.rules import HostRule
from kb.errors import RefusedError, UnreachableError

_TRANSLATED = (ipaddress.IPv6Network("64:ff9b::/96"), ipaddress.IPv6Network("::/96"))


def is_public(address: str) -> bool:
    """Whether an IP address is one that everybody can reach."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    inner = _inside(ip) if isinstance(ip, ipaddress.IPv6Address) else None
    return (inner or ip).is_global and not ip.is_multicast


def _inside(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 address leads to: mapped, 6to4, of a translator (NAT64), or of the old notation."""
    last = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    translated = any(ip in network for network in _TRANSLATED)
    return ip.ipv4_mapped or ip.sixtofour or (last if translated and int(ip) > 1 else None)


def own_places(rules: tuple[HostRule, ...]) -> frozenset[str]:
    """Hosts that the settings themselves name by a private address (a mirror in the house, a test): these are meant."""
    return frozenset(rule.host for rule in rules if _is_literally_private(rule.host))


def public_addresses(host: str, port: int) -> tuple[str, ...]:
    """The IP addresses to connect to, the first that answers. Every address of the name must be public: RefusedError
    where one is not, UnreachableError where the name has none."""
    try:
        found = [str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except (OSError, UnicodeError) as error:
        raise UnreachableError(f"The name {host} cannot be resolved.", "Check the network, and the address.") from error
    private = next((address for address in found if not is_public(address)), None)
    if private or not found:
        raise RefusedError(
            f"{host} points to {private}, an address inside a private network.",
            "If that is a mirror of yours, name it by that address in config.toml.",
        )
    return tuple(dict.fromkeys(found))


def _is_literally_private(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return not is_public(host)
