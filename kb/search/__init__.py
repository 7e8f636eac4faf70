"""Hybrid search over one open generation.

build.py           the one place where search is put together
encoding.py        sparse vectors of the word legs (BM25 without its IDF)
searcher.py        legs fused, numbers first, repeats folded
ranking.py         legs into one score, and the register of a passage
forms.py           the register of all candidates at once, before any is read
weights.py         how much each leg counts
numbers.py         official numbers in a query
understanding/     what a question names beside its subject, as filters and boosts
folding.py         near-duplicates
word_analysis.py   single words for the answer engine
"""
