"""verify: index and catalog against each other, both ways."""

from collections.abc import Iterator

from kb.catalog.values import CurrentDocument
from kb.errors import NotFoundError
from kb.indexing.making import CatalogView, Cutter
from kb.model.document import Document, Problem
from kb.model.identity import DocumentId
from kb.model.passage import Passage
from kb.model.query import Filters
from kb.store.generations import OpenGeneration
from kb.store.manifest import IndexedDocument

MEND = "Bring the index in line with `loket index`."
REBUILD = "Make the index again with `loket index --rebuild`."


def verify(
    catalog: CatalogView, generation: OpenGeneration, cutters: tuple[tuple[str, Cutter], ...] = ()
) -> list[Problem]:
    """Everything that does not hold between the two; empty where all is well. Reads every passage.

    Each passage of the index must be the slice of the current version that it says it is, and each current document
    must have all its passages. ``cutters`` are (version, cutter): the one that the index was made with, if it is
    among them, cuts every document again, and each passage must come out equal in every field.
    """
    cutter = dict(cutters).get(generation.manifest.recipe.cutter)
    current = {str(one.id): one for one in catalog.current()}
    listed = generation.documents()
    problems: list[Problem] = []
    for key in sorted(current.keys() - listed.keys()):
        problems.append(Problem("not_indexed", f"{key} is in the catalog and not in the index.", MEND))
    seen: set[str] = set()
    for key, passages in _by_document(generation.index.passages(Filters())):
        seen.add(key)
        if key not in current:
            problems.append(Problem("not_in_catalog", f"{key} is in the index and not in the catalog.", MEND))
            continue
        if key not in listed or listed[key].passages != len(passages):
            problems.append(
                Problem("miscounted", f"The index holds more or fewer passages of {key} than it lists.", REBUILD)
            )
        if _is_stale(current[key], listed.get(key), passages):
            problems.append(Problem("stale", f"The index holds another version of {key} than the catalog.", MEND))
            continue
        problems.extend(_faults(catalog, key, passages, cutter))
    for key, one in sorted(listed.items()):
        if one.passages and key not in seen:
            problems.append(Problem("lost", f"The index lists {key} and holds none of its passages.", REBUILD))
    return problems


def _is_stale(current: CurrentDocument, listed: IndexedDocument | None, passages: list[Passage]) -> bool:
    versions = {passage.version for passage in passages}
    return versions != {current.version} or (listed is not None and listed.content_hash != current.content_hash)


def _by_document(passages: Iterator[Passage]) -> Iterator[tuple[str, list[Passage]]]:
    """``passages`` come document by document."""
    key, group = "", list[Passage]()
    for passage in passages:
        if str(passage.document) != key:
            if group:
                yield key, group
            key, group = str(passage.document), []
        group.append(passage)
    if group:
        yield key, group


def _faults(catalog: CatalogView, key: str, passages: list[Passage], cutter: Cutter | None) -> Iterator[Problem]:
    try:
        document = catalog.document(DocumentId.parse(key), passages[0].version)
    except NotFoundError as error:
        yield Problem("not_in_catalog", error.message, MEND)
        return
    for passage in passages:
        if not _is_slice(document, passage):
            yield Problem("untrue", f"Passage {passage.id} is not what the catalog holds there.", REBUILD)
    if cutter is None:
        return
    expected = {passage.id: passage for passage in cutter(document)}
    found = {passage.id: passage for passage in passages}
    for id in sorted(expected.keys() - found.keys()):
        yield Problem("missing_passage", f"Passage {id} is not in the index.", REBUILD)
    for id in sorted(found.keys() - expected.keys()):
        yield Problem("extra_passage", f"Passage {id} should not be in the index.", REBUILD)
    for id in sorted(found.keys() & expected.keys()):
        if found[id] != expected[id]:
            yield Problem("different_passage", f"Passage {id} is not as it was cut.", REBUILD)


def _is_slice(document: Document, passage: Passage) -> bool:
    try:
        return document.section(passage.section).text[passage.start : passage.end] == passage.text
    except KeyError:
        return False
