"""The Chamber of the tests itself, at size."""

import datetime as dt
import time

import pytest

from ingest.sources.source import HeldRecords
from ingest.sources.tweede_kamer.source import TweedeKamer
from tests.ingest.direct import DirectFetcher
from tests.ingest.serving import serving
from tests.ingest.sources.tweede_kamer.conftest import TODAY, Desk, findings_of
from tests.ingest.sources.tweede_kamer.server import Chamber


@pytest.mark.slow
def test_fifty_thousand_documents_are_listed_and_two_thousand_make_pieces() -> None:
    chamber = Chamber(bulk=50_000, bulk_files=2_000)
    with serving(chamber.answer) as server:
        desk = Desk(chamber, server, TweedeKamer(chamber.settings(server.address)))
        started = time.perf_counter()
        records = [
            r for c in desk.source.categories for p in desk.source.pages(c, "", desk.fetcher, TODAY) for r in p.records
        ]
        assert len(records) == 50_000 + 2_000 + 2_000 + 4_000
        kept = [record for record in records if not record.deleted]
        assert len(kept) == 4 * 2_000 + 2_000
        assert time.perf_counter() - started < 120
    assert len(chamber.entities) == 0


def test_generated_documents_make_whole_pieces_with_a_file() -> None:
    chamber = Chamber(bulk=100, bulk_files=20)
    added = chamber.add_letter("2024D99999", "Voortgang", dt.date(2024, 11, 1))
    with serving(chamber.answer) as server:
        desk = Desk(chamber, server, TweedeKamer(chamber.settings(server.address)))
        assert findings_of(desk.listed()) == set()
        pieces = desk.pieces()
        assert len(pieces) == 21
        piece = pieces["tk/ah-tk-20242025-7"]
        assert piece.given.people[0].party == "D66"
        fetched = DirectFetcher().get(piece.files[0].address)
        assert b"gemeente 6" in fetched.data
        assert desk.source.refuses(piece, piece.files[0], fetched.data) == ""
        chamber.change(piece.key, onderwerp="Gewijzigd")
        chamber.delete(pieces["tk/ah-tk-20242025-8"].key)
        desk.listed()
        assert len(desk.pieces()) == 20
    assert desk.source.piece(added, HeldRecords(tuple(desk.held.values()))) is not None
