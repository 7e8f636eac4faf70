"""model2vec: a table of subword vectors, averaged. Reads thousands of passages a second, needs no torch."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from kb.embedding.checked import unit_rows
from kb.embedding.model_files import ModelFiles
from kb.embedding.port import EmbedderIdentity
from kb.errors import EmbeddingError

if TYPE_CHECKING:
    from model2vec import StaticModel


class StaticEmbedder:
    """A model2vec directory. Questions and passages are embedded alike: word order plays no part, so a prefix
    would only add the same direction to every vector."""

    def __init__(self, files: ModelFiles, batch_size: int = 256) -> None:
        try:
            model = _model(files.directory)
        except Exception as error:  # tokenizers raises bare Exception, safetensors its own type, json ValueError
            raise EmbeddingError(
                f"The embedding model in {files.directory} could not be read.", "Restore the model's directory."
            ) from error
        # float16 saves half of what is shipped; averaging it is three times slower than float32.
        model.embedding = model.embedding.astype(np.float32)
        self._model, self._batch_size = model, batch_size
        self._identity = EmbedderIdentity(files.name, files.version, int(model.dim))

    @property
    def identity(self) -> EmbedderIdentity:
        return self._identity

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        if not texts:
            return np.zeros((0, self._identity.dimension), dtype=np.float32)
        # Its thread pool would start above 10,000 texts and gains nothing: the tokenizer is parallel itself.
        vectors = self._model.encode(list(texts), batch_size=self._batch_size, use_multiprocessing=False)
        return unit_rows(vectors, texts, self._identity.dimension)

    def embed_questions(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return self.embed_passages(texts)


def _model(directory: Path) -> StaticModel:
    """Read as model2vec itself does, without its model cards: these import the hub's client and a YAML reader, which
    took a third of the time. Other layouts (vocabulary quantised, or of sentence-transformers) go its own way."""
    from model2vec import StaticModel
    from safetensors.numpy import load_file
    from tokenizers import Tokenizer

    parts = [directory / name for name in ("model.safetensors", "tokenizer.json", "config.json")]
    if all(part.is_file() for part in parts):
        tables = load_file(parts[0])
        if tables.keys() == {"embeddings"}:
            config = json.loads(parts[2].read_text(encoding="utf-8"))
            return StaticModel(
                tables["embeddings"],
                Tokenizer.from_file(str(parts[1])),
                config,
                normalize=config.get("normalize", False),
                max_length=config.get("max_length", 512),
            )
    return StaticModel.from_pretrained(directory, force_download=False)
