"""A dossier, and what it asks of each source."""

from dataclasses import dataclass

from ingest.sources.source import Selection


@dataclass(frozen=True, slots=True)
class Entry:
    """One piece: at its ``source`` by official ``number``, or, of the source webpage, by ``address``."""

    source: str
    number: str = ""
    address: str = ""
    note: str = ""

    @property
    def name(self) -> str:
        return self.number or self.address


@dataclass(frozen=True, slots=True)
class Dossier:
    """``entries`` stand in the order of the file."""

    title: str
    entries: tuple[Entry, ...]
    description: str = ""


def selections(dossier: Dossier) -> tuple[tuple[str, Selection], ...]:
    """One selection for each source that the dossier names, in the order of the file. Addresses of pages go where
    numbers go: the source webpage takes them there."""
    sources = dict.fromkeys(entry.source for entry in dossier.entries)
    return tuple(
        (source, Selection(numbers=tuple(entry.name for entry in dossier.entries if entry.source == source)))
        for source in sources
    )
