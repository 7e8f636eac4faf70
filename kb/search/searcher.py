"""Hybrid search over one open index: words, pieces of words and meaning, and documents named by their number first."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import isnan

from kb.embedding.port import Embedder
from kb.errors import EmbeddingError
from kb.model.query import Filters, FoundBy, Match, SearchResult
from kb.search import folding
from kb.search.encoding import GRAMS, WORDS, EncodedQuestion, SparseEncoder
from kb.search.forms import by_form, without_repeats
from kb.search.numbers import NumberedPassages
from kb.search.ranking import FormMatch, fused
from kb.search.weights import CANDIDATES, READ, Ranking
from kb.search.word_analysis import IndexWords
from kb.store.port import MEANING, Hit, Leg, PassageIndex, Ranked

_FOUND_BY = {WORDS: FoundBy.WORDS, GRAMS: FoundBy.WORDS, MEANING: FoundBy.MEANING}
_BY_NUMBER = (FoundBy.NUMBER,)


class Searcher:
    """Search that gives the same result for the same question, filters and index."""

    def __init__(
        self, index: PassageIndex, embedder: Embedder, encoder: SparseEncoder, ranking: Ranking | None = None
    ) -> None:
        self._index = index
        self._embedder = embedder
        self._encoder = encoder
        self._numbers = NumberedPassages(index)
        self._ranking = ranking or Ranking()
        self._forms = FormMatch(self._ranking)

    @property
    def word_analysis(self) -> IndexWords:
        """What the answer engine asks about single words."""
        return IndexWords(self._encoder.analyzer)

    def search(self, query: str, filters: Filters, limit: int, *, numbers: bool = True) -> SearchResult:
        """The best ``limit`` passages, best first. ``total`` is how many passages pass the filters and were ranked.

        Without ``numbers`` an official number is a word like any other.

        Everything that passes the filters has some nearness in meaning, so a full listing would hold all of it.
        """
        best = self._best(query, filters, limit, numbers)
        matches = tuple(Match(found.hit.passage, found.hit.score, found.by) for found in best)
        return SearchResult(query, matches, self._index.count(filters), total_is_exact=True)

    def candidates(self, query: str, filters: Filters, limit: int, *, numbers: bool = True) -> list[Hit]:
        """The same ranking with each leg's raw score, near-duplicates folded."""
        return [found.hit for found in self._best(query, filters, limit, numbers)]

    def together(self, query: str, hits: Sequence[Hit]) -> list[Hit]:
        """Hits of several searches for one query (under different filters) on one scale, each once, best first."""
        distinct = {hit.passage.id: hit for hit in hits}
        language = self._encoder.language(query)
        return self._forms.apply(query, language, fused(list(distinct.values()), self._ranking.legs[language]))

    def _best(self, query: str, filters: Filters, limit: int, numbers: bool) -> "list[_Found]":
        if not query.strip() or limit < 1:
            return []
        named = self._numbers.find(query, filters) if numbers else []
        ranked = self._ranked(query, filters, limit)
        if not named:
            return self._read(without_repeats(ranked), limit)
        of_named = {hit.passage.id for hit in named}
        found = self._read(ranked, len(ranked.ids))
        by = {one.hit.passage.id: one.by for one in found}
        hits = folding.without_repeats(self._named_first(named, [one.hit for one in found]))[:limit]
        return [_Found(hit, (*_BY_NUMBER[: hit.passage.id in of_named], *by.get(hit.passage.id, ()))) for hit in hits]

    def _ranked(self, query: str, filters: Filters, limit: int) -> Ranked:
        question = self._encoder.question(query)
        legs = self._legs(question, query, max(CANDIDATES, limit))
        found = self._index.ranked(legs, filters, max(READ, limit))
        return by_form(found, query, question.language, self._ranking)

    def _read(self, ranked: Ranked, limit: int) -> "list[_Found]":
        """The first ``limit`` with their passages, best first, ties by passage id."""
        passages = self._index.read(ranked.ids[:limit].tolist())
        found = []
        for at, (passage, score) in enumerate(zip(passages, ranked.scores.tolist(), strict=False)):
            brought = {leg: float(raw[at]) for leg, raw in ranked.legs.items() if not isnan(raw[at])}
            by = tuple(dict.fromkeys(by for leg, by in _FOUND_BY.items() if brought.get(leg, 0.0) > 0.0))
            legs = {leg: floor for leg, floor in ranked.floors.items() if floor > 0.0} | brought
            found.append(_Found(Hit(passage, score, legs), by))
        return sorted(found, key=lambda one: (-one.hit.score, one.hit.passage.id))

    def _legs(self, question: EncodedQuestion, query: str, limit: int) -> list[Leg]:
        """The legs that have a weight in the query's language, with the query's vectors in them."""
        weights = self._ranking.legs[question.language]
        legs: list[Leg] = []
        if weights.words:
            legs.append(Leg(WORDS, question.vector(WORDS), limit, weights.words))
        if weights.grams:
            legs.append(Leg(GRAMS, question.vector(GRAMS), limit, weights.grams))
        if weights.meaning:
            try:
                legs.append(Leg(MEANING, self._embedder.embed_questions([query])[0], limit, weights.meaning))
            except EmbeddingError:
                # A question without a word that the model knows ("?", another script): its words may still find it.
                return legs
        return legs

    @staticmethod
    def _named_first(named: Sequence[Hit], ranked: Sequence[Hit]) -> list[Hit]:
        """Passages of the documents named by number before all others, among themselves by how well they match."""
        scores = {hit.passage.id: hit for hit in ranked}
        first = [scores.get(hit.passage.id, hit) for hit in named]
        first = [replace(hit, score=hit.score + 1.0) for hit in first]
        first.sort(key=lambda hit: (-hit.score, hit.passage.order, hit.passage.id))
        taken = {hit.passage.id for hit in first}
        return [*first, *(hit for hit in ranked if hit.passage.id not in taken)]


@dataclass(frozen=True, slots=True)
class _Found:
    """A hit and what brought it."""

    hit: Hit
    by: tuple[FoundBy, ...]
