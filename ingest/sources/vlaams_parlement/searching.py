"""One question to the search, with all its pages; a window that is full is asked again in halves.

The search gives at most `most_hits` hits to one question, whatever there is, and says so only by the count.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from ingest.fetching.port import Fetcher
from ingest.sources.port import Unusable
from ingest.sources.strict import Deviation, Finding
from ingest.sources.vlaams_parlement.addresses import JSON, Addresses, Query
from ingest.sources.vlaams_parlement.decoding import decode
from ingest.sources.vlaams_parlement.entries import Entry
from ingest.sources.vlaams_parlement.fields import METATAGS, SEARCH, SOURCE
from ingest.sources.vlaams_parlement.records import fold, read_hit
from ingest.sources.vlaams_parlement.values import Table, number, table, tables, text
from kb.errors import UnexpectedError
from kb.model.document import Problem
from kb.model.identity import DocumentId
from kb.settings import VlaamsParlementSettings


@dataclass(slots=True)
class Found:
    """Hits, as entries that are not folded yet. ``whole``: nothing was left out; ``full``: the search has more than
    it gives. ``total`` is what it said."""

    hits: list[Entry] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    unusable: list[Unusable] = field(default_factory=list)
    whole: bool = True
    full: bool = False
    total: int = 0

    def narrowed(self, is_meant: Callable[[Entry], bool]) -> "Found":
        """Only the entries that are meant, each seen with all of its hits: a single one may lack what another says."""
        return replace(self, hits=[entry for entry in fold(self.hits) if is_meant(entry)])

    def add(self, other: "Found") -> None:
        self.hits.extend(other.hits)
        self.findings.extend(other.findings)
        self.unusable.extend(other.unusable)
        self.whole = self.whole and other.whole
        self.total += other.total


_SURELY = 20  # so many hits of which none is of the kind asked for are no leak any more


@dataclass(frozen=True, slots=True)
class Searcher:
    settings: VlaamsParlementSettings
    fetcher: Fetcher

    def within(self, query: Query) -> Found:
        """All hits of a window. A day that is full gives what it gives, and says so; without days, only ``full``."""
        found = Found()
        first_page = self._page(query, 1, found)
        found.total = self._total(first_page, query)
        found.full = found.total >= self.settings.most_hits
        if found.full and query.days and query.days[0] < query.days[1]:
            return self._halves(query, query.days[0], query.days[1], found.findings)
        if found.full and not query.days:
            found.whole = False
            return found
        self._read(query, first_page, found)
        if found.full:
            found.whole = False
            found.unusable.append(self._full_day(query, found.total))
        return found

    def newest(self, query: Query) -> Found:
        """The hits of the first page only."""
        found = Found()
        answer = self._page(query, 1, found)
        found.total = self._total(answer, query)
        self._take(query, tables(answer.get("result")), found)
        return found

    def _halves(self, query: Query, first: dt.date, last: dt.date, findings: list[Finding]) -> Found:
        middle = first + (last - first) // 2
        found = Found(findings=findings)
        found.add(self.within(replace(query, last=middle)))
        found.add(self.within(replace(query, first=middle + dt.timedelta(days=1))))
        return found

    def _read(self, query: Query, answer: Table, found: Found) -> None:
        """Page after page until the count is reached. Pages may be shorter than asked for, and the last may repeat."""
        page, received = 1, 0
        before: tuple[str, ...] = ()
        while True:
            hits = tables(answer.get("result"))
            ids = tuple(text(hit.get("id")) for hit in hits)
            if not hits or ids == before:
                break
            received += len(hits)
            self._take(query, hits, found)
            if received >= min(found.total, self.settings.most_hits):
                break
            page, before = page + 1, ids
            answer = self._page(query, page, found)
        if received >= _SURELY and not found.hits and not query.listed.words:
            # The filter lets some others through; all of them others means that it, or their name, is not what it was.
            said = f"none of {received} hits for {self._described(query)}"
            found.findings.append(Finding(Deviation.WRONG, METATAGS.place, "soort", said))
        if received < min(found.total, self.settings.most_hits):
            found.whole = False
            seen = f"{received} of {found.total} hits for {self._described(query)}"
            found.findings.append(Finding(Deviation.WRONG, SEARCH.place, "count", seen))

    def _take(self, query: Query, hits: tuple[Table, ...], found: Found) -> None:
        for hit in hits:
            try:
                entry = read_hit(hit, query.listed, found.findings)
            except ValueError as error:
                key = f"zoekresultaat-{text(hit.get('id')) or 'zonder-id'}"
                problem = Problem("no_id", f"It cannot be collected: {error}.", "Look for it on the web site.")
                found.unusable.append(Unusable(DocumentId(SOURCE, key), text(hit.get("url")), problem))
                continue
            if entry is not None:
                found.hits.append(entry)

    def _page(self, query: Query, page: int, found: Found) -> Table:
        address = Addresses(self.settings).search(query, page)
        try:
            answer = table(decode(self.fetcher.get(address, accept=JSON).data, address))
        except UnexpectedError:  # the access policy's page comes and goes; once more, then it is an error
            answer = table(decode(self.fetcher.get(address, accept=JSON).data, address))
        findings = SEARCH.findings(answer, self._described(query))
        found.findings.extend(one for one in findings if one not in found.findings)
        return answer

    def _total(self, answer: Table, query: Query) -> int:
        total = number(answer.get("count"))
        listed = "result" in answer
        if total is None or (total > 0 and not listed):
            what = "how many hits there are" if total is None else "its hits"
            raise UnexpectedError(
                f"The search of the Vlaams Parlement answered without {what}, for {self._described(query)}.",
                "Run `loket doctor vlaams_parlement`: it names the fields that changed.",
            )
        return total

    def _full_day(self, query: Query, total: int) -> Unusable:
        message = (
            f"The search gives at most {self.settings.most_hits} of the {total} or more hits for "
            f"{self._described(query)}; the rest cannot be listed."
        )
        key = f"venster-{query.listed.kind.replace(' ', '-')}-{query.first}"
        address = Addresses(self.settings).search(query, 1)
        advice = "Collect what is missing by number: loket fetch vlaams_parlement --number schv-<id>."
        return Unusable(DocumentId(SOURCE, key), address, Problem("window_full", message, advice))

    def _described(self, query: Query) -> str:
        words = [query.listed.kind]
        if query.days:
            words.append(f"{query.by} {query.days[0]}..{query.days[1]}")
        words.extend(word for word in (query.session, query.number, query.words) if word)
        return ", ".join(words)
