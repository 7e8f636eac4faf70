"""The bench measures what it says, on a handful of passages."""

import json
from itertools import islice
from pathlib import Path

from evaluation.bench.contenders import BARE, FTS, WHOLE, fts5, timed
from evaluation.bench.figures import Asking, Indexing, SizeFigures
from evaluation.bench.tables import as_text
from evaluation.bench.texts import MIN_WORDS, QUESTION_SETS, Texts


def test_without_real_texts_words_follow_a_few_frequent_ones_and_every_run_is_the_same(tmp_path: Path) -> None:
    nothing = tmp_path / "none"
    one, other = Texts(nothing, nothing), Texts(nothing, nothing)
    passages = list(one.passages(20))
    assert passages == list(islice(other.passages(40), 20))
    assert all(len(passage.split()) >= MIN_WORDS for passage in passages)
    words = [word for passage in one.passages(200) for word in passage.lower().split()]
    commonest = max(set(words), key=words.count)
    assert words.count(commonest) > len(words) / 30
    assert one.questions(10) == other.questions(10)
    assert all(2 < len(question.split()) <= 12 for question in one.questions(10))


def test_everyone_is_asked_a_question_before_the_next_one_comes() -> None:
    asked: list[tuple[str, str]] = []
    asks = {name: lambda question, name=name: asked.append((name, question)) for name in ("one", "other")}
    results = timed(asks, ["a", "b"], rounds=3)
    assert asked == [("one", "a"), ("other", "a"), ("one", "b"), ("other", "b")] * 3
    assert [result.name for result in results] == ["one", "other"]
    assert all(0 <= result.median <= result.slow for result in results)


def test_real_questions_are_taken_by_turns_from_each_kind(tmp_path: Path) -> None:
    rows = [
        {"set": name, "text": f"{name} {at}", "context": "titel" if name == "be_written_q" else None}
        for name in (*QUESTION_SETS, "another")
        for at in range(3)
    ]
    (tmp_path / "queries.jsonl").write_text("\n".join(map(json.dumps, rows)))
    questions = Texts(tmp_path / "none", tmp_path / "queries.jsonl").questions(6)
    assert questions[:4] == ["be_oral 0", "be_written_title 0", "titel be_written_q 0", "tk_vragen 0"]
    assert questions[4:] == ["be_oral 1", "be_written_title 1"]


def test_fts5_is_asked_with_the_words_of_the_question(tmp_path: Path) -> None:
    (asking,) = fts5(tmp_path / "fts", iter(["het loket is open", "iets anders"]), ['het "loket" (2022)', "NOT AND*"])
    assert asking.name == FTS
    assert asking.median > 0


def test_the_table_sets_the_figures_against_each_other() -> None:
    def size(passages: int, factor: float) -> SizeFigures:
        asking = tuple(
            Asking(name, factor * median, factor * median) for name, median in ((WHOLE, 3.0), (BARE, 1.0), (FTS, 30.0))
        )
        return SizeFigures(passages, Indexing(1000, 1000, 1000, 1, 1, 1, 1, 1, 50), asking, 1.0, 2.0)

    text = as_text([size(20_000, 1.0), size(300_000, 1.5)], "a test")
    assert "whole search / bare Edge calls: 3.00" in text
    assert "SQLite FTS5 / whole search: 10.0" in text
    assert "1.50 times" in text
    assert "2.00 times" in text
