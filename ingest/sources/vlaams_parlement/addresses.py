"""Every address that is asked. The path of a search is the query itself; how it is written follows clients that work.

https://ws.vlpar.be/v3/api-docs and https://ws.vlpar.be/e/opendata/api-docs describe the two interfaces.
"""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from ingest.sources.vlaams_parlement.fields import Listed, Soort
from kb.settings import VlaamsParlementSettings

JSON = "application/json"
LIST_SIZE = 50  # ids in one question for details: a short address
PFILE = re.compile(r"[?&]id=(\d+)")
_KEPT = ":.=+"  # what a query is made of; the blank is %20, never +


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched for: a kind, narrowed by a day's field, a session ("2025-2026"), a number, words."""

    listed: Listed
    by: str = ""
    first: dt.date | None = None
    last: dt.date | None = None
    session: str = ""
    number: str = ""
    words: str = ""

    @property
    def days(self) -> tuple[dt.date, dt.date] | None:
        return (self.first, self.last) if self.first and self.last else None


@dataclass(frozen=True, slots=True)
class Addresses:
    settings: VlaamsParlementSettings

    def search(self, query: Query, page: int, size: int = 0) -> str:
        """Newest first, so that what is published while we page moves things back, never past us."""
        parts = [quote(query.words, safe="")] if query.words else []
        if query.days:
            parts.append(f"+inmeta:{query.by}:daterange:{query.days[0]}..{query.days[1]}")
        if query.session:
            parts.append(f"+inmeta:zittingsjaar={query.session}")
        if query.number:
            parts.append(f"+inmeta:nummer={quote(query.number, safe='')}")
        wanted = ["paginatype:Parlementair document", f"aggregaat:{query.listed.aggregaat}"]
        if query.listed.aggregaattype:
            wanted.append(f"aggregaattype:{query.listed.aggregaattype}")
        required = ".".join(quote(one, safe=_KEPT) for one in wanted)
        return (
            f"{self.settings.search}/{''.join(parts)}&requiredfields={required}"
            f"?collection=vp_collection&sort=date&order=desc&max={size or self.settings.page_size}&page={page}"
        )

    def detail(self, soort: Soort, id: str) -> str:
        return f"{self.settings.opendata}/{soort}/{id}"

    def details(self, soort: Soort, ids: Iterable[str]) -> str:
        return f"{self.settings.opendata}/{soort}/lijst?id={','.join(ids)}"

    def pfile(self, number: str) -> str:
        return f"{self.settings.files}/pfile?id={number}"

    def pfile_again(self, number: str) -> str:
        """The same file under the other address that is in use."""
        return f"{self.settings.files}/files/pfile?id={number}"

    def page(self, soort: Soort, id: str) -> str:
        """Where a reader finds it."""
        return f"{self.settings.pages}/{_FOLDERS[soort]}/{id}"

    def spoken(self, address: str) -> tuple[str, ...]:
        """Where a web page with spoken text may stand, on the host that we may ask: as written, and, for the older
        form of address, where it moved; () where it is something else."""
        parts = urlsplit(address.strip())
        site = urlsplit(self.settings.pages)
        if "/verslag/" not in parts.path:
            return ()
        if parts.netloc and parts.netloc.removeprefix("www.") != site.netloc.removeprefix("www."):
            return ()
        paths = [parts.path] if parts.path.startswith("/nl/") else [parts.path, f"/nl/parlementair-werk{parts.path}"]
        return tuple(f"{site.scheme}://{site.netloc}{path}" for path in paths)


_FOLDERS = {
    Soort.SCHV: "schriftelijke-vragen",
    Soort.VI: "vragen-en-interpellaties",
    Soort.PI: "parlementaire-initiatieven",
}


def pfile_of(address: str) -> str:
    """The number in ``https://docs.vlaamsparlement.be/files/pfile?id=2086017``; "" where it is no such address."""
    match = PFILE.search(address) if "pfile" in address else None
    return match.group(1) if match else ""
