"""One size, measured: indexing by stage, disk, cold open, questions."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

from evaluation.bench.contenders import bare, fts5, ours, timed
from evaluation.bench.encoding import encode, encoded
from evaluation.bench.figures import Indexing, SizeFigures
from evaluation.bench.texts import Texts
from kb.embedding.port import Embedder
from kb.model.identity import DocumentId
from kb.model.passage import Passage
from kb.model.terms import Kind, Parliament, Role
from kb.passages.cut import FINGERPRINT
from kb.search.build import build_encoder
from kb.store.generations import Generations
from kb.store.manifest import IndexedDocument, Recipe
from kb.store.storage import SHARD

BATCH = 500
A_DOCUMENT = 20
# SQLite ranks every passage that has any word of the question: a sample says enough.
FTS_QUESTIONS = 40
PROJECT = Path(__file__).resolve().parents[2]

_BARE = "import sys, qdrant_edge, model2vec; qdrant_edge.EdgeShard.load(sys.argv[1]).count(qdrant_edge.CountRequest())"
_OURS = """
import sys
from pathlib import Path
from kb.embedding.build import build_embedder
from kb.model.query import Filters
from kb.search.build import build_searcher
from kb.settings import load_settings
from kb.store.generations import Generations
settings = load_settings()
embedder = build_embedder(settings.embedding, settings.root)
with Generations(Path(sys.argv[1])).open_current(embedder.identity) as opened:
    build_searcher(opened.index, embedder).search(sys.argv[2], Filters(), 10)
"""


def measure(
    root: Path, number: int, texts: Texts, embedder: Embedder, questions: Sequence[str], workers: int = 1
) -> SizeFigures:
    """Everything at ``number`` passages, in the empty directory ``root``."""
    generations = Generations(root)
    indexing = _index(generations, number, texts, embedder, workers)
    current = generations.current()
    shard = generations.folder(current or 0) / SHARD
    with generations.open_current(embedder.identity) as opened:
        asking = timed(ours(opened, embedder, questions) | bare(shard, opened, embedder, questions), questions)
    asking += fts5(root / "fts5.sqlite", texts.passages(number), questions[:FTS_QUESTIONS])
    return SizeFigures(
        number,
        indexing,
        tuple(asking),
        cold_bare=_cold(_BARE, str(shard)),
        cold_ours=_cold(_OURS, str(root), questions[0]),
    )


def _index(generations: Generations, number: int, texts: Texts, embedder: Embedder, workers: int) -> Indexing:
    encoder = build_encoder()
    recipe = Recipe(embedder.identity, encoder.fingerprint, FINGERPRINT, encoder.legs)
    building = generations.build(recipe, copy_current=False)
    embedding = encoding = writing = 0.0
    passages = _passages(texts.passages(number + 2 * A_DOCUMENT))
    for batch in encoded(_batches(islice(passages, number)), workers):
        began = time.perf_counter()
        building.writer.upsert(batch.points)
        writing += time.perf_counter() - began
        embedding += batch.embedding
        encoding += batch.encoding
    began = time.perf_counter()
    building.writer.seal()
    sealed = time.perf_counter()
    listed = {"bench/all": IndexedDocument("bench/all", 1, "", number)}
    building.publish(listed, "bench")
    published = time.perf_counter()
    copied, one = _one_more(generations, recipe, list(islice(passages, A_DOCUMENT)), "bench/0", listed)
    twice = _one_more(generations, recipe, list(passages), "bench/1", listed)
    return Indexing(
        embedded_per_second=number / embedding,
        encoded_per_second=number / encoding,
        written_per_second=number / writing,
        sealed_seconds=sealed - began,
        published_seconds=published - sealed,
        copied_seconds=copied,
        one_document_seconds=one,
        again_seconds=sum(twice),
        megabytes=_megabytes(generations.root),
    )


def _one_more(
    generations: Generations,
    recipe: Recipe,
    batch: list[Passage],
    gone: str,
    listed: Mapping[str, IndexedDocument],
) -> tuple[float, float]:
    """Seconds to copy the index, and to take one document out, put another in and publish."""
    began = time.perf_counter()
    carried = generations.build(recipe, copy_current=True)
    copied = time.perf_counter()
    points = encode(batch).points
    carried.writer.delete_documents([gone])
    carried.writer.upsert(points)
    carried.publish(listed, "bench")
    return copied - began, time.perf_counter() - copied


def _passages(texts: Iterator[str]) -> Iterator[Passage]:
    """Twenty to a document, over two parliaments and three years."""
    for at, text in enumerate(texts):
        yield Passage(
            document=DocumentId("bench", str(at // A_DOCUMENT)),
            version=1,
            section=f"s{at % A_DOCUMENT}",
            start=0,
            end=len(text),
            text=text,
            order=at % A_DOCUMENT,
            kind=Kind.ANSWERED_QUESTION,
            role=Role.ANSWER if at % 2 else Role.TEXT,
            title=f"Antwoord {at // A_DOCUMENT}",
            parliament=list(Parliament)[at // A_DOCUMENT % 2],
            date=date(2022, 1, 1) + timedelta(at // A_DOCUMENT % 1000),
            people=(f"lid {at // A_DOCUMENT % 150}",),
        )


def _batches(passages: Iterator[Passage]) -> Iterator[list[Passage]]:
    while batch := list(islice(passages, BATCH)):
        yield batch


def _megabytes(folder: Path) -> float:
    """What it takes on disk; holes are not counted."""
    return sum(path.stat().st_blocks * 512 for path in folder.rglob("*") if path.is_file()) / 1e6


def _cold(code: str, *arguments: str) -> float:
    """The best of three fresh processes, in seconds."""
    times = []
    for _ in range(3):
        began = time.perf_counter()
        subprocess.run([sys.executable, "-c", code, *arguments], cwd=PROJECT, check=True, env=dict(os.environ))
        times.append(time.perf_counter() - began)
    return min(times)
