"""Everything that a person or a program talks to.

build.py     the one place that builds the program from settings
cli/         the command line, one file per command
screens/     the Streamlit interface
messages/    every sentence shown to a user, in Dutch and English
arranged.py  an answer per parliament, its sources numbered
understood.py what was understood from a question, in words
pasting.py   an answer as text or Markdown to paste into a reply
safe_text.py text of a document that drives no terminal and turns no reading direction
wording.py   phrases about citations and answers
jsonform.py  values as the documented JSON
"""
