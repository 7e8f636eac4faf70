"""Runs over a source in memory: what is kept, what is fetched again, what leaves, and what the report says."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from ingest.collecting.order import Order
from ingest.collecting.report import CollectReport
from ingest.collecting.run import Collector
from ingest.pipeline import Pipeline
from ingest.sources.source import Selection
from ingest.sources.strict import Deviation, Finding
from kb.catalog.catalog import Catalog
from kb.model.collecting import PieceState, RunOutcome
from kb.model.identity import DocumentId
from tests.ingest.collecting.world import NOW, World, WorldFetcher, WorldSource


@dataclass
class Desk:
    world: World
    catalog: Catalog
    now: dt.datetime = NOW
    reader: str = "lezer"

    def run(self, order: Order | None = None, source: WorldSource | None = None) -> CollectReport:
        self.world.fetched.clear()
        pipeline = Pipeline(self.catalog, clock=lambda: self.now, workers=1, fingerprint=lambda: self.reader)
        chosen = source or WorldSource(self.world)
        return Collector(chosen, WorldFetcher(self.world), pipeline, ("beter", "wereld")).collect(order or Order())

    def titles(self) -> dict[str, str]:
        return {entry.id.key: self.catalog.document(entry.id).title for entry in self.catalog.current()}

    def text(self, key: str) -> str:
        return self.catalog.document(DocumentId("w", f"brief-{key}")).sections[0].text

    def state(self, key: str) -> PieceState:
        held = self.catalog.collecting.piece("wereld", key)
        assert held is not None
        return held.state


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Catalog.open(tmp_path, write=True) as catalog:
        yield Desk(World(), catalog)


def test_what_a_source_has_is_taken_in_once(desk: Desk) -> None:
    desk.world.add("a", answered_by="minister Jansen")
    desk.world.add("b", month=5)
    first = desk.run()
    assert (first.run.outcome, first.run.new, first.run.listed) == (RunOutcome.DONE, 2, 3)
    assert desk.titles() == {"brief-a": "Brief a van minister Jansen", "brief-b": "Brief b"}
    again = desk.run()
    assert (again.run.outcome, again.run.new, again.run.changed) == (RunOutcome.DONE, 0, 0)
    assert desk.world.fetched == []


def test_a_new_moment_on_unchanged_content_costs_nothing(desk: Desk) -> None:
    for key in "abcdef":
        desk.world.add(key)
    desk.run()
    for letter in desk.world.letters.values():
        letter.touched += 1
    revision = desk.catalog.revision
    assert desk.run(source=WorldSource(desk.world, since=dt.date(2025, 12, 1))).run.listed == 6  # listed anew
    assert desk.world.fetched == []
    assert desk.catalog.revision == revision


def test_a_changed_file_makes_a_new_version(desk: Desk) -> None:
    letter = desk.world.add("a", month=11)
    desk.run()
    letter.text, letter.stamp = "De brief gaat nu over bruggen.", "2"
    report = desk.run()
    assert (report.run.changed, desk.text("a")) == (1, "De brief gaat nu over bruggen.")
    assert len(desk.catalog.versions(DocumentId("w", "brief-a"))) == 2


def test_a_file_without_a_stamp_is_asked_for_again_and_kept_where_it_did_not_change(desk: Desk) -> None:
    letter = desk.world.add("a", month=11, stamp="")
    desk.run()
    assert (desk.run().run.unchanged, desk.world.fetched) == (1, ["a"])
    letter.text = "Heel iets anders."
    assert (desk.run().run.changed, desk.text("a")) == (1, "Heel iets anders.")


def test_a_correction_of_what_is_known_reads_the_held_bytes_again_without_fetching(desk: Desk) -> None:
    letter = desk.world.add("a", month=11, answered_by="minister Jansen")
    desk.run()
    letter.answered_by = "minister De Vries"
    assert desk.run().run.changed == 1
    assert desk.titles() == {"brief-a": "Brief a van minister De Vries"}
    assert desk.world.fetched == []


def test_a_document_that_gets_its_official_number_stays_one_document(desk: Desk) -> None:
    letter = desk.world.add("a", month=11)
    desk.run()
    letter.number = "ah-tk-20262027-1"
    report = desk.run()
    assert set(desk.titles()) == {"ah-tk-20262027-1"}
    assert report.run.new == 1
    assert desk.world.fetched == []


def test_what_is_withdrawn_leaves_and_its_absence_is_recorded(desk: Desk) -> None:
    desk.world.add("a", month=11)
    desk.world.add("b", month=11)
    desk.run()
    del desk.world.letters["a"]
    report = desk.run()
    assert (report.run.removed, set(desk.titles())) == (1, {"brief-b"})
    assert desk.state("a") is PieceState.GONE
    assert [removal.document.key for removal in desk.catalog.removals()] == ["brief-a"]
    desk.world.add("a", month=11)
    assert desk.run().run.new == 1
    assert set(desk.titles()) == {"brief-a", "brief-b"}


def test_what_a_listing_forgets_but_still_exists_stays(desk: Desk) -> None:
    desk.world.add("a", month=11)
    desk.run()
    desk.world.hidden.add("a")
    assert desk.run().run.removed == 0
    assert set(desk.titles()) == {"brief-a"}


def test_a_listing_with_far_less_than_before_is_a_failed_run_and_takes_nothing_out(desk: Desk) -> None:
    for number in range(30):
        desk.world.add(f"{number:02}", month=11)
    desk.run()
    for number in range(25):
        del desk.world.letters[f"{number:02}"]
    report = desk.run()
    assert report.run.outcome is RunOutcome.FAILED
    assert "lists 5 of the 30" in report.run.message
    assert len(desk.titles()) == 30


def test_an_item_that_fails_is_quarantined_and_tried_again_later(desk: Desk) -> None:
    desk.world.add("a")
    desk.world.add("b")
    desk.world.broken.add("a")
    first = desk.run()
    assert (first.run.outcome, first.run.new, first.run.failed) == (RunOutcome.PROBLEMS, 1, 1)
    held = desk.catalog.collecting.piece("wereld", "a")
    assert held
    assert held.problem
    assert "status 500" in held.problem.message
    assert [entry.key for entry in desk.catalog.coverage()[0].quarantine] == ["a"]
    desk.world.broken.clear()
    assert desk.run().run.new == 0  # not before its time
    assert desk.world.fetched == []
    desk.now += dt.timedelta(hours=2)
    assert desk.run().run.new == 1
    assert desk.state("a") is PieceState.HELD
    assert not desk.catalog.problems()


def test_retry_does_not_wait(desk: Desk) -> None:
    desk.world.add("a")
    desk.world.absent.add("a")
    desk.run()
    assert desk.state("a") is PieceState.ABSENT
    desk.world.absent.clear()
    assert desk.run(Order(retry=True)).run.new == 1


def test_a_web_page_in_place_of_a_file_is_refused(desk: Desk) -> None:
    desk.world.add("a", text="<html>Er is iets misgegaan</html>")
    report = desk.run()
    assert report.run.failed == 1
    assert "it is a web page" in report.failures[0].message
    assert not desk.titles()


def test_a_source_that_is_down_ends_the_run_and_what_was_not_fetched_waits(desk: Desk) -> None:
    for key in "abcdefgh":
        desk.world.add(key)
        desk.world.broken.add(key)
    report = desk.run()
    assert report.run.outcome is RunOutcome.FAILED
    assert len(desk.world.fetched) == 3
    desk.world.broken.clear()
    desk.now += dt.timedelta(hours=2)
    assert desk.run().run.new == 8


def test_a_listing_that_breaks_off_goes_on_where_it_stopped(desk: Desk) -> None:
    for month in range(1, 12):
        desk.world.add(str(month), month=month)
    desk.world.stop_after = 3
    assert desk.run().run.outcome is RunOutcome.INTERRUPTED
    desk.world.stop_after = None
    report = desk.run()
    assert report.run.listed == 8  # nothing twice
    assert len(desk.titles()) == 11


def test_a_source_that_cannot_be_listed_is_a_failed_run_with_its_reason(desk: Desk) -> None:
    desk.world.add("a")
    desk.world.down = True
    report = desk.run()
    assert report.run.outcome is RunOutcome.FAILED
    assert "status 500" in report.run.message
    coverage = desk.catalog.coverage()[0]
    assert coverage.last_success is None
    assert "status 500" in coverage.failure


def test_a_limit_takes_the_newest_and_leaves_the_rest_for_the_next_run(desk: Desk) -> None:
    for month in range(1, 7):
        desk.world.add(str(month), month=month)
    report = desk.run(Order(limit=2))
    assert (report.run.new, report.run.waiting) == (2, 4)
    assert set(desk.titles()) == {"brief-5", "brief-6"}
    assert desk.run().run.new == 4


def test_a_dry_run_says_what_it_would_fetch_and_keeps_nothing(desk: Desk) -> None:
    desk.world.add("a")
    report = desk.run(Order(dry_run=True))
    assert [piece.key for piece in report.planned] == ["a"]
    assert desk.world.fetched == []
    assert desk.catalog.collecting.piece("wereld", "a") is None
    assert desk.catalog.collecting.cursor("wereld", "brief").position == ""
    assert not desk.catalog.collecting.runs()


def test_a_selection_takes_only_what_was_asked_and_moves_no_cursor(desk: Desk) -> None:
    desk.world.add("a")
    desk.world.add("b")
    desk.run(Order(Selection(numbers=("b",))))
    assert set(desk.titles()) == {"brief-b"}
    assert desk.catalog.collecting.cursor("wereld", "brief").position == ""


def test_a_new_field_is_named_with_its_place_and_its_count(desk: Desk) -> None:
    desk.world.add("a")
    desk.world.findings = (Finding(Deviation.NEW, "Brief", "kleur", "a"), Finding(Deviation.NEW, "Brief", "kleur", "b"))
    report = desk.run()
    (counted,) = report.findings
    assert counted.times == 2 * 11  # two on each of eleven months
    assert counted.finding.message == "Brief: the field kleur is new (such as a)."
    assert report.run.outcome is RunOutcome.PROBLEMS


def test_of_two_sources_with_one_document_the_better_holds_it(desk: Desk) -> None:
    desk.world.add("a", month=11)
    desk.run()
    better = WorldSource(desk.world, name="beter")
    desk.world.letters["a"].text = "De officiële tekst."
    desk.run(source=better)
    assert desk.text("a") == "De officiële tekst."
    assert desk.state("a") is PieceState.ELSEWHERE
    desk.world.letters["a"].stamp = "9"
    desk.world.letters["a"].text = "De mindere tekst."
    desk.run()
    assert desk.text("a") == "De officiële tekst."
    assert desk.world.fetched == []


def test_coverage_sets_what_is_held_against_what_the_source_says(desk: Desk) -> None:
    desk.world.add("a")
    desk.world.add("b")
    desk.world.add("c", month=5)
    desk.world.absent.add("b")
    desk.run()
    (source,) = desk.catalog.coverage()
    months = {month.month: month for month in source.months}
    march = months[dt.date(2026, 3, 1)]
    assert (march.expected, march.listed, march.held, march.absent, march.missing) == (2, 2, 1, 1, 1)
    assert [gap.month for gap in source.gaps] == [dt.date(2026, 3, 1)]
    assert source.last_success == NOW
    assert source.listed_until == NOW


def test_another_reader_reads_what_is_held_again_without_fetching(desk: Desk) -> None:
    desk.world.add("a")
    desk.run()
    desk.reader = "lezer-2"
    desk.run()
    assert desk.world.fetched == []
    held = desk.catalog.current_original(DocumentId("w", "brief-a"))
    assert held
    assert held.reading.startswith("lezer-2:")


def test_what_the_user_removed_comes_back_only_when_asked_for_by_name(desk: Desk) -> None:
    letter = desk.world.add("a", month=11)
    desk.run()
    desk.catalog.remove(DocumentId("w", "brief-a"))
    desk.catalog.collecting.set_aside([DocumentId("w", "brief-a")], NOW)
    letter.text, letter.stamp = "Verbeterd.", "2"
    assert desk.run().run.new == 0
    assert desk.titles() == {}
    assert not desk.catalog.coverage()[0].gaps
    assert desk.run(Order(Selection(numbers=("a",)))).run.new == 1
    assert desk.text("a") == "Verbeterd."
