"""kill -9 of a writing command at many moments, while another process keeps asking on the same corpus."""

import random
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from kb.store.copying import copy_tree
from tests.whole.command import Loket
from tests.whole.documents import WrittenQuestion

KILLED_ADDS, KILLED_INDEXES, KILLED_FIRST_ADDS = 12, 8, 3
_BETWEEN_QUESTIONS = 1.0  # seconds: asking without a pause would take a core from the writer that is looked at
SUBJECTS = ("het waterloket", "het bijenplan", "de fietsbrug", "het boslabel", "de geluidskaart", "het erfgoedfonds")
QUESTIONS = tuple(f"Wat is de stand van zaken van {subject}?" for subject in SUBJECTS)
ASKED_MEANWHILE = QUESTIONS[0]


def documents(*, later: bool) -> Iterator[WrittenQuestion]:
    """Twelve, and half a year later twenty: eight are new, and of the first every third is changed."""
    for number in range(20 if later else 12):
        subject = SUBJECTS[number % len(SUBJECTS)]
        changed = later and number % 3 == 0
        yield WrittenQuestion(
            number + 1,
            subject,
            tuple(
                f"Onderdeel {part} van {subject} telt {number * 10 + part} dossiers{' meer' if changed else ''}."
                for part in range(1, 5)
            ),
            2022 + number % 3,
        )


def write_all(folder: Path, *, later: bool) -> None:
    folder.mkdir(exist_ok=True)
    for document in documents(later=later):
        document.write(folder / f"sv-{document.number}.txt")


@dataclass(frozen=True, slots=True)
class Answered:
    """What a corpus answers: the version of the corpus, and every answer with its id."""

    corpus_version: str
    answers: tuple[tuple[str, tuple[str, ...]], ...]


def answered_by(loket: Loket, questions: Path) -> Answered:
    ran = loket.here("ask", "--from-file", questions, "--json")
    assert ran.code == 0, ran.err
    answers = ran.json_lines
    (version,) = {answer["corpus_version"] for answer in answers}
    assert {answer["status"] for answer in answers} == {"answered"}
    return Answered(
        version, tuple((answer["id"], tuple(claim["text"] for claim in answer["claims"])) for answer in answers)
    )


@dataclass(slots=True)
class Asking:
    """Another process that asks again and again, on whatever corpus it is pointed at."""

    loket: Loket
    answers: list[dict[str, Any]] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    stopped: threading.Event = field(default_factory=threading.Event)

    def go_on(self) -> None:
        while not self.stopped.is_set():
            asked = self.loket
            ran = asked("ask", ASKED_MEANWHILE, "--json")
            if ran.code or not ran.out:
                self.failures.append(f"{asked.corpus}: exit code {ran.code}: {ran.err}")
            else:
                self.answers.append(ran.json)
            self.stopped.wait(_BETWEEN_QUESTIONS)


@contextmanager
def asking(loket: Loket) -> Iterator[Asking]:
    asker = Asking(loket)
    thread = threading.Thread(target=asker.go_on)
    thread.start()
    try:
        yield asker
    finally:
        asker.stopped.set()
        thread.join()


def begin_writing(loket: Loket, *words: str | Path) -> Any:
    """The command, at the moment at which it has the writer's lock."""
    writer = loket.begin(*words)
    lock = loket.corpus / "writer.lock"
    while not (lock.exists() and lock.stat().st_size) and writer.poll() is None:
        time.sleep(0.002)
    return writer


def seconds_of_writing(loket: Loket, *words: str | Path) -> float:
    writer = begin_writing(loket, *words)
    begun = time.monotonic()
    assert writer.wait(120) == 0
    return time.monotonic() - begun


def moments(seconds: float, count: int, seed: int) -> list[float]:
    """Random moments spread over the run: one in each of ``count`` equal parts, in a random order."""
    rng = random.Random(seed)
    found = [seconds * (part + rng.random()) / count for part in range(count)]
    rng.shuffle(found)
    return found


@dataclass(frozen=True, slots=True)
class Scene:
    """A corpus before the run, what it answers before and after an undisturbed run of ``words``, and how long that
    took."""

    loket: Loket
    words: tuple[str | Path, ...]
    questions: Path
    before: Answered
    after: Answered
    seconds: float


