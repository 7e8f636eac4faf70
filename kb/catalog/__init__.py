"""What the corpus holds: original bytes by content hash, and a SQLite catalog over them.

originals.py   bytes under originals/, named by their hash, never changed
catalog.py     Catalog: open it, store and read documents; the front of this folder
values.py      what the catalog gives besides documents: Stored, DocumentSummary, Statistics ...
content.py     the content hash of a document
lock.py        WriterLock: one writer per corpus
tables.py      the tables (SQLAlchemy Core); from here on down sqlalchemy is imported
engine.py      opening the database file, its schema version, error translation
rows.py        a document to rows and back
documents.py   reading documents and sections
listings.py    summaries, people, numbers, statistics, problems
filtering.py   filters as SQL
spans.py       what must hold within one document
writing.py     storing, removing, noting problems
collecting.py  what collecting remembers: records, cursors, pieces, runs; collecting_rows.py its rows
coverage.py    what is held of a source against what it has
verifying.py   originals, catalog and spans against each other
"""
