"""Runs of training and their average, and pairs of what stands below one another."""

import lzma
from pathlib import Path

import numpy as np
import pytest

from tools.train_embedding.courses import COURSES, STEPS, Course, averaged, courses_of, drawn_shares
from tools.train_embedding.neighbours import neighbouring_pairs
from tools.train_embedding.sources import SOURCES
from tools.train_embedding.tokens import TokenBank, joined


def test_steps_are_divided_as_in_the_courses_and_none_is_left_out() -> None:
    assert courses_of(STEPS) == COURSES
    assert all(course.steps >= 1 for course in courses_of(1))


def test_the_average_does_not_depend_on_how_long_a_run_has_grown_its_rows() -> None:
    one, other = np.eye(3, dtype=np.float32), np.ones((3, 3), dtype=np.float32)
    courses = (Course(steps=1), Course(steps=1, weight=3.0))
    first = averaged([one, other], courses)
    assert np.allclose(first, averaged([7 * one, other], courses))
    assert first[0, 1] == pytest.approx(0.75 / np.sqrt(3))
    assert first[0, 0] - first[0, 1] == pytest.approx(0.25)


def test_every_changed_share_is_of_a_known_source_and_shares_add_up() -> None:
    known = {source.name for source in SOURCES}
    assert {name for course in COURSES for name in course.shares} <= known
    assert sum(drawn_shares(COURSES).values()) == pytest.approx(1.0)


def test_texts_of_two_banks_joined_keep_their_tokens() -> None:
    first = TokenBank(ids=np.array([1, 2, 3], np.int32), starts=np.array([0, 2, 3]))
    both = joined(first, TokenBank(ids=np.array([4, 5], np.int32), starts=np.array([0, 0, 2])))
    texts = [both.ids[a:b].tolist() for a, b in zip(both.starts, both.starts[1:], strict=False)]
    assert texts == [[1, 2], [3], [], [4, 5]]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "parallel_nl_en").mkdir()
    return tmp_path


def write(data: Path, name: str, *rows: tuple[str, ...]) -> None:
    with lzma.open(data / f"parallel_nl_en/{name}.tsv.xz", "wt", encoding="utf-8") as file:
        file.write("".join("\t".join(row) + "\n" for row in rows))


def test_a_heading_in_either_language_goes_with_the_dutch_text_below_it_up_to_the_next_heading(data: Path) -> None:
    write(
        data,
        "libreoffice_help",
        ("Een brug openen", "Opening a bridge"),
        ("Druk op de knop.", "Press the button."),
        ("Wacht tot het licht groen is.", "Wait for the green light."),
        ("Een brug sluiten", "Closing a bridge"),
        ("Draai aan het wiel.", "Turn the wheel."),
    )
    made = {(pair.anchor, pair.passage) for pair in neighbouring_pairs(data) if pair.source.startswith("below")}
    opening, closing = "Druk op de knop. Wacht tot het licht groen is.", "Draai aan het wiel."
    assert made == {
        ("Een brug openen", opening),
        ("Opening a bridge", opening),
        ("Een brug sluiten", closing),
        ("Closing a bridge", closing),
    }


def test_paragraphs_of_a_treaty_go_together_within_one_article_alone(data: Path) -> None:
    write(
        data,
        "verdragen",
        ("T1", "1", "De haven is vrij.", "The port is free."),
        ("T1", "1", "Schepen melden zich.", "Ships report."),
        ("T1", "2", "Geschillen gaan naar de rechter.", "Disputes go to court."),
    )
    assert [(pair.anchor, pair.passage) for pair in neighbouring_pairs(data)] == [
        ("The port is free.", "Schepen melden zich.")
    ]


def test_without_the_parallel_files_there_are_no_such_pairs(tmp_path: Path) -> None:
    assert neighbouring_pairs(tmp_path) == []
