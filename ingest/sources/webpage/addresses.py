"""Addresses as people type them, and what follows from one: its hosts, the id of its document, whose site it is."""

from collections.abc import Iterable
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from kb.errors import InputError
from kb.model.identity import DocumentId
from kb.model.terms import Parliament

_TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid")
_DEFAULT_PORTS = {"http": 80, "https": 443}
# The government whose position a site states, by the end of its host.
_SITES = {
    "rijksoverheid.nl": Parliament.TWEEDE_KAMER,
    "overheid.nl": Parliament.TWEEDE_KAMER,
    "tweedekamer.nl": Parliament.TWEEDE_KAMER,
    "loketkennisveiligheid.nl": Parliament.TWEEDE_KAMER,
    "vlaanderen.be": Parliament.VLAAMS_PARLEMENT,
    "vlaamsparlement.be": Parliament.VLAAMS_PARLEMENT,
    "ewi-vlaanderen.be": Parliament.VLAAMS_PARLEMENT,
}


def normalised(written: str) -> str:
    """The address to ask for: with a scheme, the host in small letters, no part of a page, nothing that only tracks.

    Raises InputError for what is no web address.
    """
    text = written.strip()
    if text and "://" not in text and "." in text.split("/", 1)[0]:
        text = f"https://{text}"
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    if parts.scheme.lower() not in _DEFAULT_PORTS or not parts.hostname or any(c.isspace() for c in text):
        raise InputError(
            f'"{written}" is not a web address.', "Such as https://www.rijksoverheid.nl/onderwerpen/kennisveiligheid."
        )
    if parts.username or parts.password:
        raise InputError(f"{parts.hostname}: an address with a password in it is not kept.", "Give it without.")
    scheme = parts.scheme.lower()
    host = parts.hostname.lower() + (f":{port}" if port and port != _DEFAULT_PORTS[scheme] else "")
    kept = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if not _tracks(name)]
    query = parts.query if len(kept) == len(parse_qsl(parts.query, keep_blank_values=True)) else urlencode(kept)
    return urlunsplit((scheme, host, parts.path or "/", query, ""))


def document_of(address: str) -> DocumentId:
    """``web/www.rijksoverheid.nl/onderwerpen/kennisveiligheid``: the same for http and https, and with or without a
    slash at the end."""
    parts = urlsplit(address)
    place = f"{parts.netloc}{parts.path.rstrip('/')}"
    return DocumentId("web", f"{place}?{parts.query}" if parts.query else place)


def origins_of(addresses: Iterable[str]) -> tuple[str, ...]:
    """Where these may lead: the host itself, by http and https, with and without ``www.``."""
    found: list[str] = []
    for address in addresses:
        parts = urlsplit(address)
        if parts.port:
            found.append(f"{parts.scheme}://{parts.netloc}")
            continue
        host = parts.netloc
        other = host.removeprefix("www.") if host.startswith("www.") else f"www.{host}"
        found.extend(f"{scheme}://{name}" for name in (host, other) for scheme in ("https", "http"))
    return tuple(dict.fromkeys(found))


def parliament_of(address: str) -> Parliament | None:
    """Whose government the site speaks for; None where the host does not tell."""
    host = urlsplit(address).hostname or ""
    return next((found for end, found in _SITES.items() if host == end or host.endswith(f".{end}")), None)


def _tracks(name: str) -> bool:
    return name.lower().startswith(_TRACKING)
