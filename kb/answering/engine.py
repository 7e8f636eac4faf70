"""The steps of an answer, in order: understand, find, judge sentences, arrange, or decline.

Deterministic: the same question, filters and corpus give the same answer and the same id.
"""

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from kb.answering.claims import Drafted, as_claims, near_misses, plain
from kb.answering.declining import Reason, judge, referral, sureness
from kb.answering.evidence import Evidence, gather
from kb.answering.lookup import Lookup, look_up
from kb.answering.open_points import open_points
from kb.answering.outcome import case_of, first_answers, outcome_of
from kb.answering.over_time import told_over_time
from kb.answering.overlap import Embed, WordAnalysis
from kb.answering.question import Question, understand
from kb.answering.quoting import Quoter
from kb.answering.status import in_time, newest_leads
from kb.model.answer import Answer, AnswerStatus, Citation, Claim, Intent, Searched, Standing
from kb.model.document import Document, Section
from kb.model.identity import DocumentId
from kb.model.query import Filters
from kb.model.terms import Kind, Parliament, Role
from kb.store.port import Hit

# Passages that are read sentence by sentence.
CANDIDATES = 60
# For each parliament that a question over time speaks of, so that the one found less is not crowded out.
CANDIDATES_PER_PARLIAMENT = 25
# A further claim must reach this share of the best one's score.
FURTHER_SHARE = 0.75
# How near the best the newest position must come to lead instead. What is asked for by "when" moves most often; why
# something was, and who said it, does not change.
NEWEST_SHARE = {Intent.WHEN: 0.7, Intent.AMOUNT: 0.85, Intent.FACT: 0.9}
SPOKEN = tuple(role for role in Role if role not in (Role.HEAD, Role.NOTE, Role.TABLE))
OVER_TIME = (Intent.STATUS, Intent.COMPARE)


class Finder(Protocol):
    """What the engine needs of search."""

    def candidates(self, query: str, filters: Filters, limit: int) -> Sequence[Hit]: ...

    def together(self, query: str, hits: Sequence[Hit]) -> list[Hit]:
        """Hits of several searches for one query on one scale, each once, best first."""
        ...


class Sources(Protocol):
    """What the engine needs of the catalog."""

    def document(self, id: DocumentId, version: int | None = None) -> Document: ...

    def find_number(self, value: str) -> Sequence[DocumentId]: ...

    def asked_on(self, day: dt.date) -> Sequence[DocumentId]: ...


@dataclass(frozen=True, slots=True)
class AnswerLimits:
    max_claims: int = 6
    near_misses: int = 3


