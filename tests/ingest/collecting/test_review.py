# ruff: noqa: ARG002 - the port has more than these sources need
"""What a sceptical reader tried: documents lost, doubled or kept too long, and runs that stop for one piece."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ingest.collecting.order import Order
from ingest.fetching.port import Fetcher
from ingest.sources.source import Page, Piece, Records, Selection, Window
from kb.catalog.catalog import Catalog
from kb.errors import InputError
from kb.model.collecting import PieceState, RunOutcome
from kb.model.identity import DocumentId
from tests.ingest.collecting.test_run import Desk
from tests.ingest.collecting.world import NOW, World, WorldFetcher, WorldSource


class KilledError(BaseException):
    """The process ends here."""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Catalog.open(tmp_path, write=True) as catalog:
        yield Desk(World(), catalog)


def killed_at(monkeypatch: pytest.MonkeyPatch, owner: Any, name: str, times: int = 1) -> None:
    """The process dies right before that is called for the ``times``th time."""
    real, left = getattr(owner, name), [times]

    def deadly(*given: Any, **named: Any) -> Any:
        left[0] -= 1
        if left[0] == 0:
            raise KilledError
        return real(*given, **named)

    monkeypatch.setattr(owner, name, deadly)


def test_a_number_that_a_better_source_holds_already_leaves_no_second_document(desk: Desk) -> None:
    letter = desk.world.add("a", month=11)
    desk.run()
    desk.world.letters = {"b": replace(letter, key="b", number="ah-1")}
    desk.run(source=WorldSource(desk.world, name="beter"))
    letter.number = "ah-1"
    desk.world.letters = {"a": letter}
    desk.run()
    assert desk.state("a") is PieceState.ELSEWHERE
    assert set(desk.titles()) == {"ah-1"}


def test_killed_between_a_new_number_and_the_old_document_leaves_one(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter = desk.world.add("a", month=11)
    desk.run()
    letter.number = "ah-1"
    with monkeypatch.context() as patched:
        killed_at(patched, Catalog, "remove")
        with pytest.raises(KilledError):
            desk.run()
    desk.run()
    assert set(desk.titles()) == {"ah-1"}


def test_killed_while_a_document_is_taken_out_it_comes_back_with_its_record(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter = desk.world.add("a", month=11)
    desk.run()
    del desk.world.letters["a"]
    real = Catalog.remove

    def dies_after(self: Catalog, *given: Any, **named: Any) -> bool:
        real(self, *given, **named)
        raise KilledError

    with monkeypatch.context() as patched:
        patched.setattr(Catalog, "remove", dies_after)
        with pytest.raises(KilledError):
            desk.run()
    desk.world.letters["a"] = letter
    desk.run()
    assert set(desk.titles()) == {"brief-a"}


def test_two_pieces_that_swap_their_numbers_stay_two_documents(desk: Desk) -> None:
    one, two = desk.world.add("a", month=11), desk.world.add("b", month=11)
    desk.run()
    one.number, two.number = two.number, one.number
    desk.run()
    assert set(desk.titles()) == {"brief-a", "brief-b"}
    assert desk.text("a") == two.text
    desk.run()
    assert set(desk.titles()) == {"brief-a", "brief-b"}


def test_of_two_pieces_of_one_source_with_one_number_the_other_stays_when_one_is_withdrawn(desk: Desk) -> None:
    desk.world.add("a", month=11, number="zelfde")
    desk.world.add("b", month=11, number="zelfde")
    desk.run()
    assert set(desk.titles()) == {"zelfde"}
    for key in ("a", "b"):
        letter = desk.world.letters.pop(key)
        desk.run()
        assert set(desk.titles()) == {"zelfde"}, f"without {key}"
        desk.world.letters[key] = letter
        desk.run()
    desk.world.letters.clear()
    desk.run()
    assert desk.titles() == {}


def test_a_lesser_source_that_withdraws_leaves_what_a_better_one_is_renewing(desk: Desk) -> None:
    letter = desk.world.add("a", month=11)
    better = WorldSource(desk.world, name="beter")
    desk.run(source=better)
    desk.run()
    assert desk.state("a") is PieceState.ELSEWHERE
    letter.stamp = "2"
    desk.world.broken.add("a")
    desk.run(source=better)
    desk.world.broken.clear()
    del desk.world.letters["a"]
    desk.run()
    assert set(desk.titles()) == {"brief-a"}
    assert desk.state("a") is PieceState.GONE


def test_a_change_and_its_undoing_behind_a_better_source_do_not_make_it_the_holder(desk: Desk) -> None:
    letter = desk.world.add("a", month=11)
    desk.run()
    better = WorldSource(desk.world, name="beter")
    desk.run(source=better)
    letter.stamp = "2"
    desk.run()
    letter.stamp = "1"
    desk.run()
    assert desk.state("a") is PieceState.ELSEWHERE


def test_what_the_user_removed_stays_away_when_the_source_withdraws_it_and_brings_it_back(desk: Desk) -> None:
    letter = desk.world.add("a", month=11)
    desk.run()
    desk.catalog.remove(DocumentId("w", "brief-a"))
    desk.catalog.collecting.set_aside([DocumentId("w", "brief-a")], NOW)
    del desk.world.letters["a"]
    desk.run()
    desk.world.letters["a"] = letter
    desk.run()
    assert desk.titles() == {}


def test_a_selection_fetches_nothing_that_waits_besides_it(desk: Desk) -> None:
    for month in range(1, 7):
        desk.world.add(str(month), month=month)
    desk.run(Order(limit=1))
    planned = desk.run(Order(Selection(numbers=("2",)), dry_run=True))
    assert [piece.key for piece in planned.planned] == ["2"]
    assert desk.run(Order(Selection(numbers=("2",)))).run.new == 1
    assert set(desk.titles()) == {"brief-6", "brief-2"}


def test_what_is_asked_for_by_name_is_tried_again_at_once(desk: Desk) -> None:
    desk.world.add("a")
    desk.world.broken.add("a")
    desk.run()
    desk.world.broken.clear()
    assert desk.run(Order(Selection(numbers=("a",)))).run.new == 1


def test_a_selection_does_not_say_that_the_source_was_searched_until_now(desk: Desk) -> None:
    desk.world.add("a")
    desk.run()
    desk.now += dt.timedelta(days=30)
    desk.run(Order(Selection(numbers=("a",))))
    (fresh,) = desk.catalog.freshness()
    assert fresh.until == NOW
    assert desk.catalog.coverage()[0].last_success == NOW


def test_pieces_that_never_come_do_not_keep_others_waiting(desk: Desk) -> None:
    for number in range(6):
        desk.world.add(f"stuk{number}", month=11)
        desk.world.broken.add(f"stuk{number}")
    for number in range(3):
        desk.world.add(f"goed{number}", month=5)
    for _ in range(3):
        desk.run()
        desk.now += dt.timedelta(days=1)
    assert len(desk.titles()) == 3


def test_a_clock_that_was_ahead_does_not_keep_a_piece_in_quarantine(desk: Desk) -> None:
    desk.world.add("a")
    desk.world.broken.add("a")
    desk.now = NOW.replace(hour=23)
    desk.run()
    held = desk.catalog.collecting.piece("wereld", "a")
    assert held
    with desk.catalog.collecting.step("wereld") as step:
        step.put_piece(replace(held, next_try=NOW + dt.timedelta(days=4000)))
    desk.world.broken.clear()
    assert desk.run().run.new == 1


def test_what_was_noted_of_a_piece_is_forgotten_when_the_source_withdraws_it(desk: Desk) -> None:
    desk.world.add("a", month=11)
    desk.world.broken.add("a")
    desk.run()
    assert desk.catalog.problems()
    desk.world.letters.clear()
    desk.run()
    assert not desk.catalog.problems()


class Stumbling(WorldSource):
    """Cannot compose the pieces that are named in ``bad``."""

    bad: set[str] = set()  # noqa: RUF012 - shared on purpose: the source itself is frozen

    def piece(self, key: str, held: Records) -> Piece | None:
        if key in self.bad:
            raise KeyError(key)
        return super().piece(key, held)


def test_one_piece_that_cannot_be_composed_is_quarantined_and_the_others_come(desk: Desk) -> None:
    for key in "abc":
        desk.world.add(key, month=11)
    desk.world.add("d", month=2)
    source = Stumbling(desk.world)
    Stumbling.bad = {"b"}
    report = desk.run(source=source)
    assert set(desk.titles()) == {"brief-a", "brief-c", "brief-d"}
    assert report.run.outcome is RunOutcome.PROBLEMS
    assert desk.state("b") is PieceState.FAILED
    assert [held.key for held in desk.catalog.coverage()[0].quarantine] == ["b"]
    desk.now += dt.timedelta(hours=2)
    assert desk.run(source=source).run.failed == 1
    Stumbling.bad = set()
    desk.now += dt.timedelta(days=1)
    assert desk.run(source=source).run.new == 1
    held = desk.catalog.collecting.piece("wereld", "b")
    assert held
    assert (held.state, held.kind, held.date) == (PieceState.HELD, "brief", dt.date(2026, 11, 5))


def test_a_piece_that_can_no_longer_be_composed_when_it_is_due_does_not_end_the_run(desk: Desk) -> None:
    for key in "abc":
        desk.world.add(key)
    source = Stumbling(desk.world)
    Stumbling.bad = set()
    desk.run(Order(list_only=True), source=source)
    Stumbling.bad = {"b"}
    report = desk.run(source=source)
    Stumbling.bad = set()
    assert set(desk.titles()) == {"brief-a", "brief-c"}
    assert (report.run.outcome, report.run.failed) == (RunOutcome.PROBLEMS, 1)


def test_a_fetcher_that_stumbles_over_one_address_does_not_end_the_run(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.ingest.collecting import world as worlds

    for key in "abc":
        desk.world.add(key)
    real = worlds.WorldFetcher.get

    def stumbles(self: Any, address: str, **named: Any) -> Any:
        if address.endswith("b"):
            raise RuntimeError("odd")
        return real(self, address, **named)

    monkeypatch.setattr(worlds.WorldFetcher, "get", stumbles)
    report = desk.run()
    assert set(desk.titles()) == {"brief-a", "brief-c"}
    assert report.run.failed == 1


class Round(WorldSource):
    """Goes round for ever."""

    def pages(self, category: str, cursor: str, fetcher: Fetcher, today: dt.date) -> Iterator[Page]:
        (page,) = (page for page in super().pages(category, cursor, fetcher, today) if page.records)
        while True:
            yield replace(page, complete=None)


def test_a_listing_that_goes_round_ends_and_says_so(desk: Desk) -> None:
    desk.world.add("a", month=11)
    report = desk.run(source=Round(desk.world))
    assert report.run.outcome is RunOutcome.FAILED
    assert "nothing that was not listed before" in report.run.message
    assert set(desk.titles()) == {"brief-a"}


def test_an_odd_page_of_a_feed_ends_its_category_and_an_impossible_wish_is_no_failure_of_the_source(desk: Desk) -> None:
    class Picky(WorldSource):
        def pages(self, category: str, cursor: str, fetcher: Fetcher, today: dt.date) -> Iterator[Page]:
            yield from ()
            raise InputError("This page is no page.")

        def select(self, selection: Selection, fetcher: Fetcher, today: dt.date) -> Iterator[Page]:
            raise InputError("That cannot be asked.")

    with pytest.raises(InputError, match="cannot be asked"):
        desk.run(Order(Selection(about="x")), source=Picky(desk.world))
    assert desk.catalog.coverage()[0].last_failure is None
    report = desk.run(source=Picky(desk.world))
    assert report.run.outcome is RunOutcome.FAILED
    assert "no page" in report.run.message


def three_days(world: World, day: int) -> None:
    """New, changed, moved and withdrawn pieces, and numbers that go from one to another."""
    if day == 0:
        for key in "abcd":
            world.add(key, month=11)
    elif day == 1:
        world.letters["a"].number = "ah-1"
        world.letters["b"].text, world.letters["b"].stamp = "Nieuw.", "2"
        del world.letters["c"]
        world.add("e", month=10)
    else:
        world.add("c", month=11)
        world.letters["d"].number, world.letters["b"].number = "brief-b2", "brief-d"
        world.letters["e"].date = dt.date(2026, 11, 3)


def collected(folder: Path, kill_at: int) -> tuple[dict[str, str], dict[str, str], bool]:
    """What is in the corpus, and how each piece stands, after three days with a kill before the nth transaction."""
    from kb.catalog.engine import Database

    world, left, killed = World(), [kill_at], False
    real = Database.writing

    def writing(self: Database) -> Any:
        left[0] -= 1
        if left[0] == 0:
            raise KilledError
        return real(self)

    for day in range(3):
        three_days(world, day)
        for _ in range(2):  # a killed run, and the one after it
            with Catalog.open(folder, write=True) as catalog, pytest.MonkeyPatch.context() as patched:
                patched.setattr(Database, "writing", writing)
                try:
                    Desk(world, catalog).run()
                except KilledError:
                    killed = True
                    continue
                break
    with Catalog.open(folder) as catalog:
        pieces = {
            held.key: f"{held.document} {held.state}" for held in catalog.collecting.in_state("wereld", *PieceState)
        }
        return {str(entry.id): entry.content_hash for entry in catalog.current()}, pieces, killed


def test_killed_before_any_transaction_three_days_end_the_same(tmp_path: Path) -> None:
    documents, pieces, _ = collected(tmp_path / "heel", 0)
    assert len(documents) == 5
    kills = 0
    for kill_at in range(2, 200, 6):
        found, stand, killed = collected(tmp_path / str(kill_at), kill_at)
        assert (found, stand) == (documents, pieces), f"killed before transaction {kill_at}"
        if not killed:
            break
        kills += 1
    assert kills >= 10


def test_a_cursor_from_a_clock_that_was_ahead_does_not_stop_the_flemish_listing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from ingest.sources.vlaams_parlement.fields import KINDS
    from ingest.sources.vlaams_parlement.listing import Lister
    from kb.settings import VlaamsParlementSettings

    def window(_self: Any, _listed: Any, window: Window, _mark: dt.date, after: dt.date) -> Iterator[Page]:
        yield Page((), after.isoformat(), window)

    for name in ("_beside", "_answered"):
        monkeypatch.setattr(Lister, name, lambda *_: None)
    monkeypatch.setattr(Lister, "described", lambda *_: iter(()))
    monkeypatch.setattr(Lister, "_window", window)
    lister = Lister(VlaamsParlementSettings(), WorldFetcher(World()))
    pages = list(lister.pages(next(iter(KINDS.values())), "2036-01-31", dt.date(2026, 11, 20)))
    assert [page.complete.first.month for page in pages if page.complete] == [10, 11]
    assert pages[-1].cursor == "2026-11-20"
