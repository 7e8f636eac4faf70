"""Pages: the SyncFeed of a category from a token on, and a question to OData row by row until its end."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urljoin

from ingest.fetching.port import Fetcher
from ingest.sources.port import Unusable
from ingest.sources.source import Page, Selection
from ingest.sources.strict import Deviation, Finding
from ingest.sources.tweede_kamer import fields as names
from ingest.sources.tweede_kamer.addresses import Addresses, Form
from ingest.sources.tweede_kamer.dates import day_of
from ingest.sources.tweede_kamer.feed import Broken, FeedPage, read_page
from ingest.sources.tweede_kamer.raw import Raw
from ingest.sources.tweede_kamer.records import Wanted, interpret
from ingest.sources.tweede_kamer.rows import RowPage, read_rows
from ingest.sources.tweede_kamer.selection import Question, following, questions
from kb.errors import AbsentError, RefusedError, UnexpectedError
from kb.model.document import Problem
from kb.model.identity import DocumentId

XML, JSON = "application/atom+xml, application/xml, */*;q=0.5", "application/json"
MOST_ROWS = 100  # above it the interface answers 400
ENOUGH_TO_TELL = 3  # entities on a page, none of which can be interpreted: not one bad record, but another format


def feed_pages(category: str, token: str, wanted: Wanted, addresses: Addresses, fetcher: Fetcher) -> Iterator[Page]:
    """Until a page has no entries, or its token does not grow (the last page is given again and again)."""
    seen = {token}
    while True:
        address = addresses.feed(category, token)
        read = read_page(fetcher.get(address, accept=XML).data, category, address)
        if read.entries and not read.token:
            raise UnexpectedError(
                f"{address} gives entries and no token to go on from.", "Run `loket doctor tweede_kamer`."
            )
        grows = bool(read.token) and read.token not in seen and _is_after(read.token, token)
        is_repeated = read.token == token  # its entries stand before the token that was asked from
        token = read.token if grows else token
        seen.add(token)
        if grows or (read.entries and not is_repeated):
            yield _page(read, token, wanted, address, addresses)
        if not (read.entries and grows):
            return


def _is_after(token: str, before: str) -> bool:
    return int(token) > int(before) if token.isdigit() and before.isdigit() else token != before


def _page(read: FeedPage, token: str, wanted: Wanted, address: str, addresses: Addresses) -> Page:
    """Raises UnexpectedError for a page of which nothing can be interpreted: then the source changed, and going on
    would leave a gap that no later run fills."""
    found = interpret(read.entities, wanted, names.FEED_SHAPES, addresses.entity)
    broken = tuple(_unusable(one, token, addresses) for one in read.broken)
    unusable = (*found.unusable, *broken)
    live = read.entries - sum(one.deleted or one.is_placeholder for one in read.entities)
    if len(unusable) == live >= ENOUGH_TO_TELL:
        raise UnexpectedError(
            f"Nothing of {address} can be interpreted: {unusable[0].problem.message}",
            "The source changed: see `loket doctor tweede_kamer`. The next run begins with this page.",
        )
    return Page(found.records, token, findings=found.findings, unusable=unusable)


def _unusable(broken: Broken, token: str, addresses: Addresses) -> Unusable:
    name = broken.key or f"entry-before-{token}"
    problem = Problem("broken_entry", f"The feed's entry {name} cannot be read: {broken.reason}.")
    return Unusable(DocumentId("tk", name), addresses.entity(broken.key) if broken.key else "", problem)


def row_pages(question: Question, addresses: Addresses, fetcher: Fetcher, top: int) -> Iterator[RowPage]:
    """Every page of the answer: by `$skip`, or by the link that the interface gives; a page that was had is the end."""
    skip, seen = 0, set[str]()
    category, conditions, form = question.category, question.conditions, question.form
    address = addresses.rows(category, conditions, top, skip, form=form)
    while address:
        try:
            data = fetcher.get(address, accept=JSON).data
        except RefusedError as error:
            if top <= MOST_ROWS or skip:
                raise
            raise RefusedError(error.message, f"Set tweede_kamer.page_size to {MOST_ROWS} or less.") from error
        page = read_rows(data, category, address)
        if not set(page.keys) - seen:
            return
        yield page
        seen.update(page.keys)
        skip += len(page.rows) + page.without_id
        ended = skip >= page.total if page.total is not None else len(page.rows) < top
        next_rows = "" if ended else addresses.rows(category, conditions, top, skip, form=form)
        address = urljoin(address, page.more) if page.more else next_rows


@dataclass(slots=True)
class Selecting:
    """One targeted collection. What was given once is not given again."""

    selection: Selection
    addresses: Addresses
    fetcher: Fetcher
    given: set[tuple[str, str]] = field(default_factory=set)
    found: set[str] = field(default_factory=set)  # numbers under which there is something

    def pages(self) -> Iterator[Page]:
        """Last come, as unusable, the numbers under which there is nothing."""
        missing: dict[str, None] = {}
        for question in questions(self.selection, self.addresses):
            if question.number:
                missing.setdefault(question.number)
            yield from self._of(question)
        absent = tuple(_nowhere(number) for number in missing if number not in self.found)
        if absent:
            yield Page((), "", unusable=absent)

    def _of(self, question: Question) -> Iterator[Page]:
        if question.form in (Form.SEARCH, Form.DOCUMENTS):
            for next_question in following(question, self._keys(question), self.selection, self.addresses):
                yield from self._of(next_question)
            return
        found = False
        try:
            for page in self._rows(question):
                kept = _kept(page, question)
                if kept:
                    found = True
                    self.found.add(question.number)
                if kept or page.without_id:
                    yield self._page(kept, question.category, page.without_id)
        except (RefusedError, AbsentError):
            if question.otherwise is None:
                raise
        if not found and question.otherwise:
            yield from self._of(question.otherwise)

    def _keys(self, question: Question) -> list[str]:
        """What a search leads to, and was not given yet."""
        keys: dict[str, None] = {}
        for page in self._rows(question):
            led_to = page.references if question.form is Form.DOCUMENTS else [r.key for r in _kept(page, question)]
            keys.update(dict.fromkeys(led_to))
        return [key for key in keys if (names.PAPER, key) not in self.given]

    def _rows(self, question: Question) -> Iterator[RowPage]:
        return row_pages(question, self.addresses, self.fetcher, self.addresses.settings.page_size)

    def _page(self, raws: tuple[Raw, ...], category: str, without_id: int) -> Page:
        version = self.addresses.version
        shapes = {one: names.row_shape(one, f"{version} {one}") for one in names.CATEGORIES}
        fresh = {place: raw for raw in raws if (place := (raw.category, raw.key)) not in self.given}
        self.given.update(fresh)
        found = interpret(fresh.values(), Wanted(), shapes, self.addresses.entity)
        nameless = (Finding(Deviation.MISSING, f"{version} {category}", "Id"),) * without_id
        return Page(found.records, "", findings=(*found.findings, *nameless), unusable=found.unusable)


def _nowhere(number: str) -> Unusable:
    said = f"The Tweede Kamer has nothing under {number}."
    problem = Problem("not_found", said, "Check the number; a piece that was withdrawn has none.")
    return Unusable(DocumentId("tk", number), number, problem)


def _kept(page: RowPage, question: Question) -> tuple[Raw, ...]:
    """The rows that the question means, with what belongs to them."""
    rows = [
        row
        for row in page.rows
        if _has_words(row, question) and _in_dossier(row, page, question) and _is_wanted(row, question)
    ]
    keys = {row.key for row in rows} | {key for row in rows for _, key in row.links}
    belonging = [raw for raw in page.expanded if raw.key in keys or any(key in keys for _, key in raw.links)]
    return (*belonging, *rows)


def _is_wanted(row: Raw, question: Question) -> bool:
    if question.kinds and row.has("Soort") and row.text("soort") not in question.kinds:
        return False
    day = day_of(row.text("datum") or row.text("aanmaakdatum"))
    if day is None:
        return True
    return (question.since is None or day >= question.since) and (question.until is None or day <= question.until)


def _has_words(row: Raw, question: Question) -> bool:
    text = " ".join(row.text(name) for name in ("onderwerp", "titel", "tekst")).casefold()
    return all(word in text for word in question.words)


def _in_dossier(row: Raw, page: RowPage, question: Question) -> bool:
    if question.addition is None:
        return True
    own = [raw for raw in page.expanded if raw.category == names.DOSSIER and raw.key in row.linked("kamerstukdossier")]
    return any(raw.text("toevoeging").upper() == question.addition.upper() for raw in own)