def scene(loket: Loket, tmp_path: Path, *words: str | Path, later: bool) -> Scene:
    folder, questions = tmp_path / "stukken", tmp_path / "vragen.txt"
    questions.write_text("\n".join(QUESTIONS), encoding="utf-8")
    write_all(folder, later=False)
    assert loket("add", folder).code == 0
    before = answered_by(loket, questions)
    write_all(folder, later=later)
    undisturbed = loket.on(tmp_path / "undisturbed")
    copy_tree(loket.corpus, undisturbed.corpus)
    seconds = seconds_of_writing(undisturbed, *words)
    return Scene(loket, words, questions, before, answered_by(undisturbed, questions), seconds)


def check_kills(scene: Scene, count: int, seed: int) -> None:
    """Kill the run at ``count`` moments, each on a fresh copy of the corpus."""
    cut_short = 0
    with asking(scene.loket) as asker:
        for round, moment in enumerate(moments(scene.seconds, count, seed)):
            copy = scene.loket.on(scene.loket.corpus.with_name(f"killed-{round}"))
            copy_tree(scene.loket.corpus, copy.corpus)
            asker.loket = copy
            writer = begin_writing(copy, *scene.words)
            time.sleep(moment)
            writer.kill()
            cut_short += writer.wait() == -9

            assert answered_by(copy, scene.questions) in (scene.before, scene.after)
            assert copy.here("verify", "--json").code in (0, 1)
            completed = copy(*scene.words)
            assert completed.code == 0, completed.err
            verified = copy.here("verify", "--json")
            assert (verified.code, verified.json) == (0, {"ok": True, "problems": []})
            assert answered_by(copy, scene.questions) == scene.after
            assert len(list((copy.corpus / "index").glob("gen-*"))) <= 2  # what was half made is swept up
    assert cut_short >= count // 2  # else the kills came too late to show anything
    assert asker.failures == []
    assert len(asker.answers) >= count // 2
    known = {answered.answers[0] for answered in (scene.before, scene.after)}
    given = {(answer["id"], tuple(claim["text"] for claim in answer["claims"])) for answer in asker.answers}
    assert given <= known


@pytest.mark.slow
def test_an_add_killed_at_many_moments_leaves_answers_and_is_completed_by_the_next(
    loket: Loket, tmp_path: Path
) -> None:
    made = scene(loket, tmp_path, "add", tmp_path / "stukken", later=True)
    assert made.before != made.after
    check_kills(made, KILLED_ADDS, seed=4)


@pytest.mark.slow
def test_a_rebuild_killed_at_many_moments_leaves_answers_and_is_completed_by_the_next(
    loket: Loket, tmp_path: Path
) -> None:
    made = scene(loket, tmp_path, "index", "--rebuild", later=False)
    assert made.before == made.after
    check_kills(made, KILLED_INDEXES, seed=5)


@pytest.mark.slow
def test_a_first_add_that_is_killed_is_completed_by_the_next(loket: Loket, tmp_path: Path) -> None:
    """There is no index to serve yet: then asking says so in one sentence."""
    folder, questions = tmp_path / "stukken", tmp_path / "vragen.txt"
    questions.write_text("\n".join(QUESTIONS), encoding="utf-8")
    write_all(folder, later=False)
    whole = loket.on(tmp_path / "undisturbed")
    seconds = seconds_of_writing(whole, "add", folder)
    after = answered_by(whole, questions)
    for round, moment in enumerate(moments(seconds, KILLED_FIRST_ADDS, seed=6)):
        copy = replace(loket, corpus=tmp_path / f"killed-{round}")
        writer = begin_writing(copy, "add", folder)
        time.sleep(moment)
        writer.kill()
        writer.wait()
        asked = copy("ask", ASKED_MEANWHILE, "--json")
        assert asked.code == 0 or (asked.code, asked.out, asked.err.count("\n")) == (3, "", 1)
        assert copy("add", folder).code == 0
        assert copy.here("verify", "--json").json == {"ok": True, "problems": []}
        assert answered_by(copy, questions) == after
