"""Rows of what collecting remembers, to and from values."""

from typing import Any

from sqlalchemy import Row

from kb.model.collecting import HeldPiece, PieceState, Record, Run, RunOutcome
from kb.model.document import Problem
from kb.model.identity import DocumentId

SEPARATOR = "\x1f"  # between the refs of a record; no source's key holds it


def record_of(row: Row[Any]) -> Record:
    refs = tuple(row.refs.split(SEPARATOR)) if row.refs else ()
    return Record(row.category, row.key, row.content, refs, row.deleted)


def piece_of(row: Row[Any]) -> HeldPiece:
    coded = row.problem_code
    return HeldPiece(
        source=row.source,
        key=row.key,
        category=row.category,
        document=DocumentId(row.document_source, row.document_key),
        kind=row.kind,
        date=row.date,
        state=PieceState(row.state),
        fingerprint=row.fingerprint,
        since=row.since,
        taken=row.taken,
        address=row.address,
        sha256=row.sha256,
        etag=row.etag,
        last_modified=row.last_modified,
        stamp=row.stamp,
        attempts=row.attempts,
        next_try=row.next_try,
        problem=Problem(coded, row.problem_message, row.problem_advice) if coded else None,
    )


def piece_row(piece: HeldPiece) -> dict[str, Any]:
    problem = piece.problem or Problem("", "")
    return {
        "source": piece.source,
        "key": piece.key,
        "category": piece.category,
        "document_source": piece.document.source,
        "document_key": piece.document.key,
        "kind": piece.kind,
        "date": piece.date,
        "state": piece.state.value,
        "fingerprint": piece.fingerprint,
        "since": piece.since,
        "taken": piece.taken,
        "address": piece.address,
        "sha256": piece.sha256,
        "etag": piece.etag,
        "last_modified": piece.last_modified,
        "stamp": piece.stamp,
        "attempts": piece.attempts,
        "next_try": piece.next_try,
        "problem_code": problem.code,
        "problem_message": problem.message,
        "problem_advice": problem.advice,
    }


def run_of(row: Row[Any]) -> Run:
    return Run(
        number=row.number,
        source=row.source,
        started=row.started,
        outcome=RunOutcome(row.outcome),
        ended=row.ended,
        listed=row.listed,
        new=row.new,
        changed=row.changed,
        unchanged=row.unchanged,
        removed=row.removed,
        failed=row.failed,
        waiting=row.waiting,
        message=row.message,
    )
