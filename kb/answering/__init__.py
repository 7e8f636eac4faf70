"""From found passages to a cited answer, without a language model.

cues.py       the words that tell intents, parliaments, dates, causes and states, in Dutch and English
question.py   what a question asks for: intent, parliaments, numbers, and the words that carry the topic
overlap.py    how much of a question's words a text covers, through compounds and near forms
evidence.py   sentences of the found passages, scored for the question and its intent
quoting.py    whole sentences as verified citations
status.py     claims in the order of time: latest government position first
engine.py     the steps in order, and declining
"""
