"""The compound lexicon that ships with the project (see `data/README.md` for its sources and licences)."""

import zlib
from functools import lru_cache
from pathlib import Path

from kb.language.compounds import CompoundSplitter

DATA = Path(__file__).parent / "data"
LEXICON_FILE = DATA / "compounds.z"


@lru_cache(maxsize=1)
def load_splitter() -> CompoundSplitter:
    """The splitter over the shipped lexicon; read once, in some 30 ms."""
    frequencies: dict[str, float] = {}
    parts: list[str] = []
    for line in zlib.decompress(LEXICON_FILE.read_bytes()).decode().split("\n"):
        word, _, number = line.partition("\t")
        if number[-1] == "-":
            frequencies[word] = int(number[:-1]) / 10
        else:
            frequencies[word] = int(number) / 10
            parts.append(word)
    return CompoundSplitter(frequencies, frozenset(parts))
