"""Bytes of OData: a page of rows, with what was expanded in them. Pure; the names of v5 and of v4 are both read."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ingest.sources.tweede_kamer.fields import (
    ACTOR_OF_CASE,
    ACTOR_OF_PAPER,
    CASE,
    DOSSIER,
    PAPER,
    ROW_FIELDS,
    VERSION,
    Field,
)
from ingest.sources.tweede_kamer.raw import Raw
from kb.errors import UnexpectedError

# Expansions that are entities of a category of their own, and how the entity points back to the one it hangs under.
_EXPANDED = {
    "Zaak": (CASE, ""),
    "ZaakActor": (ACTOR_OF_CASE, "zaak"),
    "Kamerstukdossier": (DOSSIER, ""),
    "DocumentActor": (ACTOR_OF_PAPER, "document"),
    "HuidigeDocumentVersie": (VERSION, "document"),
    "DocumentVersie": (VERSION, "document"),
    "Document": (PAPER, ""),
}
_LINK_OF = {"Zaak": "zaak", "Kamerstukdossier": "kamerstukdossier", "HuidigeDocumentVersie": "huidigeDocumentVersie"}


@dataclass(frozen=True, slots=True)
class RowPage:
    """``rows`` are the entities that were asked for, ``expanded`` those that came within them, in the order given.

    ``references`` are keys that came without fields of their own (`$select=Id`). ``total`` is the number of all rows
    that the question has, ``more`` the address of the next page; None and "" where the page does not say.
    """

    rows: tuple[Raw, ...]
    expanded: tuple[Raw, ...] = ()
    references: tuple[str, ...] = ()
    without_id: int = 0
    total: int | None = None
    more: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(row.key for row in self.rows)


def read_rows(data: bytes, category: str, address: str) -> RowPage:
    """A page of rows, or a single row. Raises UnexpectedError where the bytes are no answer of OData."""
    answer = _json(data, address)
    if isinstance(error := answer.get("error"), dict):
        said = error.get("message") or "no reason given"
        raise UnexpectedError(f"{address} answered with an error ({said}).", "Try again later.")
    listed = answer.get("value") if "value" in answer else [answer] if "Id" in answer else None
    if not isinstance(listed, list):
        raise UnexpectedError(f"{address} gave JSON without rows.", "Run `loket doctor tweede_kamer`.")
    reading = _Reading([], [])
    rows = [reading.entity(row, category, None) for row in listed if isinstance(row, dict)]
    found = tuple(row for row in rows if row)
    total, more = answer.get("@odata.count"), answer.get("@odata.nextLink")
    return RowPage(
        found,
        tuple(reading.expanded),
        tuple(dict.fromkeys(reading.references)),
        len(listed) - len(found),
        total if isinstance(total, int) else None,
        more if isinstance(more, str) else "",
    )


def _json(data: bytes, address: str) -> dict[str, Any]:
    try:
        answer = json.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError) as error:
        start = " ".join(data[:60].decode("utf-8", errors="replace").split())
        raise UnexpectedError(
            f"{address} gave something else than JSON ({start!r}).", "Try again later; the source may be down."
        ) from error
    if not isinstance(answer, dict):
        raise UnexpectedError(f"{address} gave JSON without rows.", "Run `loket doctor tweede_kamer`.")
    return answer


@dataclass(slots=True)
class _Reading:
    expanded: list[Raw]
    references: list[str]

    def entity(self, row: dict[str, Any], category: str, under: tuple[str, str] | None) -> Raw | None:
        """The row as an entity; what is expanded in it is kept beside. None for a row without an id."""
        key = str(row.get("Id") or "").lower()
        if not key:
            return None
        fields = ROW_FIELDS[category]
        texts: list[tuple[str, str]] = []
        links: list[tuple[str, str]] = [under] if under else []
        present: list[str] = []
        for name, value in _by_age(row, fields):
            field = fields.get(name)
            present.append(field.rows[0] if field else name)
            if isinstance(value, list | dict):
                self._expansion(name, value, category, key, texts, links)
            elif field and value is not None and (text := _text(value)):
                (links if field.link else texts).append((field.feed, text.lower() if field.link else text))
        if under and under[0] in ("zaak", "document"):
            present.append(f"{under[0].capitalize()}_Id")
        return Raw(
            category,
            key,
            row.get("Verwijderd") is True or str(row.get("Verwijderd")).lower() == "true",
            tuple(text for text in texts if text[0] not in ("id", "bijgewerkt", "verwijderd", "")),
            tuple(dict.fromkeys(links)),
            tuple(dict.fromkeys(present)),
            str(row.get("GewijzigdOp") or ""),
        )

    def _expansion(
        self, name: str, value: Any, category: str, key: str, texts: list[tuple[str, str]], links: list[tuple[str, str]]
    ) -> None:
        inside = [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, dict)]
        if name in _EXPANDED:
            kind, back = _EXPANDED[name]
            for one in inside:
                if link := _LINK_OF.get(name):
                    links.append((link, str(one.get("Id") or "").lower()))
                if {known for known in one if "@" not in known} == {"Id"}:
                    self.references.append(str(one["Id"]).lower())
                elif found := self.entity(one, kind, (back, key) if back else None):
                    self.expanded.append(found)
        elif (field := ROW_FIELDS[category].get(name)) and field.feed == "kamerbriefNakoming":
            texts.extend((field.feed, number) for one in inside for number in _numbers(one))
        elif field and field.link:
            links.extend((field.feed, _text(one[known]).lower()) for one in inside for known in _ids(one))


def _by_age(row: dict[str, Any], fields: dict[str, Field]) -> Iterator[tuple[str, Any]]:
    """The columns, the newest name of a field before its older ones; notes of the interface ("@odata...") left out."""
    columns = [(name, value) for name, value in row.items() if "@" not in name]
    return iter(sorted(columns, key=lambda one: fields[one[0]].rows.index(one[0]) if one[0] in fields else 0))


def _numbers(row: dict[str, Any]) -> Iterator[str]:
    number = row.get("Nummer") or row.get("DocumentNummer")
    if number:
        yield _text(number)


def _ids(row: dict[str, Any]) -> Iterator[str]:
    """Who is meant by an entry of ToegezegdAan; or the entity's own id."""
    named = [name for name in ("Persoon_Id", "Fractie_Id", "Commissie_Id") if row.get(name)]
    yield from named or (["Id"] if row.get("Id") else [])


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return " ".join(str(value).split())
