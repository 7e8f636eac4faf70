"""Month by month, oldest first, page by page; the last months are listed again by every run."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.fetching.port import Fetcher
from ingest.sources.officiele_bekendmakingen.addresses import Addresses, between, in_publications, query
from ingest.sources.officiele_bekendmakingen.elements import TRY, without_query
from ingest.sources.officiele_bekendmakingen.records import Answered, read_answer
from ingest.sources.source import Counted, Page, Window
from kb.errors import UnexpectedError

OVERLAP_DAYS = 45  # answers come weeks after their question, corrections later than that
_MANY = 3  # months from which it is worth one more question to know how many records there will be


@dataclass(frozen=True, slots=True)
class Listing:
    """Asks the search interface. ``page_size`` is the most records of one answer."""

    addresses: Addresses
    page_size: int
    fetcher: Fetcher

    def month_by_month(self, category: str, since: dt.date, cursor: str, today: dt.date) -> Iterator[Page]:
        """The months after the cursor and those of the last 45 days; then one older month, another at each run, so
        that what is withdrawn or corrected long after its day is noticed too.

        ``cursor`` is the last month that was listed, and the older one that was looked at again: "2024-12 2024-03".
        """
        listed, _, again = cursor.partition(" ")
        windows = tuple(windows_of(category, since, listed, today))
        expected = self._expected(windows) if len(windows) >= _MANY else None
        for window in windows:
            after = max(listed, month_name(window.first))
            for page in self._month(window, f"{listed} {again}".strip(), f"{after} {again}".strip()):
                yield replace(page, expected_total=expected)
            listed = after
        if windows and (older := _older(category, since, again, windows[0].first)):
            yield from self._month(older, f"{listed} {again}".strip(), f"{listed} {month_name(older.first)}")

    def whole(self, asked: str, category: str = "") -> Iterator[Page]:
        """Every record that a question finds. Where the server gives fewer than it says, that is an error."""
        got = 0
        for answer in self._answers(asked, category):
            got += answer.received
            yield page_of(answer, expected=answer.total)

    def first(self, asked: str) -> tuple[str, Answered]:
        """The first record only, with the address that was asked."""
        address = self.addresses.search(asked, 1, 1)
        return address, read_answer(self.fetcher.get(address).data, address)

    def _expected(self, windows: tuple[Window, ...]) -> int:
        whole = Window(windows[0].category, windows[0].first, windows[-1].last)
        return self.first(_asked(whole))[1].total

    def _month(self, window: Window, before: str, after: str) -> Iterator[Page]:
        """The pages of a month. The order of equal days is the server's: between two pages a record can slip away.
        Where fewer different ones came than there are, the halves of the month are asked too.

        Until its last page the cursor is ``before``, so that an interrupted month begins again; then ``after``.
        """
        seen: set[str] = set()
        total = answers = 0
        for answer in self._answers(_asked(window), window.category):
            total, answers = answer.total, answers + 1
            seen.update(record.key for record in answer.records)
            seen.update(f"unusable {at}" for at, _ in enumerate(answer.unusable, start=len(seen)))
            yield page_of(answer, before)
        if answers > 1 and len(seen) < total:
            for part in halves(window):
                for page in self._days(part, seen):
                    yield replace(page, cursor=before)
        month = window.first.replace(day=1)
        yield Page(
            (),
            after,
            complete=None if answers > 1 and len(seen) < total else window,
            counted=(Counted(window.category, month, total),),
        )

    def _days(self, window: Window, seen: set[str]) -> Iterator[Page]:
        """Smaller and smaller stretches, until each fits one answer."""
        answer = self._answer(_asked(window), 1, window.category)
        seen.update(record.key for record in answer.records)
        yield page_of(answer)
        if answer.total > answer.received and window.first < window.last:
            for part in halves(window):
                yield from self._days(part, seen)

    def _answers(self, asked: str, category: str) -> Iterator[Answered]:
        start = 1
        while True:
            answer = self._answer(asked, start, category)
            yield answer
            start += answer.received
            if start > answer.total or not answer.received:
                return

    def _answer(self, asked: str, start: int, category: str) -> Answered:
        address = self.addresses.search(asked, start, self.page_size)
        answer = read_answer(self.fetcher.get(address, accept="application/xml").data, address, category)
        if not answer.received and start <= answer.total:
            raise UnexpectedError(
                f"{without_query(address)} says that there are {answer.total} records, and gives none.", TRY
            )
        return answer


def windows_of(category: str, since: dt.date, cursor: str, today: dt.date) -> Iterator[Window]:
    """Whole months after the cursor, and again those of the last 45 days; the first begins at ``since``, the last ends
    today."""
    first = since
    if cursor:
        after = following(dt.date.fromisoformat(f"{cursor}-01"))
        first = max(since, min(after, (today - dt.timedelta(days=OVERLAP_DAYS)).replace(day=1)))
    while first <= today:
        after = following(first)
        yield Window(category, first, min(after - dt.timedelta(days=1), today))
        first = after


def _older(category: str, since: dt.date, again: str, before: dt.date) -> Window | None:
    """The month after ``again``, from ``since`` on and over again; None where there is none ``before``."""
    first = following(dt.date.fromisoformat(f"{again}-01")) if again else since
    first = first if since <= first < before else since
    return Window(category, first, following(first) - dt.timedelta(days=1)) if first < before else None


def halves(window: Window) -> tuple[Window, Window]:
    middle = window.first + (window.last - window.first) // 2
    return replace(window, last=middle), replace(window, first=middle + dt.timedelta(days=1))


def following(day: dt.date) -> dt.date:
    """The first day of the next month."""
    return (day.replace(day=28) + dt.timedelta(days=4)).replace(day=1)


def month_name(day: dt.date) -> str:
    return f"{day:%Y-%m}"


def page_of(answer: Answered, cursor: str = "", expected: int | None = None) -> Page:
    return Page(answer.records, cursor, findings=answer.findings, unusable=answer.unusable, expected_total=expected)


def _asked(window: Window) -> str:
    return query(in_publications([window.category]), between(window.first, window.last))
