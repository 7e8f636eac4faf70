"""Hybrid search over one open index: words, pieces of words and meaning, and documents named by their number first."""

from collections.abc import Sequence
from dataclasses import replace

from kb.embedding.port import Embedder
from kb.errors import EmbeddingError
from kb.model.query import Filters, FoundBy, Match, SearchResult
from kb.search.encoding import GRAMS, WORDS, SparseEncoder
from kb.search.folding import without_repeats
from kb.search.numbers import NumberedPassages
from kb.search.ranking import FormMatch, fused
from kb.search.weights import CANDIDATES, READ, Ranking
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
        named = {hit.passage.id for hit in self._numbers.find(query, filters)} if numbers else set()
        hits = self.candidates(query, filters, limit, numbers=numbers)
        matches = tuple(Match(hit.passage, hit.score, _found_by(hit, hit.passage.id in named)) for hit in hits)
        return SearchResult(query, matches, self._index.count(filters), total_is_exact=True)

    def candidates(self, query: str, filters: Filters, limit: int, *, numbers: bool = True) -> list[Hit]:
        """The same ranking with each leg's raw score, near-duplicates folded."""
        if not query.strip() or limit < 1:
            return []
        named = self._numbers.find(query, filters) if numbers else []
        ranked = self._ranked(query, filters, limit)
        if named:
            ranked = self._named_first(named, ranked)
        return without_repeats(ranked)[:limit]

    def together(self, query: str, hits: Sequence[Hit]) -> list[Hit]:
        """Hits of several searches for one query (under different filters) on one scale, each once, best first."""
        distinct = {hit.passage.id: hit for hit in hits}
        language = self._encoder.language(query)
        return self._forms.apply(query, language, fused(list(distinct.values()), self._ranking.legs[language]))

    def _ranked(self, query: str, filters: Filters, limit: int) -> list[Hit]:
        legs = self._legs(query, max(CANDIDATES, limit))
        hits = self._index.query(legs, filters, max(READ, limit), Fusion.SCALED_SUM)
        return self._forms.apply(query, self._encoder.language(query), hits)

    def _legs(self, query: str, limit: int) -> list[Leg]:
        """The legs that have a weight in the query's language, with the query's vectors in them."""
        weights = self._ranking.legs[self._encoder.language(query)]
        legs: list[Leg] = []
        if weights.words or weights.grams:
            sparse = self._encoder.encode_question(query)
            legs += [Leg(WORDS, sparse[WORDS], limit, weights.words)] if weights.words else []
            legs += [Leg(GRAMS, sparse[GRAMS], limit, weights.grams)] if weights.grams else []
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


def _found_by(hit: Hit, by_number: bool) -> tuple[FoundBy, ...]:
    found = [FoundBy.NUMBER] if by_number else []
    found += [_FOUND_BY[leg] for leg in (WORDS, GRAMS, MEANING) if hit.legs.get(leg, 0.0) > 0.0]
    return tuple(dict.fromkeys(found))
