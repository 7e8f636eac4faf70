"""How well the check on a language model's sentences tells right from wrong.

altering.py  one thing in a sentence changed, as a careless model changes it
__main__.py  the program: sentences as they stand, and altered, held against their quote
"""
