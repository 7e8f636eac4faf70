"""`python -m tools.train_embedding --data ../shared/data --out models/loket-static-nl`"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from tools.train_embedding.batches import Drawing, Sampler
from tools.train_embedding.card import CardFacts, write_card
from tools.train_embedding.corpus import Pair, Split, read_pairs, split
from tools.train_embedding.courses import STEPS, Course, averaged, courses_of
from tools.train_embedding.export import export
from tools.train_embedding.measure import Encoder, folder_scores, held_out_scores
from tools.train_embedding.neighbours import neighbouring_pairs
from tools.train_embedding.start import start_table, token_weights
from tools.train_embedding.switching import switched_pairs
from tools.train_embedding.tokens import bank, joined
from tools.train_embedding.train import Recipe, steps_within, train
from tools.train_embedding.vocabulary import train_tokenizer, vocabulary_texts

NAME, VERSION = "loket-static-nl", "1.1"
_LONGEST = 256


@dataclass(frozen=True, slots=True)
class Options:
    data: Path
    out: Path
    minutes: float | None
    steps: int
    seed: int
    threads: int
    vocabulary: int
    tokenizer: Path | None
    dimension: int
    measure: tuple[Path, ...]


def options(arguments: list[str] | None = None) -> Options:
    parser = argparse.ArgumentParser(prog="python -m tools.train_embedding", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with pairs.jsonl.xz, lexicon, parallel_nl_en")
    parser.add_argument("--out", type=Path, required=True, help="directory of the model")
    parser.add_argument("--steps", type=int, default=STEPS, help="batches to train on, over all courses")
    parser.add_argument(
        "--minutes", type=float, help="choose the number of steps by the clock instead: not repeatable elsewhere"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--vocabulary", type=int, default=30_000, help="subwords")
    parser.add_argument(
        "--tokenizer",
        type=Path,
        help="a tokenizer.json to use as it is: the trainer of the vocabulary is not exactly repeatable",
    )
    parser.add_argument("--dimension", type=int, default=384)
    parser.add_argument(
        "--measure", type=Path, action="append", default=[], help="BEIR-style folder to score at the end"
    )
    given = vars(parser.parse_args(arguments))
    return Options(**{**given, "measure": tuple(given["measure"])})


def main(arguments: list[str] | None = None) -> int:
    chosen = options(arguments)
    torch.set_num_threads(chosen.threads)
    began = time.monotonic()

    def report(done: str) -> None:
        print(f"[{time.monotonic() - began:.0f} s] {done}", flush=True)

    read = list(read_pairs(chosen.data))
    # The vocabulary sees no switched text: its odd mixtures would take places from real words.
    natural = split(read)
    parts = split(read + switched_pairs(read, chosen.data, chosen.seed))
    report(f"{len(parts.train):,} pairs to train on, {len(parts.held_out):,} held out")
    if chosen.tokenizer:
        tokenizer = Tokenizer.from_file(str(chosen.tokenizer))
    else:
        tokenizer = train_tokenizer(vocabulary_texts(natural.train, chosen.seed), chosen.vocabulary)
    report(f"vocabulary of {tokenizer.get_vocab_size():,}")
    anchors = bank(tokenizer, [pair.anchor for pair in parts.train], _LONGEST)
    passages = bank(tokenizer, [pair.passage for pair in parts.train], _LONGEST)
    report(f"{len(anchors.ids) + len(passages.ids):,} tokens")
    weights = token_weights([anchors, passages], tokenizer.get_vocab_size())
    # Word pairs are too short to say what occurs together, and switched text would count its passages thrice.
    told = np.flatnonzero([pair.source != "switched" and not pair.source.startswith("lex_") for pair in parts.train])
    start = start_table(anchors, passages, told, weights, chosen.dimension, chosen.seed)
    report("table begun")
    # The start is told by whole texts alone; the neighbours join for the courses that draw them.
    neighbours = neighbouring_pairs(chosen.data)
    pairs = [*parts.train, *neighbours]
    anchors = joined(anchors, bank(tokenizer, [pair.anchor for pair in neighbours], _LONGEST))
    passages = joined(passages, bank(tokenizer, [pair.passage for pair in neighbours], _LONGEST))
    recipe = _recipe(chosen, start.shape[1])
    if chosen.minutes is not None:
        trial = Sampler(pairs, anchors, passages, Drawing(), chosen.seed)
        recipe = replace(recipe, steps=steps_within(chosen.minutes, start, trial, recipe))
    courses = courses_of(recipe.steps)
    tables = []
    for course in courses:
        drawing = Drawing(keep=course.keep)
        sampler = Sampler(pairs, anchors, passages, drawing, chosen.seed + course.seed, course.sources)
        tables.append(train(start, sampler, replace(recipe, steps=course.steps)))
        report(f"trained {course.steps:,} steps")
    table = averaged(tables, courses)
    encoder = Encoder(tokenizer, table)
    export(tokenizer, table, chosen.out, NAME, VERSION)
    _card(chosen, recipe, courses, parts, neighbours, encoder)
    report(f"written to {chosen.out}")
    return 0


def _recipe(chosen: Options, dimension: int) -> Recipe:
    nested = (dimension, *(size for size in Recipe().nested if size < dimension))
    return Recipe(steps=chosen.steps, nested=nested)


def _card(
    chosen: Options,
    recipe: Recipe,
    courses: Sequence[Course],
    parts: Split,
    neighbours: Sequence[Pair],
    encoder: Encoder,
) -> None:
    held_out = held_out_scores(encoder, parts.held_out, parts.train)
    folders = {folder.name: folder_scores(encoder, folder) for folder in chosen.measure}
    command = (
        f"python -m tools.train_embedding --data DATA --out DIRECTORY --steps {recipe.steps} --seed {chosen.seed} "
        f"--threads {chosen.threads} --vocabulary {chosen.vocabulary} --dimension {chosen.dimension}"
    )
    facts = CardFacts(
        name=NAME, version=VERSION, dimension=chosen.dimension, vocabulary=encoder.tokenizer.get_vocab_size(),
        nested=recipe.nested, seed=chosen.seed, command=command, steps=recipe.steps, batch=Drawing().size,
        threads=chosen.threads, courses=tuple(courses),
    )  # fmt: skip
    write_card(chosen.out, facts, [*parts.train, *neighbours], held_out, folders)
    for name, score in [*held_out.items(), *(item for scores in folders.values() for item in scores.items())]:
        print(f"{name:24} {score:.3f}", flush=True)


if __name__ == "__main__":
    raise SystemExit(main())
