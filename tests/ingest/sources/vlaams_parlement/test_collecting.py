"""With the engine and the reader: what is in the corpus after days of questions, answers, corrections, deletions."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from ingest.collecting.order import Order
from ingest.collecting.report import CollectReport
from ingest.collecting.run import Collector
from ingest.fetching.polite import PoliteFetcher
from ingest.pipeline import Pipeline
from ingest.sources.source import Selection
from ingest.sources.vlaams_parlement.source import VlaamsParlement
from kb.catalog.catalog import Catalog
from kb.errors import RefusedError
from kb.model.collecting import PieceState, RunOutcome
from kb.model.document import Document
from kb.model.identity import DocumentId
from kb.model.terms import Kind
from kb.related import related
from tests.ingest.direct import DirectFetcher
from tests.ingest.serving import Reply, Server, serving
from tests.ingest.sources.vlaams_parlement.server import LOGOUT, XLSX, Parlement, Stored, Thing

KINDS = ("schriftelijke vraag", "vraag om uitleg", "conceptnota")
MARCH = dt.date(2025, 3, 4)


@dataclass
class Office:
    """A corpus that follows a parliament; ``now`` is the day of the next run."""

    parlement: Parlement
    server: Server
    catalog: Catalog
    now: dt.datetime = dt.datetime(2025, 4, 10, 6, tzinfo=dt.UTC)
    fetched: list[str] = field(default_factory=list)

    def run(self, order: Order | None = None) -> CollectReport:
        fetcher = DirectFetcher()
        source = VlaamsParlement(self.parlement.settings(self.server.address, since="2025-02-10", kinds=KINDS))
        pipeline = Pipeline(self.catalog, clock=lambda: self.now, workers=1)
        report = Collector(source, fetcher, pipeline, ("vlaams_parlement",)).collect(order or Order())
        self.fetched = [address.rpartition("=")[2] for address in fetcher.asked if "/pfile" in address]
        return report

    def next_day(self) -> CollectReport:
        self.now += dt.timedelta(days=1)
        return self.run()

    def documents(self) -> dict[str, Document]:
        return {entry.id.key: self.catalog.document(entry.id) for entry in self.catalog.current()}

    def contents(self) -> dict[str, tuple[str, str, str]]:
        """All that a reader sees, without when it was taken."""
        return {
            key: (one.title, one.kind, "\n".join(section.text for section in one.sections))
            for key, one in self.documents().items()
        }

    def state(self, key: str) -> PieceState:
        held = self.catalog.collecting.piece("vlaams_parlement", key)
        assert held is not None
        return held.state


def test_robots_are_not_about_the_interfaces_and_are_about_the_files(office: Office) -> None:
    day_one(office.parlement)
    office.server.fail("/robots.txt", Reply(b"User-agent: *\nDisallow: /e/\nDisallow: /api/\nDisallow: /files/\n"))
    source = VlaamsParlement(office.parlement.settings(office.server.address, since="2025-02-10"))
    with PoliteFetcher(source.hosts) as fetcher:
        pages = list(source.pages("schriftelijke vraag", "", fetcher, office.now.date()))
        assert sum(len(page.records) for page in pages) == 7
        assert fetcher.get(f"{office.server.address}/pfile?id=301").data
        with pytest.raises(RefusedError, match="robots"):
            fetcher.get(f"{office.server.address}/files/pfile?id=301")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    parlement = Parlement()
    with serving(parlement.answer) as server, Catalog.open(tmp_path / "corpus", write=True) as catalog:
        yield Office(parlement, server, catalog)


def day_one(parlement: Parlement) -> None:
    for number in range(5):
        parlement.add_question(100 + number, published=MARCH + dt.timedelta(days=number), title=f"Dossier {number}")
    parlement.add_question(200, published=dt.date(2025, 4, 1), answered=False, title="Nog open")
    files = [Stored("301"), Stored("302", "bijlage", "Lijst.docx"), Stored("303", "bijlage", "Cijfers.xlsx", XLSX)]
    parlement.add(Thing(300, title="Met bijlagen", published=MARCH, asked=MARCH, answered=MARCH, files=files))
    spoken = [Stored("", "handeling", spoken="/nl/plenaire-vergaderingen/8/verslag/400")]
    parlement.add(Thing(400, "vraag om uitleg", "over de bus", 12, published=MARCH, files=spoken))
    parlement.add(Thing(500, "conceptnota", "Stille wegen", 9, published=MARCH, files=[Stored("501", "tekst")]))


def day_two(parlement: Parlement) -> None:
    parlement.add_answer(200, answered=dt.date(2025, 4, 9), published=dt.date(2025, 4, 11), pfile=201)
    thing = parlement.things[101]
    thing.number += 1
    body = b"SCHRIFTELIJKE VRAAG\n" + b"nr. 7\nvan GRIET WEVELAAR\ndatum: 24 januari 2025\naan JOOST PERDAENS\n"
    parlement.correct_file(thing.files[0].pfile, body + b"VLAAMS MINISTER\nDossier 1\n\n1. Wat nu?\n", "2025-04-11")


def day_three(parlement: Parlement) -> None:
    parlement.delete(102)
    parlement.change(300, files=parlement.things[300].files[:1])
    parlement.change(103, title="Dossier 3, verbeterd")


def test_all_kinds_are_taken_in_once(office: Office) -> None:
    day_one(office.parlement)
    report = office.run()
    assert (report.run.outcome, report.findings, report.problems) == (RunOutcome.DONE, (), ())
    assert set(office.documents()) == {
        *(f"schv-{number}" for number in (100, 101, 102, 103, 104, 300)),
        "pfile-302",
        "vi-400",
        "pi-500",
    }
    assert office.documents()["schv-100"].kind is Kind.ANSWERED_QUESTION
    again = office.next_day()
    assert (again.run.new, again.run.changed, again.run.removed, office.fetched) == (0, 0, 0, [])


def test_three_days_of_changes_equal_a_fresh_collection_of_the_third(office: Office, tmp_path: Path) -> None:
    day_one(office.parlement)
    office.run()
    day_two(office.parlement)
    second = office.next_day()
    assert (second.run.new, second.run.changed) == (1, 1)
    assert sorted(office.fetched) == ["201", office.parlement.things[101].files[0].pfile]
    assert len(office.catalog.versions(DocumentId("vp", "schv-101"))) == 2
    day_three(office.parlement)
    third = office.next_day()
    assert third.run.removed == 2
    assert (office.state("schv-102"), office.state("pfile-302")) == (PieceState.GONE, PieceState.GONE)
    with Catalog.open(tmp_path / "fresh", write=True) as catalog:
        fresh = Office(office.parlement, office.server, catalog, office.now)
        fresh.run()
        assert fresh.contents() == office.contents()


def test_what_the_source_counts_is_what_is_held_and_a_missing_file_is_a_gap(office: Office) -> None:
    day_one(office.parlement)
    office.server.fail("/pfile?id=500100", Reply(b"", 404), times=9)
    office.server.fail("pfile?id=500103", LOGOUT, times=9)
    report = office.run()
    assert len(report.failures) == 2
    months = {(one.kind, one.month): one for one in office.catalog.coverage()[0].months}
    march = months["schriftelijke vraag", dt.date(2025, 3, 1)]
    assert (march.expected, march.listed, march.held, march.missing) == (6, 6, 4, 2)
    beside = months["bijlage bij schriftelijke vraag", dt.date(2025, 3, 1)]
    assert (beside.expected, beside.listed, beside.held) == (None, 1, 1)  # the sheet is not listed
    april = months.get(("schriftelijke vraag", dt.date(2025, 4, 1)))
    assert april is None or (april.expected, april.missing) == (0, 0)


def test_a_question_to_several_ministers_shows_as_one_case(office: Office) -> None:
    for number, minister in enumerate((("Joost", "Perdaens"), ("Lena", "Quaghe"))):
        office.parlement.add_question(600 + number, published=MARCH, title="Stilte  -  Beleid", ministers=(minister,))
    office.run()
    document = office.documents()["schv-600"]
    assert [str(one.id) for one in related(document, office.catalog).same_case] == ["vp/schv-601"]


def test_a_question_from_before_the_first_day_stays_where_it_was_selected(office: Office) -> None:
    office.parlement.add_question(700, published=dt.date(2020, 3, 4), title="Oud")
    office.run(Order(selection=Selection(numbers=("schv-700",))))
    assert set(office.documents()) == {"schv-700"}
    office.next_day()
    assert set(office.documents()) == {"schv-700"}


def test_a_search_that_finds_far_less_takes_nothing_out(office: Office) -> None:
    for number in range(30):
        office.parlement.add_question(800 + number, published=MARCH)
    office.run()
    kept = dict(office.parlement.things)
    for id in list(kept)[:25]:
        office.parlement.delete(id)
    report = office.next_day()
    assert report.run.outcome is RunOutcome.FAILED
    assert len(office.documents()) == 30
