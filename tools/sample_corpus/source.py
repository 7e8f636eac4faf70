"""Reads one text file: TOML settings between `+++` lines, then blocks separated by empty lines."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

TEXTS = Path(__file__).parent / "texts"
MARK = "Fictief document, geschreven voor het voorbeeldcorpus van Loket"
ANSWER_RULE = "=== ANTWOORD ==="

# A heading of a Dutch or Flemish question that stands alone on its line: "Vraag 3 en 4", "8, 9."
_LABEL = re.compile(
    r"^(?:(?:Vraag|Vragen|Antwoord|Antwoorden)(?: op)?(?: vraag| vragen)?[ \d,en/tm-]*:?|Mededeling"
    r"|\d+(?:, \d+)*\.)$"
)
_NOTE = re.compile(r"^\[\^(\d+)\]: (.+)$", re.DOTALL)

Kind = Literal["head", "subhead", "label", "para", "bullet", "item", "row", "page"]


@dataclass(frozen=True)
class Block:
    """One line of structure. `cells` is filled for table rows only; `text` is empty there."""

    kind: Kind
    text: str = ""
    cells: tuple[str, ...] = ()


@dataclass(frozen=True)
class Source:
    path: Path
    settings: dict[str, Any]
    question: tuple[Block, ...]
    answer: tuple[Block, ...]  # empty unless the text holds ANSWER_RULE
    notes: dict[int, str]

    @property
    def file(self) -> str:
        return str(self.settings["file"])

    @property
    def made(self) -> dt.datetime:
        """When the file says it was made: the day in the name of its text, never the clock."""
        day = re.search(r"\d{4}-\d{2}-\d{2}", self.path.stem)
        if day is None:
            raise ValueError(f"{self.path.name}: a printed form needs a day in the name of its text")
        return dt.datetime.combine(dt.date.fromisoformat(day[0]), dt.time(9), dt.UTC)

    @property
    def form(self) -> str:
        return str(self.settings["form"])

    @property
    def blocks(self) -> tuple[Block, ...]:
        return self.question + self.answer

    def get(self, key: str) -> str:
        return str(self.settings.get(key, ""))

    def __getitem__(self, key: str) -> str:
        return str(self.settings[key])


def load(path: Path) -> Source:
    _, head, body = path.read_text(encoding="utf-8").split("+++\n", 2)
    notes: dict[int, str] = {}
    parts = [tuple(_blocks(part, notes)) for part in body.split(ANSWER_RULE)]
    return Source(path, tomllib.loads(head), parts[0], parts[1] if len(parts) > 1 else (), notes)


def load_all() -> tuple[Source, ...]:
    return tuple(load(path) for path in sorted(TEXTS.glob("*.txt")))


def _blocks(body: str, notes: dict[int, str]) -> list[Block]:
    blocks: list[Block] = []
    for chunk in re.split(r"\n\s*\n", body.strip()):
        lines = [line.strip() for line in chunk.splitlines() if line.strip()]
        if note := _NOTE.match(" ".join(lines)):
            notes[int(note[1])] = note[2]
        elif lines:
            blocks += _chunk(lines)
    return blocks


def _chunk(lines: list[str]) -> list[Block]:
    match lines[0].split(" ", 1)[0]:
        case "<<page>>":
            return [Block("page")]
        case "|":
            return [Block("row", cells=tuple(c.strip() for c in x.strip("|").split("|"))) for x in lines]
        case "-":
            return _marked(lines, "- ", "bullet")
        case "+":
            return _marked(lines, "+ ", "item")
        case "##":
            return [Block("subhead", " ".join(lines)[3:])]
        case "#":
            return [Block("head", " ".join(lines)[2:])]
    label = [Block("label", lines.pop(0))] if _LABEL.match(lines[0]) else []
    # A trailing backslash keeps a line break, as in addresses and signatures.
    return label + [Block("para", text) for text in " ".join(lines).split(" \\ ") if text]


def _marked(lines: list[str], mark: str, kind: Kind) -> list[Block]:
    joined: list[str] = []
    for line in lines:
        if line.startswith(mark):
            joined.append(line.removeprefix(mark))
        else:
            joined[-1] += " " + line
    return [Block(kind, text) for text in joined]
