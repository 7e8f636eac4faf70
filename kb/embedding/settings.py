"""Which embedding model, as config.toml names it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EmbeddingSettings:
    """``kind``: "static", "sentence-transformers" or "hashing". ``model``: a directory (relative ones are looked
    up under the project root) or a name on a model hub. The prefixes are put before every text, as
    e5-like models ask ("query: ", "passage: "); ``batch_size`` is in texts."""

    kind: str = "static"
    model: str = "models/loket-static-nl"
    query_prefix: str = ""
    passage_prefix: str = ""
    batch_size: int = 256
