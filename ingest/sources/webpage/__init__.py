"""Single pages and PDFs by address: what a government writes on its own site.

source.py     the source: which hosts, which addresses
addresses.py  an address as typed to the one that is asked; the id of its document; whose site it is
fields.py     where pages state their title and dates, one table
records.py    bytes of a page to what is known of it
listing.py    visiting the addresses
pieces.py     a record to a piece
probing.py    the questions of `loket doctor`
"""
