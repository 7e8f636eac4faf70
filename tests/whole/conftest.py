"""The whole program, from its command line: a corpus per test, and two made once."""

from pathlib import Path

import pytest

from tests.whole.command import HASHING, SAMPLE, Loket
from tests.whole.documents import BEES, WATER


@pytest.fixture(scope="session")
def hashing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Settings without a model, where what is found matters less than that it is."""
    path = tmp_path_factory.mktemp("settings") / "config.toml"
    path.write_text(HASHING, encoding="utf-8")
    return path


@pytest.fixture
def loket(tmp_path: Path, hashing: Path) -> Loket:
    """On a corpus that is not there yet."""
    return Loket(tmp_path / "corpus", hashing)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two good documents."""
    made = tmp_path / "stukken"
    made.mkdir()
    WATER.write(made / "sv-7.txt")
    BEES.write(made / "sv-8.txt")
    return made


@pytest.fixture(scope="session")
def on_sample(tmp_path_factory: pytest.TempPathFactory) -> Loket:
    """On the sample corpus with the model that comes with Loket; tests that share it only read."""
    loket = Loket(tmp_path_factory.mktemp("sample") / "corpus")
    added = loket("add", SAMPLE)
    assert added.code == 0, added.err + added.out
    return loket
