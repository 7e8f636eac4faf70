"""bring_in_line: compare the catalog with the index, embed what is new, and publish the next generation."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from kb.catalog.values import CurrentDocument
from kb.errors import EmbeddingError, IndexUnusableError, ModelMismatchError, StoreError
from kb.indexing.making import CatalogView, Making
from kb.indexing.report import DocumentProblem, IndexReport
from kb.model.document import Document, Problem
from kb.model.passage import Passage
from kb.model.query import Filters
from kb.store.generations import DOCUMENTS, Generations, NextGeneration
from kb.store.manifest import IndexedDocument, Manifest, Recipe, read_documents
from kb.store.port import Point

Progress = Callable[[int, int], None]


def bring_in_line(
    catalog: CatalogView,
    generations: Generations,
    making: Making,
    rebuild: bool = False,
    progress: Progress | None = None,
) -> IndexReport:
    """Make the published index hold exactly the catalog's current view.

    Works on a copy of the current generation, or from nothing where ``rebuild`` is asked for, where there is no usable
    index, or where words or passages are made another way by now. Nothing is published where nothing changed. The
    caller holds the writer's lock. ``progress`` is told documents done and in all.

    Raises ModelMismatchError where the index was made with another embedding model and ``rebuild`` is not asked for.
    """
    recipe = making.recipe(generations.storage.engine)
    before = _Before.of(generations, recipe, rebuild)
    current = {str(one.id): one for one in catalog.current()}
    corpus_version = catalog.corpus_version()
    plan = _Plan.of(current, before.documents)
    if before.manifest is not None and not before.from_scratch and plan.is_empty:
        generations.clear_away()
        return _report(plan, before.manifest, before, 0, ())
    building = generations.build(recipe, copy_current=not before.from_scratch)
    try:
        run = _Run(building, making, dict(before.documents))
        run.take_out([*plan.removed, *plan.changed])
        for done, key in enumerate(plan.to_write, 1):
            run.add(current[key], catalog.document(current[key].id, current[key].version))
            if progress is not None:
                progress(done, len(plan.to_write))
        run.finish()
        manifest = building.publish(run.documents, corpus_version)
    except BaseException:
        with suppress(StoreError):
            building.abandon()
        raise
    return _report(plan, manifest, before, run.written, tuple(run.problems))


@dataclass(frozen=True, slots=True)
class _Before:
    """The published generation as it was found; ``documents`` empty where everything is made again."""

    manifest: Manifest | None
    documents: Mapping[str, IndexedDocument]
    from_scratch: str

    @classmethod
    def of(cls, generations: Generations, recipe: Recipe, rebuild: bool) -> "_Before":
        try:
            manifest = generations.current_manifest()
            if manifest is None:
                return cls(None, {}, "there was no index")
            if rebuild:
                return cls(manifest, {}, "asked for")
            manifest.check_embedder(recipe.embedder)
            if manifest.recipe != recipe:
                return cls(manifest, {}, _difference(manifest.recipe, recipe))
            documents = read_documents(generations.folder(manifest.generation) / DOCUMENTS)
            _check_opens(generations, manifest, documents)
        except ModelMismatchError:
            raise
        except IndexUnusableError as error:
            return cls(None, {}, error.message)
        return cls(manifest, documents, "")


def _check_opens(generations: Generations, manifest: Manifest, documents: Mapping[str, IndexedDocument]) -> None:
    """A copy of a damaged index would be damaged too. Raises IndexUnusableError."""
    with generations.open_current() as opened:
        held = opened.index.count(Filters())
    if held != manifest.passages or sum(one.passages for one in documents.values()) != held:
        raise IndexUnusableError(f"The index holds {held} passages and should hold {manifest.passages}.")


def _difference(made: Recipe, wanted: Recipe) -> str:
    names = {
        "analyzer": "the analysis of words",
        "cutter": "the cutting into passages",
        "sparse_legs": "the word indexes",
        "engine": "the engine",
        "payload_format": "the form of the records",
    }
    changed = [words for name, words in names.items() if getattr(made, name) != getattr(wanted, name)]
    return f"{' and '.join(changed)} changed"


@dataclass(frozen=True, slots=True)
class _Plan:
    """Document ids by what must happen to them."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int

    @classmethod
    def of(cls, current: Mapping[str, CurrentDocument], indexed: Mapping[str, IndexedDocument]) -> "_Plan":
        both = [key for key in current if key in indexed]
        changed = [
            key
            for key in both
            # The version counts too: passages carry it, and a text that went back to an old wording has a new one.
            if (current[key].version, current[key].content_hash) != (indexed[key].version, indexed[key].content_hash)
        ]
        return cls(
            added=tuple(sorted(key for key in current if key not in indexed)),
            changed=tuple(sorted(changed)),
            removed=tuple(sorted(key for key in indexed if key not in current)),
            unchanged=len(both) - len(changed),
        )

    @property
    def to_write(self) -> tuple[str, ...]:
        return tuple(sorted((*self.added, *self.changed)))

    @property
    def is_empty(self) -> bool:
        return not (self.added or self.changed or self.removed)


