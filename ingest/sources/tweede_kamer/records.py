"""Raw entities -> Records, with what deviates from the table of fields. Pure.

What is outside the settings (another kind, before ``since``) is given as deleted and unwanted: an entity that was held
and changed its kind leaves, and one that was never held costs nothing. A field that is *gone* never does that: an
entity whose kind cannot be told is reported and what is held of it stays. What says nothing that is used here (a
committee's part in a zaak, a version that was not published) is given as deleted.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from ingest.sources.port import Unusable
from ingest.sources.source import Record
from ingest.sources.strict import Deviation, Finding, Shape
from ingest.sources.tweede_kamer import fields as names
from ingest.sources.tweede_kamer.dates import day_of
from ingest.sources.tweede_kamer.entities import Actor, Case, Dossier, Entity, Paper, Promise, Version, written
from ingest.sources.tweede_kamer.raw import Raw
from kb.model.document import Problem
from kb.model.identity import DocumentId

# A zaak starts before its documents come; an answer can take a year.
CASES_BEFORE = dt.timedelta(days=730)
ASKING, ASKED = ("Indiener", "Medeindiener"), "Gericht aan"
SIGNING = ("Eerste ondertekenaar", "Mede ondertekenaar", "Ondertekenaar", "Afzender")
STATUSES = ("Openstaand", "Voldaan", "Deels Voldaan", "Vervallen")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is collected: the Chamber's kinds (empty: all) from a day on (None: always)."""

    kinds: frozenset[str] = frozenset()
    since: dt.date | None = None

    def kind(self, kind: str) -> bool:
        return not self.kinds or kind in self.kinds

    def day(self, day: dt.date | None, before: dt.timedelta = dt.timedelta(0)) -> bool:
        """Whether that day counts; an unknown one does."""
        return day is None or self.since is None or day >= self.since - before


@dataclass(frozen=True, slots=True)
class Interpreted:
    """What came of some raw entities."""

    records: tuple[Record, ...] = ()
    findings: tuple[Finding, ...] = ()
    unusable: tuple[Unusable, ...] = ()


class Uninterpretable(Exception):
    """The entity cannot be judged: its message says why. Never leaves this module."""


def interpret(
    raws: Iterable[Raw], wanted: Wanted, shapes: dict[str, Shape], address: Callable[[str], str]
) -> Interpreted:
    """``address`` gives where a person finds the entity of a key."""
    records: list[Record] = []
    findings: list[Finding] = []
    unusable: list[Unusable] = []
    for raw in raws:
        reading = _Reading(raw, shapes[raw.category], wanted)
        try:
            records.append(reading.record())
        except Uninterpretable as error:
            problem = Problem(
                "uninterpretable", f"{raw.category} {raw.key}: {error}.", "See `loket doctor tweede_kamer`."
            )
            unusable.append(Unusable(DocumentId("tk", raw.key), address(raw.key), problem))
        findings.extend(reading.findings)
    return Interpreted(tuple(records), tuple(findings), tuple(unusable))


@dataclass(slots=True)
class _Reading:
    """One raw entity. ``findings`` fill while it is read, and ``unwanted`` is set where the settings leave it out."""

    raw: Raw
    shape: Shape
    wanted: Wanted
    findings: list[Finding] = field(default_factory=list)
    unwanted: bool = False

    def record(self) -> Record:
        raw = self.raw
        entity = None if raw.deleted or raw.is_placeholder else _READERS[raw.category](self)
        if entity is None:
            return Record(raw.category, raw.key, deleted=True, unwanted=self.unwanted)
        self.findings.extend(self.shape.findings(raw.present, raw.key))
        return Record(raw.category, raw.key, written(entity), _refs(entity))

    def in_scope(self, day: dt.date | None, before: dt.timedelta = dt.timedelta(0), kind: str | None = None) -> bool:
        """Whether the settings want it."""
        self.unwanted = not self.wanted.day(day, before) or (kind is not None and not self.wanted.kind(kind))
        return not self.unwanted

    def kind(self) -> str:
        """The Chamber's word for the kind. Raises where the field itself is gone."""
        kind = self.raw.text("soort")
        if not kind and not self.raw.has("soort", "Soort"):
            self.findings.extend(self.shape.findings(self.raw.present, self.raw.key))
            raise Uninterpretable("it has no field soort, so what it is cannot be told")
        return kind

    def day(self, *names: str) -> dt.date | None:
        """The first of these fields that holds a day."""
        for name in names:
            text = self.raw.text(name)
            if text and (day := day_of(text)):
                return day
            if text and not text.startswith(("0001", "9999")):
                self.wrong(name, text)
        return None

    def whole(self, name: str) -> int:
        """A number that is not negative; 0 where there is none (-1 stands for none)."""
        text = self.raw.text(name)
        if text and not text.removeprefix("-").isdigit():
            self.wrong(name, text)
            return 0
        return max(0, int(text or 0))

    def wrong(self, name: str, text: str) -> None:
        self.findings.append(Finding(Deviation.WRONG, self.shape.place, name, text[:80]))


