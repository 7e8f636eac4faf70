"""A progress bar on standard error: only on a terminal, and only for work of over a second."""

import shutil
import sys
import time
from collections.abc import Callable
from types import TracebackType
from typing import TextIO

from ui.cli.terminal import safe
from ui.messages import commands
from ui.messages.sentence import Language

_SHOW_AFTER = 1.0
_REDRAW = 0.1
_BAR = 24


class Progress:
    """Called with what is done, of how many (0: not known yet), and what was just done; clears itself at the end.

    ``what`` names the whole of the work. Another total begins another stretch of work, with its own time left.
    """

    def __init__(
        self,
        language: Language,
        what: str,
        stream: TextIO | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._language = language
        self._what = what
        self._stream = stream or sys.stderr
        self._clock = clock
        self._shown = self._stream.isatty()
        self._began = self._stretch_began = clock()
        self._drawn_at = 0.0
        self._drawn = False
        self._total = 0

    def __call__(self, done: int, total: int, item: str = "") -> None:
        now = self._clock()
        if self._total not in (0, total):
            self._stretch_began = now
        self._total = total
        if not self._shown or now - self._began < _SHOW_AFTER:
            return
        if done < total and now - self._drawn_at < _REDRAW:
            return
        self._drawn_at = now
        self._draw(done, total, now - self._stretch_began, item)

    def _draw(self, done: int, total: int, elapsed: float, item: str) -> None:
        if total > 0:
            share = min(1.0, done / total)
            filled = round(share * _BAR)
            text = f"{self._what} {'█' * filled}{'░' * (_BAR - filled)} {done}/{total}"
            if 0 < done < total:
                left = commands.REMAINING.to(self._language, time=_duration(elapsed / share - elapsed))
                text = f"{text}, {self._rate(done, elapsed)}{left}"
        else:
            text = f"{self._what} {done}, {self._rate(done, elapsed)}".removesuffix(", ")
        if item:
            text = f"{text}  {safe(item)}"
        columns = shutil.get_terminal_size((80, 24)).columns
        self._stream.write(f"\r\x1b[2K{text[: columns - 1]}")
        self._stream.flush()
        self._drawn = True

    def _rate(self, done: int, elapsed: float) -> str:
        """12/s, or 0.5/s where it is slow; nothing before there is something to reckon with."""
        if not done or elapsed < _SHOW_AFTER:
            return ""
        each = done / elapsed
        return f"{each:.0f}/s, " if each >= 2 else f"{each:.1f}/s, "

    def __enter__(self) -> "Progress":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._drawn:
            self._stream.write("\r\x1b[2K")
            self._stream.flush()


def _duration(seconds: float) -> str:
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02d} min" if whole >= 60 else f"{whole} s"
