"""From a source to the catalog.

sources/     where documents come from, one folder each: list and fetch
formats/     bytes to lines: PDF, DOCX, HTML, XML, TXT; type decided by the first bytes
parsers/     lines to a parsed document: kinds, heads, question-answer pairs, letters; pure functions
parsed.py    what a parser gives
reading.py   bytes to a parsed document: formats and parsers in one call, no state
attempts.py  reading many documents, here or in several processes; a failure is a value
fingerprint.py  what read a document, so that it need not be read again
pipeline.py  a source's items into the catalog, one by one, with a report
report.py    what came of a run
removing.py  taking documents out, by what a user calls them
"""
