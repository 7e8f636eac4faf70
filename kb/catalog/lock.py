"""WriterLock: one writer per corpus. The kernel holds it, so a killed writer leaves nothing locked."""

import datetime as dt
import fcntl
import os
import shlex
import sys
from pathlib import Path
from types import TracebackType

from kb.errors import CatalogError, LockedError

LOCK_FILE = "writer.lock"


class WriterLock:
    """Held by every command that changes the corpus or its index (add, index, remove, fetch)::

        with WriterLock(root):
            ...

    Entering raises LockedError naming who writes and since when. The file stays behind, empty: deleting it would let
    two writers lock two different files of one name.
    """

    def __init__(self, root: Path, command: str = "") -> None:
        self._root = root
        self._path = root / LOCK_FILE
        self._command = command or _own_command()
        self._descriptor: int | None = None

    def acquire(self) -> None:
        try:
            self._root.mkdir(parents=True, exist_ok=True)
            # Python opens with O_CLOEXEC: a started program does not keep the lock of a writer that died.
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            raise CatalogError(
                f"The corpus directory {self._root} cannot be written to ({error.strerror}).",
                "Choose another with --corpus, or check its rights.",
            ) from error
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            holder = _describe(descriptor)
            os.close(descriptor)
            raise LockedError(
                f"Another process is writing to the corpus {self._root}: {holder}.",
                "Wait until it is done, or stop it, and try again.",
            ) from error
        since = dt.datetime.now().astimezone().strftime("%Y-%m-%d %H:%M:%S")
        os.truncate(descriptor, 0)
        os.pwrite(descriptor, f"{os.getpid()}\n{since}\n{self._command}\n".encode(errors="replace"), 0)
        self._descriptor = descriptor

    def release(self) -> None:
        if self._descriptor is None:
            return
        os.truncate(self._descriptor, 0)
        # Not by closing alone: a program that is being started holds a copy for a moment, until its exec is done.
        fcntl.flock(self._descriptor, fcntl.LOCK_UN)
        os.close(self._descriptor)
        self._descriptor = None

    def __enter__(self) -> "WriterLock":
        self.acquire()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


def _own_command() -> str:
    return shlex.join([Path(sys.argv[0]).name, *sys.argv[1:]])[:200] if sys.argv and sys.argv[0] else "python"


def _describe(descriptor: int) -> str:
    """The holder writes its name just after it locks, so for a moment there may be none."""
    lines = os.pread(descriptor, 1000, 0).decode(errors="replace").splitlines()
    if len(lines) < 3:
        return "it has just started"
    process, since, command = lines[:3]
    return f"`{command}` (process {process}, since {since})"
