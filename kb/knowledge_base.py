"""The front object: the only thing that screens and commands hold.

Reads the catalog and the published generation of the index; never writes. Opens what a call needs when it needs it, so
that `loket status` loads no model. Safe to share between threads: a generation that another process published is taken
up by `refresh`, and the one before stays open until nobody uses it.
"""

import datetime as dt
import hashlib
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from threading import Lock
from types import TracebackType

from kb.answering.engine import AnswerEngine, AnswerLimits
from kb.answering.evidence import Evidence
from kb.answering.quoting import Quoter, still_stands
from kb.catalog.catalog import Catalog
from kb.catalog.values import DocumentSummary, NotedProblem, Statistics, VersionInfo
from kb.embedding.port import Embedder
from kb.errors import NotFoundError
from kb.model.answer import Answer, AnswerStatus, Citation, Intent, Searched
from kb.model.collecting import SourceCoverage
from kb.model.document import Document
from kb.model.identity import DocumentId
from kb.model.passage import Passage
from kb.model.query import Filters, Recognised, SearchResult, Understood, UnderstoodPart, narrowed
from kb.related import Related, related
from kb.search.build import build_searcher
from kb.search.searcher import Searcher
from kb.search.understanding import within
from kb.search.understanding.known import Known
from kb.search.understanding.lifting import lifted
from kb.search.understanding.reading import understand
from kb.store.generations import Generations, OpenGeneration
from kb.store.manifest import Manifest
from kb.store.port import Hit

# People, parties and ministries that questions may name, each.
_NAMES = 100_000


@dataclass(frozen=True, slots=True)
class Facets:
    """Values with the number of passages each, most first, under the filters given."""

    parliaments: tuple[tuple[str, int], ...]
    kinds: tuple[tuple[str, int], ...]
    roles: tuple[tuple[str, int], ...]
    people: tuple[tuple[str, int], ...]
    parties: tuple[tuple[str, int], ...]
    ministries: tuple[tuple[str, int], ...]
    themes: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Status:
    """What is in the corpus and how the index stands to it. ``index`` is None where nothing was indexed yet."""

    statistics: Statistics
    problems: tuple[NotedProblem, ...]
    corpus_version: str
    index: Manifest | None
    coverage: tuple[SourceCoverage, ...] = ()

    @property
    def in_line(self) -> bool:
        """Whether the index holds exactly the current documents."""
        return self.index is not None and self.index.corpus_version == self.corpus_version

    @property
    def own_problems(self) -> tuple[NotedProblem, ...]:
        """Those of the user's own files: what waits in a source's quarantine is told there."""
        told = {piece.document for source in self.coverage for piece in source.quarantine}
        return tuple(noted for noted in self.problems if noted.document not in told)


@dataclass(slots=True)
class _Served:
    """One open generation with what answers from it; ``users`` are calls under way."""

    generation: OpenGeneration
    searcher: Searcher
    engine: AnswerEngine
    known: Known | None = None
    users: int = 0
    retired: bool = False


class _CurrentOnly:
    """Search without what was removed since the index was published: a removed document is in no answer at once."""

    def __init__(self, searcher: Searcher, catalog: Catalog, boosts: Sequence[UnderstoodPart] = ()) -> None:
        self._searcher = searcher
        self._catalog = catalog
        self._boosts = boosts

    def candidates(self, query: str, filters: Filters, limit: int) -> list[Hit]:
        hits = self._searcher.candidates(query, filters, limit)
        present = {id: self._catalog.has(id) for id in {hit.passage.document for hit in hits}}
        return list(lifted([hit for hit in hits if present[hit.passage.document]], self._boosts))

    def together(self, query: str, hits: Sequence[Hit]) -> list[Hit]:
        return self._searcher.together(query, hits)


