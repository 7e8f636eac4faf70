"""Where documents come from: one folder per source, the same file names in each, nothing shared but the port.

port.py   Item, Listing: what a source gives to the pipeline
folder/   files and folders that a user names
"""
