"""The log of answers, for accountability: what was asked, what was answered, and what became of the sources since.

logged.py   one answer as it was given
form.py     our values as JSON and back
log.py      the files, one a day: appended to, read, and thrown away when they are old
changes.py  what became of the source of a citation
"""
