"""`loket up` on a corpus of its own, as a user runs it."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_PATIENCE = 90.0


@dataclass(frozen=True, slots=True)
class Program:
    """The command line on one corpus; ``config`` None for the project's own settings."""

    corpus: Path
    config: Path | None = None

    def words(self, *words: str) -> list[str]:
        config = ["--config", str(self.config)] if self.config else []
        return [sys.executable, "-m", "ui.cli.main", "--lang", "en", "--corpus", str(self.corpus), *config, *words]

    def run(self, *words: str) -> str:
        """Standard output of a command that must succeed."""
        done = subprocess.run(self.words(*words), cwd=ROOT, capture_output=True, text=True, check=False)
        if done.returncode not in (0, 1):
            raise RuntimeError(f"loket {' '.join(words)} ended with {done.returncode}: {done.stderr}")
        return done.stdout


def settings_for(folder: Path) -> Path | None:
    """The project's own settings where the model is there; else hashing, so that screens can be looked at anyway."""
    if (ROOT / "models" / "loket-static-nl").is_dir():
        return None
    path = folder / "config.toml"
    path.write_text('[embedding]\nkind = "hashing"\n', encoding="utf-8")
    return path


@contextmanager
def screens(program: Program, more: Sequence[str] = ()) -> Iterator[str]:
    """The address of running screens; stopped at the end. RuntimeError where they do not come up."""
    port = _free_port()
    command = program.words("up", "--no-browser", "--port", str(port), *more)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as up:
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_for(f"{address}/_stcore/health", up)
            yield address
        finally:
            up.terminate()
            try:
                up.wait(15)
            except subprocess.TimeoutExpired:
                up.kill()
            if up.stdout:
                up.stdout.close()


def _wait_for(address: str, up: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        if up.poll() is not None:
            said = up.stdout.read().decode(errors="replace") if up.stdout else ""
            raise RuntimeError(f"loket up ended with {up.returncode}: {said}")
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except OSError:
            time.sleep(0.3)
    raise RuntimeError(f"the screens did not come up in {_PATIENCE:.0f} seconds")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
