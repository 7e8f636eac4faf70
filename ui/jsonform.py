"""Values as the documented JSON. Keys are only ever added.

``plain`` turns any of our values into JSON's types by its fields; the forms that DESIGN documents are written out.
"""

import datetime as dt
import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import Path
from typing import Any, TypeAlias

from kb.errors import LoketError
from kb.model.answer import Answer, Citation, Claim
from kb.model.identity import DocumentId
from kb.model.passage import Passage
from kb.model.query import SearchResult, Understood

Json: TypeAlias = dict[str, Any]


def written(value: Json, *, indented: bool = False) -> str:
    """One object as text: on one line, or indented for reading."""
    return json.dumps(value, ensure_ascii=False, indent=2 if indented else None)


def citation_as_json(citation: Citation) -> Json:
    return {
        "document": str(citation.document),
        "version": citation.version,
        "source": citation.source,
        "url": citation.url,
        "title": citation.title,
        "kind": citation.kind.value,
        "parliament": citation.parliament.value if citation.parliament else None,
        "date": citation.date.isoformat() if citation.date else None,
        "section": citation.section,
        "questions": list(citation.questions),
        "page": citation.page,
        "start": citation.start,
        "end": citation.end,
        "quote": citation.quote,
        "role": citation.role.value,
        "speaker": citation.speaker,
    }


def claim_as_json(claim: Claim) -> Json:
    first = citation_as_json(claim.first)
    return {
        "text": claim.text,
        "date": first["date"],
        "parliament": first["parliament"],
        "speaker": first["speaker"],
        "role": first["role"],
        "standing": claim.standing.value,
        "citations": [citation_as_json(citation) for citation in claim.citations],
    }


def answer_as_json(answer: Answer) -> Json:
    until = answer.searched.until
    return {
        "id": answer.id,
        "question": answer.question,
        "status": answer.status.value,
        "intent": answer.intent.value,
        "reason": answer.reason,
        "claims": [claim_as_json(claim) for claim in answer.claims],
        "near_misses": [citation_as_json(citation) for citation in answer.near_misses],
        "searched": {
            "documents": answer.searched.documents,
            "passages": answer.searched.passages,
            "until": until.isoformat() if until else None,
            "sources": [plain(source) for source in answer.searched.sources],
        },
        "corpus_version": answer.corpus_version,
        "understood": understood_as_json(answer.understood),
    }


def search_as_json(result: SearchResult, cite: Callable[[Passage], Citation]) -> Json:
    """``cite`` gives the citation of a passage (`KnowledgeBase.cite`)."""
    return {
        "query": result.query,
        "matches": [
            {
                **citation_as_json(cite(match.passage)),
                "score": match.score,
                "found_by": [way.value for way in match.found_by],
            }
            for match in result.matches
        ],
        "total": result.total,
        "total_is_exact": result.total_is_exact,
        "understood": understood_as_json(result.understood),
    }


def understood_as_json(understood: Understood | None) -> Json | None:
    """None where the question was not read for what it names."""
    if understood is None:
        return None
    return {
        "rest": understood.rest,
        "outside": understood.outside,
        "parts": [
            {
                "what": part.what.value,
                "words": part.words,
                "effect": part.effect.value,
                "values": [
                    plain(value)
                    for values in (
                        part.narrows.parliaments,
                        part.narrows.kinds,
                        part.narrows.people,
                        part.narrows.parties,
                        part.narrows.ministries,
                        part.narrows.numbers,
                    )
                    for value in values
                ],
                "since": plain(part.narrows.since),
                "until": plain(part.narrows.until),
            }
            for part in understood.parts
        ],
    }


def error_as_json(error: LoketError) -> Json:
    return {"error": error.message, "advice": error.advice}


def plain(value: object) -> Any:
    """JSON's types for a value of ours, field by field; TypeError for what is none of ours."""
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str):
        return value
    if isinstance(value, DocumentId | Path):
        return str(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        return {entry.name: plain(getattr(value, entry.name)) for entry in fields(value)}
    if isinstance(value, Mapping):
        return {str(plain(key)): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        items = sorted(value, key=str) if isinstance(value, set | frozenset) else value
        return [plain(item) for item in items]
    raise TypeError(f"{type(value).__name__} has no JSON form")
