"""Hits and details to entries: pure functions that name every deviation.

A hit is one file of a question, so that a question has several; they are folded on the id of the open data interface.
"""

import re
from collections.abc import Iterable
from typing import Any

from ingest.sources.strict import Deviation, Finding
from ingest.sources.vlaams_parlement.addresses import pfile_of
from ingest.sources.vlaams_parlement.entries import Actor, Attached, Entry, FileRole, joined
from ingest.sources.vlaams_parlement.fields import DETAIL, HIT, KINDS, MEETING, METATAGS, Listed, Soort
from ingest.sources.vlaams_parlement.values import Table, day_or_finding, table, tables, text, texts
from kb.model.people import Part

_OPENDATA = re.compile(r"/opendata/(\w+)/(\d+)")
_FEED = re.compile(r"be\.vlp\.feed/(\d+)(?:/pfls/(\d+))?")
_ASKED = re.compile(r"\b(?:gesteld|ingediend)\b", re.IGNORECASE)
_ANSWERED = re.compile(r"\bbeantwoord\b|^antwoord\b|\bantwoord (?:ontvangen|gepubliceerd)\b", re.IGNORECASE)
_NOT_YET = re.compile(r"\b(?:niet|nog|te|wordt)\b", re.IGNORECASE)
_WITHDRAWN = re.compile(r"\bingetrokken\b|\bvervallen\b", re.IGNORECASE)
_KNOWN_STEP = re.compile(
    r"gepubliceerd|publicatie|termijn|uitstel|doorgestuurd|verstuurd|onontvankelijk", re.IGNORECASE
)
_ASKERS = re.compile(r"vraagsteller|interpellant|indiener", re.IGNORECASE)
_MINISTERS = re.compile(r"minister", re.IGNORECASE)


def read_hit(hit: Table, listed: Listed, findings: list[Finding]) -> Entry | None:
    """The entry that a hit belongs to; None where it is of another kind: the server's filter lets others through.

    Raises ValueError where it is of this kind and has no id.
    """
    example = text(hit.get("id"))
    metatags = _metatags(hit)
    soort, id = _identity(example, metatags)
    if soort != listed.soort or not _is_of_kind(metatags, listed):
        return None
    findings.extend(HIT.findings(hit, example))
    findings.extend(METATAGS.findings(metatags, example))
    if not id:
        raise ValueError(f"the search hit {example or '(without id)'} says of no question which it is")

    def first(name: str) -> str:
        return next(iter(metatags.get(name, ())), "")

    def on(name: str) -> Any:
        return day_or_finding(first(name), METATAGS.place, name, example, findings)

    answered = on("statusdatumSchvBeantwoord")
    return Entry(
        listed.kind,
        listed.soort,
        id,
        title=_title(first("titel"), first("onderwerp")),
        number=first("nummer"),
        serial=first("volgnummer"),
        session=first("zittingsjaar"),
        themes=metatags.get("thema", ()),
        people=(
            *(_named(Part.ASKER, written) for written in metatags.get("vraagsteller", ())),
            *(_named(Part.ADDRESSEE, written) for written in metatags.get("minister", ())),
        ),
        asked=on("themadatum") if listed.soort is Soort.SCHV else None,
        answered=answered,
        published=on("publicatiedatum"),
        withdrawn=bool(_WITHDRAWN.search(first("status"))),
        status=first("status"),
        type=first("aggregaattype") or first("initiatief"),
        files=_file_of_hit(hit, metatags),
        page=first("displayurl"),
    )


def fold(hits: Iterable[Entry]) -> tuple[Entry, ...]:
    """One entry for each id, in the order in which they came; what a main text says goes before an attachment's."""
    found: dict[str, list[Entry]] = {}
    for hit in hits:
        found.setdefault(hit.id, []).append(hit)
    folded = []
    for same in found.values():
        same.sort(key=lambda one: any(file.role is FileRole.ATTACHMENT for file in one.files))
        entry = same[0]
        for other in same[1:]:
            entry = joined(entry, other)
        folded.append(entry)
    return tuple(folded)


def details_of(answer: Any) -> tuple[Table, ...]:
    """The details in an answer: one, a list, or a list of tables that each hold one under the name of its family."""
    found = answer
    if isinstance(found, dict):
        found = found.get("items", found.get("item", found.get("lijst", found)))
    return tuple(_unwrapped(one) for one in tables(found))


