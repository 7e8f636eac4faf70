"""The gazette through the whole of collecting: what the corpus holds after each day."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from ingest.collecting.order import Order
from ingest.collecting.report import CollectReport
from ingest.collecting.run import Collector
from ingest.pipeline import Pipeline
from ingest.sources.source import Selection
from kb.catalog.catalog import Catalog
from kb.model.collecting import RunOutcome
from kb.model.identity import DocumentId
from kb.model.terms import Kind
from tests.ingest.formats.builders import pdf
from tests.ingest.sources.officiele_bekendmakingen.conftest import Desk
from tests.ingest.sources.officiele_bekendmakingen.server import (
    ANSWERS,
    Gazette,
    Item,
    a_question,
    an_answer,
    question_xml,
)

PRINTED = (
    "Vragen van het lid Koekkoek (GvN) aan de Minister van Herstel",
    "Vraag 1",
    "Is dat zo?",
    "Antwoord 1",
    "Ja.",
)
NOON = dt.datetime(2024, 12, 20, 12, tzinfo=dt.UTC)


@dataclass(slots=True)
class Corpus:
    catalog: Catalog
    desk: Desk

    def run(self, day: int = 0, order: Order | None = None) -> CollectReport:
        now = NOON + dt.timedelta(days=day)
        pipeline = Pipeline(self.catalog, clock=lambda: now, workers=1)
        return Collector(self.desk.source, self.desk.fetcher, pipeline).collect(order or Order())

    @property
    def held(self) -> dict[str, Kind]:
        return {entry.id.key: self.catalog.document(entry.id).kind for entry in self.catalog.current()}

    def contents(self) -> dict[str, str]:
        return {str(entry.id): entry.content_hash for entry in self.catalog.current()}

    def texts(self, key: str) -> str:
        return " ".join(section.text for section in self.catalog.document(DocumentId("tk", key)).sections)


@pytest.fixture
def corpus(tmp_path: Path, desk: Desk) -> Iterator[Corpus]:
    with Catalog.open(tmp_path / "corpus", write=True) as catalog:
        yield Corpus(catalog, desk)


def first_day(gazette: Gazette) -> None:
    gazette.add(an_answer(1, "2024-11-05"), an_answer(2, "2024-12-03"), an_answer(3, "2024-12-04"))
    gazette.add(a_question(90011, "2024-12-05"))


def second_day(gazette: Gazette) -> None:
    """One corrected, one withdrawn, a postponement, and one of the new kind without XML."""
    better = an_answer(2, "2024-12-03", title="de verbeterde herstelcheque")
    gazette.change("ah-tk-20242025-2", title=better.title, xml=better.xml, modified="2024-12-20")
    gazette.delete("ah-tk-20242025-3")
    late = an_answer(4, "2024-12-20")
    notice = "De vragen kunnen niet binnen de termijn worden beantwoord."
    gazette.add(replace(late, xml=question_xml(late, ("Is dat zo?",), notice=notice)))
    gazette.add(Item("ah-1271549", ANSWERS, "de onderdelen", "2024-12-19", session="2024-2025", pdf=pdf([PRINTED])))


def test_each_day_the_corpus_holds_what_the_site_has(corpus: Corpus, tmp_path: Path) -> None:
    gazette = corpus.desk.gazette
    first_day(gazette)
    report = corpus.run()
    assert (report.run.outcome, report.run.new) == (RunOutcome.DONE, 4)
    assert corpus.held == {
        "ah-tk-20242025-1": Kind.ANSWERED_QUESTION,
        "ah-tk-20242025-2": Kind.ANSWERED_QUESTION,
        "ah-tk-20242025-3": Kind.ANSWERED_QUESTION,
        "kv-tk-2024Z90011": Kind.OPEN_QUESTION,
    }
    second_day(gazette)
    report = corpus.run(day=1)
    assert (report.run.outcome, report.run.new, report.run.changed, report.run.removed) == (RunOutcome.DONE, 2, 1, 1)
    assert corpus.held["ah-tk-20242025-4"] is Kind.POSTPONEMENT
    assert "ah-1271549" in corpus.held
    assert "ah-tk-20242025-3" not in corpus.held
    assert "verbeterde" in corpus.texts("ah-tk-20242025-2")
    asked = len(corpus.desk.fetcher.asked)
    assert corpus.run(day=2).changed_anything is False
    assert not [address for address in corpus.desk.fetcher.asked[asked:] if "/sru?" not in address]
    with Catalog.open(tmp_path / "fresh", write=True) as catalog:
        fresh = Corpus(catalog, corpus.desk)
        fresh.run(day=2)
        assert fresh.contents() == corpus.contents()


def test_an_error_page_with_a_good_status_is_never_a_document(corpus: Corpus) -> None:
    corpus.desk.gazette.add(an_answer(1, "2024-12-03", pdf=None), an_answer(2, "2024-12-04"))
    corpus.desk.gazette.maintenance = True
    report = corpus.run()
    assert (corpus.held, report.run.outcome) == ({}, RunOutcome.PROBLEMS)
    assert "web page" in report.failures[0].problems[0].message
    corpus.desk.gazette.maintenance = False
    assert corpus.run(day=1).run.new == 2


def test_a_publication_without_its_xml_is_taken_as_pdf(corpus: Corpus) -> None:
    corpus.desk.gazette.forms_listed = False
    corpus.desk.gazette.add(an_answer(1, "2024-12-03", xml=None, pdf=pdf([PRINTED])))
    assert corpus.run().run.new == 1
    provenance = corpus.catalog.document(DocumentId("tk", "ah-tk-20242025-1")).provenance
    assert provenance.media_type == "application/pdf"
    assert provenance.url.endswith("/ah-tk-20242025-1.pdf")
    assert provenance.page_url.endswith("/ah-tk-20242025-1.html")


def test_what_was_selected_by_number_stays_when_everything_is_listed_later(corpus: Corpus) -> None:
    first_day(corpus.desk.gazette)
    corpus.desk.gazette.add(Item("kst-99310-41", "Kamerstuk", "Reparatieloket", "2023-06-23", pdf=pdf([PRINTED])))
    order = Order(Selection(numbers=("99 310, nr. 41", "ah-tk-20242025-2")))
    assert corpus.run(order=order).run.new == 2
    assert corpus.run(day=1).run.new == 3
    assert "kst-99310-41" in corpus.held


def test_a_withdrawal_long_after_its_day_is_noticed_when_its_month_has_its_turn(corpus: Corpus) -> None:
    corpus.desk.gazette.add(*(an_answer(n, f"2024-{9 + n}-05") for n in (1, 2, 3)))
    corpus.run()
    corpus.run(day=90)
    corpus.desk.gazette.delete("ah-tk-20242025-2")
    removed = [corpus.run(day=91 + more).run.removed for more in range(3)]
    assert sorted(removed) == [0, 0, 1]
    assert list(corpus.held) == ["ah-tk-20242025-1", "ah-tk-20242025-3"]
