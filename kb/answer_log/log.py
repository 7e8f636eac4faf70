"""The log's files: one a day, JSON lines, only ever appended to.

Any number of processes may write at once, without a lock: a line goes out in one `write` to a file opened for
appending, which the kernel does not mix with another's. A line that a full disk or a killed machine cut off is passed
over by readers, and the next one begins on a line of its own. What is older than the retention is thrown away by the
file, by whoever writes the first line of a day.
"""

import datetime as dt
import json
import os
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from kb.answer_log.form import flat, revived
from kb.answer_log.logged import Logged
from kb.errors import CatalogError, NotFoundError

FOLDER = "answers"
_END = ".jsonl"


@dataclass(frozen=True, slots=True)
class AnswerLog:
    """``folder`` is made when the first answer is kept; ``days`` that one is kept, the day itself not counted."""

    folder: Path
    days: int

    def append(self, logged: Logged) -> None:
        """Keep one answer. CatalogError where that cannot be done; nothing is waited for."""
        record = {"id": logged.answer.id, **flat(logged)}
        line = json.dumps(record, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n"
        day = logged.moment.astimezone(dt.UTC).date()
        path = self.folder / f"{day.isoformat()}{_END}"
        try:
            is_new = not path.exists()
            if is_new:
                self.folder.mkdir(parents=True, exist_ok=True)
            _write(path, line)
        except OSError as error:
            raise CatalogError(
                f"The answer could not be kept in {self.folder} ({error.strerror}).",
                "Set answer.log to false in config.toml to keep none.",
            ) from error
        if is_new:
            self._throw_away(day)

    def last(self, most: int) -> tuple[Logged, ...]:
        """The answers given last, newest first."""
        found: list[Logged] = []
        for path in self._files():
            with _opened(path) as file:
                kept = deque((one for line in file if (one := _read(line))), maxlen=most - len(found))
            found.extend(reversed(kept))
            if len(found) >= most:
                break
        return tuple(found)

    def find(self, id: str) -> Logged:
        """The answer with that id, as it was given last. NotFoundError."""
        mark = json.dumps({"id": id})[:-1].encode() + b","
        for path in self._files():
            with _opened(path) as file:
                found = deque((one for line in file if line.startswith(mark) and (one := _read(line))), maxlen=1)
            if found:
                return found[0]
        raise NotFoundError(f"No answer {id!r} was kept.", "`loket answer` lists those that were.")

    def _files(self) -> list[Path]:
        """Newest first, without those that should be gone."""
        oldest = (dt.datetime.now(dt.UTC).date() - dt.timedelta(days=self.days)).isoformat()
        try:
            names = [path for path in self.folder.iterdir() if _day_of(path)]
        except FileNotFoundError:
            return []
        except OSError as error:
            raise _unreadable(self.folder, error) from error
        return sorted((path for path in names if path.stem >= oldest), reverse=True)

    def _throw_away(self, today: dt.date) -> None:
        oldest = today - dt.timedelta(days=self.days)
        with suppress(OSError):  # another may be doing the same
            for path in list(self.folder.iterdir()):
                day = _day_of(path)
                if day and day < oldest:
                    path.unlink(missing_ok=True)


def _write(path: Path, line: bytes) -> None:
    file = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o666)
    try:
        size = os.fstat(file).st_size
        cut_off = size > 0 and os.pread(file, 1, size - 1) != b"\n"
        os.write(file, b"\n" + line if cut_off else line)
    finally:
        os.close(file)


def _read(line: bytes) -> Logged | None:
    """None for a line that was cut off, or that this version cannot read."""
    try:
        return revived(Logged, json.loads(line))
    except ValueError:
        return None


def _opened(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: OSError) -> CatalogError:
    return CatalogError(f"The kept answers in {path} cannot be read ({error.strerror}).", "Look at who may read it.")


def _day_of(path: Path) -> dt.date | None:
    if path.suffix != _END:
        return None
    try:
        return dt.date.fromisoformat(path.stem)
    except ValueError:
        return None
