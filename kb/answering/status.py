"""Claims in the order of time: per parliament the latest government position first, then what came before it.

Only documents that speak of the matter about as clearly as the best one count as a position: a passing mention in a
newer document is not news. An undated document never passes as the latest. What a member says is shown as a claim.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from kb.answering.evidence import Evidence
from kb.answering.standing import is_question
from kb.model.answer import Standing
from kb.model.identity import DocumentId
from kb.model.terms import Kind, Parliament, Role

# A document's best sentence must reach this share of the best one of its parliament to count as a position.
POSITION_SHARE = 0.8
# Less is asked of a document whose title says that it is on the matter, and of a sentence that itself names the matter
# as well as any and says how far it is: that its passage speaks of it only once does not make it less of a position.
LESS_SHARE = 0.6
TITLED = 0.85
NAMED_SHARE = 0.9
SAYS_HOW_FAR = 0.8
# And of the best one of all: a parliament that speaks of something else has no position on this.
OVERALL_SHARE = 0.6
COVER_SHARE = 0.5
# Members' words are weighed down already; of what they claim, only what is on the matter is worth showing.
MEMBER_SHARE = 0.7
_NO_ANSWER = (Kind.POSTPONEMENT, Kind.REFERRAL_ANSWER, Kind.ANSWERED_ELSEWHERE, Kind.WITHDRAWN)
# Sentences of one document within this share of its best are about as good.
AS_GOOD = 0.9
CLEARLY_LATER = dt.timedelta(days=60)
# A newer sentence speaks of the same matter where it covers this share of what the best one covers.
SAME_MATTER = 0.7
REACHES_AS_FAR = 0.9
# Where a parliament's best passages reach so much of the question, a position reaches this share of it too.
REACH_SHARE = 0.7
# The second quote from the latest document must be nearly as good as its first.
SECOND_SHARE = 0.9


@dataclass(frozen=True, slots=True)
class Position:
    """One piece of evidence with its standing among the others."""

    evidence: Evidence
    standing: Standing


def in_time(evidence: Sequence[Evidence], limit: int, earlier_per_parliament: int = 2) -> list[Position]:
    """Positions in the order to show them: the latest of each parliament, newest parliament first, then history.

    ``evidence`` is best first. At most ``limit`` positions.
    """
    evidence = _on_the_matter(evidence)
    lines = [_Line(parliament, evidence) for parliament in _parliaments(evidence)]
    lines.sort(key=lambda line: (line.lead_standing is Standing.LATEST, line.newest or dt.date.min), reverse=True)
    ordered: list[Position] = [Position(line.lead, line.lead_standing) for line in lines if line.lead]
    for line in lines:
        ordered.extend(Position(item, line.lead_standing) for item in line.more_of_latest)
    for line in lines:
        ordered.extend(Position(item, Standing.EARLIER) for item in line.earlier[:earlier_per_parliament])
    for line in lines:
        ordered.extend(Position(item, Standing.UNDATED) for item in line.undated[:1])
        ordered.extend(Position(item, Standing.PLAIN) for item in line.others[:1])
        ordered.extend(Position(item, Standing.CLAIM) for item in line.members[:1])
    return ordered[:limit]


def newest_leads(evidence: Sequence[Evidence], share: float) -> list[Evidence]:
    """Evidence, best first, with the newest government position brought to the front.

    A position that fits the question nearly as well (``share`` of the best score), in the same parliament, and said
    clearly later, is what holds now; what was said before it stays, behind it.
    """
    if not evidence:
        return []
    best = evidence[0]
    if best.passage.date is None:
        return list(evidence)
    later = [
        item
        for item in evidence
        if item.score >= share * best.score
        and item.signs.fits >= best.signs.fits
        and _as_much_on_it(item, best)
        and item.passage.is_government
        and item.passage.kind is not Kind.PRESS_TEXT
        and _is_position(item)
        and item.passage.parliament is best.passage.parliament
        and item.passage.date is not None
        and item.passage.date - best.passage.date > CLEARLY_LATER
    ]
    if not later:
        return list(evidence)
    newest = max(later, key=lambda item: (item.passage.date or dt.date.min, item.score))
    return [newest, *(item for item in evidence if item is not newest)]


def _as_much_on_it(item: Evidence, best: Evidence) -> bool:
    """Whether a sentence speaks of what is asked as much as the best one does, itself or where it stands."""
    covers = item.signs.cover >= SAME_MATTER * best.signs.cover
    itself = max(item.signs.own, item.signs.same) >= SAME_MATTER * min(best.signs.own, best.signs.cover)
    return covers and (itself or item.reach >= REACHES_AS_FAR * best.reach)


def _on_the_matter(evidence: Sequence[Evidence]) -> list[Evidence]:
    """What reaches a share of the best score and of the best cover there is."""
    if not evidence:
        return []
    score = OVERALL_SHARE * evidence[0].score
    cover = COVER_SHARE * max(item.signs.cover for item in evidence[:5])
    return [item for item in evidence if item.score >= score and item.signs.cover >= cover]


def _parliaments(evidence: Sequence[Evidence]) -> list[Parliament | None]:
    return list(dict.fromkeys(item.passage.parliament for item in evidence))


class _Line:
    """What one parliament's documents say, in the order of time."""

    def __init__(self, parliament: Parliament | None, evidence: Sequence[Evidence]) -> None:
        own = [item for item in evidence if item.passage.parliament is parliament]
        government = _best_per_document([item for item in own if _is_position(item)])
        others = _best_per_document([item for item in own if _is_other(item)])
        best = max((item.score for item in government), default=0.0)
        floor = POSITION_SHARE * best
        named = max((item.signs.own for item in government), default=0.0)
        reach = REACH_SHARE * max((item.reach for item in government[:5]), default=0.0)
        positions = [
            item
            for item in government
            if item.reach >= reach and (item.score >= floor or _tells_as_much(item, best, named))
        ]
        dated = [item for item in positions if item.passage.date]
        dated.sort(key=lambda item: (item.passage.date or dt.date.min, item.score), reverse=True)
        dated, to_press = _told_to_parliament(dated, parliament)
        self.undated = [item for item in positions if not item.passage.date]
        told = [item for item in own if item.passage.is_member and not is_question(item.text)]
        self.members = [item for item in _best_per_document(told) if item.score >= MEMBER_SHARE * floor]
        self.lead_standing = Standing.LATEST
        self.earlier = dated[1:]
        self.lead: Evidence | None = dated[0] if dated else None
        if self.lead is None and self.undated:
            self.lead, self.lead_standing = self.undated.pop(0), Standing.UNDATED
        self.others = [*to_press, *(item for item in others if item.score >= floor)]
        if self.lead is None and self.others:
            self.lead, self.lead_standing = self.others.pop(0), Standing.PLAIN
        if self.lead is None and self.members:
            self.lead, self.lead_standing = self.members.pop(0), Standing.CLAIM
        self.more_of_latest = self._more(own)

    @property
    def newest(self) -> dt.date | None:
        return self.lead.passage.date if self.lead else None

    def _more(self, own: Sequence[Evidence]) -> list[Evidence]:
        lead = self.lead
        if lead is None:
            return []
        others = [
            item
            for item in own
            if item.passage.document == lead.passage.document
            and item.passage.role == lead.passage.role
            and item.passage.section != lead.passage.section
            and item.score >= SECOND_SHARE * lead.score
        ]
        return others[:1]


