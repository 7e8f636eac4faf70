"""Retrieval measured on BEIR-style folders: `python -m evaluation.retrieval --dataset DIR`.

dataset.py    reading the folder; documents into passages
measures.py   nDCG, recall, MRR, bootstrap intervals
product.py    the folder through the product's own index and search
lexical.py    BM25 over one tokenizer, written small: the peers' engine
peers.py      what the product is measured against
report.py     the JSON and the tables
"""
