"""A BEIR-style folder: `corpus.jsonl`, `queries.jsonl`, `qrels/test.tsv`."""

import datetime as dt
import json
import random
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kb.model.identity import DocumentId
from kb.model.passage import Passage
from kb.model.terms import Kind, Role
from kb.passages.sentences import sentence_spans

PASSAGE_WORDS = 180
_WORD = re.compile(r"\S+")
# The sets whose mean is the headline, where the folder has them (shared/eval/README.md).
HEADLINE_SETS = ("be_oral", "be_written_title", "be_written_q", "tk_vragen", "vl_parl")


@dataclass(frozen=True, slots=True)
class Query:
    """``text`` is what is searched: the title above a sub-question, where there is one, and the question."""

    id: str
    text: str
    set: str


@dataclass(frozen=True, slots=True)
class Dataset:
    """``passages`` in the order of the corpus; ``relevant``: query id to document id to gain."""

    name: str
    documents: int
    passages: tuple[Passage, ...]
    queries: tuple[Query, ...]
    relevant: Mapping[str, Mapping[str, float]]

    def sampled(self, per_set: int) -> tuple[Query, ...]:
        """At most ``per_set`` queries of every set, the same on every run; all of them for 0."""
        if per_set <= 0:
            return self.queries
        by_set: dict[str, list[Query]] = defaultdict(list)
        for query in self.queries:
            by_set[query.set].append(query)
        chance = random.Random(0)
        return tuple(
            query for _, of_set in sorted(by_set.items()) for query in chance.sample(of_set, min(per_set, len(of_set)))
        )


def load(folder: Path) -> Dataset:
    """The folder, with its documents cut; raises FileNotFoundError where a file is missing."""
    relevant: dict[str, dict[str, float]] = defaultdict(dict)
    for line in (folder / "qrels" / "test.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        query, document, gain = line.split("\t")
        if float(gain) > 0:
            relevant[query][document] = float(gain)
    queries = []
    for line in _lines(folder / "queries.jsonl"):
        row = json.loads(line)
        if row["_id"] in relevant:
            text = f"{row.get('context') or ''} {row['text']}".strip()
            queries.append(Query(row["_id"], text, row.get("set") or folder.name))
    documents = 0
    passages: list[Passage] = []
    for line in _lines(folder / "corpus.jsonl"):
        row = json.loads(line)
        documents += 1
        passages.extend(_passages(row["_id"], row.get("title") or "", row["text"], row.get("date") or ""))
    return Dataset(folder.name, documents, tuple(passages), tuple(queries), relevant)


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def _passages(id: str, title: str, text: str, date: str) -> list[Passage]:
    found = []
    for order, (start, end) in enumerate(cut(text)):
        found.append(
            Passage(
                document=DocumentId("eval", id),
                version=1,
                section="s1",
                start=start,
                end=end,
                text=text[start:end],
                order=order,
                kind=Kind.GENERIC,
                role=Role.TEXT,
                title=title,
                context=title,
                date=dt.date.fromisoformat(date[:10]) if re.fullmatch(r"\d{4}-\d\d-\d\d.*", date) else None,
            )
        )
    return found


def cut(text: str) -> list[tuple[int, int]]:
    """Spans of about 180 words that end where a sentence ends; an overlong sentence is cut at words."""
    words = len(_WORD.findall(text))
    if not words:
        return []
    target = words / max(1, round(words / PASSAGE_WORDS))
    spans: list[tuple[int, int]] = []
    start, last, held = -1, -1, 0
    for begin, end in _pieces(text):
        count = len(_WORD.findall(text[begin:end]))
        if held and held + count / 2 > target:
            spans.append((start, last))
            start, last, held = -1, -1, 0
        start = begin if start < 0 else start
        last = end
        held += count
    if held:
        spans.append((start, last))
    return spans


def _pieces(text: str) -> list[tuple[int, int]]:
    pieces = []
    for begin, end in sentence_spans(text):
        words = [match.span() for match in _WORD.finditer(text, begin, end)]
        for at in range(0, len(words), PASSAGE_WORDS):
            part = words[at : at + PASSAGE_WORDS]
            pieces.append((part[0][0], part[-1][1]))
    return pieces
