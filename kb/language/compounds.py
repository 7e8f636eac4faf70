"""Dutch compounds into their parts: "kennisveiligheidsloket" is kennis, veiligheid and loket.

A word is split where its parts, with or without a linking letter between them, are together more usual than the word
itself: the geometric mean of the parts' frequencies against the word's own (Koehn and Knight, EACL 2003). Frequencies
come from the lexicon that ships in `data/`.
"""

from collections.abc import Mapping
from math import log

LINKS = ("", "s", "en", "e", "er", "n", "-")
SHORTEST_PART = 3
SHORTEST_COMPOUND = 7
LONGEST_WORD = 60
# What a split must gain over the whole word, in natural log of frequency; each further part costs the same again.
MARGIN = 0.0
LINK_COST = 0.5


class CompoundSplitter:
    """``frequencies``: log frequency of each word that may be a part or stand as a whole; ``parts``: may be a part."""

    def __init__(self, frequencies: Mapping[str, float], parts: frozenset[str]) -> None:
        self._frequencies = frequencies
        self._parts = parts

    def may_be_part(self, word: str) -> bool:
        """Whether the lexicon has the word as a possible part of a compound."""
        return word in self._parts

    def frequency(self, word: str) -> float:
        """The log of how often the word stands in the counted texts; 0 for one that the lexicon has not."""
        return self._frequencies.get(word, 0.0)

    def words(self) -> frozenset[str]:
        """Every word that may be a part."""
        return self._parts

    def split(self, word: str) -> tuple[str, ...]:
        """The parts of a folded word, left to right and without linking letters; () where it is no compound.

        >>> CompoundSplitter({"kennis": 9.0, "loket": 7.0}, frozenset({"kennis", "loket"})).split("kennisloket")
        ('kennis', 'loket')
        """
        if not SHORTEST_COMPOUND <= len(word) <= LONGEST_WORD:
            return ()
        best = self._best(word)
        if len(best) < 2:
            return ()
        mean = sum(self._frequencies[part] for part in best) / len(best)
        own = self._frequencies.get(word)
        if own is not None and mean < own + MARGIN:
            return ()
        return best

    def _best(self, word: str) -> tuple[str, ...]:
        """The cheapest covering by parts: few parts first, then usual ones."""
        length = len(word)
        # costs[i]: cheapest way to read word[:i] as whole parts with links; -log relative frequency plus a price.
        costs: list[float] = [float("inf")] * (length + 1)
        back: list[tuple[int, str] | None] = [None] * (length + 1)
        costs[0] = 0.0
        for start in range(length - SHORTEST_PART + 1):
            if costs[start] == float("inf"):
                continue
            for link in LINKS if start else ("",):
                begin = start + len(link)
                if link and word[start:begin] != link:
                    continue
                for end in range(begin + SHORTEST_PART, length + 1):
                    part = word[begin:end]
                    if part not in self._parts or end - begin == length:
                        continue
                    cost = costs[start] + PRICE - self._frequencies[part] + (LINK_COST if link else 0.0)
                    if cost < costs[end]:
                        costs[end] = cost
                        back[end] = (start, part)
        if back[length] is None:
            return ()
        found: list[str] = []
        at = length
        while at:
            step = back[at]
            assert step is not None
            at, part = step
            found.append(part)
        return tuple(reversed(found))


# The price of a part: the log of the lexicon's whole count, so that a part costs minus its log relative frequency.
PRICE = log(38_000_000)
