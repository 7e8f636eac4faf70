"""Originals: the bytes as they came, named by their content hash, written once and never changed."""

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from kb.errors import CatalogError, NotFoundError

FOLDER = "originals"
_DIGITS = frozenset("0123456789abcdef")


def sha256_of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


class Originals:
    """Under ``root/originals``: ``ab/abcdef...`` each, ``arriving/`` for those being written, the mark ``changing``.

    Raises CatalogError where a file is damaged or the disk refuses.
    """

    def __init__(self, root: Path) -> None:
        self._folder = root / FOLDER
        self._arriving = self._folder / "arriving"
        self._changing = self._folder / "changing"

    def path(self, sha256: str) -> Path:
        """Where the bytes of that hash are, or would be."""
        return self._folder / sha256[:2] / sha256

    def has(self, sha256: str) -> bool:
        return self.path(sha256).is_file()

    def put(self, data: bytes) -> str:
        """Keep the bytes; gives their hash. When it returns they are on disk, whole, under their final name.

        Bytes that are kept already cost a comparison; a damaged original is put right.
        """
        sha256 = sha256_of(data)
        target = self.path(sha256)
        try:
            if target.is_file() and target.read_bytes() == data:
                return sha256
            self._write(data, target)
        except OSError as error:
            raise _unwritable(target.parent, error) from error
        return sha256

    def get(self, sha256: str) -> bytes:
        """The bytes, checked against their hash. Raises NotFoundError, or CatalogError where they are damaged."""
        path = self.path(sha256)
        try:
            data = path.read_bytes()
        except FileNotFoundError as error:
            raise NotFoundError(f"The original {sha256[:12]} is not in the corpus.", "Add its file again.") from error
        except OSError as error:
            raise CatalogError(
                f"The original {path} cannot be read ({error.strerror}).", "Check its rights."
            ) from error
        if sha256_of(data) != sha256:
            raise CatalogError(f"The original {path} is damaged: it does not fit its name.", "Add its file again.")
        return data

    def all(self) -> Iterator[str]:
        """The hash of everything kept, in order."""
        for folder in sorted(self._folder.glob("??")):
            for path in sorted(folder.iterdir()):
                if len(path.name) == 64 and set(path.name) <= _DIGITS:
                    yield path.name

    def missing(self, referenced: Iterable[str]) -> list[str]:
        return sorted(sha256 for sha256 in set(referenced) if not self.has(sha256))

    def damaged(self) -> list[str]:
        """Those whose bytes no longer fit their name; reads everything."""
        return [sha256 for sha256 in self.all() if _damaged(self.path(sha256), sha256)]

    def unreferenced(self, referenced: Iterable[str]) -> list[str]:
        """Those that no version needs, such as what a killed run left."""
        needed = set(referenced)
        return [sha256 for sha256 in self.all() if sha256 not in needed]

    def delete(self, sha256: str) -> None:
        """Delete for ever; only for what no version needs."""
        self.path(sha256).unlink(missing_ok=True)
        with contextlib.suppress(OSError):
            self.path(sha256).parent.rmdir()

    @property
    def is_changing(self) -> bool:
        """Whether a run is adding or deleting, or was killed while it did."""
        return self._changing.exists()

    @contextlib.contextmanager
    def changing(self, referenced: Callable[[], Iterable[str]]) -> Iterator[None]:
        """Around a run that adds or deletes, under the writer's lock.

        An original is kept before its document is stored, so a killed run may leave one that no version needs. The
        mark set here tells the next run to clear such leftovers first; ``referenced`` gives what is needed.
        """
        if self.is_changing:
            for path in self._arriving.glob("*"):
                path.unlink(missing_ok=True)
            for sha256 in self.unreferenced(referenced()):
                self.delete(sha256)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._changing.touch()
        except OSError as error:
            raise _unwritable(self._folder, error) from error
        yield
        self._changing.unlink(missing_ok=True)

    def _write(self, data: bytes, target: Path) -> None:
        self._arriving.mkdir(parents=True, exist_ok=True)
        target.parent.mkdir(exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=self._arriving)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                os.fchmod(file.fileno(), 0o444)
                os.fsync(file.fileno())
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        _sync_folder(target.parent)


def _unwritable(folder: Path, error: OSError) -> CatalogError:
    return CatalogError(
        f"An original cannot be written to {folder} ({error.strerror}).",
        "Check the free space and the rights of the corpus directory.",
    )


def _damaged(path: Path, sha256: str) -> bool:
    try:
        return sha256_of(path.read_bytes()) != sha256
    except OSError:
        return True


def _sync_folder(folder: Path) -> None:
    """The rename itself must reach the disk before a catalog row points at it."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
