"""Settings choose the adapter, and only the chosen one's library is loaded."""

import subprocess
import sys
from pathlib import Path

import pytest

from kb.embedding.build import build_embedder
from kb.embedding.settings import EmbeddingSettings
from kb.errors import ConfigError, EmbeddingError

ROOT = Path(__file__).parents[3]
HEAVY = ("torch", "model2vec", "transformers", "sentence_transformers")


def loaded_after(code: str) -> set[str]:
    program = f"{code}\nimport sys\nprint(*[name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_importing_the_port_loads_no_model_library() -> None:
    code = "import kb.embedding, kb.embedding.port, kb.embedding.settings, kb.embedding.build, kb.embedding.static"
    assert loaded_after(f"{code}, kb.embedding.sentence_transformer, kb.embedding.hashing") == set()


def test_the_static_model_loads_without_torch() -> None:
    code = (
        "from pathlib import Path\n"
        "from kb.embedding.build import build_embedder\n"
        "from kb.embedding.settings import EmbeddingSettings\n"
        "build_embedder(EmbeddingSettings(), Path()).embed_questions(['Waar is het loket?'])"
    )
    assert loaded_after(code) == {"model2vec"}


@pytest.mark.parametrize(
    "settings",
    [
        pytest.param(EmbeddingSettings(kind="magic"), id="no such kind"),
        pytest.param(EmbeddingSettings(query_prefix="query: "), id="a prefix for a static model"),
        pytest.param(EmbeddingSettings(kind="hashing", batch_size=0), id="an empty batch"),
    ],
)
def test_settings_that_cannot_be_used_are_named(settings: EmbeddingSettings) -> None:
    with pytest.raises(ConfigError, match=r"embedding\."):
        build_embedder(settings, ROOT)


def test_a_model_that_cannot_be_read_is_an_embedding_error(tmp_path: Path) -> None:
    for name in ("config.json", "tokenizer.json", "model.safetensors"):
        (tmp_path / name).write_bytes(b"not a model")
    with pytest.raises(EmbeddingError, match="could not be read"):
        build_embedder(EmbeddingSettings(model=str(tmp_path)), ROOT)
