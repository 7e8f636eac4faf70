"""Dutch words: one analysis for documents and questions.

normalise.py     one written form: accents, quotes, dashes, ligatures, soft hyphens
tokens.py        words, and what stays whole: official numbers, dates, amounts, abbreviations
stopwords.py     words that say nothing about a subject, in three languages
stemming.py      stems; the door to snowballstemmer
compounds.py     compounds into parts
lexicon.py       the compound lexicon that ships in data/
telling.py       how telling a word is
analyzer.py      all of it together: terms of a text
guess.py         in which language a question is asked
translations.py  foreign words into Dutch terms
alike.py         what an expression also is called: Flemish and Dutch, everyday and official, abbreviations
misspelt.py      mistyped words of a question
question.py      the terms of a question
register.py      in which register a text speaks, and a question expects its answer
words/           reviewed lists of expressions that mean the same, each with its source
data/            word lists, with their sources and licences in data/README.md
"""
