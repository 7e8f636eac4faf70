"""Pairs out of texts that stand one below the other: a heading with what it is about, a paragraph with the next.

The help pages and treaties come paragraph by paragraph in two languages, in page order. The English heading with the
Dutch text below it is the nearest these data have to an English question with its Dutch answer; a translation pair
says what a word is called, not what belongs to it.
"""

from __future__ import annotations

import lzma
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from tools.train_embedding.corpus import Pair

_PAGES = ("libreoffice_help", "internet_nl")
_TREATIES = "verdragen"
_ENDED = re.compile(r"[.!?:;][\"')]*$")
# Paragraphs below a heading that are read as being about it.
_BELOW = 4

Rows = list[tuple[str, str]]


def neighbouring_pairs(data: Path) -> list[Pair]:
    """Pairs of sources `below_en`, `below_nl`, `next_en`, `next_nl` and `treaty_en`; a file that is missing gives
    none."""
    made: list[Pair] = []
    for name in _PAGES:
        made += _of_pages(name, [(row[0].strip(), row[1].strip()) for row in _rows(data, name) if len(row) >= 2])
    return [*made, *_of_treaties(data)]


def is_heading(text: str) -> bool:
    return 2 <= len(text.split()) <= 14 and not _ENDED.search(text)


def _rows(data: Path, name: str) -> Iterator[list[str]]:
    path = data / f"parallel_nl_en/{name}.tsv.xz"
    if path.exists():
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                yield line.rstrip("\n").split("\t")


def _of_pages(name: str, rows: Rows) -> Iterator[Pair]:
    """`rows`: (Dutch, English) in page order."""
    for at, (dutch, english) in enumerate(rows):
        if is_heading(dutch) and is_heading(english):
            below: list[str] = []
            for text, _ in rows[at + 1 : at + 1 + _BELOW]:
                if is_heading(text):
                    break
                below.append(text)
            if below:
                for anchor, source in ((dutch, "below_nl"), (english, "below_en")):
                    yield Pair(anchor=anchor, passage=" ".join(below), source=source, group=f"{name}{at}")
        elif at + 1 < len(rows):
            following = rows[at + 1][0]
            if not is_heading(following) and len(dutch.split()) > 5 and len(following.split()) > 5:
                for anchor, source in ((english, "next_en"), (dutch, "next_nl")):
                    yield Pair(anchor=anchor, passage=following, source=source, group=following.lower())


def _of_treaties(data: Path) -> Iterator[Pair]:
    """Within one article: its heading with what follows, else each paragraph with the next."""
    articles: dict[tuple[str, str], Rows] = {}
    for row in _rows(data, _TREATIES):
        if len(row) >= 4:
            articles.setdefault((row[0], row[1]), []).append((row[2].strip(), row[3].strip()))
    for article, rows in articles.items():
        if len(rows) > 1 and is_heading(rows[0][0]):
            following = " ".join(dutch for dutch, _ in rows[1:_BELOW])
            yield Pair(anchor=rows[0][1], passage=following, source="treaty_en", group=str(article))
        else:
            for (_, english), (dutch, _) in pairwise(rows):
                yield Pair(anchor=english, passage=dutch, source="treaty_en", group=str(article))
