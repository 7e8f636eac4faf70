"""The one place that builds the program from settings. Heavy parts are imported by the function that needs them."""

import datetime as dt
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kb.settings import Settings, load_settings

if TYPE_CHECKING:
    from ingest.pipeline import Pipeline
    from ingest.report import Report
    from kb.answer_log.log import AnswerLog
    from kb.answering.phrasing.phraser import Phraser
    from kb.catalog.catalog import Catalog
    from kb.embedding.port import Embedder
    from kb.indexing.making import Making
    from kb.indexing.report import IndexReport
    from kb.knowledge_base import KnowledgeBase
    from kb.model.document import Problem
    from kb.model.identity import DocumentId
    from kb.store.generations import Generations

__all__ = [
    "AddReport",
    "RemoveReport",
    "add_paths",
    "answer_log",
    "bring_index_in_line",
    "index_in_line",
    "kept_answers",
    "load_settings",
    "open_knowledge_base",
    "phraser",
    "pipeline",
    "remove_documents",
    "verify",
]

# done, of how many, what was just done
Progress = Callable[[int, int, str], None]


def _silent(done: int, total: int, what: str) -> None:
    """Nobody watches."""


@dataclass(frozen=True, slots=True)
class AddReport:
    """What taking in did, and what the index made of it."""

    taken_in: "Report"
    index: "IndexReport"


@dataclass(frozen=True, slots=True)
class RemoveReport:
    """Documents taken out, and a sentence for each name that fits none; ``index`` None where nothing was taken out."""

    removed: "tuple[DocumentId, ...]"
    unknown: tuple[str, ...]
    index: "IndexReport | None"


def open_knowledge_base(settings: Settings) -> "KnowledgeBase":
    """The corpus for reading; CatalogError where there is none yet."""
    from kb.answering.engine import AnswerLimits
    from kb.catalog.catalog import Catalog
    from kb.knowledge_base import KnowledgeBase

    return KnowledgeBase(
        catalog=Catalog.open(settings.corpus_path),
        generations=_generations(settings),
        embedder=lambda: _embedder(settings),
        limits=AnswerLimits(settings.answer.max_claims, settings.answer.near_misses),
    )


def answer_log(settings: Settings) -> "AnswerLog | None":
    """Where answers are kept; None where they are not."""
    return kept_answers(settings) if settings.answer.log else None


def kept_answers(settings: Settings) -> "AnswerLog":
    """The answers that were kept, also where no more are."""
    from kb.answer_log.log import FOLDER, AnswerLog

    return AnswerLog(settings.corpus_path / FOLDER, settings.answer.log_days)


def phraser(settings: Settings) -> "Phraser | None":
    """The language model that puts answers in other words; None where none is configured."""
    from kb.answering.phrasing.endpoint import Endpoint
    from kb.answering.phrasing.phraser import Phraser

    model = settings.model
    if not model.url or not model.name:
        return None
    key = os.environ.get("LOKET_MODEL_KEY", "")
    return Phraser(Endpoint(model.url, model.name, key, model.timeout_seconds), model.name)


def add_paths(settings: Settings, paths: Sequence[Path], progress: Progress = _silent) -> AddReport:
    """Take files and folders in, and bring the index in line. LockedError where another process writes."""
    from ingest.sources.folder.listing import list_paths
    from kb.catalog.catalog import Catalog
    from kb.catalog.lock import WriterLock

    with WriterLock(settings.corpus_path), Catalog.open(settings.corpus_path, write=True) as catalog:
        report = pipeline(settings, catalog).add(list_paths(paths), progress)
        return AddReport(report, _bring_in_line(settings, catalog, rebuild=False, progress=progress))


def pipeline(settings: Settings, catalog: "Catalog") -> "Pipeline":
    """What reads and stores documents, for a catalog open for writing."""
    from ingest.pipeline import Pipeline

    return Pipeline(
        catalog,
        max_bytes=settings.ingest.max_file_mb * 1_000_000,
        workers=settings.ingest.workers,
        ocr=settings.ingest.ocr,
    )


