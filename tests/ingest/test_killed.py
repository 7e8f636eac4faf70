"""kill -9 at many moments of an add: nothing is half there, and the next run completes."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ingest.pipeline import Pipeline
from ingest.sources.folder.listing import list_paths
from kb.catalog.catalog import Catalog
from kb.catalog.lock import WriterLock
from tests.ingest.fake_reading import fake_read

ADD = """
import sys
from pathlib import Path
from ingest import attempts
from ingest.pipeline import Pipeline
from ingest.sources.folder.listing import list_paths
from kb.catalog.catalog import Catalog
from kb.catalog.lock import WriterLock
from tests.ingest.fake_reading import fake_read
attempts.WORTH_SECONDS = 0.0
root, folder = map(Path, sys.argv[1:])
with WriterLock(root), Catalog.open(root, write=True) as catalog:
    print("begun", flush=True)
    Pipeline(catalog, read=fake_read, fingerprint=lambda: "1").add(list_paths([folder]))
    print("done", flush=True)
"""
FILES, KILLS = 120, 15


def write(folder: Path, round: int) -> None:
    for number in range(FILES):
        (folder / f"{number}.txt").write_text(text_of(number, round))


def text_of(number: int, round: int) -> str:
    """Every second file changes each round."""
    return f"Tekst {number} in ronde {0 if number % 2 else round}. " * 200


@pytest.mark.slow
def test_an_add_killed_at_many_moments_is_completed_by_the_next(tmp_path: Path) -> None:
    folder, root = tmp_path / "map", tmp_path / "corpus"
    folder.mkdir()
    rng = random.Random(4)
    cut_short = 0
    for round in range(KILLS):
        write(folder, round)
        with subprocess.Popen(
            [sys.executable, "-c", ADD, str(root), str(folder)], stdout=subprocess.PIPE, text=True
        ) as run:
            assert run.stdout is not None
            assert run.stdout.readline() == "begun\n"
            time.sleep(rng.uniform(0, 0.35))
            os.kill(run.pid, signal.SIGKILL)
            cut_short += run.stdout.read() == ""
        with Catalog.open(root) as reader:  # what is served after the kill is whole
            assert reader.verify() == ()
            for entry in reader.current():
                number = int(entry.id.key.removeprefix("map/").removesuffix(".txt"))
                assert reader.document(entry.id).sections[0].text in {
                    text_of(number, past) for past in range(round + 1)
                }
    assert cut_short >= KILLS // 2  # else the kills came too late to show anything

    with WriterLock(root), Catalog.open(root, write=True) as catalog:
        report = Pipeline(catalog, read=fake_read, fingerprint=lambda: "1").add(list_paths([folder]))
        assert report.new + report.changed + report.unchanged == FILES
        assert catalog.verify() == ()
        assert not catalog.originals.is_changing
        interrupted = texts(catalog)
    with Catalog.open(tmp_path / "undisturbed", write=True) as fresh:
        Pipeline(fresh, read=fake_read).add(list_paths([folder]))
        assert texts(fresh) == interrupted


def texts(catalog: Catalog) -> dict[str, str]:
    return {str(entry.id): catalog.document(entry.id).sections[0].text for entry in catalog.current()}


def test_a_catalog_killed_while_it_is_made_is_made_by_the_next(tmp_path: Path) -> None:
    folder = tmp_path / "map"
    folder.mkdir()
    (folder / "a.txt").write_text("Tekst.")
    for moment in range(8):
        root = tmp_path / f"corpus{moment}"
        with subprocess.Popen(
            [sys.executable, "-c", ADD, str(root), str(folder)], stdout=subprocess.PIPE, text=True
        ) as run:
            while not (root / "catalog.sqlite").exists() and run.poll() is None:
                time.sleep(0.0005)
            time.sleep(moment * 0.002)
            os.kill(run.pid, signal.SIGKILL)
        with WriterLock(root), Catalog.open(root, write=True) as catalog:
            Pipeline(catalog, read=fake_read).add(list_paths([folder]))
            assert [str(entry.id) for entry in catalog.current()] == ["folder/map/a.txt"]
            assert catalog.verify() == ()
