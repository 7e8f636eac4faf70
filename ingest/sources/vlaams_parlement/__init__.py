"""Vlaams Parlement: the search interface finds ids, the open data interface says what they are, `pfile` has the files.

source.py      the source as the port wants it
addresses.py   every address that is asked; fields.py: kinds, and the fields of each answer, one table
decoding.py    bytes of an answer to plain values (JSON, or the XML that comes without asking); a web page is refused
values.py      plain values to text, days and lists, whatever form they take
records.py     hits and details to `Entry`, and to the content of a record and back
listing.py     windows of days that split themselves, pages, details, and what was found of each month
selecting.py   a targeted collection: numbers, words, days
pieces.py      entries to documents to be
clusters.py    one question put to several ministers; standing.py, working_days.py: when a question counts as open
pages.py       what only the web pages say: where the spoken text is
probing.py     for `loket doctor`
"""
