"""The two lists of words."""

from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent
# What is asked may be English or mistyped, what is written in a parliament's documents is not.
ONE_WAY = frozenset({"english", "typo"})


@dataclass(frozen=True, slots=True)
class Meeting:
    """``asked`` must find ``written``."""

    kind: str
    asked: str
    written: str


@dataclass(frozen=True, slots=True)
class Apart:
    """``asked`` must find ``meant`` before ``other``."""

    kind: str
    asked: str
    other: str
    meant: str


def meetings() -> tuple[Meeting, ...]:
    """Every pair, both ways where both may be asked and written."""
    found: list[Meeting] = []
    for kind, one, other in _rows(FOLDER / "meet.tsv", 3):
        found.append(Meeting(kind, one, other))
        if kind not in ONE_WAY:
            found.append(Meeting(kind, other, one))
    return tuple(found)


def pairs() -> int:
    """How many pairs the list has, each counted once."""
    return len(_rows(FOLDER / "meet.tsv", 3))


def aparts() -> tuple[Apart, ...]:
    return tuple(Apart(*row) for row in _rows(FOLDER / "apart.tsv", 4))


def _rows(path: Path, columns: int) -> list[list[str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    wrong = next((row for row in rows if len(row) != columns or not all(cell.strip() for cell in row)), None)
    if wrong is not None:
        raise ValueError(f"{path.name}: not {columns} columns: {wrong}")
    return rows
