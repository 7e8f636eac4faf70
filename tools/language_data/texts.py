"""Reading the texts and pairs of the data folder (see its README for what each file is)."""

import json
import lzma
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

# Official or openly licensed Dutch text; the folder's README gives each file's licence.
TEXTS = (
    "laws",
    "tweede_kamer_subjects",
    "belgian_questions_2020",
    "belgian_plenary_2019_2024",
    "government_docs",
)


@dataclass(frozen=True, slots=True)
class Pair:
    """One training pair: an anchor (a title, a question, a sentence) and the text that belongs to it."""

    anchor: str
    text: str
    source: str
    anchor_language: str
    text_language: str
    group: str


def lines(path: Path) -> Iterator[str]:
    """The lines of an .xz file, without line breaks."""
    with lzma.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield line.rstrip("\n")


def texts(data: Path) -> Iterator[str]:
    """Every line of the Dutch texts."""
    for name in TEXTS:
        yield from lines(data / "text" / f"{name}.txt.xz")


def pairs(data: Path) -> Iterator[Pair]:
    """Every training pair, in the order of the file."""
    for line in lines(data / "pairs.jsonl.xz"):
        row = json.loads(line)
        yield Pair(row["a"], row["p"], row["src"], row["la"], row["lp"], row.get("g", ""))
