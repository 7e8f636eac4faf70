"""One answer, in its documented JSON, against its judged question.

Quotes are compared on a key without white space and hyphens: extraction loses spaces at line ends, and a system that
mends them is right. A quote counts as right when it and a judged quote share most of the shorter one's words in a row.
"""

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from evaluation.answers.gold import GoldQuestion, GoldQuote

# The judged quote must stand in the shown one to this share (or the shown one in the judged one).
ENOUGH = 0.7


def squash(text: str) -> str:
    """The text without white space and hyphens, lower case."""
    return re.sub(r"[\s\-\u00ad\u2010\u2011]+", "", text).lower()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is right about one answer; None where the question does not ask for it."""

    question: GoldQuestion
    answered: bool
    quotes: int
    verbatim: int
    leading: bool | None
    in_first_three: bool | None
    source: bool | None
    latest_first: bool | None
    role: bool | None
    complete: bool | None
    wrong_lead: bool | None
    declined_right: bool | None
    shown: tuple[str, ...]
    sureness: float = 1.0
    cited: int = 0
    cited_right: int = 0
    entries: int = 0
    entries_found: int = 0


def judge(gold: GoldQuestion, answer: Mapping[str, Any], raw: Mapping[str, str]) -> Verdict:
    """``raw``: squashed text of the plain-text originals by file name, for the strict check that quotes are verbatim.

    The strict check fails where a footnote mark or a page footer stands inside the quoted sentence in the raw text.
    """
    claims = [claim["citations"][0] for claim in answer["claims"]]
    cited = [citation for claim in answer["claims"] for citation in claim["citations"]] + list(answer["near_misses"])
    checked = [citation for citation in cited if _file(citation) in raw]
    answered = answer["status"] == "answered"
    common = {
        "question": gold,
        "answered": answered,
        "quotes": len(checked),
        "verbatim": sum(squash(citation["quote"]) in raw[_file(citation)] for citation in checked),
        "sureness": float(answer["sureness"]),
        "cited": len(claims) if gold.answerable else 0,
        "shown": tuple(f"{_file(c)} {c['date']} {c.get('role', '')}: {c['quote'][:160]}" for c in claims)
        or (f"declined: {answer['reason']}",),
    }
    if not gold.answerable:
        nothing = dict.fromkeys(
            ("leading", "in_first_three", "source", "latest_first", "role", "complete", "wrong_lead"), None
        )
        return Verdict(**common, **nothing, declined_right=not answered)
    right = [_right(gold, citation) for citation in claims]
    found = [any(_has(entry, claim) for claim in claims) for entry in gold.quotes]
    needed = len(gold.quotes) if gold.all_of else min(1, len(gold.quotes))
    first_right = next((claim for claim, ok in zip(answer["claims"], right, strict=True) if ok), None)
    return Verdict(
        **common,
        leading=bool(right) and right[0],
        in_first_three=any(right[:3]),
        source=bool(claims) and _file(claims[0]) in _files(gold),
        latest_first=(bool(claims) and _file(claims[0]) == gold.latest_file) if gold.latest_file else None,
        role=_role_fits(gold.role, first_right) if gold.role and first_right is not None else None,
        complete=_complete(gold, claims) if gold.all_of else None,
        wrong_lead=bool(claims) and not right[0] and _is_wrong(gold, claims[0]["quote"]),
        declined_right=answered,
        cited_right=sum(right),
        entries=needed,
        entries_found=sum(found) if gold.all_of else min(needed, int(any(right))),
    )


def holds(gold: GoldQuestion, text: str) -> bool:
    """Whether a text has one of the judged quotes, in whatever document."""
    return any(_same(quote, text) for entry in gold.quotes for _, quote in entry.forms)


def _file(citation: Mapping[str, Any]) -> str:
    return PurePosixPath(str(citation["source"])).name


def _files(gold: GoldQuestion) -> set[str]:
    return {file for quote in gold.quotes for file, _ in quote.forms} | set(gold.file_ok)


def _right(gold: GoldQuestion, citation: Mapping[str, Any]) -> bool:
    if _file(citation) in gold.file_ok:
        return True
    return any(_has(entry, citation) for entry in gold.quotes)


def _has(entry: GoldQuote, citation: Mapping[str, Any]) -> bool:
    return any(file == _file(citation) and _same(quote, citation["quote"]) for file, quote in entry.forms)


def _same(gold: str, shown: str) -> bool:
    one, other = squash(gold), squash(shown)
    if one in other or (other in one and len(other) > 30):
        return True
    block = difflib.SequenceMatcher(None, one, other, autojunk=False).find_longest_match()
    return block.size >= ENOUGH * min(len(one), len(other))


def _is_wrong(gold: GoldQuestion, shown: str) -> bool:
    return any(_same(quote, shown) for quote in gold.not_quotes)


def _complete(gold: GoldQuestion, claims: list[Mapping[str, Any]]) -> bool:
    return all(any(_has(entry, claim) for claim in claims) for entry in gold.quotes)


def _role_fits(wanted: str, claim: Mapping[str, Any]) -> bool:
    given = str(claim["role"])
    return given == wanted or given.removesuffix("_intro") == wanted
