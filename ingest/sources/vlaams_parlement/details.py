"""What the open data interface says of the entries that a search found, many at a time where it can."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ingest.fetching.port import Fetcher
from ingest.sources.port import Unusable
from ingest.sources.strict import Deviation, Finding
from ingest.sources.vlaams_parlement.addresses import JSON, LIST_SIZE, Addresses
from ingest.sources.vlaams_parlement.decoding import decode
from ingest.sources.vlaams_parlement.entries import Attached, Entry, FileRole, joined
from ingest.sources.vlaams_parlement.fields import DETAIL, SOURCE, Listed, Soort
from ingest.sources.vlaams_parlement.pages import spoken_link
from ingest.sources.vlaams_parlement.records import details_of, read_detail
from ingest.sources.vlaams_parlement.values import Table, tables, text
from kb.errors import AbsentError, SourceError, UnexpectedError, UnreachableError
from kb.model.document import Problem
from kb.model.identity import DocumentId
from kb.settings import VlaamsParlementSettings

ENOUGH = 3
_NONE = "no data found"  # what the interface answers, with status 200, for what it does not have


@dataclass(slots=True)
class Batch:
    """Entries with what is known of them from both interfaces; ``unread`` are those of which the details cannot be
    read now."""

    entries: list[Entry] = field(default_factory=list)
    unread: list[Entry] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    unusable: list[Unusable] = field(default_factory=list)


@dataclass(slots=True)
class _Patience:
    """How many requests in a row got no answer. A single one is that item's trouble; ENOUGH of them the server's."""

    details: int = 0
    pages: int = 0


@dataclass(frozen=True, slots=True)
class Details:
    settings: VlaamsParlementSettings
    fetcher: Fetcher

    def batches(self, listed: Listed, entries: Sequence[Entry]) -> Iterator[Batch]:
        """In the order given. Ids that the interface does not know it leaves out without a word: they keep what the
        search said, with a finding."""
        patience = _Patience()
        for at in range(0, len(entries), LIST_SIZE):
            some = entries[at : at + LIST_SIZE]
            batch = Batch()
            known = {} if listed.soort is Soort.PI else self.listed(listed, some)
            for entry in some:
                self._complete(listed, entry, known, batch, patience)
            yield batch

    def one(self, listed: Listed, id: str, findings: list[Finding]) -> Entry | None:
        """The entry ``id`` as the interface knows it; None where it does not. Raises SourceError."""
        detail = self.detail(listed.soort, id)
        return read_detail(detail, listed, id, findings) if detail is not None else None

    def detail(self, soort: Soort, id: str) -> Table | None:
        address = Addresses(self.settings).detail(soort, id)
        try:
            data = self.fetcher.get(address, accept=JSON).data
        except AbsentError:
            return None
        if not data.strip() or _NONE in data[:200].decode("utf-8", errors="replace").lower():
            return None
        found = details_of(decode(data, address))
        if not found:
            raise UnexpectedError(f"{address} answered without the {soort} it was asked for.", "Try again later.")
        return found[0]

    def listed(self, listed: Listed, entries: Sequence[Entry]) -> dict[str, Table]:
        """By id; {} where the list as a whole cannot be had, each is then asked for by itself."""
        address = Addresses(self.settings).details(listed.soort, (entry.id for entry in entries))
        try:
            found = details_of(decode(self.fetcher.get(address, accept=JSON).data, address))
        except SourceError:  # one entry may be enough to make the list fail
            return {}
        return {id: detail for detail in found if (id := _id_of(detail, listed.soort))}

    def _complete(
        self, listed: Listed, entry: Entry, known: dict[str, Table], batch: Batch, patience: _Patience
    ) -> None:
        place = DETAIL[listed.soort].place
        try:
            detail = known[entry.id] if entry.id in known else self.detail(listed.soort, entry.id)
        except SourceError as error:
            if isinstance(error, UnreachableError):
                patience.details += 1
                if patience.details >= ENOUGH:
                    raise
            address = Addresses(self.settings).detail(listed.soort, entry.id)
            advice = f"Later: loket fetch vlaams_parlement --number {entry.key}."
            problem = Problem("detail", f"What it is cannot be read: {error.message}", advice)
            batch.unusable.append(Unusable(DocumentId(SOURCE, entry.key), address, problem))
            batch.unread.append(entry)
            return
        patience.details = 0
        if detail is None:
            batch.findings.append(Finding(Deviation.MISSING, place, "(the whole answer)", f"{listed.kind} {entry.id}"))
            whole = entry
        else:
            whole = joined(read_detail(detail, listed, entry.id, batch.findings), entry)
        batch.entries.append(self._with_report(whole, batch, patience))

    def _with_report(self, entry: Entry, batch: Batch, patience: _Patience) -> Entry:
        """The open data interface has spoken text only as JSON; where its page is, only the question's page says."""
        if not entry.has_report or any(file.role is not FileRole.ATTACHMENT for file in entry.files):
            return entry
        address = Addresses(self.settings).page(entry.soort, entry.id)
        link, why = "", address
        if patience.pages < ENOUGH:
            try:
                link = spoken_link(self.fetcher.get(address).data)
                patience.pages = 0
            except SourceError as error:
                patience.pages += isinstance(error, UnreachableError)
                why = f"{address} ({error.message})"
        if not link:
            batch.findings.append(Finding(Deviation.MISSING, "web page", "verslag", why))
            return entry
        return joined(entry, Entry(entry.kind, entry.soort, entry.id, files=(Attached("", link, FileRole.SPOKEN),)))


def _id_of(detail: Table, soort: Soort) -> str:
    """Its own, or that of the link to itself: some details of spoken questions come without an id."""
    if own := text(detail.get("id")):
        return own
    for link in tables(detail.get("link")):
        path, _, last = text(link.get("href")).partition("?")[0].rstrip("/").rpartition("/")
        if text(link.get("rel")) == "self" and path.endswith(f"/{soort}") and last.isdigit():
            return last
    return ""
