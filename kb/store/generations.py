"""Generations: an index is built aside and published whole, so readers never see half of one.

    <corpus>/index/CURRENT              "gen-000012": switched by one atomic rename
    <corpus>/index/gen-000012/          manifest.json, documents.jsonl, in-use (readers lock it), shard/
    <corpus>/index/gen-000013.building  a writer's next one, or what a killed writer left behind

A reader holds a shared lock on its generation while it is open. The next writer removes what nobody holds.
"""

import fcntl
import os
import re
import shutil
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from kb.embedding.port import EmbedderIdentity
from kb.errors import IndexUnusableError, StoreError
from kb.store.copying import sync, sync_tree, write_atomically
from kb.store.index import FusedIndex
from kb.store.manifest import (
    REBUILD,
    IndexedDocument,
    Manifest,
    Recipe,
    read_documents,
    read_manifest,
    write_documents,
    write_manifest,
)
from kb.store.port import PassageIndex
from kb.store.storage import EdgeStorage, Storage

CURRENT = "CURRENT"
MANIFEST = "manifest.json"
DOCUMENTS = "documents.jsonl"
IN_USE = "in-use"
_NAME = re.compile(r"gen-(\d{6,})(\.building|\.removed)?")
# How often a reader looks again when the generation it was about to open is removed under its hands.
_ATTEMPTS = 20


class OpenGeneration:
    """The published index, open for reading; nobody removes it until it is closed."""

    def __init__(
        self, generations: "Generations", manifest: Manifest, index: PassageIndex, lock: int, stamp: tuple[int, int]
    ) -> None:
        self._generations = generations
        self.manifest = manifest
        self.index = index
        self._lock: int | None = lock
        self._stamp = stamp

    def current_changed(self) -> bool:
        """Whether another generation was published since; one `stat`, so it can be asked before every question."""
        return self._generations.stamp() != self._stamp

    def documents(self) -> Mapping[str, IndexedDocument]:
        """What is in it, by document id."""
        return read_documents(self._generations.folder(self.manifest.generation) / DOCUMENTS)

    def close(self) -> None:
        if self._lock is not None:
            lock, self._lock = self._lock, None
            try:
                self.index.close()
            finally:
                os.close(lock)

    def __enter__(self) -> "OpenGeneration":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class NextGeneration:
    """One that is being built. Publish it, or leave it: the next writer clears away what was not published."""

    def __init__(self, generations: "Generations", number: int, folder: Path, recipe: Recipe, writer: FusedIndex):
        self._generations = generations
        self._folder = folder
        self._recipe = recipe
        self.number = number
        self.writer = writer

    def publish(self, documents: Mapping[str, IndexedDocument], corpus_version: str) -> Manifest:
        """Seal it, bring it to disk, and make it the current one."""
        self.writer.seal()
        manifest = Manifest(
            generation=self.number,
            recipe=self._recipe,
            documents=len(documents),
            passages=sum(one.passages for one in documents.values()),
            corpus_version=corpus_version,
            created=datetime.now(UTC).isoformat(timespec="seconds"),
        )
        self.writer.close()
        try:
            write_documents(self._folder / DOCUMENTS, documents.values())
            write_manifest(self._folder / MANIFEST, manifest)
            sync_tree(self._folder)
        except OSError as error:
            raise _disk_error(self._folder, error) from error
        self._generations.switch(self.number, self._folder)
        return manifest

    def abandon(self) -> None:
        """Throw it away."""
        self.writer.close()
        self._generations.discard(self._folder)


