"""The command line as users have it: `loket` in a process of its own, on a corpus in a directory of the test."""

import io
import json
import os
import subprocess
import sys
import time
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
SAMPLE = ROOT / "corpus" / "sample"
# What the console program `loket` does, from this working tree.
PROGRAM = (sys.executable, "-m", "ui.cli.main")
HASHING = '[embedding]\nkind = "hashing"\n'


@dataclass(frozen=True, slots=True)
class Ran:
    """How one command ended; ``seconds`` of wall time."""

    code: int
    out: str
    err: str
    seconds: float

    @property
    def json(self) -> Any:
        assert self.out, f"nothing printed, exit code {self.code}: {self.err}"
        return json.loads(self.out)

    @property
    def json_lines(self) -> list[Any]:
        return [json.loads(row) for row in self.out.splitlines()]


@dataclass(frozen=True, slots=True)
class Loket:
    """The program with its settings; ``config`` None for those that come with the project.

    ``start`` is put before the interpreter's own words, to start it with fewer rights.
    """

    corpus: Path
    config: Path | None = None
    start: tuple[str, ...] = ()

    def on(self, corpus: Path) -> "Loket":
        return replace(self, corpus=corpus)

    def __call__(self, *words: str | Path, given: str = "", timeout: float = 300) -> Ran:
        """Run one command to its end; ``given`` goes to its standard input."""
        begun = time.monotonic()
        done = subprocess.run(
            self.words(*words),
            input=given,
            capture_output=True,
            encoding="utf-8",
            timeout=timeout,
            env=environment(),
            check=False,
        )
        ran = Ran(done.returncode, done.stdout, done.stderr, time.monotonic() - begun)
        assert "Traceback" not in ran.err + ran.out, ran.err
        return ran

    def here(self, *words: str | Path) -> Ran:
        """The same command line in this process: for what is looked at between two commands that matter."""
        from ui.cli.main import main

        out, err = io.StringIO(), io.StringIO()
        begun = time.monotonic()
        with redirect_stdout(out), redirect_stderr(err):
            code = main(self.words(*words)[len(self.start) + len(PROGRAM) :])
        return Ran(code, out.getvalue(), err.getvalue(), time.monotonic() - begun)

    def begin(self, *words: str | Path) -> "subprocess.Popen[str]":
        """Start one command and leave it running; what it prints is thrown away."""
        return subprocess.Popen(
            self.words(*words),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            text=True,
            env=environment(),
        )

    def words(self, *words: str | Path) -> list[str]:
        config = ("--config", str(self.config)) if self.config else ()
        return [*self.start, *PROGRAM, "--lang", "en", *config, "--corpus", str(self.corpus), *map(str, words)]


def environment() -> dict[str, str]:
    """The project on the path from wherever the test runs; nothing of the user's own settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("LOKET_")}
    return {**kept, "PYTHONPATH": str(ROOT), "COLUMNS": "100", "LOKET_OFFLINE": "1"}
