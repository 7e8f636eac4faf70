"""From a cold start to an answer, and what the imports of the project load."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import ingest
import kb
import ui
from tests.whole.command import SAMPLE, SHARED, Loket, environment

TIMES = 7
AT_MOST = 3.0
HEAVY = {
    *("torch", "qdrant_edge", "qdrant_client", "streamlit", "sentence_transformers", "model2vec"),
    *("pypdf", "pypdfium2", "docx", "lxml", "bs4"),
}
# The screens are Streamlit's door; the catalog is SQLAlchemy's, and whoever holds a catalog imports it with it.
SCREENS = "ui.screens"
# What the two libraries need for one question: the index and the model loaded, nothing of ours.
BARE = """
import sys
import qdrant_edge, model2vec
qdrant_edge.EdgeShard.load(sys.argv[1])
if len(sys.argv) > 2:
    model2vec.StaticModel.from_pretrained(sys.argv[2], force_download=False)
"""
MODEL = Path(__file__).resolve().parents[2] / "models" / "loket-static-nl"


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Loket:
    """On real documents where they are there, else on the sample, with the model that comes with Loket."""
    folder = SHARED / "corpus" / "kennisveiligheid"
    loket = Loket(tmp_path_factory.mktemp("cold") / "corpus")
    added = loket("add", folder if folder.is_dir() else SAMPLE)
    assert added.code == 0, added.err + added.out
    return loket


def seconds(*words: str) -> float:
    begun = time.monotonic()
    subprocess.run(words, check=True, capture_output=True, env=environment(), timeout=120)
    return time.monotonic() - begun


@pytest.mark.slow
def test_asking_from_cold_takes_at_most_three_times_the_bare_libraries_with_the_index(collected: Loket) -> None:
    """Taken in turn, and the best of each: what else the machine does only ever adds.

    The bare program loads index and model. Without the model it is about half as long, and the question takes over
    three times that: README says so.
    """
    (shard,) = (collected.corpus / "index").glob("gen-*/shard")
    without_model, bare, asked = [], [], []
    for _ in range(TIMES):
        without_model.append(seconds(sys.executable, "-c", BARE, str(shard)))
        bare.append(seconds(sys.executable, "-c", BARE, str(shard), str(MODEL)))
        asked.append(seconds(*collected.words("ask", "status of the loket", "--json")))
    ratio = min(asked) / min(bare)
    print(f"bare {min(bare):.2f} s, without the model {min(without_model):.2f} s, ask {min(asked):.2f} s: {ratio:.2f}")
    assert ratio <= AT_MOST


def loaded_by(*modules: str) -> set[str]:
    """Top-level modules that importing these loads, in an interpreter of its own."""
    program = (
        "import importlib, json, sys\n"
        "for name in sys.argv[1:]: importlib.import_module(name)\n"
        "print(json.dumps(sorted({name.partition('.')[0] for name in sys.modules})))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *modules], check=True, capture_output=True, env=environment(), timeout=120
    )
    return set(json.loads(done.stdout))


def modules_of(package: ModuleType) -> Iterator[str]:
    """Every module below a package, found without importing any."""
    yield package.__name__
    for root in package.__path__:
        for path in sorted(Path(root).rglob("*.py")):
            inner = path.relative_to(Path(root).parent).with_suffix("")
            yield ".".join(inner.parts[:-1] if inner.name == "__init__" else inner.parts)


@pytest.mark.parametrize("name", ["kb", "ingest", "ui"])
def test_importing_a_package_loads_nothing_heavy(name: str) -> None:
    assert loaded_by(name) & (HEAVY | {"sqlalchemy", "numpy"}) == set()


@pytest.mark.parametrize("package", [kb, ingest, ui], ids=lambda package: package.__name__)
def test_importing_every_module_loads_nothing_heavy(package: ModuleType) -> None:
    modules = [name for name in modules_of(package) if not name.startswith(SCREENS)]
    assert len(modules) > 20
    assert loaded_by(*modules) & HEAVY == set()


def test_importing_the_whole_command_line_loads_no_catalog() -> None:
    modules = [name for name in modules_of(ui) if not name.startswith(SCREENS)]
    assert "ui.cli.ask" in modules
    assert loaded_by(*modules) & {"sqlalchemy", "numpy"} == set()


def test_the_screens_load_no_engine_and_no_model() -> None:
    modules = [name for name in modules_of(ui) if name.startswith(SCREENS) and not name.endswith(".app")]
    assert loaded_by(*modules) & (HEAVY - {"streamlit"}) == set()
