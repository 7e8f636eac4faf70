"""The Streamlit interface: ask, search, collection. Streamlit is imported nowhere else.

app.py         the program that Streamlit runs: frame, language, pages, what goes wrong
knowledge.py   the knowledge base, opened once for all users
frame.py       what every page is given, and moving on from here
overview.py    the collection as a whole: kinds, examples
address.py     question, filters and open source as query parameters (a mailed link opens the same)
ask.py         ask page
claims.py      an answer as claims with numbered sources
kept.py        an answer that was shown is kept in the log
source.py      a document at its passage, beside the answer
pdf_page.py    a page of a PDF as an image with the quote marked; the one door to pypdfium2
search.py      search page
collection.py  what is in, and what could not be taken in
filters.py     the widgets that narrow a search
states.py      empty, declined and error states
markup.py      safe HTML and Markdown from plain text: nothing of a document is ever markup
style.py       the style sheet
"""
