"""Answers against judged questions.

gold.py       questions with judged quotes
judging.py    one answer against its question
report.py      shares per kind, and every miss with what was shown instead
calibrating.py how sure an answer is, fitted, with the threshold below which it is declined
__main__.py   `python -m evaluation.answers --questions FILE --corpus DIR`
"""
