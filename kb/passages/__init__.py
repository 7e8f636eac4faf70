"""A document cut into passages.

sentences.py  where Dutch (and English) sentences begin and end, as spans
cut.py        sections into passages that respect questions, headings and paragraphs
"""
