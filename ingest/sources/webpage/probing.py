"""The questions of `loket doctor`: each address that is followed."""

from collections.abc import Iterator

from ingest.formats.read import extract
from ingest.sources.source import Probe
from ingest.sources.strict import Deviation, Finding
from ingest.sources.webpage.listing import ACCEPT, Listing
from ingest.sources.webpage.records import read_page
from kb.errors import LoketError


def probes(addresses: tuple[str, ...], listing: Listing) -> Iterator[Probe]:
    for address in addresses:
        asked = "a page that is followed"
        try:
            answer = listing.fetcher.get(address, accept=ACCEPT, limit=listing.limit)
            visited = read_page(answer.data, address, listing.today)
            words = sum(len(line.text.split()) for line in extract(answer.data, address).lines)
        except LoketError as error:
            yield Probe(asked, address, error=str(error))
            continue
        is_page = visited.media_type == "text/html"
        absent = (("title", visited.title), ("date", visited.changed or visited.published)) if is_page else ()
        findings = tuple(Finding(Deviation.MISSING, "page", name, address) for name, value in absent if not value)
        seen = (f"title: {visited.title}", f"published: {visited.published}", f"changed: {visited.changed}")
        yield Probe(asked, address, findings, (*(one for one in seen if not one.endswith(": ")), f"words: {words}"))