class Generations:
    """The index of one corpus. Writing (`build`, `clear_away`) is for the holder of the writer's lock alone."""

    def __init__(self, root: Path, storage: Storage | None = None) -> None:
        """``root`` is the corpus directory; nothing is made there before the first `build`."""
        self.root = root / "index"
        self.storage: Storage = storage or EdgeStorage()

    def folder(self, number: int) -> Path:
        return self.root / f"gen-{number:06}"

    def stamp(self) -> tuple[int, int]:
        """Changes whenever another generation becomes current; (0, 0) where there is none."""
        try:
            status = (self.root / CURRENT).stat()
        except OSError:
            return 0, 0
        return status.st_ino, status.st_mtime_ns

    def current(self) -> int | None:
        """The number of the published generation; None where nothing was published yet."""
        try:
            found = _NAME.fullmatch((self.root / CURRENT).read_text(encoding="utf-8").strip())
        except FileNotFoundError:
            return None
        except (OSError, UnicodeDecodeError) as error:
            raise IndexUnusableError(f"{self.root / CURRENT} cannot be read ({error}).", REBUILD) from error
        if found is None or found[2]:
            raise IndexUnusableError(f"{self.root / CURRENT} names no index.", REBUILD)
        return int(found[1])

    def current_manifest(self) -> Manifest | None:
        """What the published generation says of itself; None where nothing was published yet."""
        number = self.current()
        return None if number is None else read_manifest(self.folder(number) / MANIFEST)

    def open_current(self, embedder: EmbedderIdentity | None = None, analyzer: str | None = None) -> OpenGeneration:
        """Open the published generation for reading.

        Raises IndexUnusableError where there is none, or it is damaged; ModelMismatchError where ``embedder`` is not
        the one it was made with.
        """
        for _ in range(_ATTEMPTS):
            stamp = self.stamp()  # taken first: a switch from here on is seen as a change
            number = self.current()
            if number is None:
                raise IndexUnusableError("There is no index yet.", "Make it with `loket index`.")
            lock = _hold(self.folder(number) / IN_USE, fcntl.LOCK_SH)
            if lock is None:
                if self.current() == number and not (self.folder(number) / IN_USE).exists():
                    raise IndexUnusableError(f"The index {self.folder(number)} is gone or incomplete.", REBUILD)
                continue  # a writer published the next one and is removing this one
            try:
                manifest = read_manifest(self.folder(number) / MANIFEST)
                if embedder is not None:
                    manifest.check_embedder(embedder)
                if analyzer is not None:
                    manifest.check_analyzer(analyzer)
                if manifest.recipe.engine != self.storage.engine:
                    raise IndexUnusableError(
                        f"The index was made with the engine '{manifest.recipe.engine}', "
                        f"and the settings name '{self.storage.engine}'.",
                        REBUILD,
                    )
                index = self.storage.open(self.folder(number), number, manifest.recipe.shape)
            except BaseException:
                os.close(lock)
                raise
            return OpenGeneration(self, manifest, index, lock, stamp)
        raise IndexUnusableError(f"The index in {self.root} keeps being replaced.", "Try again.")

    def build(self, recipe: Recipe, copy_current: bool) -> NextGeneration:
        """Begin the next generation: as a copy of the current one, or empty.

        Raises StoreError where the disk or the engine refuses, IndexUnusableError where `CURRENT` is damaged.
        """
        self.clear_away()
        number = 1 + max((number for number, _ in self._present()), default=0)
        folder = self.root / f"gen-{number:06}.building"
        try:
            folder.mkdir(parents=True)
            (folder / IN_USE).touch()
        except OSError as error:
            raise _disk_error(folder, error) from error
        try:
            if copy_current:
                current = self.current()
                if current is None:
                    raise StoreError("There is no index to copy.")
                self.storage.copy((self.folder(current), current), (folder, number), recipe.shape)
                writer = self.storage.open(folder, number, recipe.shape)
            else:
                writer = self.storage.create(folder, number, recipe.shape)
        except OSError as error:
            raise _disk_error(folder, error) from error
        return NextGeneration(self, number, folder, recipe, writer)

    def switch(self, number: int, built: Path) -> None:
        """Make what was built in ``built`` the current generation, and remove those that nobody reads."""
        try:
            built.rename(self.folder(number))
            sync(self.root)
            write_atomically(self.root / CURRENT, f"gen-{number:06}\n")
        except OSError as error:
            raise _disk_error(self.root, error) from error
        self.clear_away()

    def clear_away(self) -> None:
        """Remove leftovers of killed writers, and old generations that no reader holds."""
        try:
            current = self.current()
        except IndexUnusableError:
            current = None
            keep = {folder for number, folder in self._present() if folder == self.folder(number)}
        else:
            keep = {self.folder(current)} if current is not None else set()
        if current is not None:
            self.storage.publish(current)
        for number, folder in self._present():
            if folder in keep:
                continue
            lock = _hold(folder / IN_USE, fcntl.LOCK_EX)
            if lock is None and (folder / IN_USE).exists():
                continue  # someone reads it
            try:
                self.storage.remove(number)
                self.discard(folder)
            finally:
                if lock is not None:
                    os.close(lock)
        for stray in self.root.glob(f".{CURRENT}.*"):
            stray.unlink(missing_ok=True)

    def discard(self, folder: Path) -> None:
        """Delete a directory; first under another name, so that a half deleted one never looks like a generation."""
        gone = folder.with_suffix(".removed")
        try:
            if folder != gone:
                folder.rename(gone)
            shutil.rmtree(gone)
        except OSError as error:
            raise _disk_error(folder, error) from error

    def _present(self) -> list[tuple[int, Path]]:
        if not self.root.is_dir():
            return []
        named = [(_NAME.fullmatch(path.name), path) for path in self.root.iterdir()]
        return sorted((int(found[1]), path) for found, path in named if found)


def _hold(path: Path, kind: int) -> int | None:
    """An open descriptor that holds a lock on the file; None where it is locked otherwise, or gone."""
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except OSError:
        return None
    try:
        fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
        # Between opening and locking, a writer may have moved the directory away to delete it.
        if os.fstat(descriptor).st_ino != path.stat().st_ino:
            raise OSError("replaced")
    except OSError:
        os.close(descriptor)
        return None
    return descriptor


def _disk_error(path: Path, error: OSError) -> StoreError:
    return StoreError(
        f"The index could not be written in {path} ({error.strerror or error}).",
        "Check the rights and the space on that disk, then run `loket index` again.",
    )
