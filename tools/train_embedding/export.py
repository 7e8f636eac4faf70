"""One directory that `model2vec.StaticModel.from_pretrained` and `SentenceTransformer` both load, with
identical vectors. File layout: what model2vec 0.10 writes itself, which sentence-transformers >= 5 reads."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from safetensors.numpy import save_file
from tokenizers import Tokenizer

from tools.train_embedding.start import Table
from tools.train_embedding.vocabulary import UNKNOWN

_MODULES = [
    {"idx": 0, "name": "0", "path": ".", "type": "sentence_transformers.models.StaticEmbedding"},
    {"idx": 1, "name": "1", "path": "1_Normalize", "type": "sentence_transformers.models.Normalize"},
]


def export(tokenizer: Tokenizer, table: Table, target: Path, name: str, version: str) -> None:
    """Write tokenizer, float16 table and settings; existing files of these names are replaced.

    The row of the unknown token becomes zero: model2vec leaves unknown tokens out, sentence-transformers
    averages them in, and only with a zero row do both point the same way. The longest text is not limited
    for the same reason: model2vec would cut at 512 tokens, sentence-transformers not.
    """
    target.mkdir(parents=True, exist_ok=True)
    (target / "1_Normalize").mkdir(exist_ok=True)
    rows = table.copy()
    rows[tokenizer.token_to_id(UNKNOWN)] = 0
    # Pooling ends in a unit vector, so only the proportions between rows count: the scale is chosen to
    # keep small rows out of float16's subnormal range.
    rows *= 4.0 / float(np.abs(rows).max())
    save_file({"embeddings": np.ascontiguousarray(rows.astype(np.float16))}, target / "model.safetensors")
    tokenizer.save(str(target / "tokenizer.json"), pretty=False)
    _write(target / "config.json", {
        "model_type": "model2vec", "architectures": ["StaticModel"], "normalize": True,
        "max_length": None, "embedding_dtype": "float16", "hidden_dim": int(rows.shape[1]),
    })  # fmt: skip
    _write(target / "modules.json", _MODULES)
    # Read by transformers-style loaders; the folder of a module without settings must exist in git too.
    _write(target / "1_Normalize/config.json", {})
    _write(target / "loket.json", {"name": name, "version": version, "dimension": int(rows.shape[1])})


def _write(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
