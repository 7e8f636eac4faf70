"""Trains the embedding model that comes with the project: `python -m tools.train_embedding`.

sources.py     which pairs are used, how often each source is drawn, and its licence
corpus.py      reads the pairs, sets a held-out slice apart
neighbours.py  pairs of headings and paragraphs with what stands below them
switching.py   Dutch questions with words in English, from a word table
vocabulary.py  the subword tokenizer
tokens.py      texts as one flat array of token ids
start.py       the table before training
batches.py     draws batches: source shares, crops, token dropout, groups
train.py       the contrastive training
courses.py     the runs of training, and their average
export.py      writes one directory that model2vec and sentence-transformers both load
measure.py     retrieval figures, on the held-out slice and on a BEIR-style folder
card.py        the model card
"""
