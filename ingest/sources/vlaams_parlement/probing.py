"""For `loket doctor vlaams_parlement`: one item of each kind from the live interfaces, field by field.

One question is known for certain, so that a search that finds nothing and an interface that is gone are told apart:
written question 1836653 has file 2086017 (both printed on the parliament's own pages).
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.fetching.port import Fetcher
from ingest.formats import sniff
from ingest.sources.source import Probe
from ingest.sources.strict import Deviation, Finding
from ingest.sources.vlaams_parlement.addresses import Addresses, Query
from ingest.sources.vlaams_parlement.details import Details
from ingest.sources.vlaams_parlement.entries import Entry
from ingest.sources.vlaams_parlement.fields import DETAIL, KINDS, Listed, Soort
from ingest.sources.vlaams_parlement.listing import ANSWERED, ASKED, PUBLISHED, sessions_between
from ingest.sources.vlaams_parlement.pieces import main_file, refusal
from ingest.sources.vlaams_parlement.records import fold, read_detail
from ingest.sources.vlaams_parlement.searching import Searcher
from kb.errors import SourceError
from kb.settings import VlaamsParlementSettings

_KNOWN_QUESTION, _KNOWN_FILE = "1836653", "2086017"
_BACK = dt.timedelta(days=800)  # some kinds come once a year
_LATELY = dt.timedelta(days=120)


@dataclass(frozen=True, slots=True)
class Prober:
    settings: VlaamsParlementSettings
    fetcher: Fetcher

    @property
    def addresses(self) -> Addresses:
        return Addresses(self.settings)

    def probes(self, today: dt.date) -> Iterator[Probe]:
        yield self._known()
        for kind in self.settings.kinds:
            listed = KINDS[kind]
            found: list[Entry] = []
            yield self._search(listed, today, found)
            for entry in sorted(found, key=lambda entry: main_file(entry) is None)[:1]:
                yield self._detail(listed, entry)
                yield self._file(listed, entry)
        written = KINDS["schriftelijke vraag"]
        session = sessions_between(today, today)[0]
        for by in (ASKED, ANSWERED):
            yield self._filter(Query(written, by, today - _LATELY, today), f"the filter on {by}")
        yield self._filter(Query(written, session=session), f"the filter on zittingsjaar {session}")

    def _known(self) -> Probe:
        address = self.addresses.detail(Soort.SCHV, _KNOWN_QUESTION)
        asked = f"open data: written question {_KNOWN_QUESTION}"
        findings: list[Finding] = []
        try:
            entry = Details(self.settings, self.fetcher).one(KINDS["schriftelijke vraag"], _KNOWN_QUESTION, findings)
        except SourceError as error:
            return Probe(asked, address, tuple(findings), error=str(error))
        if entry is None:
            return Probe(asked, address, error="The interface does not know it any more.")
        if _KNOWN_FILE not in (file.pfile for file in entry.files):
            findings.append(Finding(Deviation.WRONG, DETAIL[Soort.SCHV].place, "bestand-ordered", f"no {_KNOWN_FILE}"))
        return Probe(asked, address, tuple(findings), _seen(entry))

    def _search(self, listed: Listed, today: dt.date, found: list[Entry]) -> Probe:
        """The newest hits only: a page of them, whatever the count."""
        query = Query(listed, PUBLISHED, today - _BACK, today)
        asked = f"search: {listed.kind}, published {query.first}..{query.last}"
        address = self.addresses.search(query, 1)
        try:
            page = Searcher(self.settings, self.fetcher).newest(query)
        except SourceError as error:
            return Probe(asked, address, error=str(error))
        found.extend(fold(page.hits))
        seen = (f"hits: {page.total}", f"{listed.kind} among the newest: {len(found)}")
        fault = "" if found else "Nothing of this kind was found; its filter may have changed."
        return Probe(asked, address, tuple(dict.fromkeys(page.findings)), seen, fault)

    def _detail(self, listed: Listed, entry: Entry) -> Probe:
        address = self.addresses.detail(listed.soort, entry.id)
        asked = f"open data: {listed.kind} {entry.id}"
        findings: list[Finding] = []
        details = Details(self.settings, self.fetcher)
        try:
            detail = details.detail(listed.soort, entry.id)
            if detail is None:
                return Probe(asked, address, error="The search names it and the open data interface does not know it.")
            read = read_detail(detail, listed, entry.id, findings)
            if listed.soort is not Soort.PI and entry.id not in details.listed(listed, (entry,)):
                list_address = self.addresses.details(listed.soort, (entry.id,))
                findings.append(Finding(Deviation.MISSING, f"{DETAIL[listed.soort].place}/lijst", "id", list_address))
        except SourceError as error:
            return Probe(asked, address, tuple(findings), error=str(error))
        return Probe(asked, address, tuple(findings), _seen(read))

    def _file(self, listed: Listed, entry: Entry) -> Probe:
        findings: list[Finding] = []
        asked = f"file of {listed.kind} {entry.id}"
        try:
            batch = next(Details(self.settings, self.fetcher).batches(listed, (entry,)))
            file = main_file(batch.entries[0] if batch.entries else entry)
            if file is None:
                return Probe(asked, "", tuple(findings), ("no file yet",))
            pages = self.addresses.spoken(file.address)
            if not file.pfile and not pages:
                return Probe(asked, file.address, error="Its spoken text stands on a host that is not named.")
            address = self.addresses.pfile(file.pfile) if file.pfile else pages[0]
            data = self.fetcher.get(address).data
        except SourceError as error:
            return Probe(asked, self.addresses.page(entry.soort, entry.id), error=str(error))
        return Probe(asked, address, (), (sniff.media_type(data), f"{len(data)} bytes"), refusal(address, data))

    def _filter(self, query: Query, name: str) -> Probe:
        address = self.addresses.search(query, 1)
        try:
            page = Searcher(self.settings, self.fetcher).newest(query)
        except SourceError as error:
            return Probe(f"search: {name}", address, error=str(error))
        fault = "" if page.total else "Nothing was found; what the months do not show would be missed."
        return Probe(f"search: {name}", address, tuple(dict.fromkeys(page.findings)), (f"hits: {page.total}",), fault)


def _seen(entry: Entry) -> tuple[str, ...]:
    people = ", ".join(actor.name for actor in entry.people)
    facts = (
        ("title", entry.title),
        ("number", f"{entry.number} ({entry.session})"),
        ("people", people),
        ("asked", str(entry.asked or "")),
        ("answered", str(entry.answered or "")),
        ("files", ", ".join(file.key for file in entry.files)),
    )
    return tuple(f"{name}: {value}" for name, value in facts if value)
