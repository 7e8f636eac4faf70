"""A targeted collection: by number, by words, by days and kinds."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.fetching.port import Fetcher
from ingest.sources.port import Unusable
from ingest.sources.source import Page, Selection
from ingest.sources.strict import Finding
from ingest.sources.vlaams_parlement.addresses import Addresses, Query
from ingest.sources.vlaams_parlement.details import Details
from ingest.sources.vlaams_parlement.entries import Entry, record_of
from ingest.sources.vlaams_parlement.fields import ALIASES, KINDS, SOURCE, Listed, Soort
from ingest.sources.vlaams_parlement.listing import PUBLISHED, Lister, months_between
from ingest.sources.vlaams_parlement.pieces import loose_record
from ingest.sources.vlaams_parlement.searching import Searcher
from kb.errors import InputError
from kb.model.document import Problem
from kb.model.identity import DocumentId
from kb.settings import VlaamsParlementSettings

_ID = re.compile(r"(?:(?P<soort>schv|vi|pi)-)?(?P<id>(?<=-)\d{1,9}|\d{5,9})", re.IGNORECASE)
_PAGE = re.compile(
    r"vlaamsparlement\.be/(?:nl/)?parlementaire-documenten/"
    r"(?P<folder>schriftelijke-vragen|vragen-en-interpellaties|parlementaire-initiatieven)/(?P<id>\d+)"
)
_PFILE = re.compile(r"pfile(?:-|\?id=)(?P<id>\d{1,9})", re.IGNORECASE)
_WRITTEN = re.compile(r"SV\s*(?:nr\.?\s*)?(?P<number>\d{1,4})\s*\(?(?P<session>\d{4}-\d{4})\)?", re.IGNORECASE)
_SOORT_OF = {
    "schriftelijke-vragen": Soort.SCHV,
    "vragen-en-interpellaties": Soort.VI,
    "parlementaire-initiatieven": Soort.PI,
}
_FORMS = "schv-1836653, vi-2021377, pi-1863968, pfile-2086017 or SV 30 (2024-2025)"


@dataclass(frozen=True, slots=True)
class Selector:
    settings: VlaamsParlementSettings
    fetcher: Fetcher

    def pages(self, selection: Selection, today: dt.date) -> Iterator[Page]:
        """Raises InputError before anything is asked."""
        kinds = [_kind(word) for word in selection.kinds] or [KINDS[kind] for kind in self.settings.kinds]
        wanted = [_wanted(number) for number in selection.numbers]
        since = selection.since or dt.date.fromisoformat(self.settings.since)
        until = min(selection.until or today, today)
        if since > until:
            raise InputError(f"There are no days from {since} to {until}.", "Give --since an earlier day.")
        return self._pages(selection, kinds, wanted, since, until)

    def _pages(
        self,
        selection: Selection,
        kinds: list[Listed],
        wanted: list["_Wanted"],
        since: dt.date,
        until: dt.date,
    ) -> Iterator[Page]:
        for one in wanted:
            yield from self._numbered(one)
        if wanted and not selection.about:
            return
        for listed in kinds:
            windows = [(since, until)] if selection.about else months_between(since, until)
            for first, last in windows:
                query = Query(listed, PUBLISHED, first, last, words=selection.about)
                found = Searcher(self.settings, self.fetcher).within(query)
                yield from Lister(self.settings, self.fetcher).described(listed, found, "")

    def _numbered(self, wanted: "_Wanted") -> Iterator[Page]:
        if wanted.pfile:
            yield Page((loose_record(wanted.pfile),), "")
        elif wanted.soort:
            yield self._by_id(wanted.soort, wanted.id)
        else:
            yield from self._by_written_number(wanted)

    def _by_id(self, soort: Soort, id: str) -> Page:
        findings: list[Finding] = []
        details = Details(self.settings, self.fetcher)
        guess = next(listed for listed in KINDS.values() if listed.soort is soort)
        entry = details.one(guess, id, findings)
        if entry is None:
            address = Addresses(self.settings).detail(soort, id)
            return Page((), "", unusable=(_absent(f"{soort}-{id}", address),))
        listed = kind_of(entry)
        batch = next(details.batches(listed, (Entry(listed.kind, soort, id),)))
        records = tuple(record_of(one) for one in batch.entries)
        return Page(records, "", findings=tuple(batch.findings), unusable=tuple(batch.unusable))

    def _by_written_number(self, wanted: "_Wanted") -> Iterator[Page]:
        """The number counts per minister: there may be several, and all are meant."""
        listed = KINDS["schriftelijke vraag"]
        query = Query(listed, session=wanted.session, number=wanted.number)
        found = Searcher(self.settings, self.fetcher).within(query)
        found = found.narrowed(lambda entry: (entry.number, entry.session) == (wanted.number, wanted.session))
        if not found.hits:
            written = f"SV {wanted.number} ({wanted.session})"
            found.unusable.append(_absent(written, Addresses(self.settings).search(Query(listed), 1)))
        yield from Lister(self.settings, self.fetcher).described(listed, found, "")


@dataclass(frozen=True, slots=True)
class _Wanted:
    soort: Soort | None = None
    id: str = ""
    pfile: str = ""
    number: str = ""
    session: str = ""


def kind_of(entry: Entry) -> Listed:
    """The kind of an entry that no search listed, by the name of its type; else the first of its family."""
    family = [listed for listed in KINDS.values() if listed.soort is entry.soort]
    said = entry.type.lower()
    for listed in family:
        if said and (listed.aggregaattype.lower() == said or listed.words == said or listed.kind == said):
            return listed
    if entry.soort is Soort.PI:
        for word, kind in (
            ("begrotingstoelichting", "beleids- en begrotingstoelichting"),
            ("conceptnota", "conceptnota"),
            ("verslag", "commissieverslag"),
        ):
            if word in said:
                return KINDS[kind]
    return family[0]


def _wanted(written: str) -> _Wanted:
    text = " ".join(written.split())
    if match := _PAGE.search(text):
        return _Wanted(_SOORT_OF[match["folder"]], match["id"])
    if match := _PFILE.search(text):
        return _Wanted(pfile=match["id"])
    if match := _WRITTEN.fullmatch(text):
        return _Wanted(number=str(int(match["number"])), session=match["session"])
    if match := _ID.fullmatch(text):
        return _Wanted(Soort((match["soort"] or "schv").lower()), match["id"])
    raise InputError(f"'{written}' is not a number of the Vlaams Parlement that can be collected.", f"Write {_FORMS}.")


def _kind(word: str) -> Listed:
    said = word.strip().lower()
    listed = KINDS.get(ALIASES.get(said, said))
    if listed is None:
        raise InputError(f"'{word}' is not a kind of the Vlaams Parlement.", f"Known: {', '.join(KINDS)}.")
    return listed


def _absent(key: str, address: str) -> Unusable:
    message = f"The Vlaams Parlement does not know {key}."
    return Unusable(DocumentId(SOURCE, key), address, Problem("absent", message, "Check the number."))
