"""One question put to several ministers: as many records, each with its own number, under one title.

The documents meet by themselves where they show the day of the question and its title (`kb.related`), which every piece
carries; here the records do, before anything is fetched.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from ingest.sources.source import Record
from ingest.sources.vlaams_parlement.entries import Entry, entry_of
from ingest.sources.vlaams_parlement.fields import KINDS


@dataclass(frozen=True, slots=True)
class Cluster:
    """``keys`` are those of the pieces, in order; ``ministers`` beside them."""

    title: str
    asked: dt.date | None
    asker: str
    keys: tuple[str, ...]
    ministers: tuple[str, ...]


def clusters(records: Iterable[Record]) -> tuple[Cluster, ...]:
    """Questions that were put to more than one minister; records of other kinds are passed over."""
    found: dict[str, list[Entry]] = {}
    for record in records:
        if record.deleted or record.category not in KINDS:
            continue
        entry = entry_of(record)
        if tie := entry.same_question:
            found.setdefault(tie, []).append(entry)
    return tuple(_cluster(same) for same in found.values() if len(same) > 1)


def _cluster(same: list[Entry]) -> Cluster:
    ordered = sorted(same, key=lambda entry: int(entry.id))
    first = ordered[0]
    return Cluster(
        first.title,
        first.asked,
        first.askers[0].name,
        tuple(entry.key for entry in ordered),
        tuple(", ".join(actor.name for actor in entry.ministers) for entry in ordered),
    )
