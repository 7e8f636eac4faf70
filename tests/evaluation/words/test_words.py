"""The lists are well formed, and what the product makes of them does not fall below what it reached."""

import pytest

from evaluation.words import report
from evaluation.words.judging import ApartResult, MetResult, judge
from evaluation.words.lists import Apart, Meeting, aparts, meetings, pairs
from kb.embedding.build import build_embedder
from kb.settings import load_settings

RECALL_FLOOR = 0.92
CONFUSION_CEILING = 0.06


def test_the_lists_are_as_long_as_promised() -> None:
    assert pairs() >= 220
    assert len(aparts()) >= 120


def test_no_pair_is_both_to_meet_and_to_be_kept_apart() -> None:
    together = {frozenset((one.asked, one.written)) for one in meetings()}
    assert not together & {frozenset((one.asked, one.other)) for one in aparts()}


def test_no_row_stands_twice() -> None:
    for rows in (meetings(), aparts()):
        assert len(set(rows)) == len(rows)


def test_a_word_beyond_the_first_page_is_a_miss() -> None:
    meeting = Meeting("plural", "stad", "steden")
    assert [MetResult(meeting, place).met for place in (0, 1, 10, 11)] == [False, True, True, False]


def test_a_wrong_word_before_the_right_one_is_confusion() -> None:
    apart = Apart("letter", "raad", "draad", "gemeenteraad")
    assert [ApartResult(apart, *places).kept for places in ((1, 2), (2, 1), (1, 0), (0, 1), (0, 0))] == [
        True,
        False,
        True,
        False,
        False,
    ]


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[MetResult], list[ApartResult]]:
    settings = load_settings()
    embedder = build_embedder(settings.embedding, settings.root)
    return judge(meetings(), aparts(), embedder, tmp_path_factory.mktemp("words"), others=500)


def test_recall_stays_above_its_floor(judged: tuple[list[MetResult], list[ApartResult]]) -> None:
    assert report.recall(judged[0]) >= RECALL_FLOOR


def test_confusion_stays_below_its_ceiling(judged: tuple[list[MetResult], list[ApartResult]]) -> None:
    assert report.confusion(judged[1]) <= CONFUSION_CEILING