@dataclass(slots=True)
class _Run:
    """Writes documents into the generation that is being built, a batch of passages at a time."""

    building: NextGeneration
    making: Making
    documents: dict[str, IndexedDocument]
    written: int = 0
    problems: list[DocumentProblem] = field(default_factory=list)
    waiting: list[Passage] = field(default_factory=list)

    def take_out(self, keys: Sequence[str]) -> None:
        held = [key for key in keys if key in self.documents]
        self.building.writer.delete_documents(held)
        for key in held:
            del self.documents[key]

    def add(self, listed: CurrentDocument, document: Document) -> None:
        passages = self.making.cut(document)
        fault = _fault(document, passages)
        if fault:
            self._give_up(str(listed.id), "untrue_passage", fault)
            return
        self.documents[str(listed.id)] = IndexedDocument(
            str(listed.id), listed.version, listed.content_hash, len(passages)
        )
        self.waiting.extend(passages)
        if len(self.waiting) >= self.making.batch_size:
            self.finish()

    def finish(self) -> None:
        """Embed and write what is waiting; a document that cannot be embedded is left out, and said so."""
        waiting, self.waiting = self.waiting, []
        if not waiting:
            return
        try:
            self._write(waiting)
        except EmbeddingError:
            for key, passages in _by_document(waiting):
                try:
                    self._write(passages)
                except EmbeddingError as error:
                    self._give_up(key, "not_embedded", error.message)

    def _write(self, passages: Sequence[Passage]) -> None:
        vectors = self.making.embedder.embed_passages([passage.embedded_text for passage in passages])
        words = self.making.encode(passages)
        points = [Point(passage, row, sparse) for passage, row, sparse in zip(passages, vectors, words, strict=True)]
        self.building.writer.upsert(points)
        self.written += len(points)

    def _give_up(self, key: str, code: str, message: str) -> None:
        self.documents.pop(key, None)
        problem = Problem(code, message, "The document is not in the index; `loket index` tries it again.")
        self.problems.append(DocumentProblem(key, problem))


def _by_document(passages: Sequence[Passage]) -> Iterator[tuple[str, list[Passage]]]:
    grouped: dict[str, list[Passage]] = {}
    for passage in passages:
        grouped.setdefault(str(passage.document), []).append(passage)
    yield from grouped.items()


def _fault(document: Document, passages: Sequence[Passage]) -> str:
    """What is wrong with the passages cut from a document; "" where each is a true slice of its own."""
    texts = {section.key: section.text for section in document.sections}
    seen: set[str] = set()
    for passage in passages:
        if (passage.document, passage.version) != (document.id, document.version):
            return f"Passage {passage.id} is not of {document.id}, version {document.version}."
        if texts.get(passage.section, "")[passage.start : passage.end] != passage.text or not passage.text:
            return f"Passage {passage.id} is not what stands there."
        if passage.id in seen:
            return f"Passage {passage.id} was cut twice."
        seen.add(passage.id)
    return ""


def _report(
    plan: _Plan, manifest: Manifest, before: _Before, written: int, problems: tuple[DocumentProblem, ...]
) -> IndexReport:
    return IndexReport(
        generation=manifest.generation,
        added=len(plan.added),
        changed=len(plan.changed),
        removed=len(plan.removed),
        unchanged=plan.unchanged,
        documents=manifest.documents,
        passages=manifest.passages,
        passages_written=written,
        corpus_version=manifest.corpus_version,
        from_scratch=before.from_scratch,
        problems=problems,
    )
