"""What is still open on the matter: questions that were put and not answered, and what a government promised.

Both are shown at the end of a status answer. Whether a promise was kept is not judged here: the words and the day are
shown, and nothing newer that was found says otherwise.
"""

import datetime as dt
from collections.abc import Iterator, Sequence

from kb.answering import says
from kb.answering.evidence import Evidence
from kb.answering.outcome import Cases, case_of
from kb.answering.question import folded
from kb.answering.quoting import Quoter
from kb.answering.standing import is_question
from kb.model.answer import Citation, OpenKind, OpenPoint
from kb.model.identity import DocumentId
from kb.model.terms import Kind

# A point is on the matter where its passage reaches this share of what the best one reaches, and names as much itself.
_ON_THE_MATTER = 0.8
_NAMES_IT = 0.7
_MOST = 2
_OPEN = (Kind.OPEN_QUESTION, Kind.ORAL_QUESTION, Kind.POSTPONEMENT)


def open_points(
    evidence: Sequence[Evidence], cases: Cases, quoter: Quoter, claimed: Sequence[Citation]
) -> tuple[OpenPoint, ...]:
    """At most two unanswered questions and two promises, newest first; none that is among what is ``claimed``."""
    if not evidence:
        return ()
    reach = _ON_THE_MATTER * max(item.reach for item in evidence[:5])
    cover = _NAMES_IT * max(item.signs.cover for item in evidence[:5])
    near = [item for item in evidence if item.reach >= reach and item.signs.cover >= cover]
    asked = _points(OpenKind.QUESTION, _unanswered(near, cases), quoter, claimed)
    promised = _points(OpenKind.PROMISE, _promises(near), quoter, claimed)
    return (*asked, *promised)


def _unanswered(near: Sequence[Evidence], cases: Cases) -> Iterator[Evidence]:
    answered: dict[DocumentId, bool] = {}
    for item in near:
        passage = item.passage
        if not (passage.is_member and passage.kind in _OPEN and is_question(item.text)):
            continue
        if passage.document not in answered:
            answered[passage.document] = any(other.kind.is_answer for other in case_of(passage.document, cases))
        if not answered[passage.document]:
            yield item


def _promises(near: Sequence[Evidence]) -> Iterator[Evidence]:
    return (item for item in near if item.passage.is_government and says.PROMISE.search(folded(item.text)))


def _points(kind: OpenKind, found: Iterator[Evidence], quoter: Quoter, claimed: Sequence[Citation]) -> list[OpenPoint]:
    newest = sorted(found, key=lambda item: item.passage.date or dt.date.min, reverse=True)
    points: list[OpenPoint] = []
    taken = list(claimed)
    for item in newest:
        citation = quoter.cite(item.passage, item.start, item.end)
        if any(_meet(citation, other) for other in taken):
            continue
        taken.append(citation)
        points.append(OpenPoint(kind, citation))
        if len(points) == _MOST:
            break
    return points


def _meet(one: Citation, other: Citation) -> bool:
    same = (one.document, one.version, one.section) == (other.document, other.version, other.section)
    return same and one.start < other.end and other.start < one.end
