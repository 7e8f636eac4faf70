"""Speed, measured in the open: `python -m evaluation.bench`.

texts.py      passages in realistic Dutch: from ../shared/data where it is there, else generated
contenders.py the same passages behind our port, bare Qdrant Edge calls, and SQLite FTS5
encoding.py   passages embedded and encoded by some processes side by side
measuring.py  one size measured: indexing by stage, disk, cold open, questions
tables.py     the figures as a table, and what they are compared with
"""
