"""The Dutch analyzer: the same for documents and questions, so that what is typed meets what is written.

A word becomes its stem; a compound becomes its stem and, for less, the stems of its parts. The second set of terms are
five-letter grams of words: they meet where a typo, an unknown ending or a name keeps the stems apart.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kb.language import lexicon, stopwords, tokens
from kb.language.compounds import CompoundSplitter
from kb.language.misspelt import corrected
from kb.language.stemming import STEMS_FILE, stem

# What a part of a compound counts beside the compound itself.
PART_WEIGHT = 0.6
GRAM = 5
# The modules that decide which terms a text gives.
_ANALYSIS = ("analyzer", "compounds", "normalise", "stemming", "stopwords", "tokens")
_VOWELS = frozenset("aeiou")
# A word seen once is analysed once; enough for the vocabulary of a large corpus, and bounded.
_MOST_REMEMBERED = 400_000

Terms = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class AnalysedToken:
    """A token of a text with its stem and, where it is a compound, the stems of its parts.

    ``text[start:end]`` is the token as it stands; ``stem`` is "" for a stop word.
    """

    form: str
    start: int
    end: int
    stem: str
    parts: tuple[str, ...]


class DutchAnalyzer:
    """Reads the lexicon when the first word is analysed, not before."""

    def __init__(self, splitter: CompoundSplitter | None = None) -> None:
        self._given_splitter = splitter
        self._words: dict[str, tuple[tuple[str, float], ...]] = {}
        self._grams: dict[str, tuple[str, ...]] = {}
        self._pieces: dict[str, tuple[str, tuple[str, ...]]] = {}

    @cached_property
    def fingerprint(self) -> str:
        """Changes when the same text would give other terms: an index made with another one is made again."""
        seen = hashlib.sha256(lexicon.LEXICON_FILE.read_bytes() + STEMS_FILE.read_bytes())
        for module in _ANALYSIS:
            seen.update((Path(__file__).parent / f"{module}.py").read_bytes())
        # Releases of the stemmer differ: what it does to these words stands for what it does.
        seen.update(
            " ".join(map(stem, ("gemeenten", "veiligheden", "huizen", "vragen", "lopend", "kinderen"))).encode()
        )
        return f"nl/{PART_WEIGHT}:{GRAM}:{seen.hexdigest()[:16]}"

    def words(self, text: str) -> dict[str, float]:
        """The words leg: stems with how often they stand in ``text``, parts of compounds counting less."""
        remembered = self._words
        found: dict[str, float] = defaultdict(float)
        for raw in tokens.raw_tokens(text):
            terms = remembered.get(raw)
            if terms is None:
                terms = self._remember(raw)
            for term, weight in terms:
                found[term] += weight
        for day in tokens.whole_dates(text):
            found[day] += 1.0
        return found

    def grams(self, text: str) -> dict[str, float]:
        """The grams leg: five-letter pieces of the words of ``text``, with their counts."""
        remembered = self._grams
        found: dict[str, float] = defaultdict(float)
        for raw in tokens.raw_tokens(text):
            pieces = remembered.get(raw)
            if pieces is None:
                pieces = grams_of(tokens.form(raw))
                if len(remembered) < _MOST_REMEMBERED:
                    remembered[raw] = pieces
            for gram in pieces:
                found[gram] += 1.0
        return found

    def tokens(self, text: str) -> Iterator[AnalysedToken]:
        """Every token with its span and stems, hyphenated words whole."""
        for token in tokens.tokens(text):
            whole, parts = self.stem_and_parts(token.form)
            stop = token.form in stopwords.DUTCH
            yield AnalysedToken(token.form, token.start, token.end, "" if stop else whole, parts)

    def stem_and_parts(self, word: str) -> tuple[str, tuple[str, ...]]:
        """The stem of a surface word, and the stems of the parts it is made of (() where it is no compound)."""
        known = self._pieces.get(word)
        if known is None:
            pieces = words_in(tokens.form(word)) if word else []
            parts: list[str] = list(map(self._stem, pieces)) if len(pieces) > 1 else []
            for piece in pieces:
                parts.extend(self._parts(piece))
            known = (self._stem("".join(pieces)), tuple(parts))
            if len(self._pieces) < _MOST_REMEMBERED:
                self._pieces[word] = known
        return known

    def correct(self, word: str) -> str:
        """What a folded word of a question was meant to be, where it is mistyped; "" where it is not."""
        return corrected(word, self._splitter)

    @cached_property
    def _splitter(self) -> CompoundSplitter:
        return self._given_splitter or lexicon.load_splitter()

    def _remember(self, raw: str) -> tuple[tuple[str, float], ...]:
        terms: list[tuple[str, float]] = []
        pieces = words_in(tokens.form(raw))
        if len(pieces) > 1:  # covid-19, PVV-Kamerlid: together as one word, and each for itself
            terms.append((self._stem("".join(pieces)), PART_WEIGHT))
        for piece in pieces:
            if piece in stopwords.DUTCH:
                continue
            terms.append((self._stem(piece), 1.0))
            terms.extend((part, PART_WEIGHT) for part in self._parts(piece))
        known = tuple(terms)
        if len(self._words) < _MOST_REMEMBERED:
            self._words[raw] = known
        return known

    def _stem(self, word: str) -> str:
        """The stem; a plural on a vowel and s ("subsidies"), which the stemmer leaves, loses its s where the lexicon
        has the singular."""
        if word[-1:] == "s" and word[-2:-1] in _VOWELS and self._splitter.may_be_part(word[:-1]):
            word = word[:-1]
        return stem(word)

    def _parts(self, word: str) -> list[str]:
        """Stems of the parts of a compound, and of the parts of those ("arbeidsmarkt" in "arbeidsmarktkrapte")."""
        found: list[str] = []
        waiting = list(self._splitter.split(word))
        while waiting:
            part = waiting.pop(0)
            found.append(self._stem(part))
            waiting.extend(self._splitter.split(part))
        return found


def words_in(form: str) -> list[str]:
    """The words of one folded token: "pvv-kamerlid" is two, "auto's" is "auto", an official number is one."""
    if form.isalnum() or form[0].isdigit() or tokens.is_official(form):
        return [form]
    pieces = [piece for piece in form.replace("'", "-").replace("&", "-").split("-") if piece]
    return [piece for piece in pieces if len(piece) > 1 or piece.isdigit()] or pieces


def grams_of(form: str) -> tuple[str, ...]:
    """The five-letter pieces of a folded token with its edges marked; a short word is one piece."""
    if form in stopwords.DUTCH:
        return ()
    marked = f"#{form}#"
    return tuple(marked[at : at + GRAM] for at in range(max(1, len(marked) - GRAM + 1)))
