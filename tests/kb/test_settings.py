"""Settings: every key is known, typed and documented, and a wrong one is refused with the nearest right one."""

import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from kb.errors import ConfigError
from kb.settings import PROJECT_ROOT, Settings, load_settings


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "config.toml"
    path.write_text(text, encoding="utf-8")
    return path


def as_in_toml(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def test_the_shipped_file_holds_every_setting_at_its_default() -> None:
    table = tomllib.loads((PROJECT_ROOT / "config.toml").read_text(encoding="utf-8"))
    settings = Settings()
    expected = {
        section.name: {entry.name: as_in_toml(getattr(value, entry.name)) for entry in fields(value)}
        for section in fields(settings)
        if section.name != "root"
        for value in [getattr(settings, section.name)]
    }
    assert table == expected


def test_every_setting_in_the_shipped_file_has_a_comment() -> None:
    lines = (PROJECT_ROOT / "config.toml").read_text(encoding="utf-8").splitlines()
    in_comment_block = False
    for line in lines:
        if not line.strip() or line.startswith("["):
            in_comment_block = False
        elif line.startswith("#"):
            in_comment_block = True
        else:
            assert in_comment_block, f"no comment above or near: {line}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[corpus]\npaht = 'x'\n", "Did you mean path?"),
        ("[corpsu]\npath = 'x'\n", "Did you mean corpus?"),
        ("path = 'x'\n", "unknown section"),
        ("[ui]\nport = '8501'\n", "must be a whole number"),
        ("[ui]\nport = true\n", "must be a whole number"),
        ("[ui]\nlanguage = 'fr'\n", "Choose one of: nl, en."),
        ("[search]\nlimit = 0\n", "must be at least 1"),
        ("[search\n", "is not valid TOML"),
        ("[fetch]\nsources = 'tweede_kamer'\n", "must be a list of texts in quotes"),
        ("[tweede_kamer]\nkinds = [1]\n", "must be a list of texts in quotes"),
        ("[tweede_kamer]\nsince = 'januari'\n", "must be a date such as 2024-01-01"),
    ],
)
def test_a_setting_that_cannot_be_used_is_refused_with_what_to_do(tmp_path: Path, text: str, expected: str) -> None:
    with pytest.raises(ConfigError, match=r"config\.toml") as refusal:
        load_settings(written(tmp_path, text))
    assert expected in str(refusal.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"nowhere\.toml cannot be read"):
        load_settings(tmp_path / "nowhere.toml")


def test_paths_count_from_the_settings_file(tmp_path: Path) -> None:
    settings = load_settings(written(tmp_path, "[corpus]\npath = 'state'\n"))
    assert settings.corpus_path == tmp_path / "state"


def test_the_environment_moves_the_state_and_the_flag_moves_it_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = written(tmp_path, "[corpus]\npath = 'state'\n")
    monkeypatch.setenv("LOKET_CORPUS", str(tmp_path / "from_environment"))
    assert load_settings(config).corpus_path == tmp_path / "from_environment"
    assert load_settings(config, corpus=tmp_path / "from_flag").corpus_path == tmp_path / "from_flag"
