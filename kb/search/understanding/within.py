"""A search as understood: within the filters, lifted by the boosts; what lies outside where nothing is within."""

from collections.abc import Collection
from dataclasses import replace

from kb.model.query import Filters, Recognised, SearchResult, Understood, narrowed
from kb.search.searcher import Searcher
from kb.search.understanding.lifting import lifted
from kb.search.understanding.titles import titled_first
from kb.search.weights import READ
from kb.store.port import PassageIndex


def search(
    searcher: Searcher,
    index: PassageIndex,
    understood: Understood,
    given: Filters,
    limit: int,
    ignoring: Collection[Recognised] = (),
) -> SearchResult:
    """The best ``limit`` passages under ``given``, the user's own filters, and what was understood."""
    filters = narrowed(given, [understood.filters])
    asked = understood.rest
    if filters != given and not index.count(filters):
        understood, filters, asked = replace(understood, outside=True), given, understood.query
    # Boosts and titles change the order of what search reads anyway.
    wanted = max(limit, READ)
    numbers = Recognised.NUMBER not in ignoring
    result = searcher.search(asked, filters, wanted, numbers=numbers)
    matches = titled_first(understood.query, lifted(result.matches, understood.boosts))[:limit]
    return replace(result, query=understood.query, matches=matches, understood=understood)
