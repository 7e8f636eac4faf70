"""kill -9 at any moment of indexing leaves a served index that answers, and the next run completes."""

import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kb.indexing.bringing import bring_in_line
from kb.indexing.verifying import verify
from kb.store.copying import copy_tree
from kb.store.generations import Generations
from tests.kb.indexing.corpus import ask, contents, cut, making
from tests.kb.indexing.killed_writer import first_corpus, second_corpus

KILLED_AT_EVENTS = 24
KILLED_AT_TIMES = 12
QUESTIONS = ("loket", "minister vraag 3", "derde zin", "loket anders")


class Answers:
    """What an index holds and answers."""

    def __init__(self, root: Path) -> None:
        with Generations(root).open_current() as opened:
            self.passages = contents(opened)
            self.found = [ask(opened, question, 30) for question in QUESTIONS]
            self.documents = opened.documents()
            self.corpus_version = opened.manifest.corpus_version

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Answers) and vars(self) == vars(other)


def run_writer(root: Path, kill_at: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.kb.indexing.killed_writer", str(root), str(kill_at)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).resolve().parents[3],
    )


def check_after_kill(root: Path, before: Answers, after: Answers) -> str:
    """The served index is the old or the new one, whole; the next run ends at the new one. Gives which it was."""
    served = Answers(root)
    assert served in (before, after)
    bring_in_line(second_corpus(), Generations(root), making())
    assert Answers(root) == after
    with Generations(root).open_current() as opened:
        assert verify(second_corpus(), opened, (("c1", cut),)) == []
        present = sorted(path.name for path in (root / "index").iterdir())
        assert present == ["CURRENT", f"gen-{opened.manifest.generation:06}"]
    return "before" if served == before else "after"


@pytest.mark.slow
def test_a_writer_killed_at_many_moments_never_harms_the_served_index(tmp_path: Path) -> None:
    start = tmp_path / "start"
    bring_in_line(first_corpus(), Generations(start), making())
    before = Answers(start)

    undisturbed = tmp_path / "undisturbed"
    copy_tree(start, undisturbed)
    out, _ = run_writer(undisturbed, 0).communicate(timeout=120)
    events = int(out.split()[1])
    after = Answers(undisturbed)
    assert before != after
    assert events > 3 * KILLED_AT_EVENTS

    served: list[str] = []
    moments = [1 + at * (events - 1) // (KILLED_AT_EVENTS - 1) for at in range(KILLED_AT_EVENTS)]
    for moment in moments:
        root = tmp_path / "killed"
        copy_tree(start, root)
        writer = run_writer(root, moment)
        writer.communicate(timeout=120)
        assert writer.returncode == -9, f"the writer was not killed at event {moment}"
        served.append(check_after_kill(root, before, after))
        shutil.rmtree(root)
    assert served[0] == "before"
    assert served[-1] == "after"


@pytest.mark.slow
def test_a_writer_killed_from_outside_at_many_times_never_harms_the_served_index(tmp_path: Path) -> None:
    start = tmp_path / "start"
    bring_in_line(first_corpus(), Generations(start), making())
    before = Answers(start)
    undisturbed = tmp_path / "undisturbed"
    copy_tree(start, undisturbed)
    writer = run_writer(undisturbed, 0)
    assert writer.stdout is not None
    assert writer.stdout.readline() == "begin\n"
    began = time.monotonic()
    writer.communicate(timeout=120)
    duration = time.monotonic() - began
    after = Answers(undisturbed)
    for moment in range(KILLED_AT_TIMES):
        root = tmp_path / "killed"
        copy_tree(start, root)
        writer = run_writer(root, 0)
        assert writer.stdout is not None
        assert writer.stdout.readline() == "begin\n"
        time.sleep(duration * moment / KILLED_AT_TIMES)
        writer.kill()
        writer.communicate(timeout=120)
        check_after_kill(root, before, after)
        shutil.rmtree(root)


def test_a_reader_keeps_answering_while_the_writer_beside_it_is_killed(tmp_path: Path) -> None:
    bring_in_line(first_corpus(), Generations(tmp_path), making())
    before = Answers(tmp_path)
    with Generations(tmp_path).open_current() as reader:
        writer = run_writer(tmp_path, 60)
        writer.communicate(timeout=120)
        assert writer.returncode == -9
        assert contents(reader) == before.passages
        bring_in_line(second_corpus(), Generations(tmp_path), making())
        assert contents(reader) == before.passages
        assert [ask(reader, question, 30) for question in QUESTIONS] == before.found
        assert reader.current_changed()
