"""Retrieval figures of a table: nDCG@10 on the held-out slice, and on a BEIR-style folder."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from tools.train_embedding.corpus import Pair
from tools.train_embedding.sources import MEASURED
from tools.train_embedding.start import Table
from tools.train_embedding.tokens import bank

#: Long documents are scored by their best passage of this many words.
PASSAGE_WORDS = 180
HEADLINE = ("be_oral", "be_written_title", "be_written_q", "tk_vragen")


@dataclass(frozen=True, slots=True)
class Encoder:
    """A tokenizer and its table; `encode` gives unit rows of shape (n, dimension)."""

    tokenizer: Tokenizer
    table: Table

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        tokens = bank(self.tokenizer, texts, longest=512)
        vectors = np.zeros((len(texts), self.table.shape[1]), dtype=np.float32)
        full = np.flatnonzero(np.diff(tokens.starts) > 0)
        for part in np.array_split(full, max(1, len(full) // 512)):
            if len(part):
                ids = tokens.ids[tokens.starts[part[0]] : tokens.starts[part[-1] + 1]]
                vectors[part] = np.add.reduceat(
                    self.table[ids].astype(np.float32), tokens.starts[part] - tokens.starts[part[0]], axis=0
                )
        norms = np.linalg.norm(vectors, axis=1, keepdims=True)
        return np.asarray(vectors / np.maximum(norms, 1e-12), dtype=np.float32)


def ndcg_at_10(ranked: Sequence[str], relevant: set[str]) -> float:
    """Binary gains; the ideal ranking has all relevant documents first."""
    gains = sum(1 / np.log2(place + 2) for place, key in enumerate(ranked[:10]) if key in relevant)
    return float(gains / sum(1 / np.log2(place + 2) for place in range(min(10, len(relevant)))))


def _mean_ndcg(
    encoder: Encoder,
    queries: Sequence[str],
    relevant: Sequence[set[str]],
    passages: NDArray[np.float32],
    owners: NDArray[np.int64],
    names: Sequence[str],
) -> float:
    """Documents ranked by their best passage. `owners`: document number of each passage, ascending."""
    vectors = encoder.encode(queries)
    first = np.flatnonzero(np.diff(owners, prepend=-1))
    scores: list[float] = []
    for start in range(0, len(queries), 256):
        similar = vectors[start : start + 256] @ passages.T
        best = np.maximum.reduceat(similar, first, axis=1)
        top = np.argsort(-best, axis=1, kind="stable")[:, :10]
        for row, wanted in zip(top, relevant[start : start + 256], strict=True):
            scores.append(ndcg_at_10([names[number] for number in row], wanted))
    return float(np.mean(scores))


def held_out_scores(encoder: Encoder, held_out: Sequence[Pair], others: Sequence[Pair]) -> dict[str, float]:
    """nDCG@10 per measured source: anchor -> its group, among all held-out passages of measured sources and
    30,000 passages that were trained on (as distractors only, which makes the task harder, not easier)."""
    pool: dict[str, str] = {}
    distractors = [pair for pair in others if pair.source in MEASURED and pair.source != "switched"]
    for pair in distractors[:: max(1, len(distractors) // 30_000)]:
        pool.setdefault(pair.passage, pair.group)
    for pair in held_out:
        if pair.source in MEASURED:
            pool[pair.passage] = pair.group
    names = sorted(set(pool.values()))
    number = {name: place for place, name in enumerate(names)}
    texts = sorted(pool, key=lambda text: (number[pool[text]], text))
    passages = encoder.encode(texts)
    owners = np.array([number[pool[text]] for text in texts])
    scores = {}
    for source in MEASURED:
        asked = {(pair.anchor, pair.group) for pair in held_out if pair.source == source}
        chosen = sorted(asked)[:1500]
        if chosen:
            scores[source] = _mean_ndcg(
                encoder, [anchor for anchor, _ in chosen], [{group} for _, group in chosen], passages, owners, names
            )
    scores["mean"] = float(np.mean(list(scores.values())))
    return scores


def windows(text: str, words: int = PASSAGE_WORDS) -> list[str]:
    """The text in pieces of at most `words` words."""
    split = text.split()
    return [" ".join(split[place : place + words]) for place in range(0, max(1, len(split)), words)]


def folder_scores(encoder: Encoder, folder: Path) -> dict[str, float]:
    """nDCG@10 per query set of a BEIR-style folder, dense leg alone, and the headline mean.

    A query with a `context` (the title above a sub-question) is searched with it in front.
    """
    documents = [json.loads(line) for line in (folder / "corpus.jsonl").read_text(encoding="utf-8").splitlines()]
    names = [document["_id"] for document in documents]
    pieces = [(n, piece) for n, document in enumerate(documents) for piece in windows(document["text"])]
    passages = encoder.encode([piece for _, piece in pieces])
    owners = np.array([n for n, _ in pieces])
    relevant: dict[str, set[str]] = defaultdict(set)
    for line in (folder / "qrels/test.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        query, document, score = line.split("\t")
        if int(score) > 0:
            relevant[query].add(document)
    sets: dict[str, list[tuple[str, set[str]]]] = defaultdict(list)
    for line in (folder / "queries.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        text = f"{record['context']}. {record['text']}" if record.get("context") else record["text"]
        sets[record["set"]].append((text, relevant[record["_id"]]))
    scores = {
        name: _mean_ndcg(encoder, [text for text, _ in asked], [wanted for _, wanted in asked], passages, owners, names)
        for name, asked in sorted(sets.items())
    }
    present = [scores[name] for name in HEADLINE if name in scores]
    if present:
        scores["headline"] = float(np.mean(present))
    return scores
