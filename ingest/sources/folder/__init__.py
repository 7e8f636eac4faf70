"""Files and folders that a user names. Ids are ``folder/<name of the folder>/<relative path>``.

listing.py    paths to a Listing: ids, given metadata, what is skipped and why
walking.py    the files below a folder, with links, loops and missing rights
candidates.py what is a document by its name and first bytes
item.py       one file: its id and its bytes
metadata.py   `documents.toml`: what the files do not print themselves
numbers.py    official numbers as written in `documents.toml`
"""
