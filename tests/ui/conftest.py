"""A command line over a made-up knowledge base, called in the process."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.ui.fake_knowledge import FakeKnowledge
from ui.cli.main import main


@dataclass(frozen=True, slots=True)
class Ran:
    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def knowledge(monkeypatch: pytest.MonkeyPatch) -> FakeKnowledge:
    made = FakeKnowledge()
    monkeypatch.setattr("ui.build.open_knowledge_base", lambda _settings: made)
    return made


@pytest.fixture
def run(
    knowledge: FakeKnowledge,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> Run:
    """Runs `loket` with those words, in English unless they say otherwise; standard output is no terminal."""
    assert knowledge
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "LOKET_CORPUS", "LOKET_CONFIG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("LOKET_CORPUS", str(tmp_path / "corpus"))

    def loket(*words: str) -> Ran:
        code = main(["--lang", "en", *words] if "--lang" not in words else list(words))
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return loket
