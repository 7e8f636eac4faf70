"""Visiting the addresses, one after the other; one that fails does not stop the others."""

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ingest.fetching.port import Fetcher, Validators
from ingest.sources.port import Unusable
from ingest.sources.source import Page, Record
from ingest.sources.webpage.addresses import document_of
from ingest.sources.webpage.records import CATEGORY, Visited, read_page
from kb.errors import AbsentError, SourceError
from kb.model.document import Problem

ACCEPT = "text/html, application/xhtml+xml, application/pdf"


@dataclass(frozen=True, slots=True)
class Known:
    """What the last visit gave: the record, and what to ask with whether the page changed since."""

    content: str
    validators: Validators


@dataclass(frozen=True, slots=True)
class Listing:
    """``cursor`` holds what each visit gave, as JSON."""

    fetcher: Fetcher
    today: dt.date
    limit: int

    def visit(self, addresses: Iterable[str], cursor: str) -> Iterator[Page]:
        """One page of the listing for each address. An unchanged one gives the same record as before."""
        asked = tuple(dict.fromkeys(addresses))
        known = {address: visit for address, visit in _known(cursor).items() if address in asked}
        for address in asked:
            page, visit = self._visit(address, known.get(address))
            known.pop(address, None)
            if visit:
                known[address] = visit
            yield Page(page.records, _written(known), unusable=page.unusable, expected_total=len(asked))

    def _visit(self, address: str, known: Known | None) -> tuple[Page, Known | None]:
        """A page that is gone stays followed; it may come back."""
        try:
            answer = self.fetcher.get(
                address, accept=ACCEPT, limit=self.limit, known=known.validators if known else None
            )
            if answer.unchanged and known:
                return Page((Record(CATEGORY, address, known.content),), ""), known
            record = read_page(answer.data, address, self.today).record
            visit = Known(record.content, answer.validators) if answer.validators else None
            return Page((record,), ""), visit
        except AbsentError as error:
            gone = Page((Visited(address, absent=True).record,), "", unusable=(_unusable(address, error),))
            return gone, None
        except SourceError as error:
            return Page((), "", unusable=(_unusable(address, error),)), known


def _unusable(address: str, error: SourceError) -> Unusable:
    code = "absent" if isinstance(error, AbsentError) else "unusable_page"
    return Unusable(document_of(address), address, Problem(code, error.message, error.advice))


def _known(cursor: str) -> dict[str, Known]:
    """Nothing, where the cursor is not one of ours: then every page is asked for in full."""
    try:
        held = json.loads(cursor or "{}")
        return {
            str(address): Known(str(content), Validators(str(etag), str(modified)))
            for address, (etag, modified, content) in held.items()
        }
    except (ValueError, TypeError, AttributeError):
        return {}


def _written(known: dict[str, Known]) -> str:
    return json.dumps(
        {
            address: [visit.validators.etag, visit.validators.last_modified, visit.content]
            for address, visit in sorted(known.items())
        },
        ensure_ascii=False,
    )