def index_in_line(settings: Settings, catalog: "Catalog", progress: Progress = _silent) -> "IndexReport":
    """As `bring_index_in_line`, for a caller that holds the `WriterLock` and the catalog."""
    return _bring_in_line(settings, catalog, rebuild=False, progress=progress)


def bring_index_in_line(settings: Settings, rebuild: bool = False, progress: Progress = _silent) -> "IndexReport":
    """Make the index hold what the catalog holds; from nothing where ``rebuild``."""
    from kb.catalog.catalog import Catalog
    from kb.catalog.lock import WriterLock

    with WriterLock(settings.corpus_path), Catalog.open(settings.corpus_path, write=True) as catalog:
        return _bring_in_line(settings, catalog, rebuild, progress)


def remove_documents(
    settings: Settings, names: Sequence[str], purge: bool = False, progress: Progress = _silent
) -> RemoveReport:
    """Take documents out of the current view and the index, by id, folder of ids, or path.

    ``purge`` deletes their versions and originals too. Names that fit nothing are in the report.
    """
    from ingest import removing
    from kb.catalog.catalog import Catalog
    from kb.catalog.lock import WriterLock
    from kb.errors import NotFoundError

    removed: list[DocumentId] = []
    unknown: list[NotFoundError] = []
    with WriterLock(settings.corpus_path), Catalog.open(settings.corpus_path, write=True) as catalog:
        for name in names:
            try:
                removed.extend(removing.remove_documents(catalog, [name], purge))
            except NotFoundError as error:
                unknown.append(error)
        catalog.collecting.set_aside(removed, dt.datetime.now(dt.UTC))
        index = _bring_in_line(settings, catalog, rebuild=False, progress=progress) if removed else None
    return RemoveReport(tuple(removed), tuple(str(error) for error in unknown), index)


def verify(settings: Settings) -> "list[Problem]":
    """Originals, catalog and index against each other; empty where all is well."""
    from kb.catalog.catalog import Catalog
    from kb.errors import IndexUnusableError
    from kb.indexing.verifying import verify as verify_index
    from kb.model.document import Problem
    from kb.passages.cut import FINGERPRINT, cut

    with Catalog.open(settings.corpus_path) as catalog:
        problems = list(catalog.verify())
        try:
            with _generations(settings).open_current() as generation:
                problems.extend(verify_index(catalog, generation, ((FINGERPRINT, cut),)))
        except IndexUnusableError as error:
            problems.append(Problem("no_index", error.message, error.advice))
    return problems


def _bring_in_line(settings: Settings, catalog: "Catalog", rebuild: bool, progress: Progress) -> "IndexReport":
    from kb.indexing.bringing import bring_in_line

    return bring_in_line(
        catalog,
        _generations(settings),
        _making(settings),
        rebuild,
        lambda done, total: progress(done, total, ""),
    )


def _making(settings: Settings) -> "Making":
    from kb.indexing.making import Making
    from kb.passages.cut import FINGERPRINT, cut
    from kb.search.build import build_encoder

    encoder = build_encoder()
    return Making(
        embedder=_embedder(settings),
        encode=encoder.encode_passages,
        sparse_legs=encoder.legs,
        analyzer=encoder.fingerprint,
        cut=cut,
        cutter_version=FINGERPRINT,
        batch_size=settings.embedding.batch_size,
    )


def _embedder(settings: Settings) -> "Embedder":
    from kb.embedding.build import build_embedder

    return build_embedder(settings.embedding, settings.root)


def _generations(settings: Settings) -> "Generations":
    from kb.store.generations import Generations
    from kb.store.storage import EdgeStorage, ServerStorage, Storage

    storage: Storage
    if settings.store.engine == "server":
        key = os.environ.get("QDRANT_API_KEY", "")
        storage = ServerStorage(settings.store.url, settings.store.collection, key)
    else:
        storage = EdgeStorage()
    return Generations(settings.corpus_path, storage)