def _unwrapped(one: Table) -> Table:
    inner = next(iter(one.values())) if len(one) == 1 else None
    return inner if isinstance(inner, dict) else one


def read_detail(detail: Table, listed: Listed, id: str, findings: list[Finding]) -> Entry:
    """What the open data interface says of the entry ``id``."""
    shape = DETAIL[listed.soort]
    findings.extend(shape.findings(detail, id))
    steps = _steps(detail, listed.soort, findings, id)
    spoken = _meeting_day(detail, findings, id)
    return Entry(
        listed.kind,
        listed.soort,
        id,
        title=_title(text(detail.get("titel")), text(detail.get("onderwerp"))),
        number=text(detail.get("vraagnummer")) or text(detail.get("nummer")),
        serial=text(detail.get("volgnr")),
        session=text(detail.get("zittingsjaar")),
        themes=texts(detail.get("thema")) or texts(table(detail.get("themas")).get("thema", detail.get("themas"))),
        people=_people(detail),
        asked=steps.asked,
        answered=steps.answered,
        spoken=spoken,
        withdrawn=steps.withdrawn,
        status=text(detail.get("objectstatus")) or text(detail.get("status")) or steps.last,
        answer_kind=text(detail.get("soort-antwoord")),
        type=text(table(detail.get("objecttype")).get("naam")),
        has_report=any(text(link.get("rel")) == "verslag" for link in tables(detail.get("link"))),
        files=_files(detail, shape.place, findings, id),
    )


class _Steps:
    """What the course of a question says; the last answer counts, since an answer can be corrected."""

    def __init__(self) -> None:
        self.asked: Any = None
        self.answered: Any = None
        self.withdrawn = False
        self.last = ""


def _steps(detail: Table, soort: Soort, findings: list[Finding], id: str) -> _Steps:
    found = _Steps()
    place = DETAIL[soort].place
    for step in tables(detail.get("procedureverloop")):
        status = text(step.get("status"))
        on = day_or_finding(step.get("datum"), place, "procedureverloop.datum", id, findings)
        found.last = status
        if _WITHDRAWN.search(status):
            found.withdrawn = True
        elif _ANSWERED.search(status) and not _NOT_YET.search(status):
            found.answered = max(filter(None, (found.answered, on)), default=None)
        elif _ASKED.search(status):
            found.asked = min(filter(None, (found.asked, on)), default=None)
        elif soort is Soort.SCHV and status and not _KNOWN_STEP.search(status):
            findings.append(Finding(Deviation.WRONG, place, "procedureverloop.status", f"{status} in {id}"))
    return found


def _meeting_day(detail: Table, findings: list[Finding], id: str) -> Any:
    """The last day on which it was treated."""
    days = []
    for line in tables(detail.get("journaallijn")):
        for meeting in tables(line.get("vergadering")):
            findings.extend(MEETING.findings(meeting, id))
            days.append(day_or_finding(meeting.get("datumbegin"), MEETING.place, "datumbegin", id, findings))
    return max((one for one in days if one), default=None)


def _people(detail: Table) -> tuple[Actor, ...]:
    found = [
        *(_actor(Part.ASKER, one) for one in tables(detail.get("vraagsteller"), "contact")),
        *(_actor(Part.ADDRESSEE, one) for one in tables(detail.get("minister"), "contact")),
    ]
    for group in tables(detail.get("contacttype")):
        word = text(group.get("beschrijving"))
        part = Part.ASKER if _ASKERS.search(word) else Part.ADDRESSEE if _MINISTERS.search(word) else None
        if part:
            found.extend(_actor(part, one) for one in tables(group.get("contact")))
    return tuple(dict.fromkeys(actor for actor in found if actor.name))


def _actor(part: Part, person: Table) -> Actor:
    party = person.get("fractie")
    return Actor(part, text(person.get("voornaam")), text(person.get("naam")), next(iter(texts(party)), ""))


def _named(part: Part, written: str) -> Actor:
    """ "Slagmulder, Kristof"."""
    surname, _, given = (piece.strip() for piece in written.partition(","))
    return Actor(part, given, surname)


