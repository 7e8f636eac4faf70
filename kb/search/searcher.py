"""Hybrid search over one open index: words, pieces of words and meaning, and documents named by their number first."""

from collections.abc import Sequence
from dataclasses import replace

from kb.embedding.port import Embedder
from kb.errors import EmbeddingError
from kb.model.query import Filters, FoundBy, Match, SearchResult
from kb.search.encoding import GRAMS, WORDS, SparseEncoder
from kb.search.folding import without_repeats
from kb.search.numbers import NumberedPassages
from kb.search.ranking import RegisterMatch, fused
from kb.search.weights import CANDIDATES, Ranking
from kb.search.word_analysis import IndexWords
from kb.store.port import MEANING, Fusion, Hit, Leg, PassageIndex

_FOUND_BY = {WORDS: FoundBy.WORDS, GRAMS: FoundBy.WORDS, MEANING: FoundBy.MEANING}


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
        self._registers = RegisterMatch(self._ranking.register)

    @property
    def word_analysis(self) -> IndexWords:
        """What the answer engine asks about single words."""
        return IndexWords(self._encoder.analyzer)

    def search(self, query: str, filters: Filters, limit: int) -> SearchResult:
        """The best ``limit`` passages, best first. ``total`` is how many passages pass the filters and were ranked.

        Everything that passes the filters has some nearness in meaning, so a full listing would hold all of it.
        """
        named = {hit.passage.id for hit in self._numbers.find(query, filters)}
        hits = self.candidates(query, filters, limit)
        matches = tuple(Match(hit.passage, hit.score, _found_by(hit, hit.passage.id in named)) for hit in hits)
        return SearchResult(query, matches, self._index.count(filters), total_is_exact=True)

    def candidates(self, query: str, filters: Filters, limit: int) -> list[Hit]:
        """The same ranking with each leg's raw score, near-duplicates folded."""
        if not query.strip() or limit < 1:
            return []
        named = self._numbers.find(query, filters)
        ranked = self._ranked(query, filters, max(CANDIDATES, limit))
        if named:
            ranked = self._named_first(named, ranked)
        return without_repeats(ranked)[:limit]

    def together(self, query: str, hits: Sequence[Hit]) -> list[Hit]:
        """Hits of several searches for one query (under different filters) on one scale, each once, best first."""
        distinct = {hit.passage.id: hit for hit in hits}
        return self._scored(query, list(distinct.values()))

    def _ranked(self, query: str, filters: Filters, limit: int) -> list[Hit]:
        legs = self._legs(query, limit)
        return self._scored(query, self._index.query(legs, filters, limit * max(len(legs), 1), Fusion.FULL_SUM))

    def _scored(self, query: str, hits: Sequence[Hit]) -> list[Hit]:
        language = self._encoder.language(query)
        return self._registers.apply(query, language, fused(hits, self._ranking.legs[language]))

    def _legs(self, query: str, limit: int) -> list[Leg]:
        weights = self._ranking.legs[self._encoder.language(query)]
        legs: list[Leg] = []
        if weights.words or weights.grams:
            sparse = self._encoder.encode_question(query)
            legs += [Leg(WORDS, sparse[WORDS], limit)] if weights.words else []
            legs += [Leg(GRAMS, sparse[GRAMS], limit)] if weights.grams else []
        if weights.meaning:
            try:
                legs.append(Leg(MEANING, self._embedder.embed_questions([query])[0], limit))
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


def _found_by(hit: Hit, by_number: bool) -> tuple[FoundBy, ...]:
    found = [FoundBy.NUMBER] if by_number else []
    found += [_FOUND_BY[leg] for leg in (WORDS, GRAMS, MEANING) if hit.legs.get(leg, 0.0) > 0.0]
    return tuple(dict.fromkeys(found))
