"""OData of a Chamber of the tests: rows with all columns, the conditions that the source asks, and 400 for others."""

import datetime as dt
import re
from collections.abc import Callable, Iterable
from typing import Any

from tests.ingest.sources.tweede_kamer.server_feed import moment
from tests.ingest.sources.tweede_kamer.server_state import ELEMENTS, Entity, Faults

# v5's names where they differ from the feed's with a capital; v4's are the capitals
_V5 = {("Document", "DocumentNummer"): "Nummer", ("Document", "Volgnummer"): "Ondernummer"}
Lookup = Callable[[str, str], Iterable[Entity]]  # category, key of what it refers to -> entities


class BadRequest(Exception):
    """The interface answers 400."""


class Table:
    """Rows of one Chamber. ``find`` gives an entity by key, ``referring`` those of a category that name a key."""

    def __init__(self, version: str, faults: Faults, find: Callable[[str], Entity | None], referring: Lookup) -> None:
        self.version, self.faults, self.find, self.referring = version, faults, find, referring

    def column(self, category: str, element: str) -> str:
        element = self.faults.renamed.get((category, element), element)
        name = "ExterneIdentifier" if element == "externeidentifier" else element[0].upper() + element[1:]
        return _V5.get((category, name), name) if self.version == "v5" else name

    def row(self, entity: Entity, expand: str = "") -> dict[str, Any]:
        row: dict[str, Any] = {"Id": entity.key, **self._columns(entity), **_keys(entity)}
        if entity.category == "Document":
            row |= {"ContentType": entity.media_type or None, "ContentLength": entity.length if entity.length else None}
        touched = moment(entity.touched, self.faults)
        row |= {"GewijzigdOp": touched, "ApiGewijzigdOp": touched, "Verwijderd": entity.deleted}
        if extra := self.faults.extra.get(entity.category):
            row[extra[0].upper() + extra[1:]] = "nieuw"
        for name, inside in _expansions(expand):
            row[name] = self.expanded(entity, name, inside)
        return row

    def _columns(self, entity: Entity) -> dict[str, Any]:
        columns: dict[str, Any] = {}
        for element in ELEMENTS[entity.category]:
            if (entity.category, element) in self.faults.without or element == "kamerbriefNakoming":
                continue
            value = None if entity.deleted else entity.fields.get(element)
            columns[self.column(entity.category, element)] = (
                moment(value, self.faults, len(columns)) if isinstance(value, dt.date) else value
            )
        return columns

    def expanded(self, entity: Entity, name: str, inside: str) -> Any:
        if name == self.faults.no_navigation:
            raise BadRequest(f"no navigation {name}")
        if name in ("Zaak", "Kamerstukdossier", "HuidigeDocumentVersie"):
            link = name[0].lower() + name[1:]
            found = [one for known, key in entity.links if known == link and (one := self.find(key))]
        elif name == "KamerbriefNakoming":
            return [
                {"Id": "0" * 8, self.column("Document", "documentNummer"): n}
                for n in _list(entity, "kamerbriefNakoming")
            ]
        elif name == "ToegezegdAan":
            return [
                {"Toezegging_Id": entity.key, "Persoon_Id": key}
                for known, key in entity.links
                if known == "toegezegdAan"
            ]
        elif name in ELEMENTS:
            found = [one for one in self.referring(name, entity.key) if not one.deleted]
        else:
            raise BadRequest(f"no navigation {name}")
        if inside == "$select=Id":
            return [{"Id": one.key} for one in found]
        rows = [
            self.row(one, inside.removeprefix("$expand=") if inside.startswith("$expand=") else "") for one in found
        ]
        return (rows[0] if rows else None) if name == "HuidigeDocumentVersie" else rows

    def selected(self, entity: Entity, select: str, expand: str) -> dict[str, Any]:
        """The row, or only the columns named (expansions stay)."""
        row = self.row(entity, expand)
        if not select:
            return row
        names = {name for name, _ in _expansions(expand)} | set(select.split(","))
        if missing := names - row.keys():
            raise BadRequest(f"no property {missing} on {entity.category}")
        return {name: value for name, value in row.items() if name in names}

    def matches(self, entity: Entity, condition: str) -> bool:
        return all(self._holds(entity, one) for one in _split(condition, " and "))

    def _holds(self, entity: Entity, one: str) -> bool:
        if one.startswith("(") and one.endswith(")"):
            return any(self._holds(entity, each) for each in _split(one[1:-1], " or "))
        if match := re.fullmatch(r"Verwijderd eq (true|false)", one):
            return entity.deleted is (match[1] == "true")
        if match := re.fullmatch(r"Id eq ([0-9a-f-]{36})", one):
            return entity.key == match[1]
        if match := re.fullmatch(r"Id in \(([0-9a-f,-]+)\)", one):
            return entity.key in match[1].split(",")
        if match := re.fullmatch(r"contains\((\w+),'(.*)'\)", one):
            return match[2].replace("''", "'").casefold() in str(self._value(entity, match[1]) or "").casefold()
        if match := re.fullmatch(r"(\w+) (ge|lt) (\S+)Z", one):
            return self._compared(entity, match[1], match[2], match[3])
        if match := re.fullmatch(r"(\w+)/any\((\w): (.*)\)", one):
            return any(
                self.matches(other, match[3].replace(f"{match[2]}/", "")) for other in self._around(entity, match[1])
            )
        if match := re.fullmatch(r"(\w+) eq (?:'(.*)'|(\d+))", one):
            wanted = match[2].replace("''", "'") if match[2] is not None else match[3]
            return str(self._value(entity, match[1]) or "") == wanted
        raise BadRequest(f"not understood: {one}")

    def _around(self, entity: Entity, name: str) -> list[Entity]:
        if name == "DocumentVersie":
            return list(self.referring(name, entity.key))
        return [found for link, key in entity.links if link == name[0].lower() + name[1:] and (found := self.find(key))]

    def _value(self, entity: Entity, column: str) -> object:
        elements = {self.column(entity.category, element): element for element in ELEMENTS[entity.category]}
        if column not in elements:
            raise BadRequest(f"no property {column} on {entity.category}")
        return entity.fields.get(elements[column])

    def _compared(self, entity: Entity, column: str, how: str, bound: str) -> bool:
        value = self._value(entity, column)
        if not isinstance(value, dt.date):
            return False
        moment_of = dt.datetime(value.year, value.month, value.day) - dt.timedelta(
            hours=2 if 4 <= value.month <= 9 else 1
        )
        limit = dt.datetime.fromisoformat(bound)
        return moment_of >= limit if how == "ge" else moment_of < limit