def _iso(day: dt.date | None) -> str:
    return day.isoformat() if day else ""


def _case(reading: _Reading) -> Case | None:
    raw = reading.raw
    kind = reading.kind()
    started = reading.day("gestartOp")
    if not reading.in_scope(started, CASES_BEFORE):
        return None
    return Case(
        raw.text("nummer"), kind, raw.text("onderwerp") or raw.text("titel"), _iso(started),
        raw.text("afgedaan").lower() == "true",
    )  # fmt: skip


def _actor(of: str, relations: tuple[str, ...]) -> Callable[[_Reading], Actor | None]:
    def read(reading: _Reading) -> Actor | None:
        """None for a part in it that is not used (a committee's), or in something older than ``since``: nothing can
        have been touched last before what it belongs to began."""
        raw = reading.raw
        relation = raw.text("relatie")
        if not raw.has("relatie", "Relatie"):
            reading.findings.extend(reading.shape.findings(raw.present, raw.key))
            raise Uninterpretable("it has no field relatie, so whose part it is cannot be told")
        whose = raw.linked(of)
        if relation not in relations or not whose or not reading.in_scope(day_of(raw.updated), CASES_BEFORE):
            return None
        return Actor(whose[0], raw.text("actorNaam"), raw.text("actorFractie"), raw.text("functie"), relation)

    return read


def _dossier(reading: _Reading) -> Dossier | None:
    number = reading.whole("nummer")
    return Dossier(str(number or ""), reading.raw.text("toevoeging"), reading.raw.text("titel"))


def _version(reading: _Reading) -> Version | None:
    """Only one that names a publication says something that the document itself does not."""
    raw = reading.raw
    publication = raw.text("externeidentifier")
    if not publication or not raw.linked("document") or not reading.in_scope(day_of(raw.updated), CASES_BEFORE):
        return None
    return Version(raw.linked("document")[0], reading.whole("versienummer"), publication)


def _paper(reading: _Reading) -> Paper | None:
    raw = reading.raw
    kind = reading.kind()
    day = reading.day("datum", "datumRegistratie", "datumOntvangst")
    if not reading.in_scope(day, kind=kind):
        return None
    version = next(iter(raw.linked("huidigeDocumentVersie")), "")
    length = reading.whole("contentLength")
    return Paper(
        number=raw.text("documentNummer"),
        kind=kind,
        subject=raw.text("onderwerp"),
        title=raw.text("titel"),
        day=_iso(day),
        received=_iso(reading.day("datumOntvangst")),
        serial=str(reading.whole("volgnummer") or ""),
        annex=raw.text("aanhangselnummer"),
        chamber=raw.text("kamer"),
        version=version,
        length=length,
        has_file=bool(length or version or raw.text("contentType")),
        cases=raw.linked("zaak"),
        dossiers=raw.linked("kamerstukdossier"),
    )


def _promise(reading: _Reading) -> Promise | None:
    raw = reading.raw
    made = reading.day("aanmaakdatum")
    if not reading.in_scope(made):
        return None
    status = raw.text("status")
    if status and status not in STATUSES:
        reading.wrong("status", status)
    to = {key for name in ("toegezegdAan", "toegezegdAanPersoon", "toegezegdAanFractie") for key in raw.linked(name)}
    by = " ".join(raw.text(part) for part in ("voornaam", "tussenvoegsel", "achternaam") if raw.text(part))
    return Promise(
        number=raw.text("nummer"),
        text=raw.text("tekst"),
        status=status,
        ministry=raw.text("ministerie"),
        by=raw.text("naam") or by,
        office=raw.text("functie"),
        made=_iso(made),
        due=_iso(reading.day("datumNakoming")),
        activity=raw.text("activiteitNummer"),
        notes=raw.text("notities"),
        to=tuple(sorted(to)),
        letters=tuple(sorted(raw.all_texts("kamerbriefNakoming"))),
    )


_READERS: dict[str, Callable[[_Reading], Entity | None]] = {
    names.CASE: _case,
    names.ACTOR_OF_CASE: _actor("zaak", (*ASKING, ASKED)),
    names.ACTOR_OF_PAPER: _actor("document", SIGNING),
    names.DOSSIER: _dossier,
    names.VERSION: _version,
    names.PAPER: _paper,
    names.PROMISE: _promise,
}


def _refs(entity: Entity) -> tuple[str, ...]:
    match entity:
        case Paper():
            return (*entity.cases, *entity.dossiers)
        case Actor() | Version():
            return (entity.of,)
        case Promise():
            return entity.to
        case _:
            return ()
