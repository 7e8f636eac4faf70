"""The pairs: an anchor (title, question, foreign text) and the passage that belongs to it."""

from __future__ import annotations

import json
import lzma
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from tools.train_embedding.sources import SOURCES

#: One group in this many is kept out of training and vocabulary, and scored.
HELD_OUT_ONE_IN = 40


@dataclass(frozen=True, slots=True)
class Pair:
    """`group` names what the pair is about; two pairs of one group are never each other's negatives."""

    anchor: str
    passage: str
    source: str
    group: str


@dataclass(frozen=True, slots=True)
class Split:
    train: tuple[Pair, ...]
    held_out: tuple[Pair, ...]


def _pair(record: dict[str, Any]) -> Pair:
    anchor, passage = record["a"].strip(), record["p"].strip()
    # Sources without groups repeat the same Dutch text under several anchors (word lists, treaties):
    # the passage itself is then the group.
    group = record.get("g") or passage.lower()
    return Pair(anchor=anchor, passage=passage, source=record["src"], group=group)


def read_pairs(data: Path) -> Iterator[Pair]:
    """The pairs of `pairs.jsonl.xz` whose source is listed in SOURCES, in file order."""
    known = {source.name for source in SOURCES if source.share > 0}
    with lzma.open(data / "pairs.jsonl.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            pair = _pair(json.loads(line))
            if pair.source in known and pair.anchor and pair.passage:
                yield pair


def _is_held_out(group: str) -> bool:
    """By content, not by position, so that the slice stays the same when pairs are added."""
    digest = blake2b(group.encode(), digest_size=4).digest()
    return int.from_bytes(digest) % HELD_OUT_ONE_IN == 0


def split(pairs: Sequence[Pair]) -> Split:
    """Whole groups are held out.

    A title of a held-out question also occurs in other sources (the French-Dutch titles); such a pair is
    dropped from training, or the slice would be answered from memory.
    """
    held_out = tuple(pair for pair in pairs if _is_held_out(pair.group))
    questions = {pair.anchor.lower() for pair in held_out if len(pair.anchor.split()) > 2}
    train = tuple(
        pair
        for pair in pairs
        if not _is_held_out(pair.group)
        and pair.anchor.lower() not in questions
        and pair.passage.lower() not in questions
    )
    return Split(train=train, held_out=held_out)