def nodes(condition: str) -> int:
    """About how the interface counts: a call or comparison four or five, every connective one, every value of a list
    one."""
    calls = len(re.findall(r"contains\(|/any\(| (?:eq|ge|lt) ", condition))
    listed = sum(found.count(",") + 1 for found in re.findall(r" in \(([^)]*)\)", condition))
    return 5 * calls + listed + len(re.findall(r" (?:and|or) ", condition))


def _keys(entity: Entity) -> dict[str, str | None]:
    """The columns that name another entity."""
    named = dict(reversed(entity.links))
    if entity.category == "Document":
        return {"HuidigeDocumentVersie_Id": named.get("huidigeDocumentVersie")}
    owner = {"ZaakActor": "zaak", "DocumentActor": "document", "DocumentVersie": "document"}.get(entity.category)
    return {f"{owner.capitalize()}_Id": named.get(owner)} if owner else {}


def _list(entity: Entity, name: str) -> list[object]:
    value = entity.fields.get(name)
    return value if isinstance(value, list) else [] if value is None else [value]


def _split(text: str, between: str) -> list[str]:
    """At the top level: not inside brackets or quotes."""
    parts, depth, quoted, start, at = [], 0, False, 0, 0
    while at < len(text):
        if text[at] == "'":
            quoted = not quoted
        elif not quoted and text[at] in "()":
            depth += 1 if text[at] == "(" else -1
        elif not quoted and depth == 0 and text.startswith(between, at):
            parts.append(text[start:at])
            start = at = at + len(between)
            continue
        at += 1
    return [*parts, text[start:]]


def _expansions(expand: str) -> list[tuple[str, str]]:
    found = []
    for one in _split(expand, ",") if expand else []:
        name, _, inside = one.partition("(")
        found.append((name, inside.removesuffix(")")))
    return found
