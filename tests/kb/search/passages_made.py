"""Passages written for these tests, and an index over them: the real engine, a hashing embedder."""

import datetime as dt
from pathlib import Path

from kb.embedding.hashing import HashingEmbedder
from kb.model.identity import DocumentId
from kb.model.passage import Passage
from kb.model.terms import Kind, Parliament, Role
from kb.search.build import build_encoder, build_searcher
from kb.search.searcher import Searcher
from kb.store.index import FusedIndex
from kb.store.port import IndexShape, Point
from kb.store.qdrant_edge import create_edge_index


def passage(
    key: str,
    text: str,
    order: int = 0,
    context: str = "",
    numbers: tuple[str, ...] = (),
    parliament: Parliament | None = None,
    date: dt.date | None = None,
) -> Passage:
    return Passage(
        document=DocumentId("folder", key),
        version=1,
        section="s1",
        start=order * 10_000,
        end=order * 10_000 + len(text),
        text=text,
        order=order,
        kind=Kind.GENERIC,
        role=Role.TEXT,
        title=key,
        context=context,
        numbers=numbers,
        parliament=parliament,
        date=date,
    )


def searcher_over(path: Path, *passages: Passage) -> tuple[Searcher, FusedIndex]:
    embedder = HashingEmbedder()
    encoder = build_encoder()
    index = create_edge_index(path, IndexShape(embedder.identity.dimension, encoder.legs))
    dense = embedder.embed_passages([one.embedded_text for one in passages])
    sparse = encoder.encode_passages(passages)
    index.upsert([Point(*row) for row in zip(passages, dense, sparse, strict=True)])
    index.seal()
    return build_searcher(index, embedder), index
