"""Any sentence-transformers model. Imports torch, which takes seconds: only where it is asked for."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from kb.embedding.checked import unit_rows
from kb.embedding.model_files import ModelFiles
from kb.embedding.port import EmbedderIdentity
from kb.errors import EmbeddingError


class SentenceTransformerEmbedder:
    """`query_prefix` and `passage_prefix` are put before every text, as the model's card asks."""

    def __init__(
        self, files: ModelFiles, query_prefix: str = "", passage_prefix: str = "", batch_size: int = 256
    ) -> None:
        from sentence_transformers import SentenceTransformer

        try:
            self._model = SentenceTransformer(str(files.directory), local_files_only=True)
        except Exception as error:  # every model type and file format in it raises its own kind
            raise EmbeddingError(
                f"The embedding model in {files.directory} could not be read.", "Restore the model's directory."
            ) from error
        self._query_prefix, self._passage_prefix, self._batch_size = query_prefix, passage_prefix, batch_size
        dimension = self._model.get_embedding_dimension()
        if dimension is None:
            raise EmbeddingError(f"The model in {files.directory} does not say its dimension.", "Set another model.")
        version = files.version_with(query_prefix, passage_prefix)
        self._identity = EmbedderIdentity(files.name, version, int(dimension))

    @property
    def identity(self) -> EmbedderIdentity:
        return self._identity

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return self._embed(texts, self._passage_prefix)

    def embed_questions(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return self._embed(texts, self._query_prefix)

    def _embed(self, texts: Sequence[str], prefix: str) -> NDArray[np.float32]:
        if not texts:
            return np.zeros((0, self._identity.dimension), dtype=np.float32)
        # `prompt=""` keeps a prompt that the model's own files may name from being added a second time.
        vectors = self._model.encode(
            [prefix + text for text in texts],
            prompt="",
            batch_size=self._batch_size,
            show_progress_bar=False,
            convert_to_numpy=True,
        )
        return unit_rows(np.asarray(vectors), texts, self._identity.dimension)
