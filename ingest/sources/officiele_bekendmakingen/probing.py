"""The questions of `loket doctor`: one publication of each kind, its metadata and its file."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.fetching.port import Fetcher
from ingest.sources.officiele_bekendmakingen.addresses import NEWEST_FIRST, Addresses, between, in_publications, query
from ingest.sources.officiele_bekendmakingen.files import refuses
from ingest.sources.officiele_bekendmakingen.listing import Listing
from ingest.sources.officiele_bekendmakingen.pieces import piece_of
from ingest.sources.officiele_bekendmakingen.publication import Publication
from ingest.sources.officiele_bekendmakingen.records import read_metadata
from ingest.sources.source import Piece, Probe
from kb.errors import LoketError

_DAYS = 120  # long enough for a recess


@dataclass(frozen=True, slots=True)
class Probing:
    listing: Listing
    addresses: Addresses
    fetcher: Fetcher

    def of(self, category: str, today: dt.date) -> Iterator[Probe]:
        asked = query(in_publications([category]), between(today - dt.timedelta(days=_DAYS), today), order=NEWEST_FIRST)
        words = f'the newest publication in "{category}"'
        where = self.addresses.search(asked, 1, 1)
        try:
            _, answer = self.listing.first(asked)
        except LoketError as error:
            yield Probe(words, where, error=str(error))
            return
        if not answer.records:
            nothing = answer.unusable[0].problem.message if answer.unusable else f"Nothing in the last {_DAYS} days."
            yield Probe(words, where, answer.findings, error=nothing)
            return
        publication = Publication.of_content(answer.records[0].content)
        seen = tuple(
            f"{name}: {value}"
            for name, value in (
                ("id", publication.identifier),
                ("title", publication.title),
                ("date", publication.date),
                ("vraagnummer", publication.question),
                ("indiener", ", ".join(publication.askers)),
                ("forms", ", ".join(publication.forms)),
                ("found in all", str(answer.total)),
            )
            if value
        )
        yield Probe(words, where, answer.findings, seen)
        yield self._metadata(publication)
        yield self._file(piece_of(publication, category, self.addresses))

    def _metadata(self, publication: Publication) -> Probe:
        address = self.addresses.metadata(publication.identifier)
        asked = f"the metadata of {publication.identifier}"
        try:
            record, findings = read_metadata(self.fetcher.get(address).data, address, publication.identifier)
        except LoketError as error:
            return Probe(asked, address, error=str(error))
        return Probe(asked, address, findings, (f"title: {Publication.of_content(record.content).title}",))

    def _file(self, piece: Piece) -> Probe:
        """The first form; that there should be one is what the listing, or the id, says."""
        file = piece.files[0]
        asked = f"the file of {piece.key}"
        try:
            answer = self.fetcher.get(file.address, accept=file.accept)
        except LoketError as error:
            return Probe(asked, file.address, error=str(error))
        why = refuses(file.address, answer.data)
        return Probe(
            asked, file.address, seen=(f"{len(answer.data):,} bytes",), error=f"It came, but {why}." if why else ""
        )
