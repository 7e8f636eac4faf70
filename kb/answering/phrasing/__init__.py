"""An answer in other words, by a language model that is off unless configured. Every sentence is checked.

phrased.py    the values: sentences kept and dropped, with the reason
request.py    what the model is asked: the rules, and the quotes as data
endpoint.py   the door to an OpenAI-compatible interface, streamed
sentences.py  a text that comes in pieces, as sentences with their citations
quoted.py     a quote with what is looked up in it
checking.py   whether a sentence says what its quotes say
numbers.py    numbers in words and figures as values
days.py       dates as values
words.py      names, subject words, negations, hedges and bounds
phraser.py    all of that in order
"""
