"""Taking documents out, by what a user calls them: an id, a folder of ids, or the path that was added."""

import difflib
import os
from collections.abc import Sequence

from kb.catalog.catalog import Catalog
from kb.errors import NotFoundError
from kb.model.identity import DocumentId


def remove_documents(catalog: Catalog, names: Sequence[str], purge: bool = False) -> tuple[DocumentId, ...]:
    """Take all of these out of the current view, or none: NotFoundError for a name that fits nothing.

    With ``purge`` their versions and originals are deleted, those of documents removed earlier too (by their id).
    The caller holds the `WriterLock`.
    """
    found = {id: None for name in names for id in documents_named(catalog, name, removed_too=purge)}
    return tuple(id for id in found if catalog.remove(id, purge=purge))


def documents_named(catalog: Catalog, name: str, removed_too: bool = False) -> tuple[DocumentId, ...]:
    """The documents of one name: one of that id, all whose id begins with it and a slash, or of that file or folder.

    Raises NotFoundError with the nearest id.
    """
    current = [entry.id for entry in catalog.current()]
    by_id = {str(id): id for id in current}
    if name in by_id:
        return (by_id[name],)
    if removed_too and (removed := _removed(catalog, name)):
        return (removed,)
    below = tuple(id for id in current if str(id).startswith(f"{name.rstrip('/')}/"))
    found = below or _at_path(catalog, name)
    if not found:
        close = difflib.get_close_matches(name, by_id, n=1, cutoff=0.5)
        advice = f"Did you mean {close[0]}?" if close else "`loket status --documents` lists what is there."
        raise NotFoundError(f"No document of the corpus is called {name}.", advice)
    return found


def _at_path(catalog: Catalog, path: str) -> tuple[DocumentId, ...]:
    """Locations are kept as the user gave them; two spellings of one path are the same."""
    wanted = os.path.realpath(path)
    return tuple(
        summary.id
        for summary in catalog.summaries()
        if (place := os.path.realpath(summary.location)) == wanted or place.startswith(wanted + os.sep)
    )


def _removed(catalog: Catalog, name: str) -> DocumentId | None:
    source, _, key = name.partition("/")
    if source and key:
        try:
            catalog.versions(DocumentId(source, key))
        except NotFoundError:
            return None
        return DocumentId(source, key)
    return None
