"""What stands beside the engine: marks for ranking, and in how many passages each term stands.

    <folder>/whole           its presence says that the other files are whole; the first change removes it
    <folder>/marks.npy       see `columns.py`
    <folder>/terms-<leg>.npy see `statistics.py`

Derived from what the engine holds: without it, or without its ``whole``, it is counted again from there.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

import numpy as np
from numpy.typing import NDArray

from kb.store.columns import WIDTH, Columns
from kb.store.conditions import Among
from kb.store.engine import Engine, Held
from kb.store.marks import Marks, marks_of
from kb.store.payload import decode
from kb.store.port import SparseVector
from kb.store.statistics import TermCounts, Terms, weighed

FOLDER = "beside"
WHOLE = "whole"
# Postings that a leg walks for one question: what a question of some length touches in a hundred thousand passages.
# Beyond that the commonest of its terms are left out, so that a larger corpus costs no more.
MOST_POSTINGS = 400_000


class Beside:
    """Kept for reading (`weighed`, `columns`) and told of every change (`written`, `taken_out`)."""

    def __init__(self, columns: Columns, counts: Mapping[str, TermCounts], folder: Path | None, saved: bool) -> None:
        self.columns = columns
        self._counts = counts
        self._folder = folder
        self._saved = saved

    @classmethod
    def new(cls, legs: Sequence[str], folder: Path | None) -> "Beside":
        return cls(Columns(), {leg: TermCounts() for leg in legs}, folder, saved=False)

    @classmethod
    def of(cls, engine: Engine, folder: Path | None) -> "Beside":
        """As it was saved in ``folder``; counted from what the engine holds where it was not."""
        legs = engine.shape.sparse_legs
        if folder is not None and (folder / WHOLE).exists():
            try:
                counts = {leg: TermCounts(_read(folder / f"{_name(leg)}.npy", 2, np.uint32)) for leg in legs}
                return cls(Columns(_read(folder / "marks.npy", WIDTH, np.int64)), counts, folder, saved=True)
            except (OSError, ValueError, EOFError):
                pass
        found = cls.new(legs, folder)
        for held in engine.held((), records=True):
            found._count([held.id], [marks_of(decode(held.record))], [held.terms])
        return found

    def weighed(self, leg: str, vector: SparseVector) -> SparseVector:
        """A question's vector with the IDF of its terms, and without the commonest where they are too many."""
        return weighed(vector, self._counts[leg].of(vector.indices), len(self.columns), MOST_POSTINGS)

    def written(
        self, ids: Sequence[int], marks: Sequence[Marks], terms: Sequence[Mapping[str, Terms]], engine: Engine
    ) -> None:
        """Called before the engine writes these points: what it held under their ids no longer counts."""
        self._changed()
        old = self.columns.present(np.array(ids, dtype=np.int64))
        if old.any():
            self._forget(engine.held((Among(frozenset(id for id, there in zip(ids, old, strict=True) if there)),)))
        self._count(ids, marks, terms)

    def taken_out(self, held: Iterable[Held]) -> None:
        """Called before the engine takes these points out."""
        self._changed()
        self._forget(held)

    def save(self) -> None:
        if self._folder is None or self._saved:
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        tables: dict[str, NDArray[Any]] = {
            "marks": self.columns.table,
            **{_name(leg): counts.table for leg, counts in self._counts.items()},
        }
        for name, table in tables.items():
            # Renamed into place: the arrays in use may be mapped from the file of that name.
            written = self._folder / f".{name}.npy"
            np.save(written, table)
            written.replace(self._folder / f"{name}.npy")
        (self._folder / WHOLE).touch()
        self._saved = True

    def _changed(self) -> None:
        if self._folder is not None and self._saved:
            (self._folder / WHOLE).unlink(missing_ok=True)
        self._saved = False

    def _forget(self, held: Iterable[Held]) -> None:
        gone = list(held)
        self.columns.remove([one.id for one in gone])
        for leg, counts in self._counts.items():
            counts.remove([one.terms[leg] for one in gone if leg in one.terms])

    def _count(self, ids: Sequence[int], marks: Sequence[Marks], terms: Sequence[Mapping[str, Terms]]) -> None:
        self.columns.add(ids, marks)
        for leg, counts in self._counts.items():
            counts.add([of[leg] for of in terms if leg in of])


def _name(leg: str) -> str:
    return f"terms-{quote(leg, safe='')}"


def _read(path: Path, rows: int, kind: type[np.generic]) -> NDArray[Any]:
    table: NDArray[Any] = np.load(path, mmap_mode="r")
    if table.ndim != 2 or table.shape[0] != rows or table.dtype != kind:
        raise ValueError(f"{path} is not what was written.")
    # Still mapped, without what the mapped kind of array costs at every step.
    return np.asarray(table)
