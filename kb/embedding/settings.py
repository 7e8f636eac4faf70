"""The settings of the embedding model, as they stand under [embedding] in config.toml."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EmbeddingSettings:
    kind: str = "static"
    model: str = "models/loket-static-nl"
    query_prefix: str = ""
    passage_prefix: str = ""
    batch_size: int = 256
