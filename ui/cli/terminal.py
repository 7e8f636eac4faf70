"""What is written to a person's terminal: wrapped to its width, coloured only where there is one, safe to show."""

import os
import shutil
import sys
import textwrap
from dataclasses import dataclass
from typing import TextIO

from ui.safe_text import safe

__all__ = ["Terminal", "safe"]

_MAX_WIDTH = 100


@dataclass(frozen=True, slots=True)
class Terminal:
    """``width`` in characters; ``colour`` False where output is no terminal or NO_COLOR is set."""

    out: TextIO
    width: int
    colour: bool

    @classmethod
    def standard(cls) -> "Terminal":
        out = sys.stdout
        is_terminal = out.isatty()
        plain = "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb"
        columns = shutil.get_terminal_size((_MAX_WIDTH, 24)).columns
        return cls(out, max(40, min(columns, _MAX_WIDTH)), is_terminal and not plain)

    def line(self, text: str = "") -> None:
        self.out.write(text + "\n")

    def paragraphs(self, text: str, indent: str = "", first: str | None = None) -> None:
        """``text`` safe and wrapped, every line after ``indent``; the very first one after ``first`` if given."""
        lead = indent if first is None else first
        for paragraph in safe(text).split("\n"):
            if not paragraph.strip():
                self.line()
                continue
            wrapped = textwrap.wrap(
                paragraph.strip(),
                self.width,
                initial_indent=lead,
                subsequent_indent=indent,
                break_long_words=False,
                break_on_hyphens=False,
            )
            for row in wrapped:
                self.line(row)
            lead = indent

    def bold(self, text: str) -> str:
        return f"\x1b[1m{text}\x1b[0m" if self.colour else text

    def faint(self, text: str) -> str:
        return f"\x1b[2m{text}\x1b[0m" if self.colour else text

    def heading(self, text: str) -> None:
        self.line(self.bold(safe(text)))
