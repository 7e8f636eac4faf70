"""Words that must meet and words that must be kept apart, through the product's own index and search.

meet.tsv     pairs that must meet, by kind; written by hand for this project
apart.tsv    words that must not be taken for one another, each with a word that does mean the first
lists.py     reading the two lists
judging.py   one tiny passage a word, indexed and searched; what met and what was confused
report.py    the figures and every miss, for a terminal and for evaluation/RESULTS-words.md
"""
