"""A drafted answer into claims: quotes made, doubles taken out, no more than wanted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kb.answering.declining import Reason
from kb.answering.evidence import Evidence
from kb.answering.quoting import LIST_WORDS, QUOTE_WORDS, Quoter, merged
from kb.answering.status import Position
from kb.model.answer import Citation, Claim, Intent, Standing
from kb.model.document import Document, Section

# A fact needs one good quote and lets two more stand beside it; what is listed or told over time needs more.
_FEW = 3
_MANY = (Intent.STATUS, Intent.COMPARE, Intent.LIST, Intent.AMOUNT, Intent.LOOKUP, Intent.ANSWERED_YET)


@dataclass(frozen=True, slots=True)
class Drafted:
    """What an answer will say: positions, whole sections, or ready citations; or the reason why it says nothing."""

    intent: Intent
    evidence: tuple[Evidence, ...] = ()
    positions: tuple[Position, ...] = ()
    sections: tuple[tuple[Document, Section], ...] = ()
    citations: tuple[Citation, ...] = ()
    reason: Reason = Reason.NONE
    expected: int = 0
    sureness: float = 1.0


def as_claims(drafted: Drafted, quoter: Quoter, most: int) -> tuple[Claim, ...]:
    """At most ``most`` claims, in the drafted order."""
    wanted = max(most, drafted.expected) if drafted.intent in _MANY else min(_FEW, most)
    claims: list[Claim] = []
    quoted: list[Citation] = []
    for citation, standing in _quotes(drafted, quoter):
        if len(merged([*quoted, citation])) == len(quoted):
            continue
        quoted.append(citation)
        claims.append(Claim(text=citation.quote, citations=(citation,), standing=standing))
        if len(claims) == wanted:
            break
    return tuple(claims)


def near_misses(evidence: Sequence[Evidence], quoter: Quoter, most: int) -> tuple[Citation, ...]:
    """The nearest quotes that do not answer."""
    return merged([quoter.around(item) for item in evidence[: 4 * most]])[:most]


def plain(evidence: Evidence) -> Position:
    """Evidence of an answer that is not told over time; a member's words are marked as a claim."""
    return Position(evidence, Standing.CLAIM if evidence.passage.is_member else Standing.PLAIN)


def _quotes(drafted: Drafted, quoter: Quoter) -> Iterator[tuple[Citation, Standing]]:
    for position in drafted.positions:
        words = LIST_WORDS if drafted.intent is Intent.LIST else QUOTE_WORDS
        yield quoter.around(position.evidence, words), position.standing
    for document, section in drafted.sections:
        standing = Standing.CLAIM if section.role.is_member else Standing.PLAIN
        yield quoter.of_section(document, section), standing
    for citation in drafted.citations:
        yield citation, Standing.CLAIM if citation.role.is_member else Standing.PLAIN
