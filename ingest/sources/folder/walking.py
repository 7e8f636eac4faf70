"""The files below a folder. What cannot be entered or followed is a fault; the rest is found all the same."""

import os
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A regular file (or a link to one); ``inner`` is its path within the folder."""

    path: Path
    inner: PurePosixPath
    is_link: bool


@dataclass(frozen=True, slots=True)
class Passed:
    """Something on the way that is not a file to take in. ``is_fault``: it should have been."""

    path: Path
    inner: PurePosixPath
    reason: str
    is_fault: bool = True


def walk(folder: Path) -> Iterator[FoundFile | Passed]:
    """Everything below ``folder``, by name; folders reached by a link come last, so that the real one goes first."""
    waiting: deque[tuple[Path, PurePosixPath]] = deque([(folder, PurePosixPath())])
    linked: deque[tuple[Path, PurePosixPath]] = deque()
    entered: dict[tuple[int, int], Path] = {}
    while waiting or linked:
        path, inner = (waiting or linked).popleft()
        try:
            status = path.stat()
            identity = (status.st_dev, status.st_ino)
            if identity in entered:
                yield Passed(path, inner, f"is a link to {entered[identity]}, which is taken already", is_fault=False)
                continue
            entered[identity] = path
            with os.scandir(path) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError as error:
            yield Passed(path, inner, f"cannot be opened ({error.strerror})")
            continue
        for entry in entries:
            below = inner / entry.name
            if entry.name.startswith(".") and (entry.is_symlink() or entry.is_dir(follow_symlinks=False)):
                yield Passed(Path(entry.path), below, "hidden", is_fault=False)
            elif entry.is_dir(follow_symlinks=False):
                waiting.append((Path(entry.path), below))
            elif entry.is_symlink():
                yield from _follow(Path(entry.path), below, linked)
            else:
                yield _file(Path(entry.path), below, is_link=False)


def _follow(
    path: Path, inner: PurePosixPath, linked: deque[tuple[Path, PurePosixPath]]
) -> Iterator[FoundFile | Passed]:
    try:
        path.resolve(strict=True)
    except (OSError, RuntimeError) as error:  # RuntimeError: a link to itself, up to Python 3.12
        loops = isinstance(error, RuntimeError) or "symbolic links" in str(error)
        yield Passed(
            path, inner, "is a link that leads back to itself" if loops else "is a link to something that is gone"
        )
        return
    if path.is_dir():
        linked.append((path, inner))
    else:
        yield _file(path, inner, is_link=True)


def _file(path: Path, inner: PurePosixPath, is_link: bool) -> FoundFile | Passed:
    if not path.is_file():
        return Passed(path, inner, "is neither a file nor a folder", is_fault=False)
    return FoundFile(path, inner, is_link)
