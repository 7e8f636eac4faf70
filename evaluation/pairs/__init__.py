"""How well documents are read, measured against hand-checked labels.

__main__.py   reads the labelled files through the real code and prints the shares, with every miss
compare.py    how a parsed document is compared with a label
speed.py      the time of reading the PDFs beside bare text extraction
report.py     the tables, and `evaluation/RESULTS-parsing.md`
"""
