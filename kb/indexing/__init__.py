"""From the catalog to a published index.

making.py        what an index is made with: embedder, word encoder, cutter; their fingerprints
report.py        what a run did
bringing.py      bring_in_line: compare the catalog with the index, and publish the next generation
verifying.py     verify: index and catalog against each other, both ways
"""
