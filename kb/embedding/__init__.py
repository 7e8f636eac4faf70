"""Embedding: the port, and its adapters.

port.py                   what every model gives
settings.py               [embedding] of config.toml
build.py                  settings to an embedder
static.py                 the model that comes with Loket, through model2vec
sentence_transformer.py   any sentence-transformers model
hashing.py                no model: words and character n-grams hashed, for tests
checked.py                the checks that every adapter's vectors pass
"""
