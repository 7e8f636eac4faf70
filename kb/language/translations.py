"""Foreign words into Dutch terms: "strike" and "grève" into "staking", with how likely.

Learned from texts that exist in both languages (`tools/language_data/translations.py`); read when the first foreign
word is looked up. The table stays one text in memory and is searched, not parsed: a question has a dozen words, the
table tens of thousands.
"""

import zlib
from collections.abc import Mapping
from functools import lru_cache

from kb.language.guess import Language
from kb.language.lexicon import DATA
from kb.language.lines import row_of
from kb.language.stemming import stem

# Likelihoods are flattened: the second translation is often as good as the first, and IBM Model 1 is too sure. Chosen
# on development queries in English and French.
FLATTEN = 0.4

FILES = {Language.ENGLISH: DATA / "english.z", Language.FRENCH: DATA / "french.z"}


def translations(word: str, language: Language) -> Mapping[str, float]:
    """Dutch terms for a folded foreign word with their weights, each at most 1; {} where the word is not known."""
    row = row_of(_table(language), stem(word, language))
    found: dict[str, float] = {}
    for entry in row.split("\t") if row else ():
        term, _, likelihood = entry.rpartition(" ")
        found[term] = (int(likelihood) / 100) ** FLATTEN
    return found


@lru_cache(maxsize=2)
def _table(language: Language) -> str:
    """Lines "stem, tab, term and likelihood in hundredths, tab ...", with a line break before and after each."""
    return zlib.decompress(FILES[language].read_bytes()).decode()
