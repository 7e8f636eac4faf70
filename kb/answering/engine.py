"""The steps of an answer, in order: understand, find, judge sentences, arrange, or decline.

Deterministic: the same question, filters and corpus give the same answer and the same id.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from kb.answering.declining import Reason, judge
from kb.answering.evidence import Evidence, gather
from kb.answering.lookup import Lookup, NumberedDocuments
from kb.answering.overlap import Embed, WordAnalysis
from kb.answering.question import Question, understand
from kb.answering.quoting import Quoter, StoredTexts, merged
from kb.answering.status import Position, in_time
from kb.model.answer import Answer, AnswerStatus, Citation, Claim, Intent, Searched, Standing
from kb.model.query import Filters
from kb.model.terms import Parliament, Role
from kb.store.port import Hit

# Candidates that are read sentence by sentence.
CANDIDATES = 60
# A further claim must reach this share of the best one's score.
FURTHER_SHARE = 0.75
_SPOKEN_ROLES = tuple(role for role in Role if role not in (Role.HEAD, Role.NOTE, Role.TABLE))
_IN_TIME = (Intent.STATUS, Intent.COMPARE)


class Finder(Protocol):
    """What the engine needs of search."""

    def candidates(self, query: str, filters: Filters, limit: int) -> Sequence[Hit]: ...


class Sources(StoredTexts, NumberedDocuments, Protocol):
    """What the engine needs of the catalog."""


@dataclass(frozen=True, slots=True)
class AnswerLimits:
    max_claims: int = 6
    near_misses: int = 3


class AnswerEngine:
    """Answers questions over one open index and its catalog."""

    def __init__(
        self,
        finder: Finder,
        sources: Sources,
        analysis: WordAnalysis,
        embed: Embed,
        limits: AnswerLimits,
    ) -> None:
        self._finder = finder
        self._sources = sources
        self._analysis = analysis
        self._embed = embed
        self._limits = limits

    def answer(self, text: str, filters: Filters, searched: Searched, corpus_version: str) -> Answer:
        """The answer to ``text`` under ``filters``. ``searched`` and ``corpus_version`` go into it as they are."""
        quoter = Quoter(self._sources)
        lookup = Lookup(text, self._sources)
        question = understand(lookup.rest or text)
        if lookup.is_bare or not lookup.rest:
            question = replace(question, intent=Intent.LOOKUP)
        scope = replace(filters, documents=lookup.documents) if lookup.documents else filters
        claims: tuple[Claim, ...]
        evidence: list[Evidence] = []
        if lookup.named and not lookup.documents and not lookup.mentions(self._finder, filters):
            claims, reason = (), Reason.NO_SUCH_NUMBER
        elif question.intent is Intent.LOOKUP:
            claims, reason = self._looked_up(lookup, quoter, filters), Reason.NONE
        else:
            evidence = self._evidence(question, scope)
            claims, reason = self._claims(question, evidence, quoter, scoped=bool(lookup.documents))
        if not claims and reason is Reason.NONE:
            reason = Reason.NOTHING_FOUND
        return Answer(
            id=_answer_id(text, filters, corpus_version),
            question=text,
            filters=filters,
            intent=question.intent,
            status=AnswerStatus.ANSWERED if claims else AnswerStatus.DECLINED,
            claims=claims,
            near_misses=() if claims else self._near_misses(text, evidence, quoter, filters),
            reason="" if claims else reason.value,
            searched=searched,
            corpus_version=corpus_version,
        )

    def _evidence(self, question: Question, filters: Filters) -> list[Evidence]:
        roles = filters.roles or _SPOKEN_ROLES
        hits = list(self._finder.candidates(question.text, replace(filters, roles=roles), CANDIDATES))
        # A status answer speaks for each parliament: the one that is found less must not fall off the list.
        if question.intent in _IN_TIME and not filters.parliaments:
            for parliament in question.parliaments or tuple(Parliament):
                narrowed = replace(filters, roles=roles, parliaments=(parliament,))
                hits.extend(self._finder.candidates(question.text, narrowed, CANDIDATES // 3))
        return gather(question, _distinct(hits), self._analysis, self._embed)

    def _claims(
        self, question: Question, evidence: list[Evidence], quoter: Quoter, *, scoped: bool
    ) -> tuple[tuple[Claim, ...], Reason]:
        reason = judge(question, evidence, scoped=scoped)
        if reason is not Reason.NONE:
            return (), reason
        if question.intent in _IN_TIME:
            if question.parliaments:
                named = [item for item in evidence if item.passage.parliament in question.parliaments]
                evidence = named or evidence
            positions = in_time(evidence, self._limits.max_claims)
        else:
            floor = FURTHER_SHARE * evidence[0].score
            positions = [_plain(item) for item in evidence if item.score >= floor]
        return self._as_claims(positions, quoter, self._wanted(question)), Reason.NONE

    def _wanted(self, question: Question) -> int:
        if question.intent is Intent.LIST:
            return max(self._limits.max_claims, question.expected)
        return self._limits.max_claims if question.intent in (*_IN_TIME, Intent.AMOUNT) else min(3, self._limits.max_claims)

    def _as_claims(self, positions: Sequence[Position], quoter: Quoter, wanted: int) -> tuple[Claim, ...]:
        claims: list[Claim] = []
        quoted: list[Citation] = []
        for position in positions:
            citation = quoter.around(position.evidence)
            if len(merged([*quoted, citation])) == len(quoted):
                continue
            quoted.append(citation)
            claims.append(Claim(text=citation.quote, citations=(citation,), standing=position.standing))
            if len(claims) == wanted:
                break
        return tuple(claims)

    def _looked_up(self, lookup: Lookup, quoter: Quoter, filters: Filters) -> tuple[Claim, ...]:
        passages = lookup.passages(self._finder, filters)
        citations = merged([quoter.of_passage(passage) for passage in passages])
        return tuple(
            Claim(text=citation.quote, citations=(citation,)) for citation in citations[: self._limits.max_claims]
        )

    def _near_misses(
        self, text: str, evidence: Sequence[Evidence], quoter: Quoter, filters: Filters
    ) -> tuple[Citation, ...]:
        citations = [quoter.around(item) for item in evidence[: 4 * self._limits.near_misses]]
        if not citations:
            hits = self._finder.candidates(text, filters, self._limits.near_misses)
            citations = [quoter.of_passage(hit.passage) for hit in hits]
        return merged(citations)[: self._limits.near_misses]


def _distinct(hits: Sequence[Hit]) -> list[Hit]:
    best: dict[str, Hit] = {}
    for hit in hits:
        known = best.get(hit.passage.id)
        if known is None or hit.score > known.score:
            best[hit.passage.id] = hit
    return sorted(best.values(), key=lambda hit: (-hit.score, hit.passage.id))


def _plain(evidence: Evidence) -> Position:
    standing = Standing.CLAIM if evidence.passage.role.is_member else Standing.PLAIN
    return Position(evidence, standing)


def _answer_id(text: str, filters: Filters, corpus_version: str) -> str:
    told = "\n".join((" ".join(text.split()), repr(filters), corpus_version))
    return hashlib.sha256(told.encode()).hexdigest()[:16]