class KnowledgeBase:
    """Ask, search, and open what was cited."""

    def __init__(
        self, catalog: Catalog, generations: Generations, embedder: Callable[[], Embedder], limits: AnswerLimits
    ) -> None:
        self._catalog = catalog
        self._generations = generations
        self._load_embedder = embedder
        self._limits = limits
        self._embedder: Embedder | None = None
        self._served: _Served | None = None
        self._lock = Lock()

    def ask(
        self,
        question: str,
        filters: Filters = Filters(),  # noqa: B008  (frozen, empty)
        ignoring: Collection[Recognised] = (),
        intent: Intent | None = None,
    ) -> Answer:
        """A cited answer, or a declined one with the nearest misses. Raises IndexUnusableError where there is none.

        What the question names (a parliament, people, dates) narrows and lifts as the answer's ``understood`` says,
        but for what is in ``ignoring``; ``intent`` corrects what kind of answer it was taken to want.
        Where nothing within answers, the answer is declined with what lies outside.
        """
        with self._serving() as served:
            understood = self._understood(served, question, filters, ignoring)
            inner = narrowed(filters, [understood.filters])
            answer = self._answer(served, understood, inner, intent)
            if answer.status is AnswerStatus.DECLINED and inner != filters:
                outer = self._answer(served, understood, filters, intent)
                outside = tuple(claim.first for claim in outer.claims) or outer.near_misses
                understood = replace(understood, outside=True)
                answer = replace(answer, near_misses=outside[: self._limits.near_misses] or answer.near_misses)
            return replace(answer, id=_id_of(answer.id, understood, ignoring), understood=understood)

    def evidence(self, question: str) -> tuple[Evidence, ...]:
        """The sentences that an answer to ``question`` is drafted from, best first; for measuring."""
        with self._serving() as served:
            return served.engine.weighed(question, Filters())

    def search(
        self,
        query: str,
        filters: Filters = Filters(),  # noqa: B008
        limit: int = 10,
        ignoring: Collection[Recognised] = (),
    ) -> SearchResult:
        """The best passages, best first, without documents removed since the index was published.

        What the query names narrows and lifts as the result's ``understood`` says, but for what is in ``ignoring``.
        """
        with self._serving() as served:
            understood = self._understood(served, query, filters, ignoring)
            result = within.search(served.searcher, served.generation.index, understood, filters, limit, ignoring)
            kept = tuple(match for match in result.matches if self._catalog.has(match.passage.document))
            gone = len(result.matches) - len(kept)
            return replace(
                result, matches=kept, total=result.total - gone, total_is_exact=result.total_is_exact and not gone
            )

    def cite(self, passage: Passage) -> Citation:
        """The passage as a citation, checked against its stored text."""
        return Quoter(self._catalog).of_passage(passage)

    def still_stands(self, citation: Citation) -> bool:
        """Whether the quote is exactly in the stored version, and its document was not removed."""
        try:
            return self._catalog.has(citation.document) and still_stands(citation, self._catalog)
        except NotFoundError:
            return False

    def document(self, id: DocumentId, version: int | None = None) -> Document:
        """That version, or the current one; NotFoundError where there is none."""
        return self._catalog.document(id, version)

    def related(self, document: Document) -> Related:
        """What it names, what names it, and what belongs to the same case, in the current view."""
        return related(document, self._catalog)

    def versions(self, id: DocumentId) -> tuple[VersionInfo, ...]:
        return self._catalog.versions(id)

    def original(self, id: DocumentId, version: int) -> bytes:
        """The bytes that this version was read from; CatalogError where they are damaged."""
        return self._catalog.originals.get(self._catalog.document(id, version).provenance.sha256)

    def summaries(self, filters: Filters | None = None) -> tuple[DocumentSummary, ...]:
        return self._catalog.summaries(filters)

    def facets(self, filters: Filters = Filters()) -> Facets:  # noqa: B008
        """Counts of passages per value under the filters."""
        with self._serving() as served:
            index = served.generation.index

            def counts(field: str) -> tuple[tuple[str, int], ...]:
                return tuple(index.facet(field, filters))

            return Facets(
                counts("parliament"),
                counts("kind"),
                counts("role"),
                counts("people"),
                counts("parties"),
                counts("ministries"),
                counts("themes"),
            )

    def status(self) -> Status:
        """Loads no model and no index."""
        return Status(
            statistics=self._catalog.statistics(),
            problems=tuple(self._catalog.problems()),
            corpus_version=self._catalog.corpus_version(),
            index=self._generations.current_manifest(),
            coverage=self._catalog.coverage(),
        )

    def warm(self) -> None:
        """Load model and index now rather than at the first question."""
        with self._serving():
            pass

    def refresh(self) -> bool:
        """Take up a newly published generation, if there is one; cheap enough to call before every question."""
        with self._lock:
            if self._served is None or not self._served.generation.current_changed():
                return False
            self._retire(self._served)
            self._served = None
            return True

    def close(self) -> None:
        with self._lock:
            if self._served is not None:
                self._retire(self._served)
                self._served = None
        self._catalog.close()

    def __enter__(self) -> "KnowledgeBase":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _serving(self) -> Iterator[_Served]:
        with self._lock:
            if self._served is None:
                self._served = self._open()
            served = self._served
            served.users += 1
        try:
            yield served
        finally:
            with self._lock:
                served.users -= 1
                if served.retired and served.users == 0:
                    served.generation.close()

    def _open(self) -> _Served:
        if self._embedder is None:
            self._embedder = self._load_embedder()
        embedder = self._embedder
        generation = self._generations.open_current(embedder.identity)
        searcher = build_searcher(generation.index, embedder)
        engine = AnswerEngine(
            finder=_CurrentOnly(searcher, self._catalog),
            sources=self._catalog,
            analysis=searcher.word_analysis,
            embed=embedder.embed_questions,
            limits=self._limits,
        )
        return _Served(generation, searcher, engine)

    def _answer(self, served: _Served, understood: Understood, filters: Filters, intent: Intent | None) -> Answer:
        engine = served.engine
        if understood.boosts:
            engine = replace(engine, finder=_CurrentOnly(served.searcher, self._catalog, understood.boosts))
        searched = self._searched(served, filters)
        version = served.generation.manifest.corpus_version
        answer = engine.answer(understood.without_days, filters, searched, version, intent)
        return replace(answer, question=understood.query)

    @staticmethod
    def _understood(served: _Served, text: str, given: Filters, ignoring: Collection[Recognised]) -> Understood:
        if served.known is None:
            # A generation never changes: its names are read once.
            index = served.generation.index
            names = (index.facet(field, Filters(), limit=_NAMES) for field in ("people", "parties", "ministries"))
            served.known = Known.of(*((name for name, _ in values) for values in names))
        return understand(text, served.known, dt.date.today(), given, ignoring)

    @staticmethod
    def _retire(served: _Served) -> None:
        served.retired = True
        if served.users == 0:
            served.generation.close()

    def _searched(self, served: _Served, filters: Filters) -> Searched:
        index = served.generation.index
        if filters.is_empty:
            documents, passages = served.generation.manifest.documents, served.generation.manifest.passages
        else:
            documents = len(index.facet("document", filters, limit=1_000_000))
            passages = index.count(filters)
        newest = _newest(index.passages(filters, newest_first=True, limit=1))
        return Searched(documents, passages, newest, self._catalog.freshness())


def _id_of(id: str, understood: Understood, ignoring: Collection[Recognised]) -> str:
    """The id of an answer that rests on more than question, filters and corpus; the same where it does not."""
    if not understood.parts and not ignoring:
        return id
    told = "\n".join((id, repr(understood.parts), " ".join(sorted(ignoring))))
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def _newest(passages: Iterator[Passage] | Sequence[Passage]) -> dt.date | None:
    return next((passage.date for passage in passages), None)
