"""A Chamber over days: what is kept in step equals a fresh collection of the last day."""

import datetime as dt
import random

import pytest

from tests.ingest.sources.tweede_kamer.conftest import Desk

START = dt.date(2024, 10, 1)


def _day(desk: Desk, chance: random.Random, serial: int) -> None:
    """Some of everything that happens in a Chamber."""
    chamber = desk.chamber
    for at in range(4):
        number = f"2024Z{serial * 10 + at:05}"
        chamber.add_question(number, f"zaak {serial}-{at}", START + dt.timedelta(days=serial))
        if chance.random() < 0.5:
            chamber.add_notice(number, f"2425{serial * 100 + at:05}", START + dt.timedelta(days=serial + 20))
        if chance.random() < 0.7:
            chamber.add_answer(
                number, f"2425{serial * 100 + 50 + at:05}", START + dt.timedelta(days=serial + 30),
                published=chance.random() < 0.5,
            )  # fmt: skip
    chamber.add_letter(f"2024D{serial:05}", f"Brief {serial}", START + dt.timedelta(days=serial), serial=serial)
    papers = list(chamber.papers())
    for key in chance.sample(papers, 3):
        chamber.change(key, onderwerp=f"Gewijzigd onderwerp {serial}")
    for key in chance.sample(papers, 2):
        chamber.set_file(key, f"Verbeterde tekst {serial}".encode())
    for key in chance.sample(papers, 2):
        chamber.change(key, soort=chance.choice(["Bijlage", "Brief regering", "Mededeling"]))
    cases = [one for one in chamber.entities.values() if one.category == "Zaak" and not one.deleted]
    chamber.change(chance.choice(cases).key, onderwerp=f"Ander onderwerp {serial}")
    actors = [one for one in chamber.entities.values() if one.category == "ZaakActor" and not one.deleted]
    chamber.delete(chance.choice(actors).key)
    chamber.delete(chance.choice(papers))
    if serial % 2:
        chamber.touch_all()


@pytest.mark.parametrize("seed", range(6))
def test_days_in_step_equal_a_fresh_collection_of_the_last(desk: Desk, seed: int) -> None:
    chance = random.Random(seed)
    pieces: dict[str, object] = {}
    for serial in range(1, 5):
        _day(desk, chance, serial)
        desk.touched.clear()
        desk.listed()
        # what was touched is all that can have changed
        pieces = {key: one for key, one in pieces.items() if key not in desk.touched}
        pieces |= {key: one for key in desk.touched if (one := desk.source.piece(key, desk.records))}
    fresh = desk.fresh()
    fresh.listed()
    assert desk.held == fresh.held
    assert pieces == {one.key: one for one in fresh.pieces().values()}
    assert len(pieces) > 10
