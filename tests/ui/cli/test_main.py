"""The program around the commands."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from kb.errors import LockedError
from tests.ui.conftest import Run
from tests.ui.fake_knowledge import FakeKnowledge
from ui.cli.main import COMMANDS

_ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_command_explains_itself(name: str, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    from ui.cli.main import main

    with pytest.raises(SystemExit) as ended:
        main(["--lang", language, name, "--help"])
    assert ended.value.code == 0
    out = capsys.readouterr().out
    assert out.startswith("gebruik:" if language == "nl" else "usage:")
    assert "--corpus" in out
    assert ("Afsluitcodes" if language == "nl" else "Exit codes") in out


def test_help_lists_the_commands_and_loads_nothing_heavy() -> None:
    code = (
        "import sys\nfrom ui.cli.main import main\n"
        "try:\n    main(['--lang', 'en', '--help'])\nexcept SystemExit: pass\n"
        "heavy = {'numpy', 'sqlalchemy', 'torch', 'qdrant_edge', 'qdrant_client', 'model2vec', 'streamlit', 'pypdf',"
        " 'docx', 'lxml', 'bs4', 'pypdfium2'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=_ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert all(f"  {name} " in done.stdout for name in COMMANDS)


def test_help_comes_quickly() -> None:
    command = [sys.executable, "-m", "ui.cli.main", "--lang", "en", "--help"]
    bare = [sys.executable, "-c", "pass"]

    def best(words: list[str]) -> float:
        times = []
        for _ in range(5):
            began = time.perf_counter()
            subprocess.run(words, cwd=_ROOT, capture_output=True, check=True)
            times.append(time.perf_counter() - began)
        return min(times)

    # 0.1 s on an idle machine; the bound leaves room for one that is busy with other work.
    assert best(command) - best(bare) < 0.6


def test_an_unknown_command_names_the_nearest(run: Run) -> None:
    ran = run("aks")
    assert (ran.code, ran.err) == (2, "loket: 'aks' is not a command. Did you mean ask?\n")


def test_shared_options_stand_before_or_after_the_command(run: Run, tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text("[ui]\nlanguge = 'nl'\n", encoding="utf-8")
    for words in (("--config", str(config), "search", "x"), ("search", "x", "--config", str(config))):
        ran = run(*words)
        assert ran.code in (0, 2)


def test_a_setting_that_cannot_be_used_is_wrong_use(run: Run, tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text("[ui]\nlanguge = 'nl'\n", encoding="utf-8")
    ran = run("--config", str(config), "search", "x")
    assert ran.code == 2
    assert "Did you mean language?" in ran.err


def test_an_error_of_the_corpus_is_one_sentence_with_advice(
    run: Run, knowledge: FakeKnowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object) -> None:
        raise LockedError("Another process is writing.", "Try again when it is done.")

    monkeypatch.setattr(knowledge, "ask", locked)
    ran = run("ask", "x")
    assert (ran.code, ran.err) == (3, "loket: Another process is writing. Try again when it is done.\n")


def test_a_mistake_of_ours_is_said_so_without_a_traceback(
    run: Run, knowledge: FakeKnowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("oops")

    monkeypatch.setattr(knowledge, "ask", broken)
    ran = run("ask", "x")
    assert ran.code == 3
    assert ran.err.startswith("loket: Internal error: ZeroDivisionError: oops.")
    assert ran.err.count("\n") == 1
    with pytest.raises(ZeroDivisionError):
        run("ask", "x", "--debug")


def test_a_pipe_that_closes_ends_quietly() -> None:
    code = "import sys\nfrom ui.cli.main import main\nsys.exit(main(['--lang', 'en', 'parse', sys.argv[1]]))"
    big = _ROOT / "tests" / "ui" / "messages" / "test_sentences.py"
    with subprocess.Popen(
        [sys.executable, "-c", code, str(big)], cwd=_ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""


def test_the_language_follows_the_system_unless_it_is_given(
    run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from ui.cli.main import main

    assert run
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    main(["ask"])
    assert "Give a question" in capsys.readouterr().err
    monkeypatch.setenv("LANG", "nl_BE.UTF-8")
    main(["ask"])
    assert "Geef een vraag" in capsys.readouterr().err
    main(["ask", "--lang", "en"])
    assert "Give a question" in capsys.readouterr().err
