# ruff: noqa: ARG002 - the port has more than this source needs
"""A source in memory, with a fetcher that reads from it: what it has can change between runs, and it can fail."""

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ingest.fetching.port import PAGE_LIMIT, Fetched, Fetcher, Validators
from ingest.fetching.rules import HostRule
from ingest.parsed import Given
from ingest.sources.source import Counted, File, Page, Piece, Probe, Record, Records, Selection, Window
from ingest.sources.strict import Finding
from kb.errors import AbsentError, UnreachableError
from kb.model.document import Number
from kb.model.identity import DocumentId

NOW = dt.datetime(2026, 11, 20, 8, tzinfo=dt.UTC)
FIRST = dt.date(2026, 1, 1)


@dataclass(slots=True)
class Letter:
    """One piece: ``number`` becomes its document's id; ``stamp`` "" for a file that carries none."""

    key: str
    number: str
    text: str
    date: dt.date
    stamp: str = "1"
    touched: int = 0  # the moment at which the source says it changed, which does not matter
    answered_by: str = ""  # in a record of its own


@dataclass(slots=True)
class World:
    """``broken`` are addresses that give no answer; ``down`` makes everything so. ``hidden`` are keys that its listing
    does not show though they exist. ``stop_after`` interrupts the listing after so many pages."""

    letters: dict[str, Letter] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    absent: set[str] = field(default_factory=set)
    hidden: set[str] = field(default_factory=set)
    findings: tuple[Finding, ...] = ()
    down: bool = False
    stop_after: int | None = None
    fetched: list[str] = field(default_factory=list)

    def add(self, key: str, text: str = "", month: int = 3, **more: object) -> Letter:
        letter = Letter(key, f"brief-{key}", text or f"De brief {key} gaat over dijken.", dt.date(2026, month, 5))
        for name, value in more.items():
            setattr(letter, name, value)
        self.letters[key] = letter
        return letter


class WorldFetcher:
    def __init__(self, world: World) -> None:
        self.world = world

    def get(
        self, address: str, *, accept: str = "", limit: int = PAGE_LIMIT, known: Validators | None = None
    ) -> Fetched:
        assert not accept
        world = self.world
        key = address.rpartition("/")[2]
        world.fetched.append(key)
        if world.down or key in world.broken:
            raise UnreachableError(f"{address} answered with status 500.", "Try again later.")
        if key in world.absent or key not in world.letters:
            raise AbsentError(f"There is nothing at {address}.")
        data = world.letters[key].text.encode()
        assert len(data) <= limit
        validators = Validators(etag=str(hash(data)))
        if known == validators:
            return Fetched(address, b"", "", NOW, validators, unchanged=True)
        return Fetched(address, data, "text/plain", NOW, validators)


@dataclass(frozen=True, slots=True)
class WorldSource:
    """Lists months, newest last; the two records of a letter are its own and who answers it."""

    world: World
    name: str = "wereld"
    since: dt.date = FIRST
    hosts: tuple[HostRule, ...] = ()
    categories: tuple[str, ...] = ("brief",)

    def scope(self, category: str) -> str:
        return f"{category} since {self.since}"

    def pages(self, category: str, cursor: str, fetcher: Fetcher, today: dt.date) -> Iterator[Page]:
        assert today == NOW.date()
        month = dt.date.fromisoformat(cursor) if cursor else self.since
        done = 0
        while month <= today:
            if self.world.down:
                raise UnreachableError("https://wereld answered with status 500.")
            following = (month.replace(day=28) + dt.timedelta(days=4)).replace(day=1)
            last = following - dt.timedelta(days=1)
            shown = [
                x for x in self.world.letters.values() if month <= x.date <= last and x.key not in self.world.hidden
            ]
            records = tuple(record for letter in shown for record in self._records(letter))
            window = Window(category, month, last)
            counted = (Counted("brief", month, len(shown)),)
            yield Page(records, str(min(following, today.replace(day=1))), window, counted, self.world.findings)
            month = following
            done += 1
            if self.world.stop_after is not None and done >= self.world.stop_after:
                raise KeyboardInterrupt

    def select(self, selection: Selection, fetcher: Fetcher, today: dt.date) -> Iterator[Page]:
        for key in selection.numbers:
            yield Page(tuple(self._records(self.world.letters[key])), "")

    def _records(self, letter: Letter) -> tuple[Record, ...]:
        said = {"number": letter.number, "date": letter.date.isoformat(), "stamp": letter.stamp}
        own = Record("brief", letter.key, json.dumps(said))
        if not letter.answered_by:
            return (own,)
        return own, Record("wie", f"wie-{letter.key}", json.dumps(letter.answered_by), (letter.key,))

    def touched(self, record: Record, held: Records) -> tuple[str, ...]:
        return (record.key,) if record.category == "brief" else record.refs

    def piece(self, key: str, held: Records) -> Piece | None:
        record = held.get("brief", key)
        if record is None:
            return None
        said = json.loads(record.content)
        who = held.referring("wie", key)
        title = f"Brief {key}" + (f" van {json.loads(who[0].content)}" if who else "")
        given = Given(title=title, numbers=(Number("document", said["number"]),), url=f"https://wereld/{key}")
        date = dt.date.fromisoformat(said["date"])
        files = (File(f"https://wereld/{key}", stamp=said["stamp"]),)
        return Piece(key, "brief", DocumentId("w", said["number"]), given, files, "brief", date)

    def refuses(self, piece: Piece, file: File, data: bytes) -> str:
        return "it is a web page" if data.startswith(b"<html") else ""

    def is_gone(self, record: Record, fetcher: Fetcher) -> bool:
        return record.key not in self.world.letters

    def probes(self, fetcher: Fetcher, today: dt.date) -> Iterator[Probe]:
        return iter(())

    def named(self, name: str) -> "WorldSource":
        return replace(self, name=name)
