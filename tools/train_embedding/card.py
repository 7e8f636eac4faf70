"""The model card: what went in, how it was made, what it scores, where it fails."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.train_embedding.corpus import Pair
from tools.train_embedding.courses import Course, drawn_shares
from tools.train_embedding.sources import MEASURED, SOURCES

_HEAD = """---
language: [nl, en, fr]
library_name: sentence-transformers
tags: [sentence-transformers, model2vec, static-embeddings]
---
# {name}

A static embedding model for Dutch parliamentary questions and answers, with English and French questions on
Dutch text. A text is cut into subwords, their vectors are averaged, the result has length 1. {vocabulary:,}
subwords, {dimension} dimensions (the leading {nested} also work alone, once scaled to length 1), float16.
It loads with `model2vec.StaticModel.from_pretrained` and with `sentence_transformers.SentenceTransformer`;
both give the same vectors.

Version {version}, seed {seed}, made by

    {command}

in {steps:,} steps of {batch:,} pairs: {courses}, each from the same start, their
tables averaged. With `--tokenizer` pointing at the tokenizer.json here (the trainer of
the vocabulary is not exactly repeatable) and the same number of threads ({threads}) the command gives this
table again; another number of threads adds in another order and differs in the last digits, and so do these
files: the runs' tables were kept in float16 before they were averaged.
"""

_LIMITS = """
## Limits
- It knows words, not sentences: "A vraagt B" and "B vraagt A" are the same text, and a negation is one word.
- Exact numbers (document numbers, amounts, dates) are only roughly kept: search words beside it.
- English and French are only for questions; it was not trained to find English or French text.
- A word whose subwords are rare in the training text has a vector close to chance. Long texts blur: cut
  them into passages of some 100 to 250 words.
- The measured sets come from the same parliaments as the training pairs, of other questions.
"""

_TRIED = """
## What helped, and what did not
Measured on the development queries (nDCG@10 of this model alone, mean of the four headline sets / French / English
help desk, and of the whole search), one change at a time:

- One run of 338 steps: 0.465 / 0.36 / 0.18. A run of 1,200 steps with more English and with headings and the text
  below them: 0.470 / 0.37 / 0.22. More steps alone learn the pairs by heart.
- **The average of the two: 0.479 / 0.375 / 0.22**, better than either; on 97 questions of parliament put into English
  by hand 0.42 against 0.36, whole search 0.48 against 0.46.
- A third run in the average (400 steps, another seed, half of the tokens dropped): 0.480 / 0.377 / 0.22, whole search
  unchanged: left out.
- Before that: a start from latent semantic analysis instead of chance, SIF weights, token dropout, batches of one
  family, word-switched questions: each helped. Scaling the analysis by its singular values did not.
- Taking out the leading 1, 3 or 8 directions of the passages, or whitening them: worse (0.46 to 0.44).
- Feedback (the question moved towards its best passages): nothing (0.621 to 0.626 against 0.626 whole search).
- Each word's nearest word in the passage (late interaction on this table): mixed questions +0.018, answers -0.007,
  headline +0.002, for 20 ms a question: left out.
- A learned re-ranker (boosted trees on scores, registers, lengths): +0.017 on held-out queries of known sets, but
  -0.001 to -0.020 on sets it had not seen: left out.
"""


@dataclass(frozen=True, slots=True)
class CardFacts:
    name: str
    version: str
    dimension: int
    vocabulary: int
    nested: tuple[int, ...]
    seed: int
    command: str
    steps: int
    batch: int
    threads: int
    courses: tuple[Course, ...]


def write_card(
    target: Path,
    facts: CardFacts,
    train: Sequence[Pair],
    held_out: Mapping[str, float],
    folders: Mapping[str, Mapping[str, float]],
) -> None:
    """README.md in `target`. `folders`: scores per BEIR-style folder, by the folder's name."""
    nested = ", ".join(str(size) for size in facts.nested if size != facts.dimension) or "none"
    head = _HEAD.format(
        name=facts.name, version=facts.version, dimension=facts.dimension, vocabulary=facts.vocabulary,
        nested=nested, seed=facts.seed, command=facts.command, steps=facts.steps, batch=facts.batch,
        threads=facts.threads, courses=" + ".join(f"{course.steps:,}" for course in facts.courses),
    )  # fmt: skip
    sections = [head, _data(train, drawn_shares(facts.courses)), _scores(held_out, folders), _TRIED, _LIMITS]
    (target / "README.md").write_text("".join(sections), encoding="utf-8")


def _data(train: Sequence[Pair], drawn: Mapping[str, float]) -> str:
    counts = Counter(pair.source for pair in train)
    words: Counter[str] = Counter()
    for pair in train:
        words[pair.source] += pair.anchor.count(" ") + pair.passage.count(" ") + 2
    rows = [
        f"| {s.name} | {counts[s.name]:,} | {words[s.name] / 1e6:.2f} | {drawn[s.name]:.1%} | {s.licence} |"
        for s in SOURCES
        if counts[s.name]
    ]
    lines = [
        "",
        "## Training data",
        "Pairs of an anchor and the passage that belongs to it. Nothing of the judged sets was trained on; one group",
        "of pairs in forty was kept out as well and is scored below. `switched`: Dutch questions of which half or",
        "all words were replaced by English ones from a word table made from the parallel texts. `below_*`, `next_*`,",
        "`treaty_en`: headings and paragraphs with the text that follows them, not its translation; those of treaties",
        "hold paragraphs of the held-out treaties, so read that score with care.",
        "",
        "| source | pairs | million words | drawn | licence as stated at the source |",
        "| --- | --- | --- | --- | --- |",
        *rows,
        "",
    ]
    return "\n".join(lines)


def _scores(held_out: Mapping[str, float], folders: Mapping[str, Mapping[str, float]]) -> str:
    lines = [
        "",
        "## Scores",
        "nDCG@10, this model alone (no words, no fusion). Held-out pairs, anchor to its group among all held-out",
        "passages and some 30,000 others:",
        "",
        "| set | nDCG@10 |",
        "| --- | --- |",
        *(f"| {name} | {held_out[name]:.3f} |" for name in (*MEASURED, "mean") if name in held_out),
        "",
    ]
    for folder, scores in folders.items():
        lines += [
            f"The judged set `{folder}`, documents by their best passage of 180 words (headline: mean of be_oral,",
            "be_written_title, be_written_q with context, and tk_vragen with context):",
            "",
            "| set | nDCG@10 |",
            "| --- | --- |",
            *(f"| {name} | {score:.3f} |" for name, score in scores.items()),
            "",
        ]
    return "\n".join(lines)
