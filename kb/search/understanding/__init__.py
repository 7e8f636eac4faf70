"""What a question names beside its subject, as filters and boosts that are shown and can be switched off.

reading.py   the whole: from a question to `Understood`
asked.py     a question with its plain form, and what was found in it
known.py     the people, parties and ministries that the corpus knows
places.py    parliaments
kinds.py     kinds of document
days.py      days, months, years, spans, legislatures
legislatures.py  from one election to the next
names.py     people and parties
offices.py   ministries
lifting.py   what fits a boost comes higher
titles.py    a query that is a document's title
within.py    a search as it was understood
"""
