"""Answers against judged questions.

gold.py       questions with judged quotes
judging.py    one answer against its question
report.py     shares per kind, and every miss with what was shown instead
__main__.py   `python -m evaluation.answers --questions FILE --corpus DIR`
"""
