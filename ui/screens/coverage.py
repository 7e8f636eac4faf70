"""What is collected from: per source how fresh it is, how much of it is held, its gaps and what waits in quarantine."""

from collections.abc import Sequence
from html import escape

from kb.model.collecting import HeldPiece, SourceCoverage
from ui.coverage_wording import failure, freshness, gap, held_of, newest_gaps
from ui.messages import collecting
from ui.screens.frame import Frame, show
from ui.screens.markup import coded, element

_SHOWN = 12


def show_sources(sources: Sequence[SourceCoverage], frame: Frame) -> None:
    """Nothing where nothing was collected: then everything came from the user's own folders."""
    if not sources:
        return
    show(element("h2", escape(frame.say(collecting.COVERAGE))))
    for source in sources:
        _show_source(source, frame)


def _show_source(source: SourceCoverage, frame: Frame) -> None:
    language = frame.language
    held = f"{held_of(source, language)}, {freshness(source, language)}"
    show(element("p", element("strong", escape(source.source)) + escape(f": {held}")))
    if failed := failure(source, language):
        show(element("p", coded(failed)), "state", role="status")
    gaps = newest_gaps(source)
    if not gaps:
        show(element("p", escape(frame.say(collecting.NO_GAPS))), "quiet")
    else:
        show(element("ul", "".join(element("li", escape(gap(month, language))) for month in gaps[:_SHOWN])))
    if source.quarantine:
        _show_quarantine(source.quarantine, frame)


def _show_quarantine(pieces: Sequence[HeldPiece], frame: Frame) -> None:
    head = (frame.say(collecting.PIECE), frame.say(collecting.REASON), frame.say(collecting.NEXT_TRY))
    top = element("tr", "".join(element("th", escape(name), scope="col") for name in head))
    body = "".join(_row(piece) for piece in pieces[:_SHOWN])
    count = frame.count(collecting.QUARANTINE, len(pieces))
    show(element("table", element("caption", escape(count)) + element("thead", top) + element("tbody", body), "counts"))


def _row(piece: HeldPiece) -> str:
    reason = f"{piece.problem.message} {piece.problem.advice}".strip() if piece.problem else ""
    again = f"{piece.next_try.astimezone():%Y-%m-%d %H:%M}" if piece.next_try else ""
    cells = (str(piece.document), reason, again)
    return element("tr", "".join(element("td", coded(cell)) for cell in cells))
