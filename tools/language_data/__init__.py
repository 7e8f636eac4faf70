"""Programs that make the data files of `kb/language/data` from text and word lists kept outside the project.

texts.py          reading the texts and pairs
lexicon.py        the compound lexicon (python -m tools.language_data.lexicon DATA)
stems.py          inflected forms and spellings to their stems (python -m tools.language_data.stems DATA)
alike.py          expressions that mean the same, from kb/language/words (python -m tools.language_data.alike DATA)
translations.py   tables of foreign words (python -m tools.language_data.translations DATA)
register.py       what tells registers apart (python -m tools.language_data.register DATA)
"""
