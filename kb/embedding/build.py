"""Settings -> embedder. The adapter's module, and with it its library, is imported only when it is chosen."""

from pathlib import Path

from kb.embedding.port import Embedder
from kb.embedding.settings import EmbeddingSettings
from kb.errors import ConfigError

KINDS = ("static", "sentence-transformers", "hashing")


def build_embedder(settings: EmbeddingSettings, root: Path) -> Embedder:
    """The embedder that the settings name. `root`: the project root, for relative model directories.

    Raises ConfigError for a kind that does not exist or settings it cannot use, EmbeddingError for a model
    that cannot be read.
    """
    if settings.batch_size < 1:
        raise ConfigError(f"embedding.batch_size is {settings.batch_size}.", "Set it to 1 or more.")
    if settings.kind == "static":
        return _static(settings, root)
    if settings.kind == "sentence-transformers":
        return _sentence_transformer(settings, root)
    if settings.kind == "hashing":
        from kb.embedding.hashing import HashingEmbedder

        return HashingEmbedder()
    raise ConfigError(f"embedding.kind is '{settings.kind}'.", f"Use one of: {', '.join(KINDS)}.")


def _static(settings: EmbeddingSettings, root: Path) -> Embedder:
    if settings.query_prefix or settings.passage_prefix:
        raise ConfigError(
            "embedding.query_prefix and passage_prefix have no use with kind 'static'.",
            "Remove them, or set kind to 'sentence-transformers'.",
        )
    from kb.embedding.model_files import locate
    from kb.embedding.static import StaticEmbedder

    return StaticEmbedder(locate(settings.model, root), settings.batch_size)


def _sentence_transformer(settings: EmbeddingSettings, root: Path) -> Embedder:
    from kb.embedding.model_files import locate
    from kb.embedding.sentence_transformer import SentenceTransformerEmbedder

    return SentenceTransformerEmbedder(
        locate(settings.model, root), settings.query_prefix, settings.passage_prefix, settings.batch_size
    )
