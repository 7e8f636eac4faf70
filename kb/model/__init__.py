"""The values: frozen, collections are tuples, derived facts are properties.

terms.py       the closed word lists: parliament, kind, role
identity.py    DocumentId
people.py      Person and the part a person plays
document.py    Section, QuestionAnswer, Reference, Provenance, Document
passage.py     Passage
query.py       Filters, Match, SearchResult
answer.py      Citation, Claim, Searched, Answer
"""
