"""What a run over a source did, and what is held of each source, as the documented JSON."""

from typing import TYPE_CHECKING

from kb.model.collecting import HeldPiece, SourceCoverage
from ui.jsonform import Json, plain

if TYPE_CHECKING:
    from ingest.collecting.report import CollectReport
    from ingest.report import ReportLine
    from ui.collecting import FetchReport


def fetched_as_json(report: "FetchReport") -> Json:
    return {"sources": [_collected(one) for one in report.sources], "index": plain(report.index)}


def coverage_as_json(source: SourceCoverage) -> Json:
    return {
        "source": source.source,
        "last_success": plain(source.last_success),
        "last_failure": plain(source.last_failure),
        "failure": source.failure,
        "listed_until": plain(source.listed_until),
        "listed": source.listed,
        "held": source.held,
        "missing": source.missing,
        "waiting": source.waiting,
        "months": [{**plain(month), "missing": month.missing} for month in source.months],
        "gaps": [{**plain(gap), "missing": gap.missing} for gap in source.gaps],
        "quarantine": [_piece(piece) for piece in source.quarantine],
    }


def _collected(report: "CollectReport") -> Json:
    run = report.run
    return {
        "source": run.source,
        "outcome": run.outcome.value,
        "message": run.message,
        "dry_run": report.dry,
        "started": plain(run.started),
        "ended": plain(run.ended),
        "listed": run.listed,
        "new": run.new,
        "changed": run.changed,
        "unchanged": run.unchanged,
        "removed": run.removed,
        "failed": run.failed,
        "waiting": run.waiting,
        "requests": report.requests,
        "bytes": report.bytes,
        "documents": [_line(line) for line in report.lines],
        "planned": [_piece(piece) for piece in report.planned],
        "findings": [
            {**plain(counted.finding), "message": counted.finding.message, "times": counted.times}
            for counted in report.findings
        ],
        "problems": [plain(problem) for problem in report.problems],
    }


def _line(line: "ReportLine") -> Json:
    return {
        "id": str(line.id) if line.id else "",
        "outcome": "withdrawn" if line.reason else line.outcome.value,
        "version": line.version,
        "location": line.location,
        "problems": [plain(problem) for problem in line.problems],
    }


def _piece(piece: HeldPiece) -> Json:
    return {
        "id": str(piece.document),
        "kind": piece.kind,
        "date": plain(piece.date),
        "state": piece.state.value,
        "address": piece.address,
        "attempts": piece.attempts,
        "next_try": plain(piece.next_try),
        "problem": plain(piece.problem),
    }
