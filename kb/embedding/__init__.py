"""Texts as vectors. Importing this folder loads no model library; each adapter does so when it is built.

port.py                  Embedder and EmbedderIdentity
settings.py              which adapter and model
build.py                 settings -> Embedder
checked.py               what every adapter's vectors must satisfy
model_files.py           where a model's files are, and the version of their content
static.py                model2vec: the model that comes with the project (default)
sentence_transformer.py  any sentence-transformers model
hashing.py               no model: hashed words and character n-grams, for tests
"""
