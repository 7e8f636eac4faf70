"""Settings to an embedder."""

from pathlib import Path

from kb.embedding.port import Embedder
from kb.embedding.settings import EmbeddingSettings
from kb.errors import ConfigError


def build_embedder(settings: EmbeddingSettings, root: Path) -> Embedder:
    """The embedder that ``settings`` name; a relative model path counts from ``root``. Loads the model."""
    if settings.kind == "hashing":
        from kb.embedding.hashing import HashingEmbedder

        return HashingEmbedder()
    if settings.kind == "static":
        from kb.embedding.static import StaticEmbedder

        return StaticEmbedder(root / settings.model)
    if settings.kind == "sentence-transformers":
        from kb.embedding.sentence_transformer import SentenceTransformerEmbedder

        return SentenceTransformerEmbedder(settings, root)
    raise ConfigError(
        f"There is no embedding kind '{settings.kind}'.", "Choose static, sentence-transformers or hashing."
    )
