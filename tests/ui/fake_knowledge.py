"""A knowledge base of three made-up documents, for tests of what is shown; nothing is searched in it."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass, field, replace

from kb.catalog.values import DocumentSummary, NotedProblem, Statistics, VersionInfo
from kb.errors import NotFoundError
from kb.knowledge_base import Facets, Status
from kb.model.answer import Answer, AnswerStatus, Citation, Claim, Intent, Searched, Standing
from kb.model.document import Dates, Document, Number, PairState, Problem, Provenance, QuestionAnswer, Section
from kb.model.identity import DocumentId
from kb.model.passage import Passage
from kb.model.people import Part, Person
from kb.model.query import Filters, FoundBy, Match, Recognised, SearchResult
from kb.model.terms import Kind, Parliament, Role
from kb.related import Related

_RETRIEVED = dt.datetime(2026, 11, 1, 12, 0, tzinfo=dt.UTC)

ANSWER_TEXT = (
    "Het herstelloket is in opbouw. Twee loketten zijn <b>open</b> sinds 1 maart; "
    "de andere volgen.\n\nDe middelen staan in de begroting."
)

FLEMISH = Document(
    id=DocumentId("folder", "sv-1.txt"),
    version=1,
    kind=Kind.ANSWERED_QUESTION,
    title="Herstelloket - Stand van zaken",
    parliament=Parliament.VLAAMS_PARLEMENT,
    numbers=(Number("sv", "SV 1 (2024-2025)"),),
    dates=Dates(asked=dt.date(2024, 10, 31)),
    people=(Person(Part.ASKER, "Lies Verbeeck", name="Lies Verbeeck", key="verbeeck"),),
    provenance=Provenance("sample/sv-1.txt", "text/plain", "aa" * 32, _RETRIEVED, url="https://example.org/sv-1"),
    sections=(
        Section("q1", Role.QUESTION, "Wat is de stand van zaken van het herstelloket?", questions=(1,)),
        Section("a1", Role.ANSWER, ANSWER_TEXT, questions=(1,), speaker="minister Claes"),
    ),
    pairs=(QuestionAnswer((1,), ("q1",), "a1", PairState.ANSWERED),),
)
OLDER = Document(
    id=DocumentId("folder", "brief.txt"),
    version=1,
    kind=Kind.LETTER,
    title="Brief over het reparatieloket",
    parliament=Parliament.TWEEDE_KAMER,
    dates=Dates(published=dt.date(2023, 6, 23)),
    provenance=Provenance("sample/brief.txt", "text/plain", "bb" * 32, _RETRIEVED),
    sections=(Section("s1", Role.LETTER, "Het reparatieloket opent in 2024.", heading="Loket"),),
)
MEMBER = Document(
    id=DocumentId("folder", "kv.txt"),
    version=1,
    kind=Kind.OPEN_QUESTION,
    title="Vraag over het reparatieloket",
    parliament=Parliament.TWEEDE_KAMER,
    dates=Dates(asked=dt.date(2024, 5, 16)),
    provenance=Provenance("sample/kv.txt", "text/plain", "cc" * 32, _RETRIEVED),
    sections=(
        Section("q1", Role.QUESTION, "Klopt het dat het loket al dicht is?", questions=(1,), speaker="Jansma (Plan)"),
    ),
    pairs=(QuestionAnswer((1,), ("q1",), None, PairState.UNANSWERED),),
)
NO_FILTERS = Filters()
DOCUMENTS = (FLEMISH, OLDER, MEMBER)


def cited(document: Document, section: str, quote: str) -> Citation:
    """The citation of ``quote`` where it stands in that section."""
    part = document.section(section)
    start = part.text.index(quote)
    return Citation(
        document=document.id,
        version=document.version,
        section=section,
        start=start,
        end=start + len(quote),
        quote=quote,
        title=document.title,
        kind=document.kind,
        role=part.role,
        source=document.provenance.location,
        url=document.provenance.url,
        parliament=document.parliament,
        date=document.date_of(part.role),
        speaker=part.speaker,
        questions=part.questions,
        page=part.page_at(start),
    )


OPEN_NOW = cited(FLEMISH, "a1", "Het herstelloket is in opbouw.")
WILL_OPEN = cited(OLDER, "s1", "Het reparatieloket opent in 2024.")
CLAIMED = cited(MEMBER, "q1", "Klopt het dat het loket al dicht is?")


def status_answer(question: str, filters: Filters = NO_FILTERS) -> Answer:
    return Answer(
        id="0123456789abcdef",
        question=question,
        filters=filters,
        intent=Intent.STATUS,
        status=AnswerStatus.ANSWERED,
        claims=(
            Claim(OPEN_NOW.quote, (OPEN_NOW,), Standing.LATEST),
            Claim(WILL_OPEN.quote, (WILL_OPEN,), Standing.LATEST),
            Claim(CLAIMED.quote, (CLAIMED,), Standing.CLAIM),
        ),
        near_misses=(),
        reason="",
        searched=Searched(3, 4, dt.date(2024, 10, 31)),
        corpus_version="v1",
    )


def declined_answer(question: str, filters: Filters = NO_FILTERS) -> Answer:
    return replace(
        status_answer(question, filters),
        status=AnswerStatus.DECLINED,
        intent=Intent.FACT,
        claims=(),
        near_misses=(WILL_OPEN,),
        reason="not_answered",
    )


@dataclass
class FakeKnowledge:
    """Answers every question with the status answer, and declines those that hold "zebra"."""

    documents: tuple[Document, ...] = DOCUMENTS
    asked: list[tuple[str, Filters]] = field(default_factory=list)
    closed: bool = False
    ignored: tuple[Recognised, ...] = ()

    def ask(
        self,
        question: str,
        filters: Filters = NO_FILTERS,
        ignoring: Collection[Recognised] = (),
        intent: Intent | None = None,  # noqa: ARG002 - as the front object has it
    ) -> Answer:
        self.asked.append((question, filters))
        self.ignored = tuple(ignoring)
        return declined_answer(question, filters) if "zebra" in question else status_answer(question, filters)

    def search(
        self, query: str, filters: Filters = NO_FILTERS, limit: int = 10, ignoring: Collection[Recognised] = ()
    ) -> SearchResult:
        self.asked.append((query, filters))
        self.ignored = tuple(ignoring)
        if "zebra" in query:
            return SearchResult(query, (), 0, True)
        section = FLEMISH.section("a1")
        passage = Passage(
            FLEMISH.id, 1, "a1", 0, len(section.text), section.text, 1, FLEMISH.kind, Role.ANSWER, FLEMISH.title,
            date=dt.date(2024, 10, 31), parliament=FLEMISH.parliament, speaker=section.speaker, questions=(1,),
        )  # fmt: skip
        return SearchResult(query, (Match(passage, 0.5, (FoundBy.WORDS, FoundBy.MEANING)),)[:limit], 1, True)

    def cite(self, passage: Passage) -> Citation:
        return cited(self.document(passage.document), passage.section, passage.text)

    def document(self, id: DocumentId, version: int | None = None) -> Document:
        for document in self.documents:
            if document.id == id and version in (None, document.version):
                return document
        raise NotFoundError(f"There is no document {id}.", "`loket status --documents` lists them.")

    def versions(self, id: DocumentId) -> tuple[VersionInfo, ...]:
        found = tuple(
            VersionInfo(document.version, _RETRIEVED, document.provenance.sha256, "", True)
            for document in self.documents
            if document.id == id
        )
        if not found:
            raise NotFoundError(f"There is no document {id}.", "`loket status --documents` lists them.")
        return found

    def related(self, document: Document) -> Related:
        del document
        return Related()

    def summaries(self) -> list[DocumentSummary]:
        return [
            DocumentSummary(
                document.id, document.version, document.kind, document.parliament, document.title, document.dates,
                document.provenance.location, document.provenance.url, document.provenance.media_type,
                len(document.sections), _RETRIEVED,
            )
            for document in self.documents
        ]  # fmt: skip

    def still_stands(self, citation: Citation) -> bool:
        return any(document.id == citation.document for document in self.documents)

    def original(self, id: DocumentId, version: int) -> bytes:
        raise NotFoundError(f"There is no original of {id}@{version}.")

    def refresh(self) -> None: ...

    def close(self) -> None:
        self.closed = True

    def facets(self, filters: Filters = NO_FILTERS) -> Facets:
        del filters
        return Facets((("vlaams_parlement", 2), ("tweede_kamer", 2)), (("letter", 1),), (), (), (), (), ())

    def status(self) -> Status:
        statistics = Statistics(
            documents=len(self.documents),
            by_source=(("folder", len(self.documents)),),
            by_parliament=(("tweede_kamer", 2), ("vlaams_parlement", 1)),
            by_kind=(("letter", 1), ("written_question_only", 1), ("written_question_with_answer", 1)),
            first_date=dt.date(2023, 6, 23),
            last_date=dt.date(2024, 10, 31),
            newest_by_parliament=(("vlaams_parlement", dt.date(2024, 10, 31)),),
        )
        problem = NotedProblem(
            DocumentId("folder", "leeg.pdf"),
            "sample/leeg.pdf",
            Problem("no_text", "sample/leeg.pdf holds no text.", "Read it with OCR."),
            _RETRIEVED,
        )
        return Status(statistics, (problem,), "v1", None)
