"""Copying an index directory: its files are mostly holes, and readers may be renaming within it meanwhile."""

import os
from collections.abc import Callable
from pathlib import Path


def copy_tree(source: Path, target: Path, shared: Callable[[Path], bool] = lambda _: False) -> None:
    """Every file of ``source`` under ``target``, which must not exist. Holes stay holes.

    A file that may be ``shared``, because nobody writes it any more, gets a second name instead of a second copy, where
    the disk can do that.

    A fresh shard of the engine is 250 MB by length and 40 MB on disk; a plain copy would write the difference.
    Readers that open the source replace its settings files by renaming, so a listed file may be gone: only temporary
    ones are, and they are left out.
    """
    target.mkdir()
    for folder, folders, files in os.walk(source):
        here = target / Path(folder).relative_to(source)
        for name in folders:
            (here / name).mkdir()
        for name in files:
            try:
                if not (shared(Path(folder) / name) and _linked(Path(folder) / name, here / name)):
                    copy_file(Path(folder) / name, here / name)
            except FileNotFoundError:
                if (Path(folder) / name).exists():
                    raise


def copy_file(source: Path, target: Path) -> None:
    """The bytes of ``source``; stretches that were never written are not written."""
    with source.open("rb", buffering=0) as read, target.open("wb", buffering=0) as write:
        size = os.fstat(read.fileno()).st_size
        at = 0
        while at < size:
            start = _next(read.fileno(), at, "SEEK_DATA")
            if start is None:
                break
            end = _next(read.fileno(), start, "SEEK_HOLE") or size
            read.seek(start)
            write.seek(start)
            left = end - start
            while left > 0 and (block := read.read(min(left, 1 << 20))):
                write.write(block)
                left -= len(block)
            at = end
        write.truncate(size)


def _linked(source: Path, target: Path) -> bool:
    try:
        target.hardlink_to(source)
    except FileNotFoundError:
        raise
    except OSError:
        return False
    return True


def sync_tree(folder: Path) -> None:
    """When it returns, every file and directory under ``folder`` is on disk, and would survive a power cut.

    A file with a second name was brought there under its first.
    """
    for here, _, files in os.walk(folder):
        for name in files:
            if (Path(here) / name).stat().st_nlink == 1:
                sync(Path(here) / name)
        sync(Path(here))


def sync(path: Path) -> None:
    """Bring one file or directory to disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write_atomically(path: Path, text: str) -> None:
    """Write a file so that every reader sees the old or the new one, also after a power cut."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    with temporary.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)
    sync(path.parent)


def _next(descriptor: int, at: int, whence: str) -> int | None:
    """Where data or a hole begins from ``at`` on; None where there is none, ``at`` where the system cannot tell."""
    if not hasattr(os, whence):
        return at if whence == "SEEK_DATA" else None
    try:
        return os.lseek(descriptor, at, getattr(os, whence))
    except OSError:
        return None
