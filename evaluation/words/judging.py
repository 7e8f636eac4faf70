"""Every listed word as a tiny passage among usual Dutch words, searched with every listed word."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from evaluation.retrieval import product
from evaluation.retrieval.dataset import Dataset
from evaluation.words.lists import Apart, Meeting
from kb.embedding.port import Embedder
from kb.language import lexicon
from kb.model.identity import DocumentId
from kb.model.passage import Passage
from kb.model.terms import Kind, Role

# A first page of results.
PAGE = 10
# Usual words beside the listed ones: a word that meets must come before these.
OTHERS = 3000
MOST = 400


@dataclass(frozen=True, slots=True)
class MetResult:
    """``place``: where ``written`` stood, 1 the first after the word itself and its other partners; 0: not at all."""

    meeting: Meeting
    place: int

    @property
    def met(self) -> bool:
        return 0 < self.place <= PAGE


@dataclass(frozen=True, slots=True)
class ApartResult:
    """Places of ``meant`` and ``other`` in the results for ``asked``; 0: not found."""

    apart: Apart
    meant_place: int
    other_place: int

    @property
    def kept(self) -> bool:
        return self.meant_place > 0 and not 0 < self.other_place < self.meant_place


def judge(
    meetings: Iterable[Meeting], aparts: Iterable[Apart], embedder: Embedder, scratch: Path, others: int = OTHERS
) -> tuple[list[MetResult], list[ApartResult]]:
    """Index all words in ``scratch`` and search with each that is asked, by the ranking that users get.

    ``others``: how many usual words stand beside them.
    """
    meetings, aparts = list(meetings), list(aparts)
    listed = [text for one in meetings for text in (one.asked, one.written)]
    listed += [text for one in aparts for text in (one.asked, one.other, one.meant)]
    texts = list(dict.fromkeys([*listed, *usual_words(set(map(str.lower, listed)), others)]))
    ids = {text: f"w{at}" for at, text in enumerate(texts)}
    dataset = Dataset("words", len(texts), tuple(_passage(ids[text], text) for text in texts), (), {})
    built = product.build(dataset, scratch / "index", embedder)
    search = product.searcher(built, "hybrid", MOST)
    try:
        partners: dict[str, set[str]] = defaultdict(set)
        for one in meetings:
            partners[one.asked].add(one.written)
            partners[one.written].add(one.asked)
        ranked = {text: search(text) for text in {one.asked for one in (*meetings, *aparts)}}
        met = []
        for one in meetings:
            passed_over = {ids[text] for text in (partners[one.asked] | {one.asked}) - {one.written}}
            met.append(MetResult(one, _place(ids[one.written], ranked[one.asked], passed_over)))
        apart = [
            ApartResult(
                one, _place(ids[one.meant], ranked[one.asked], set()), _place(ids[one.other], ranked[one.asked], set())
            )
            for one in aparts
        ]
        return met, apart
    finally:
        built.index.close()


def usual_words(taken: set[str], count: int) -> list[str]:
    """``count`` words of the shipped lexicon, spread evenly and the same on every run."""
    words = sorted(lexicon.load_splitter().words(), key=lambda word: crc32(word.encode()))
    return [word for word in words if word not in taken][:count]


def _place(wanted: str, ranked: list[str], passed_over: set[str]) -> int:
    kept = [id for id in ranked if id not in passed_over]
    return kept.index(wanted) + 1 if wanted in kept else 0


def _passage(id: str, text: str) -> Passage:
    return Passage(
        document=DocumentId("words", id),
        version=1,
        section="s1",
        start=0,
        end=len(text),
        text=text,
        order=0,
        kind=Kind.GENERIC,
        role=Role.TEXT,
        title="",
        context="",
    )
