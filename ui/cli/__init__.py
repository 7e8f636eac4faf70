"""The command line. Start-up is quick: a command's module is imported when that command is given.

main.py          the program: picks the command, catches what goes wrong
context.py       what every command gets: language, settings, terminal
arguments.py     parsing in two languages, and the options that all commands share
wrong_use.py     a mistake of the user, and the nearest valid word
filters.py       the options that narrow a search
taking.py        how literally a question is taken
exits.py         exit codes
terminal.py      width, colour, wrapping, safe text
progress.py      a progress bar on standard error
answer_text.py   an answer as text
giving.py        how an answer is given: its format, other words, and that it is kept
phrasing_text.py a language model's words as text
document_text.py a document as text
reports.py       problems and counts as text

ask.py answer.py search.py add.py index.py status.py verify.py remove.py show.py parse.py up.py   one command each
"""
