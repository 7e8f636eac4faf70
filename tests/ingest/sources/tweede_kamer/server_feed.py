"""The SyncFeed of a Chamber of the tests: Atom pages, single entities."""

import datetime as dt
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from tests.ingest.sources.tweede_kamer.server_state import BOOLEANS, DAYS, ELEMENTS, Entity, Faults

_TK = "http://www.tweedekamer.nl/xsd/tkData/v1-0"
_DOWNLOADABLE = "Document"


def moment(value: object, faults: Faults, at: int = 0) -> str:
    """A day or moment in the form this Chamber writes (with "mixed", by turns)."""
    forms = ("offset", "basic", "zulu", "naive", "date")
    form = forms[at % len(forms)] if faults.moments == "mixed" else faults.moments
    if isinstance(value, dt.datetime):
        return f"{value:%Y-%m-%dT%H:%M:%S}.2143044" + ("Z" if form == "zulu" else "" if form == "naive" else "+00:00")
    assert isinstance(value, dt.date)
    summer = 4 <= value.month <= 9
    if form == "date":
        return value.isoformat()
    if form == "zulu":
        before = value - dt.timedelta(days=1)
        return f"{before.isoformat()}T{22 if summer else 23}:00:00Z"
    zone = {"offset": f"+0{2 if summer else 1}:00", "basic": f"+0{2 if summer else 1}00", "naive": ""}[form]
    return f"{value.isoformat()}T00:00:00{'.0000000' if form == 'naive' else ''}{zone}"


def element(entity: Entity, faults: Faults) -> str:
    """The entity in its own namespace; deleted: attributes only."""
    mark = f"{faults.prefix}:" if faults.prefix else ""
    tk = f"{faults.prefix}:" if faults.prefix else "tk:"
    name = mark + entity.category[0].lower() + entity.category[1:]
    said = str(entity.deleted) if faults.capital_booleans else str(entity.deleted).lower()
    spaces = f'xmlns:{faults.prefix}="{_TK}"' if faults.prefix else f'xmlns="{_TK}" xmlns:tk="{_TK}"'
    attributes = [
        f'id="{entity.key}"',
        f'{tk}bijgewerkt="{moment(entity.touched, faults)}"',
        f'{tk}verwijderd="{said}"',
    ]
    if entity.length and not entity.deleted:
        attributes += [f"{tk}contentType={quoteattr(entity.media_type)}", f'{tk}contentLength="{entity.length}"']
    head = f'<{name} {spaces} xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" {" ".join(attributes)}'
    if entity.deleted or not (entity.fields or entity.links):
        return f"{head}/>"
    inside = [f'<{mark}{faults.renamed.get((entity.category, link), link)} ref="{key}"/>' for link, key in entity.links]
    for at, field in enumerate(ELEMENTS[entity.category]):
        if (entity.category, field) not in faults.without:
            named = mark + faults.renamed.get((entity.category, field), field)
            inside.extend(_field(named, field, entity.fields.get(field), faults, at))
    if extra := faults.extra.get(entity.category):
        inside.append(f"<{mark}{extra}>nieuw</{mark}{extra}>")
    return f"{head}>{''.join(inside)}</{name}>"


def _field(named: str, field: str, value: object, faults: Faults, at: int) -> Iterable[str]:
    if value is None:
        yield f'<{named} xsi:nil="true"/>'
        return
    for one in value if isinstance(value, list) else [value]:
        if field in DAYS:
            text = moment(one, faults, at)
        elif field in BOOLEANS:
            text = str(one) if faults.capital_booleans else str(one).lower()
        else:
            text = escape(str(one))
        yield f"<{named}>{text}</{named}>"


def page(category: str, entities: list[Entity], base: str, after: int, last: bool, faults: Faults) -> bytes:
    """A page; ``last``: nothing follows it."""

    def link(relation: str, token: int) -> str:
        return f'<link rel="{relation}" href="{base}/Feed?skiptoken={token}&amp;category={category}" />'

    head = [f"<title>Gegevensmagazijn SyncFeed (category: {category})</title>", link("self", after)]
    end = max((one.token for one in entities), default=after)
    if faults.tokens_in in ("feed", "both") or not entities:
        head.append(link("resume" if last or not entities else "next", end))
    entries = [_entry(one, base, link, faults) for one in entities]
    if category == "Document" and not after:
        entries = [_empty_entry(at, base) for at in range(faults.empty_entries)] + entries
    return (
        '<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom">'
        f"{''.join(head)}<updated>2026-11-20T12:00:00Z</updated><id>{base}/Feed</id>{''.join(entries)}</feed>"
    ).encode()


def _entry(entity: Entity, base: str, link, faults: Faults) -> str:  # type: ignore[no-untyped-def]
    parts = [
        f"<title>{entity.key}</title><id>{base}/Entiteiten/{entity.key}</id>",
        f"<updated>{moment(entity.touched, faults)}</updated>",
        f'<category term="{entity.category.lower()}" />',
    ]
    if faults.tokens_in in ("entries", "both"):
        parts.append(link("next", entity.token))
    if entity.category == _DOWNLOADABLE and entity.length and not entity.deleted:
        parts.append(f'<link rel="enclosure" href="{base}/Resources/{entity.key}" />')
    return f'<entry>{"".join(parts)}<content type="application/xml">{element(entity, faults)}</content></entry>'


def _empty_entry(at: int, base: str) -> str:
    key = f"eeeeeeee-0000-4000-8000-{at:012x}"
    return f'<entry><title>{key}</title><id>{base}/Entiteiten/{key}</id><content type="application/xml"/></entry>'