def _told_to_parliament(dated: list[Evidence], parliament: Parliament | None) -> tuple[list[Evidence], list[Evidence]]:
    """Positions, newest first, without the press texts that may not lead, and those.

    Anyone can write "press text" above a file. One of no parliament is nobody's position, and what a parliament was
    told leads before a newer one, which is shown behind it.
    """
    formal = [item for item in dated if item.passage.kind is not Kind.PRESS_TEXT]
    if formal or parliament is None:
        newest = formal[0].passage.date if formal else None
        after = [
            item
            for item in dated
            if item.passage.kind is Kind.PRESS_TEXT
            and (parliament is None or (item.passage.date or dt.date.min) > (newest or dt.date.min))
        ]
        return [item for item in dated if item not in after], after
    return dated, []


def _tells_as_much(item: Evidence, best: float, own: float) -> bool:
    """``best``: the best score of the parliament, ``own``: how well its best sentence names the matter."""
    if item.score < LESS_SHARE * best:
        return False
    named = item.signs.own >= NAMED_SHARE * own and item.signs.fits >= SAYS_HOW_FAR
    return named or item.about >= TITLED


def _is_position(item: Evidence) -> bool:
    """A government's words, but neither a postponement nor a referral, which are no answers."""
    passage = item.passage
    return passage.is_government and not (
        passage.kind in _NO_ANSWER and passage.role in (Role.ANSWER, Role.ANSWER_INTRO, Role.NOTICE)
    )


def _is_other(item: Evidence) -> bool:
    """Neither the government's own words nor a member's: a web page, a report, a text of unknown origin."""
    return not item.passage.is_government and not item.passage.is_member


def _best_per_document(evidence: Sequence[Evidence]) -> list[Evidence]:
    """One sentence per document, best document first.

    Of sentences that are about as good, the one that answers a question like the one asked now: a remark in an answer
    to something else may hold the same words.
    """
    of_document: dict[DocumentId, list[Evidence]] = {}
    for item in evidence:
        of_document.setdefault(item.passage.document, []).append(item)
    best = []
    for items in of_document.values():
        near = [item for item in items if item.score >= AS_GOOD * items[0].score]
        best.append(max(near, key=lambda item: (item.signs.asked, item.score)))
    return best
