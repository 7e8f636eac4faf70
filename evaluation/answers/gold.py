"""Judged questions, in the form that the README of shared/eval/questions describes."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class GoldQuote:
    """One entry: any of ``forms`` counts as that entry."""

    forms: tuple[tuple[str, str], ...]  # (file name, quote)


@dataclass(frozen=True, slots=True)
class GoldQuestion:
    """One question with what counts as right."""

    id: str
    kind: str
    lang: str
    text: str
    quotes: tuple[GoldQuote, ...]
    all_of: bool
    file_ok: tuple[str, ...]
    latest_file: str
    role: str
    speaker: str
    not_quotes: tuple[str, ...]

    @property
    def answerable(self) -> bool:
        return self.kind != "unanswerable"


def load(path: Path) -> list[GoldQuestion]:
    """All questions of a JSON Lines file."""
    return [_question(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _question(row: dict[str, Any]) -> GoldQuestion:
    quotes = tuple(
        GoldQuote(tuple((form["file"], form["quote"]) for form in (entry, *entry.get("alt", ()))))
        for entry in row.get("gold", ())
    )
    file_ok = row.get("file_ok") or ()
    if file_ok is True:
        file_ok = tuple(file for quote in quotes for file, _ in quote.forms)
    elif isinstance(file_ok, str):
        file_ok = (file_ok,)
    return GoldQuestion(
        id=row["id"],
        kind=row["kind"],
        lang=row.get("lang", ""),
        text=row["question"],
        quotes=quotes,
        all_of=bool(row.get("all_of")),
        file_ok=tuple(file_ok),
        latest_file=row.get("latest_file") or "",
        role=row.get("role") or "",
        speaker=row.get("speaker") or "",
        not_quotes=tuple(row.get("not_quotes") or ()),
    )