def _files(detail: Table, place: str, findings: list[Finding], id: str) -> tuple[Attached, ...]:
    found: list[Attached] = []
    for field, role in (
        ("bestand-ordered", FileRole.UNKNOWN),
        ("document", FileRole.TEXT),
        ("filewebpath", FileRole.UNKNOWN),
        ("bijlage", FileRole.ATTACHMENT),
    ):
        value = detail.get(field)
        for one in value if isinstance(value, list) else [value]:
            made = _file(one, role)
            if made:
                found.append(made)
            elif one:
                findings.append(Finding(Deviation.WRONG, place, field, f"{str(one)[:80]} in {id}"))
    files: dict[str, Attached] = {}
    for file in found:
        files.setdefault(file.key, file)
    return tuple(files.values())


def _file(value: Any, role: FileRole) -> Attached | None:
    if isinstance(value, str):
        value = {"url": value}
    if not isinstance(value, dict):
        return None
    fields = {name.lower(): one for name, one in value.items()}
    pfile = pfile_of(text(fields.get("url")))
    if not pfile:
        return None
    name = text(fields.get("bestandsnaam")) or text(fields.get("naam")) or text(fields.get("titel"))
    said = f"{text(fields.get('doel'))} {text(fields.get('documenttype'))}".lower()
    if "bijlage" in said:
        role = FileRole.ATTACHMENT
    elif role is FileRole.UNKNOWN:
        role = _role_by_name(name)
    return Attached(pfile, role=role, name=name, media_type=text(fields.get("mimetype")))


def _role_by_name(name: str) -> FileRole:
    """Older questions have two files: "vrg.088.doc" and "antw.088.docx"."""
    lower = name.lower()
    if re.match(r"antw", lower):
        return FileRole.ANSWER
    return FileRole.QUESTION if re.match(r"vrg|vraag[._-]", lower) else FileRole.UNKNOWN


def _metatags(hit: Table) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for tag in tables(table(hit.get("metatags")).get("metatag")):
        name = text(tag.get("name"))
        if name:
            found.setdefault(name, []).extend(texts(tag.get("value")))
    return {name: tuple(dict.fromkeys(values)) for name, values in found.items()}


def _identity(hit_id: str, metatags: dict[str, tuple[str, ...]]) -> tuple[str, str]:
    said = next(iter(metatags.get("soort", ())), "").lower()
    for address in metatags.get("opendata", ()):
        if match := _OPENDATA.search(address):
            return match.group(1).lower(), match.group(2)
    feed = _FEED.search(hit_id)
    return said, feed.group(1) if feed else ""


def _is_of_kind(metatags: dict[str, tuple[str, ...]], listed: Listed) -> bool:
    """Whether a hit of the right family is of that kind. One that fits several belongs to the first in the table."""
    for other in KINDS.values():
        if other is listed:
            return _fits(metatags, listed) is not False
        if other.soort is listed.soort and _fits(metatags, other):
            return False
    return _fits(metatags, listed) is not False


def _fits(metatags: dict[str, tuple[str, ...]], listed: Listed) -> bool | None:
    """None where the hit does not say."""
    if listed.words:
        names = ("titel", "documenttitel", "initiatief", "aggregaattype")
        return any(listed.words in said.lower() for name in names for said in metatags.get(name, ()))
    name, wanted = ("aggregaattype", listed.aggregaattype) if listed.aggregaattype else ("aggregaat", listed.aggregaat)
    said = [one.lower() for one in metatags.get(name, ())]
    return wanted.lower() in said if said else None


def _file_of_hit(hit: Table, metatags: dict[str, tuple[str, ...]]) -> tuple[Attached, ...]:
    words = [word.lower() for word in metatags.get("documenttype", ())]
    role = next((role for role in FileRole if role and role in words), FileRole.UNKNOWN)
    name = next(iter(metatags.get("documenttitel", ())), "")
    changed = next(iter(metatags.get("last_modified", ())), "")
    media_type = text(hit.get("mimetype"))
    files = []
    for address in metatags.get("document", ()):
        pfile = pfile_of(address)
        if pfile:
            files.append(Attached(pfile, "", role, name, media_type, changed))
        elif "/verslag/" in address:
            files.append(Attached("", address, FileRole.SPOKEN, name, media_type, changed))
    feed = _FEED.search(text(hit.get("id")))
    if not files and feed and feed.group(2):
        files.append(Attached(feed.group(2), "", role, name, media_type, changed))
    return tuple(files)


def _title(title: str, subject: str) -> str:
    return title or subject
