"""Windows of whole months, and what each of them holds.

All hits of a month are folded before its details are asked for: the files of one question are hits of their own, and
may stand on different pages.

A month is listed again as long as it is within the overlap. Beside the months, so that nothing slips between them:

- What has no day of publication is found by session ("zittingsjaar"), and where a session has more than the search
  gives, by the day on which it was asked.
- What was published long ago and changed lately (by the search's own word for its files) is found by session too, and
  a late answer to an old written question by the day of the answer.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ingest.fetching.port import Fetcher
from ingest.parsers.numbers import session_of
from ingest.sources.source import Counted, Page, Window
from ingest.sources.strict import Deviation, Finding
from ingest.sources.vlaams_parlement.addresses import Query
from ingest.sources.vlaams_parlement.details import Details
from ingest.sources.vlaams_parlement.entries import Entry, FileRole, record_of
from ingest.sources.vlaams_parlement.fields import SEARCH, Listed, Soort
from ingest.sources.vlaams_parlement.pieces import main_file
from ingest.sources.vlaams_parlement.records import fold
from ingest.sources.vlaams_parlement.searching import Found, Searcher
from ingest.sources.vlaams_parlement.values import day
from kb.errors import RefusedError
from kb.model.terms import Parliament
from kb.settings import VlaamsParlementSettings

PUBLISHED = "publicatiedatum"
ASKED = "themadatum"
ANSWERED = "statusdatumSchvBeantwoord"


@dataclass(frozen=True, slots=True)
class Lister:
    """Lists one kind; holds no state of its own."""

    settings: VlaamsParlementSettings
    fetcher: Fetcher

    @property
    def _searcher(self) -> Searcher:
        return Searcher(self.settings, self.fetcher)

    def pages(self, listed: Listed, cursor: str, today: dt.date) -> Iterator[Page]:
        """What no month shows, then month by month from the cursor on, less the overlap.

        The cursor is the last day up to which everything was listed; it never moves back.
        """
        since = dt.date.fromisoformat(self.settings.since)
        reached = day_of_cursor(cursor)
        start = since
        if reached:
            reached = min(reached, today)  # a later one was written by a clock that was ahead
            start = max(since, (reached - dt.timedelta(days=self.settings.overlap_days)).replace(day=1))
        mark = reached or since - dt.timedelta(days=1)
        # Before the months, for the cursor then still says that all of this is to be done.
        for session in sessions_between(start, today):
            yield from self.described(listed, self._beside(listed, session, start, today), mark.isoformat())
        if listed.soort is Soort.SCHV and start > since:
            yield from self.described(listed, self._answered(listed, start, today), mark.isoformat())
        for first, last in months_between(start, today):
            window = Window(listed.kind, first, last)
            yield from self._window(listed, window, mark, max(mark, last))
            mark = max(mark, last)

    def _window(self, listed: Listed, window: Window, mark: dt.date, after: dt.date) -> Iterator[Page]:
        """Its pages; the last one alone moves the cursor, and says how much there is."""
        query = Query(listed, PUBLISHED, window.first, window.last)
        found = self._searcher.within(query)
        found.hits = [self._with_main(listed, entry, found) for entry in fold(found.hits)]
        tally = Tally(window)
        yield from self.described(listed, found, mark.isoformat(), tally)
        counted = tally.counted(listed.kind) if found.whole else ()
        yield Page((), after.isoformat(), window if found.whole else None, counted)

    def _with_main(self, listed: Listed, entry: Entry, found: Found) -> Entry:
        """An entry of which the window shows attachments only stands, with its text, under another day. That day is
        the one it counts under; else it would move with every month that is listed."""
        if not entry.files or any(file.role is not FileRole.ATTACHMENT for file in entry.files) or not entry.number:
            return entry
        elsewhere = self._searcher.within(Query(listed, session=entry.session, number=entry.number))
        found.findings.extend(elsewhere.findings)
        return next((other for other in fold(elsewhere.hits) if other.id == entry.id), entry)

    def described(self, listed: Listed, found: Found, cursor: str, tally: "Tally | None" = None) -> Iterator[Page]:
        """The records of what was found, a batch of details to a page; findings of the search go with the first."""
        findings, unusable = tuple(found.findings), tuple(found.unusable)
        for batch in Details(self.settings, self.fetcher).batches(listed, fold(found.hits)):
            if tally:
                tally.add((*batch.entries, *batch.unread))
            yield Page(
                tuple(record_of(entry) for entry in batch.entries),
                cursor,
                findings=findings + tuple(batch.findings),
                unusable=unusable + tuple(batch.unusable),
            )
            findings, unusable = (), ()
        if findings or unusable:
            yield Page((), cursor, findings=findings, unusable=unusable)

    def _beside(self, listed: Listed, session: str, start: dt.date, today: dt.date) -> Found:
        """What of a session no month from ``start`` on shows, and should be looked at."""
        since = dt.date.fromisoformat(self.settings.since)

        def is_meant(hit: Entry) -> bool:
            if hit.published is None:
                return hit.asked is None or hit.asked >= since
            return since <= hit.published < start and any(
                (changed := day(file.changed)) is not None and changed >= start for file in hit.files
            )

        found = self._searcher.within(Query(listed, session=session))
        if found.full:
            found = self._by_month(Query(listed, ASKED, session=session), start, today, found.findings)
        return found.narrowed(is_meant)

    def _answered(self, listed: Listed, start: dt.date, today: dt.date) -> Found:
        since = dt.date.fromisoformat(self.settings.since)
        found = self._by_month(Query(listed, ANSWERED), start, today, [])
        return found.narrowed(lambda entry: entry.published is not None and since <= entry.published < start)

    def _by_month(self, query: Query, start: dt.date, today: dt.date, findings: list[Finding]) -> Found:
        """Windows by another day than that of publication. That the search knows these filters is likely and not
        certain: where it refuses one, that is a finding, and the rest goes on."""
        found = Found(findings=findings)
        for first, last in months_between(start, today):
            if query.session and query.session not in sessions_between(first, last):
                continue
            try:
                found.add(self._searcher.within(replace(query, first=first, last=last)))
            except RefusedError as error:
                found.findings.append(Finding(Deviation.WRONG, SEARCH.place, f"inmeta:{query.by}", error.message))
                break
        return found


class Tally:
    """How many documents of a kind the source has in a window: questions with a file that can be read, not hits.

    A question without a file (not answered yet, withdrawn, its report in preparation) makes no document, so that it
    does not count here either. Attachments are not counted by the source; several questions may share one.
    """

    def __init__(self, window: Window) -> None:
        self._window = window
        self._found: set[str] = set()

    def add(self, entries: Iterable[Entry]) -> None:
        for entry in entries:
            published = entry.published
            if published and self._window.first <= published <= self._window.last and main_file(entry):
                self._found.add(entry.id)

    def counted(self, kind: str) -> tuple[Counted, ...]:
        return (Counted(kind, self._window.first.replace(day=1), len(self._found)),)


def day_of_cursor(cursor: str) -> dt.date | None:
    """None for the beginning, and for a cursor that says no day: then all is listed anew."""
    try:
        return dt.date.fromisoformat(cursor)
    except ValueError:
        return None


def months_between(start: dt.date, end: dt.date) -> Iterator[tuple[dt.date, dt.date]]:
    """First and last day of each month, cut off at ``start`` and ``end``."""
    first = start
    while first <= end:
        following = (first.replace(day=28) + dt.timedelta(days=4)).replace(day=1)
        yield first, min(end, following - dt.timedelta(days=1))
        first = following


def sessions_between(start: dt.date, end: dt.date) -> tuple[str, ...]:
    """The parliamentary years that the days fall in."""
    days = [start, *(first for first, _ in months_between(start, end)), end]
    return tuple(dict.fromkeys(session_of(day, Parliament.VLAAMS_PARLEMENT) for day in days if day <= end))
