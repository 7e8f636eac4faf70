"""Visiting the addresses, one after the other; one that fails does not stop the others."""

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ingest.fetching.port import Fetcher, Validators
from ingest.sources.port import Unusable
from ingest.sources.source import Page
from ingest.sources.webpage.addresses import document_of
from ingest.sources.webpage.records import Visited, read_page
from kb.errors import AbsentError, SourceError
from kb.model.document import Problem

ACCEPT = "text/html, application/xhtml+xml, application/pdf"


@dataclass(frozen=True, slots=True)
class Listing:
    """``cursor`` holds what each server gave to ask whether a page changed, as JSON."""

    fetcher: Fetcher
    today: dt.date
    limit: int

    def visit(self, addresses: Iterable[str], cursor: str) -> Iterator[Page]:
        """One page of the listing for each address. An unchanged one gives no record: what is held of it stays."""
        asked = tuple(dict.fromkeys(addresses))
        known = {address: given for address, given in _known(cursor).items() if address in asked}
        for address in asked:
            page, validators = self._visit(address, known.get(address))
            known.pop(address, None)
            if validators:
                known[address] = validators
            yield Page(page.records, _written(known), unusable=page.unusable, expected_total=len(asked))

    def _visit(self, address: str, known: Validators | None) -> tuple[Page, Validators | None]:
        """A page that is gone stays followed; it may come back."""
        try:
            answer = self.fetcher.get(address, accept=ACCEPT, limit=self.limit, known=known)
            if answer.unchanged:
                return Page((), ""), known
            return Page((read_page(answer.data, address, self.today).record,), ""), answer.validators
        except AbsentError as error:
            gone = Page((Visited(address, absent=True).record,), "", unusable=(_unusable(address, error),))
            return gone, None
        except SourceError as error:
            return Page((), "", unusable=(_unusable(address, error),)), known


def _unusable(address: str, error: SourceError) -> Unusable:
    code = "absent" if isinstance(error, AbsentError) else "unusable_page"
    return Unusable(document_of(address), address, Problem(code, error.message, error.advice))


def _known(cursor: str) -> dict[str, Validators]:
    """Nothing, where the cursor is not one of ours: then every page is asked for in full."""
    try:
        held = json.loads(cursor or "{}")
        return {str(address): Validators(str(etag), str(modified)) for address, (etag, modified) in held.items()}
    except (ValueError, TypeError, AttributeError):
        return {}


def _written(known: dict[str, Validators]) -> str:
    return json.dumps({address: [given.etag, given.last_modified] for address, given in sorted(known.items())})
