"""Near-duplicates folded: a joint answer published under several numbers is shown once, at its best place."""

from collections.abc import Iterable

from kb.store.marks import fold_of
from kb.store.port import Hit


def without_repeats(hits: Iterable[Hit]) -> list[Hit]:
    """The hits without those whose text, apart from spaces, marks and case, an earlier one already has.

    Within one document nothing is folded: the same words at two places are two places to quote.
    """
    first: dict[int, str] = {}
    kept: list[Hit] = []
    for hit in hits:
        document = str(hit.passage.document)
        if first.setdefault(fold_of(hit.passage.text), document) == document:
            kept.append(hit)
    return kept