@dataclass(frozen=True, slots=True)
class AnswerEngine:
    """Answers questions over one open index and its catalog."""

    finder: Finder
    sources: Sources
    analysis: WordAnalysis
    embed: Embed
    limits: AnswerLimits

    def answer(
        self, text: str, filters: Filters, searched: Searched, corpus_version: str, intent: Intent | None = None
    ) -> Answer:
        """The answer to ``text`` under ``filters``. ``searched`` and ``corpus_version`` go into it as they are.

        ``intent`` is what the user says is asked for, None where the words are to tell.
        """
        quoter = Quoter(self.sources)
        lookup = look_up(text, self.finder, self.sources, filters)
        question = understand(text, intent)
        drafted = self._draft(question, lookup, filters, quoter, intent)
        claims = as_claims(drafted, quoter, self.limits.max_claims)
        reason = drafted.reason if claims or drafted.reason is not Reason.NONE else Reason.NOTHING_FOUND
        over_time = drafted.intent in OVER_TIME and bool(claims)
        if over_time:
            claims = told_over_time(claims)
        declined: tuple[Citation, ...] = ()
        if not claims:
            declined = self._near_misses(text, drafted, quoter, filters)
        return Answer(
            id=_answer_id(text, filters, corpus_version, intent),
            question=text,
            filters=filters,
            intent=drafted.intent,
            status=AnswerStatus.ANSWERED if claims else AnswerStatus.DECLINED,
            claims=claims,
            near_misses=declined,
            reason="" if claims else reason.value,
            searched=searched,
            corpus_version=corpus_version,
            open_points=open_points(drafted.evidence, self.sources, quoter, _cited(claims)) if over_time else (),
            no_news_since=_latest(claims) if over_time else None,
            sureness=round(drafted.sureness, 3),
        )

    def weighed(self, text: str, filters: Filters) -> tuple[Evidence, ...]:
        """The evidence that an answer to ``text`` is drafted from, best first; for measuring."""
        return tuple(self._evidence(understand(text), filters))

    def _draft(
        self, question: Question, lookup: Lookup, filters: Filters, quoter: Quoter, intent: Intent | None
    ) -> Drafted:
        if lookup.named:
            return self._draft_named(lookup, filters, quoter, intent)
        evidence = self._evidence(question, filters)
        return self._draft_from(question, evidence, scoped=False)

    def _draft_named(self, lookup: Lookup, filters: Filters, quoter: Quoter, intent: Intent | None) -> Drafted:
        """The question names documents by number: answered from them, or by them where nothing more is asked."""
        if not lookup.carrying and not lookup.naming:
            return Drafted(Intent.LOOKUP, reason=Reason.NO_SUCH_NUMBER)
        if lookup.is_bare or not lookup.carrying:
            answered = self._answered_elsewhere(lookup) if lookup.is_bare else ()
            openings = lookup.openings
            if lookup.asks_for_answer:
                said = [one for one in openings if one[0].is_government and one[0] in lookup.carrying]
                openings = said or openings
            own = [quoter.opening(*one) for one in openings]
            there = [quoter.of_section(*one) for one in answered]
            referred = bool(own) and own[0].kind in (Kind.REFERRAL_ANSWER, Kind.ANSWERED_ELSEWHERE)
            told = [*own[:1], *there, *own[1:]] if referred else [*there, *own]
            return Drafted(Intent.LOOKUP, citations=tuple(told))
        narrowed = replace(filters, documents=lookup.document_ids)
        asked = understand(lookup.rest, None if intent is Intent.LOOKUP else intent)
        return self._draft_from(asked, self._evidence(asked, narrowed), scoped=True)

    def _answered_elsewhere(self, lookup: Lookup) -> tuple[tuple[Document, Section], ...]:
        """Where the question that the number names was answered, if no document that carries the number answers it."""
        if not lookup.carrying or any(passage.kind.is_answer for passage in lookup.carrying):
            return ()
        if not lookup.carrying[0].kind.is_written_question:
            return ()
        case = case_of(lookup.carrying[0].document, self.sources)
        return tuple(
            (document, section) for document in case if document.kind.is_answer for section in first_answers(document)
        )

    def _draft_from(self, question: Question, evidence: list[Evidence], *, scoped: bool) -> Drafted:
        if question.intent is Intent.ANSWERED_YET and evidence:
            sections = outcome_of(evidence, self.sources)
            return Drafted(question.intent, evidence=tuple(evidence), sections=sections)
        reason = judge(question, evidence, scoped=scoped)
        sure = sureness(question, evidence)
        if reason is Reason.REFERRED and (said := referral(question, evidence)):
            evidence = [said, *evidence]
        if reason is not Reason.NONE:
            return Drafted(question.intent, evidence=tuple(evidence), reason=reason, sureness=sure)
        if question.intent in OVER_TIME:
            named = [item for item in evidence if item.passage.parliament in question.parliaments]
            positions = in_time(named or evidence, 2 * self.limits.max_claims)
        else:
            floor = FURTHER_SHARE * evidence[0].score
            share = NEWEST_SHARE.get(question.intent)
            if question.intent is Intent.WHEN and not question.looks_ahead:
                share = None  # when something was does not change
            leading = newest_leads(evidence, share) if share else evidence
            positions = [plain(item) for item in leading if item is leading[0] or item.score >= floor]
        return Drafted(
            question.intent,
            evidence=tuple(evidence),
            positions=tuple(positions),
            expected=question.expected,
            sureness=1.0 if scoped else sure,
        )

    def _evidence(self, question: Question, filters: Filters) -> list[Evidence]:
        spoken = filters if filters.roles else replace(filters, roles=SPOKEN)
        hits = list(self.finder.candidates(question.text, spoken, CANDIDATES))
        if question.intent in OVER_TIME and not filters.parliaments:
            for parliament in question.parliaments or tuple(Parliament):
                narrowed = replace(spoken, parliaments=(parliament,))
                hits.extend(self.finder.candidates(question.text, narrowed, CANDIDATES_PER_PARLIAMENT))
            hits = self.finder.together(question.text, hits)
        return gather(question, hits, self.analysis, self.embed)

    def _near_misses(self, text: str, drafted: Drafted, quoter: Quoter, filters: Filters) -> tuple[Citation, ...]:
        found = near_misses(drafted.evidence, quoter, self.limits.near_misses)
        if found:
            return found
        hits = self.finder.candidates(text, filters, self.limits.near_misses)
        return tuple(quoter.of_passage(hit.passage) for hit in hits)


def _cited(claims: Sequence[Claim]) -> list[Citation]:
    return [citation for claim in claims for citation in claim.citations]


def _latest(claims: Sequence[Claim]) -> dt.date | None:
    """The day of the newest government position among the claims, or of a press text after it: that is news too."""
    told = [one for one in claims if one.standing is Standing.LATEST]
    heard = [*told, *(one for one in claims if told and one.first.kind is Kind.PRESS_TEXT)]
    return max((one.first.date for one in heard if one.first.date), default=None)


def _answer_id(text: str, filters: Filters, corpus_version: str, intent: Intent | None) -> str:
    told = "\n".join((" ".join(text.split()), repr(filters), corpus_version, *((intent.value,) if intent else ())))
    return hashlib.sha256(told.encode()).hexdigest()[:16]
