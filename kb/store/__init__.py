"""The vector engine, and the generations of the index.

port.py           what indexing writes and search reads; everything else hangs on it
index.py          FusedIndex: the port over any engine: legs asked together, fused, ties broken, records decoded
engine.py         what an engine must do for that
fusion.py         legs become one ranking
conditions.py     filters, in words that each engine translates
beside.py         what stands beside the engine: term counts and marks
statistics.py     in how many passages each term stands: IDF
marks.py          what ranking asks of a candidate, as numbers
columns.py        the marks of all points, found by id
payload.py        a passage as a typed, versioned record
qdrant_edge.py    Qdrant in this process; the one door to qdrant_edge
qdrant_server.py  a Qdrant server by URL; the one door to qdrant_client
generations.py    built aside, published whole, read under a lock, cleared away by the next writer
storage.py        where a generation's points live: files, or a collection of a server
manifest.py       with what a generation was made, and of which documents
sharing.py        which files two generations may share
copying.py        copying a directory that is mostly holes; bringing files to disk
"""
