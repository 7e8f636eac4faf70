"""From found passages to a cited answer, without a language model.

engine.py     the steps in order
cues.py       the words that tell what is asked: intents, parliaments, kinds of document, money, opinion, promise
says.py       the words that tell what a sentence says: a date, a figure, a cause, a list, a promise
states.py     how far something is, with the words that say it
question.py   what a question asks for: intent, parliaments, names, and the words that carry the topic
lookup.py     questions that name a document by its official number
overlap.py    how much of a question's words a text covers, through compounds, near forms, translation and meaning
evidence.py   sentences of the found passages, scored for the question
fitting.py    whether a sentence has what the intent wants
standing.py   what a sentence is worth for who says it and in what form
declining.py  when an answer is declined, and why; how sure an answer is
calibrated.py what that rests on, fitted to judged questions and written by a program
status.py     positions in the order of time: latest government position first
outcome.py    what became of a question that was put
over_time.py  claims of a status answer with how far they say things are, and what replaced them
open_points.py what is still open on the matter: unanswered questions and promises
quoting.py    whole sentences as verified citations
claims.py     a drafted answer into claims
phrasing/    an answer in a language model's words, every sentence checked; off unless configured
"""
