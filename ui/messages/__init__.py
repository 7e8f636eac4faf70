"""Every sentence that a user sees, in Dutch and English side by side.

sentence.py   Sentence and Counted: one thing said in both languages; which language to use
spelling.py   dates and numbers as people of each language write them
terms.py      names for parliaments, kinds, roles, standings, intents, reasons
answers.py    what stands in and around an answer
commands.py   the command line
skipped.py    why a file of a folder was left out
screens.py    the screens
"""
