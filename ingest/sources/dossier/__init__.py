"""A dossier: a small file of official numbers and addresses that belong together, collected by one command.

dossier.py     what a dossier is, and what to ask each source for
reading.py     the file, with one sentence for each fault
"""
