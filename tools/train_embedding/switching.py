"""Dutch questions with some or all of their words in English ("code switching").

The parallel texts are treaties, Europarl and help pages; none asks what a member of parliament asks.
Replacing words of real Dutch questions brings English into this domain.
"""

from __future__ import annotations

import lzma
import random
import re
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from tools.train_embedding.corpus import Pair

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SWITCHED_SOURCES = frozenset({
    "q_be_oral", "q_be_written_q_ctx", "q_be_written_title", "q_tk_moties", "q_vl_besluiten",
})  # fmt: skip


def read_word_table(data: Path, least: float = 0.08) -> dict[str, tuple[tuple[str, float], ...]]:
    """Dutch word -> English words with weights, from the IBM-1 table and the confirmed lexicon."""
    weights: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    with lzma.open(data / "parallel_nl_en/ibm1_lexicon_en_nl.tsv.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            english, dutch, probability, count = line.rstrip("\n").split("\t")[:4]
            if float(probability) >= least:
                weights[dutch][english] += float(probability) * float(count)
    with lzma.open(data / "lexicon/en_nl_confirmed.tsv.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            english, dutch = line.rstrip("\n").split("\t")[:2]
            weights[dutch.lower()][english.lower()] += 20.0
    return {dutch: _best(of) for dutch, of in weights.items()}


def _best(of: dict[str, float], most: int = 3) -> tuple[tuple[str, float], ...]:
    total = sum(of.values())
    best = sorted(((word, weight / total) for word, weight in of.items()), key=lambda item: -item[1])[:most]
    # The table's tail is noise: "questions" for "vragen" is kept, its collocates are not.
    return tuple(item for item in best if item[1] >= 0.15)


def switch(text: str, table: dict[str, tuple[tuple[str, float], ...]], part: float, rng: random.Random) -> str:
    """The text with about `part` of its words replaced by English ones where the table knows them."""

    def replaced(match: re.Match[str]) -> str:
        choices = table.get(match.group().lower())
        if not choices or rng.random() >= part:
            return match.group()
        return rng.choices([word for word, _ in choices], [weight for _, weight in choices])[0]

    return _WORD.sub(replaced, text)


def switched_pairs(pairs: Sequence[Pair], data: Path, seed: int) -> list[Pair]:
    """For every question: one copy half in English and one as English as the table allows."""
    table, rng = read_word_table(data), random.Random(seed)
    made: list[Pair] = []
    for pair in pairs:
        if pair.source in _SWITCHED_SOURCES:
            for part in (0.5, 1.0):
                anchor = switch(pair.anchor, table, part, rng)
                if anchor != pair.anchor:
                    made.append(Pair(anchor=anchor, passage=pair.passage, source="switched", group=pair.group))
    return made
