"""The model that comes with Loket: a table of token vectors, read by model2vec without PyTorch."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kb.embedding.checked import unit_rows
from kb.embedding.port import EmbedderIdentity
from kb.errors import EmbeddingError


class StaticEmbedder:
    """A directory with a static model (sentence-transformers or model2vec layout)."""

    def __init__(self, directory: Path) -> None:
        if not directory.is_dir():
            raise EmbeddingError(
                f"There is no embedding model in {directory}.",
                "Check embedding.model in config.toml; `make model` trains the one that comes with Loket.",
            )
        from model2vec import StaticModel

        try:
            self._model = StaticModel.from_pretrained(directory)
        except Exception as error:
            raise EmbeddingError(f"The embedding model in {directory} cannot be read ({error}).") from error
        self._identity = EmbedderIdentity(directory.name, _version(directory), int(self._model.dim))

    @property
    def identity(self) -> EmbedderIdentity:
        return self._identity

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        vectors = np.asarray(self._model.encode(list(texts), use_multiprocessing=False), dtype=np.float32)
        return unit_rows(vectors.reshape(len(texts), -1), texts, self._identity.dimension)

    def embed_questions(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return self.embed_passages(texts)


def _version(directory: Path) -> str:
    """The hash that training wrote beside the model, so that starting need not read it all again; else computed."""
    try:
        return str(json.loads((directory / "loket.json").read_text(encoding="utf-8"))["version"])
    except (OSError, ValueError, KeyError):
        digest = hashlib.sha256()
        for name in ("model.safetensors", "tokenizer.json"):
            path = directory / name
            digest.update(path.read_bytes() if path.is_file() else b"")
        return digest.hexdigest()[:12]
