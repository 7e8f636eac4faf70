"""The log of answers."""

import datetime as dt
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kb.answer_log.form import flat, revived
from kb.answer_log.log import AnswerLog
from kb.answer_log.logged import Logged
from kb.errors import CatalogError, NotFoundError
from tests.kb.answer_log.made import logged

ROOT = Path(__file__).resolve().parents[3]
NOW = dt.datetime.now(dt.UTC)
# Appends answers of some 30 kB each until it is stopped, or so many of them.
WRITER = """
import sys
from pathlib import Path
from kb.answer_log.log import AnswerLog
from tests.kb.answer_log.made import logged
import datetime as dt
log, name, most = AnswerLog(Path(sys.argv[1]), 365), sys.argv[2], int(sys.argv[3])
print("begun", flush=True)
for at in range(most):
    log.append(logged(f"{name}{at:08}", dt.datetime.now(dt.UTC), "é" * 15_000))
"""


def writer(folder: Path, name: str, most: int) -> "subprocess.Popen[str]":
    words = [sys.executable, "-c", WRITER, str(folder), name, str(most)]
    return subprocess.Popen(words, stdout=subprocess.PIPE, text=True, cwd=ROOT, env={**os.environ})


@pytest.fixture
def log(tmp_path: Path) -> AnswerLog:
    return AnswerLog(tmp_path / "answers", 365)


def test_an_answer_comes_back_as_it_was_given(log: AnswerLog) -> None:
    given = logged(moment=NOW)
    log.append(given)
    assert log.find(given.answer.id) == given
    assert log.last(5) == (given,)


def test_the_log_is_one_json_object_a_line_that_other_programs_can_read(log: AnswerLog) -> None:
    log.append(logged(moment=NOW))
    (file,) = log.folder.iterdir()
    record = json.loads(file.read_text(encoding="utf-8"))
    assert file.name == f"{NOW.date().isoformat()}.jsonl"
    assert list(record) == ["id", "moment", "answer", "phrasing"]
    assert record["answer"]["question"] == "Is het loket open?"
    assert record["answer"]["filters"]["since"] == "2024-01-01"
    assert record["answer"]["corpus_version"] == "c1"


def test_what_an_older_or_newer_version_wrote_is_read() -> None:
    written = flat(logged())
    del written["answer"]["sureness"], written["phrasing"]
    written["answer"]["claims"][0]["mood"] = "glad"
    read = revived(Logged, written)
    assert read.answer.sureness == 1.0
    assert read.answer.claims == logged().answer.claims
    assert read.phrasing is None


@pytest.mark.parametrize(
    "broken",
    [
        {},
        [],
        {"moment": "gisteren", "answer": {}},
        {**flat(logged()), "answer": None},
        {**flat(logged()), "answer": {**flat(logged().answer), "intent": "weather"}},
        {**flat(logged()), "answer": {**flat(logged().answer), "claims": "none"}},
    ],
)
def test_what_is_no_answer_is_refused(broken: object) -> None:
    with pytest.raises(ValueError, match=r".+"):
        revived(Logged, broken)


def test_the_last_ones_come_newest_first_over_the_days(log: AnswerLog) -> None:
    for back in (3, 2, 1, 0):
        for hour in (1, 2):
            moment = NOW.replace(hour=hour) - dt.timedelta(days=back)
            log.append(logged(f"day{back}hour{hour}", moment))
    assert [one.answer.id for one in log.last(3)] == ["day0hour2", "day0hour1", "day1hour2"]
    assert len(log.last(100)) == 8


def test_an_answer_that_was_given_twice_is_shown_as_it_was_given_last(log: AnswerLog) -> None:
    for question in ("eerst", "daarna"):
        log.append(logged(moment=NOW, question=question))
    assert log.find("00000000000000aa").answer.question == "daarna"
    assert len(log.last(5)) == 2


@pytest.mark.parametrize("id", ["", "x", '"', "00000000000000a", "../answers", "\x00"])
def test_an_id_that_was_never_given(log: AnswerLog, id: str) -> None:
    with pytest.raises(NotFoundError):
        log.find(id)
    log.append(logged(moment=NOW))
    with pytest.raises(NotFoundError):
        log.find(id)


def test_what_is_older_than_the_retention_is_thrown_away_and_never_shown(tmp_path: Path) -> None:
    log = AnswerLog(tmp_path / "answers", 30)
    for back in (31, 30, 1):
        log.append(logged(f"back{back}", NOW - dt.timedelta(days=back)))
    (log.folder / "notes.txt").write_text("not ours", encoding="utf-8")
    (log.folder / "2001-01-01.jsonl").write_text("", encoding="utf-8")
    assert [one.answer.id for one in log.last(9)] == ["back1", "back30"]
    log.append(logged("now", NOW))
    names = sorted(path.name for path in log.folder.iterdir())
    oldest = (NOW - dt.timedelta(days=30)).date().isoformat()
    assert names[0] == f"{oldest}.jsonl"
    assert names[-1] == "notes.txt"
    assert len(names) == 4


def test_a_line_that_was_cut_off_costs_only_itself(log: AnswerLog) -> None:
    log.append(logged("first", NOW))
    (file,) = log.folder.iterdir()
    whole = file.read_bytes()
    for cut in (1, len(whole) // 2, len(whole) - 1):
        file.write_bytes(whole + whole.replace(b"first", b"other")[:cut])
        log.append(logged("after", NOW))
        assert log.last(9)[0].answer.id == "after"
        assert log.find("first").answer.id == "first"


def test_a_folder_that_cannot_be_written_is_said_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "answers").write_text("in the way", encoding="utf-8")
    with pytest.raises(CatalogError, match=r"could not be kept.*answer\.log"):
        AnswerLog(tmp_path / "answers", 365).append(logged(moment=NOW))


def test_nothing_was_kept(log: AnswerLog) -> None:
    assert log.last(3) == ()
    assert not log.folder.exists()


def test_writers_side_by_side_lose_and_mix_nothing(log: AnswerLog) -> None:
    writers = [writer(log.folder, name, 60) for name in ("a", "b", "c")]
    for one in writers:
        one.communicate(timeout=60)
        assert one.returncode == 0
    found = [one.answer.id for one in log.last(1000)]
    assert sorted(found) == sorted(f"{name}{at:08}" for name in "abc" for at in range(60))


def test_a_writer_that_is_killed_leaves_a_log_that_is_read_and_written(log: AnswerLog) -> None:
    for name in ("x", "y", "z"):
        running = writer(log.folder, name, 100_000)
        assert running.stdout is not None
        assert running.stdout.readline() == "begun\n"
        time.sleep(0.15)
        running.send_signal(signal.SIGKILL)
        running.communicate(timeout=10)
    log.append(logged("after", dt.datetime.now(dt.UTC)))
    found = [one.answer.id for one in log.last(1_000_000)]
    assert found[0] == "after"
    for name in ("x", "y", "z"):
        own = [id for id in found if id.startswith(name)]
        assert own == [f"{name}{at:08}" for at in reversed(range(len(own)))]
    lines = sum(len(path.read_bytes().splitlines()) for path in log.folder.iterdir())
    assert lines - len(found) <= 3
