"""The one place where search is put together."""

from functools import lru_cache

from kb.embedding.port import Embedder
from kb.language.analyzer import DutchAnalyzer
from kb.search.encoding import SparseEncoder
from kb.search.searcher import Searcher
from kb.store.port import PassageIndex


@lru_cache(maxsize=1)
def build_encoder() -> SparseEncoder:
    """The encoder for documents and questions; reads its word lists when the first text comes."""
    return SparseEncoder(DutchAnalyzer())


def build_searcher(index: PassageIndex, embedder: Embedder) -> Searcher:
    """Search over an open index that was made with `build_encoder` and the same embedder."""
    return Searcher(index, embedder, build_encoder())
