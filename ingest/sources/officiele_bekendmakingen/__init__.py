"""officielebekendmakingen.nl (KOOP): written questions and answers of the Tweede Kamer as official XML or PDF.

source.py       the source: its hosts, what it lists, and who does it
addresses.py    every address, and the questions in CQL
fields.py       the fields of a record, one table
records.py      bytes of a search answer or of a metadata.xml to records
elements.py     XML by local names
publication.py  one publication: its fields, its ids old and new, what is stored of it
listing.py      month by month, page by page
selecting.py    what a user asked for by number or by words
pieces.py       a record to a piece, with what is given beside its file
files.py        whether bytes are the official XML or a PDF, or an error page
probing.py      the questions of `loket doctor`

Never run against the live site. What is known of it, and how well, stands in each module.
"""
