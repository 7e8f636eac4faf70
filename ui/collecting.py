"""Building what collects: the sources by name, their fetcher, one run after another, and the index at the end."""

import datetime as dt
import os
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from kb.errors import InputError
from kb.settings import Settings

if TYPE_CHECKING:
    from ingest.collecting.order import Order
    from ingest.collecting.report import CollectReport
    from ingest.fetching.polite import PoliteFetcher
    from ingest.sources.source import Probe, Selection, Source
    from kb.catalog.catalog import Catalog
    from kb.indexing.report import IndexReport

Progress = Callable[[int, int, str], None]
WEBPAGE = "webpage"
SOURCES = ("tweede_kamer", "officiele_bekendmakingen", "vlaams_parlement", WEBPAGE)
# Of two sources with one document the first holds it: official XML before the PDF of the same answer.
PRECEDENCE = ("officiele_bekendmakingen", "tweede_kamer", "vlaams_parlement", WEBPAGE)
_REACHED_WITHIN = 3.0  # seconds for a first connection, when nobody asked to collect


@dataclass(frozen=True, slots=True)
class FetchReport:
    """One report for each source, in the order in which they were collected; ``index`` None where nothing was kept."""

    sources: "tuple[CollectReport, ...]"
    index: "IndexReport | None" = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """One source with what is asked of it. ``addresses`` are pages to follow from now on (webpage only)."""

    source: str
    selection: "Selection | None" = None
    addresses: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Hurry:
    """For a collection that nobody waits for gladly: few attempts, and an end."""

    seconds: float


def fetch(
    settings: Settings,
    wanted: tuple[Wanted, ...],
    order: "Order",
    progress: Callable[[str], Progress],
    hurry: Hurry | None = None,
) -> FetchReport:
    """Collect each of these, one after the other, then bring the index in line. ``progress`` makes one for a source.

    Raises LockedError where another process writes, InputError for what a source cannot be asked.
    """
    from kb.catalog.catalog import Catalog
    from kb.catalog.lock import WriterLock
    from ui.build import index_in_line

    ends = time.monotonic() + hurry.seconds if hurry else None
    reports: list[CollectReport] = []
    with WriterLock(settings.corpus_path), Catalog.open(settings.corpus_path, write=True) as catalog:
        for one in wanted:
            left = Hurry(max(0.0, ends - time.monotonic())) if ends is not None else None
            try:
                report = _collect(settings, catalog, one, order, progress(one.source), left)
            except InputError as error:
                if len(wanted) == 1:
                    raise
                report = _not_asked(one.source, str(error))  # the others can be, and what they gave is to be found
            reports.append(report)
            if report.run.outcome == "interrupted":
                break
        if order.dry_run or not catalog.statistics().documents:
            return FetchReport(tuple(reports))
        return FetchReport(tuple(reports), index_in_line(settings, catalog, progress("")))


def _not_asked(source: str, why: str) -> "CollectReport":
    from ingest.collecting.report import CollectReport
    from kb.model.collecting import Run, RunOutcome

    now = dt.datetime.now(dt.UTC)
    return CollectReport(Run(0, source, now, RunOutcome.FAILED, ended=now, message=why))


def dossier_wanted(path: Path) -> tuple[Wanted, ...]:
    """What a dossier's file asks of each source. Raises InputError with every fault in it."""
    from ingest.sources.dossier.dossier import selections
    from ingest.sources.dossier.reading import read_dossier

    found = selections(read_dossier(path))
    return tuple(
        Wanted(source, selection, selection.numbers if source == WEBPAGE else ()) for source, selection in found
    )


def probe(settings: Settings, source: str, addresses: tuple[str, ...], today: dt.date) -> "Iterator[Probe]":
    """Ask the live source for one item of each kind, and compare what comes with what is expected."""
    from kb.catalog.catalog import Catalog

    held: tuple[str, ...] = ()
    if source == WEBPAGE and not addresses and Catalog.exists(settings.corpus_path):
        with Catalog.open(settings.corpus_path) as catalog:
            held = _followed(catalog)
    if source == WEBPAGE and not (addresses or held):
        raise InputError("No page is followed yet.", "Name one: loket doctor webpage https://www.example.org/page.")
    chosen = _source(settings, source, (*held, *addresses))
    with closing(_fetcher(settings, chosen)) as fetcher:
        yield from chosen.probes(fetcher, today)


def reachable(settings: Settings) -> bool:
    """Whether the first source's host takes a connection, found out within seconds."""
    parts = urlsplit(settings.tweede_kamer.syncfeed)
    reached = threading.Event()

    def knock() -> None:
        try:
            with socket.create_connection((parts.hostname or "", parts.port or 443), _REACHED_WITHIN):
                reached.set()
        except OSError:
            pass

    # A name server that does not answer can hold a look-up for half a minute; nobody waits for that thread.
    threading.Thread(target=knock, daemon=True).start()
    return reached.wait(_REACHED_WITHIN)


def _collect(
    settings: Settings, catalog: "Catalog", wanted: Wanted, order: "Order", progress: Progress, hurry: Hurry | None
) -> "CollectReport":
    from ingest.collecting.run import Collector
    from ui.build import pipeline

    followed = _followed(catalog) if wanted.source == WEBPAGE else ()
    source = _source(settings, wanted.source, (*followed, *wanted.addresses))
    if wanted.selection is not None:
        order = replace(order, selection=wanted.selection)
    with closing(_fetcher(settings, source, hurry)) as fetcher:
        collector = Collector(source, fetcher, pipeline(settings, catalog), PRECEDENCE, progress)
        return collector.collect(order)


def _followed(catalog: "Catalog") -> tuple[str, ...]:
    return tuple(record.key for record in catalog.collecting.records(WEBPAGE, "address"))


def _source(settings: Settings, name: str, addresses: tuple[str, ...] = ()) -> "Source":
    if name == "tweede_kamer":
        from ingest.sources.tweede_kamer.source import TweedeKamer

        return TweedeKamer(settings.tweede_kamer)
    if name == "officiele_bekendmakingen":
        from ingest.sources.officiele_bekendmakingen.source import OfficieleBekendmakingen

        return OfficieleBekendmakingen(settings.officiele_bekendmakingen)
    if name == "vlaams_parlement":
        from ingest.sources.vlaams_parlement.source import VlaamsParlement

        return VlaamsParlement(settings.vlaams_parlement)
    if name == WEBPAGE:
        from ingest.sources.webpage.source import Webpage

        return Webpage(settings.webpage, addresses, settings.ingest.max_file_mb * 1_000_000)
    raise InputError(f"There is no source {name}.", f"Known: {', '.join(SOURCES)}.")


def _fetcher(settings: Settings, source: "Source", hurry: Hurry | None = None) -> "PoliteFetcher":
    from ingest.fetching.polite import Manners, PoliteFetcher

    ours = settings.fetch
    if hurry:
        manners = Manners(ours.contact, timeout=max(0.1, min(5.0, hurry.seconds)), attempts=1, longest_wait=0.0)
        return PoliteFetcher(source.hosts, manners, patience=hurry.seconds)
    manners = Manners(ours.contact, ours.timeout_seconds, ours.attempts, ours.longest_wait_seconds)
    return PoliteFetcher(source.hosts, manners)


def is_offline_wanted() -> bool:
    """LOKET_OFFLINE=1 keeps `loket up` from trying the network at all."""
    return os.environ.get("LOKET_OFFLINE", "") not in ("", "0")
