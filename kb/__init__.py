"""The knowledge base: what is known, how it is found, how it is answered.

model/       the values everything speaks of (Document, Passage, Citation, Answer ...)
errors.py    the one error tree
catalog/     originals by content hash, and the SQLite catalog over them
passages/    a document cut into passages that respect its structure
language/    Dutch words: normalising, stemming, splitting compounds
embedding/   the port to embedding models, and its adapters
store/       the port to the vector engine, its adapters, and the generations of the index
indexing/    the catalog into a generation of the index
search/      hybrid search over one open generation
answering/   intents, evidence, status over time, declining
answer_log/  answers that were given, kept for accountability, and what became of their sources
knowledge_base.py   the front object; the only thing that the screens and commands hold
"""
