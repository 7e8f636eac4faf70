"""Values as the documented JSON. Keys are only ever added.

``plain`` turns any of our values into JSON's types by its fields; the forms that DESIGN documents are written out.
"""

import datetime as dt
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import Path
from typing import Any, TypeAlias

from kb.answering.phrasing.phrased import Phrasing
from kb.errors import LoketError
from kb.model.answer import Answer, Citation, Claim
from kb.model.identity import DocumentId
from kb.model.passage import Passage
from kb.model.query import SearchResult, Understood
from ui.arranged import arrange
from ui.safe_text import UNSAFE

Json: TypeAlias = dict[str, Any]

# The line breaks and tabs outside texts are JSON's own; within them they are escapes already.
_UNSAFE_IN_JSON = re.compile(rf"(?![\t\n\r]){UNSAFE.pattern}")


def written(value: Json, *, indented: bool = False) -> str:
    """One object as text: on one line, or indented for reading."""
    text = json.dumps(value, ensure_ascii=False, indent=2 if indented else None)
    # Only texts can hold these, so an escape is the same JSON; a terminal that shows it is left alone.
    return _UNSAFE_IN_JSON.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    return json.dumps(found[0])[1:-1]


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
        "state": claim.state.value if claim.state else "",
        "state_words": claim.state_words,
        "superseded_by": claim.superseded_by,
        "citations": [citation_as_json(citation) for citation in claim.citations],
    }


def answer_as_json(answer: Answer, phrasing: Phrasing | None = None) -> Json:
    """``phrasing`` is what a language model made of it, where one was asked."""
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
        "open_points": [
            {"kind": point.kind.value, "citation": citation_as_json(point.citation)} for point in answer.open_points
        ],
        "no_news_since": answer.no_news_since.isoformat() if answer.no_news_since else None,
        "sureness": answer.sureness,
        "corpus_version": answer.corpus_version,
        "understood": understood_as_json(answer.understood),
        "phrasing": _phrasing_as_json(answer, phrasing) if phrasing else None,
    }


def _phrasing_as_json(answer: Answer, phrasing: Phrasing) -> Json:
    sources = arrange(answer).sources
    return {
        "model": phrasing.model,
        "sentences": [
            {
                "text": sentence.text,
                "numbers": list(sentence.citations),
                "citations": [citation_as_json(sources[number - 1]) for number in sentence.citations],
            }
            for sentence in phrasing.sentences
        ],
        "dropped": [{"text": one.text, "why": one.why.value, "about": one.about} for one in phrasing.dropped],
        "problem": phrasing.problem.value if phrasing.problem else "",
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
