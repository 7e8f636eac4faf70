"""Reading in several processes: order, and what happens when one of them dies."""

import os
import signal
import subprocess
import sys
import time

import pytest

from ingest import attempts
from ingest.attempts import SOLO, Job, read_all
from ingest.parsed import Given
from tests.ingest.fake_reading import fake_read, process_read

MANY = 50


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes are started whatever the first documents took."""
    monkeypatch.setattr(attempts, "WORTH_SECONDS", 0.0)


def jobs(*texts: str) -> list[Job[int]]:
    return [Job(number, f"{number}.txt", text.encode(), Given()) for number, text in enumerate(texts)]


@pytest.mark.usefixtures("at_once")
def test_results_come_in_the_order_of_the_jobs() -> None:
    texts = [f"{'SLOW' if number % 3 == 0 else 'QUICK'} {number}" for number in range(MANY)]
    found = list(read_all(jobs(*texts), fake_read, len(texts), workers=2))
    assert [attempt.parsed.sections[0].text for _, attempt in found if attempt.parsed] == texts
    assert [job.ticket for job, _ in found] == list(range(len(texts)))


@pytest.mark.usefixtures("at_once")
def test_the_first_are_read_here_and_the_others_elsewhere() -> None:
    found = list(read_all(jobs(*["x"] * MANY), process_read, MANY, workers=2))
    readers = [attempt.parsed.title for _, attempt in found if attempt.parsed]
    assert set(readers[:SOLO]) == {str(os.getpid())}
    assert str(os.getpid()) not in readers[SOLO:]


@pytest.mark.usefixtures("at_once")
def test_a_document_that_kills_its_process_is_a_problem_of_its_own() -> None:
    texts = ["Goed."] * MANY
    texts[20] = texts[40] = "DIE nu"
    found = [attempt for _, attempt in read_all(jobs(*texts), fake_read, len(texts), workers=2)]
    assert [number for number, attempt in enumerate(found) if attempt.problem] == [20, 40]
    problem = found[20].problem
    assert problem is not None
    assert "20.txt could not be read (internal: the reader was stopped" in problem.message


def test_a_little_reading_starts_no_processes() -> None:
    found = list(read_all(jobs(*["x"] * MANY), process_read, MANY, workers=2))
    assert {attempt.parsed.title for _, attempt in found if attempt.parsed} == {str(os.getpid())}


def test_processes_end_when_the_run_is_killed() -> None:
    program = (
        "import sys\n"
        "from ingest import attempts\n"
        "from ingest.attempts import read_all\n"
        "from tests.ingest.fake_reading import process_read\n"
        "from tests.ingest.test_attempts import jobs\n"
        "attempts.WORTH_SECONDS = 0.0\n"
        "if __name__ == '__main__':\n"
        "    for _, attempt in read_all(jobs(*['x'] * 100_000), process_read, 100_000, workers=2):\n"
        "        print(attempt.parsed.title, flush=True)\n"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        readers = {int(run.stdout.readline()) for _ in range(SOLO + 200)} - {run.pid}
        os.kill(run.pid, signal.SIGKILL)
    assert readers
    for _ in range(200):
        if not any(map(is_running, readers)):
            return
        time.sleep(0.05)
    raise AssertionError(f"still running: {readers}")


def is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    with open(f"/proc/{process}/stat") as status:  # noqa: PTH123
        return status.read().rsplit(")", 1)[1].split()[0] != "Z"
