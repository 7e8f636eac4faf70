"""Which digits in a text are footnote marks: the one place where that is decided."""

import re
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote as printed: its number, its lines without the number, the index of its page."""

    number: int
    lines: tuple[str, ...]
    page: int


@dataclass(frozen=True, slots=True)
class Mark:
    """``text[start:end]`` of line ``line`` is the mark of note ``number``."""

    number: int
    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Candidate:
    mark: Mark
    cost: int


_MISSING = 12  # a candidate as dear as this is none
_WITHOUT = 20  # what a note costs that gets no mark
_MASTHEAD = re.compile(
    r"(?:Tweede|Eerste) Kamer der Staten-Generaal\s*\d?\s*$"
)  # the chamber's number follows its name
_DIGITS = re.compile(r"(?<!\d)\d{1,3}(?!\d)")
_GLUED_TO_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(\d{1,2})(?!\d)")
_YEAR_CLOSES = re.compile(r"(?<![\d.,])(?:19|20)\d\d[.?!]$")
_ONLY_NUMBERS = re.compile(r"^\s*\d{1,3}(?:(?:\s*[, ]\s*|\s+en\s+)\d{1,3})*\s*[.,;]?\s*$")
# What a number before or behind belongs to: "artikel 2", "nr. 3", "€ 5", "lid 4", "Vraag 1"
_COUNTED = re.compile(
    r"(?:\b(?:vra(?:ag|gen)|antwoord(?:en)?|artikel(?:en)?|art|nr|nrs|nummers?|lid|leden|bijlagen?|paragraa?f|tabel|"
    r"hoofdstuk|onderdelen|onderdeel|punt|punten|pagina|blz|p|figuur|fase|stap|categorie|groep|niveau|en|of|t/m|tot|"
    r"met|circa|ca)\.?|€|§|\d[,.]?|/|-|–)\s*$",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"^(?:\s*(?:%|‰|€|euro\b|procent\b|miljoen\b|miljard\b|jaar\b|maanden\b|weken\b|dagen\b|uur\b|°)|\s\d{3}\b|[,.:/-]?\d|e\b)",
    re.IGNORECASE,
)
_MONTH = re.compile(
    r"^\s*(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|jan|feb|aug|sept?|okt"
    r"|nov|dec)\b",
    re.IGNORECASE,
)


def place_marks(
    texts: Sequence[str], numbers: Sequence[int], limits: Sequence[tuple[int, int]] | None = None
) -> list[Mark]:
    """The marks of notes ``numbers`` (rising) in ``texts``: in the order of the notes, each the likeliest there is.

    ``limits`` gives per note the lines (first, one past the last) where its mark may stand. Notes without a likely
    mark get none.
    """
    wanted = set(numbers)
    found: dict[int, list[_Candidate]] = {number: [] for number in wanted}
    for at, text in enumerate(texts):
        for candidate in _in_line(text, at, wanted, texts[at - 1] if at else ""):
            found[candidate.mark.number].append(candidate)
    best: list[tuple[tuple[int, int], int, tuple[Mark, ...]]] = [((-1, -1), 0, ())]
    for index, number in enumerate(numbers):
        low, high = limits[index] if limits else (0, len(texts))
        step = [(place, cost + _WITHOUT, marks) for place, cost, marks in best]
        for candidate in found[number]:
            mark = candidate.mark
            if not low <= mark.line < high:
                continue
            before = [state for state in best if state[0] <= (mark.line, mark.start)]
            if before:
                _place, cost, marks = min(before, key=lambda state: state[1])
                step.append(((mark.line, mark.end), cost + candidate.cost, (*marks, mark)))
        best = _useful(step)
    return list(min(best, key=lambda state: state[1])[2])


def _useful(
    states: list[tuple[tuple[int, int], int, tuple[Mark, ...]]],
) -> list[tuple[tuple[int, int], int, tuple[Mark, ...]]]:
    """States that are not both later and dearer than another."""
    kept: list[tuple[tuple[int, int], int, tuple[Mark, ...]]] = []
    for state in sorted(states, key=lambda state: (state[0], state[1])):
        if not kept or state[1] < kept[-1][1]:
            kept.append(state)
    return kept


def _in_line(text: str, at: int, wanted: set[int], above: str) -> list[_Candidate]:
    if not any(char.isdigit() for char in text) or _MASTHEAD.match(text) or _MASTHEAD.match(above):
        return []
    if _ONLY_NUMBERS.match(text):
        cost = 3 if not re.search(r"[.)]\s*$", text) else 7 if _is_unfinished(above) else _MISSING
        return [
            _Candidate(Mark(int(hit.group()), at, hit.start(), hit.end()), cost)
            for hit in _DIGITS.finditer(text)
            if int(hit.group()) in wanted and cost < _MISSING
        ]
    found: list[_Candidate] = []
    for hit in _DIGITS.finditer(text):
        if int(hit.group()) in wanted and not hit.group().startswith("0"):
            last = found[-1] if found else None
            if last and last.mark.number + 1 == int(hit.group()) and not text[last.mark.end : hit.start()].strip(" ,;"):
                cost = last.cost  # "Shell?1 2"
            else:
                cost = _cost(text, hit.start(), hit.end(), above)
            if cost < _MISSING:
                found.append(_Candidate(Mark(int(hit.group()), at, hit.start(), hit.end()), cost))
    for hit in _GLUED_TO_YEAR.finditer(text):
        if int(hit.group(1)) in wanted and not hit.group(1).startswith("0"):
            found.append(_Candidate(Mark(int(hit.group(1)), at, hit.start(1), hit.end(1)), 4))
    return found


def _cost(text: str, start: int, end: int, above: str) -> int:
    """How unlikely a mark is: 0 is sure, ``_MISSING`` is none."""
    before, behind = text[:start], text[end:]
    if _MONTH.match(behind) or _UNIT.match(behind):
        return _MISSING
    if before and not before[-1].isspace():
        return _glued(before, behind)
    head = before.rstrip()
    if not head:  # at the start of a line: the layout broke before the raised figure
        return _at_line_start(behind, above)
    if head[-1] in '.?!»”"':
        return 3 if behind[:1].isupper() or not behind.strip() or behind[:1].isspace() else 8
    if _COUNTED.search(head):
        return _MISSING
    if head[-1] in ",;)" or head[-1].islower():
        return 6 if not behind.strip() or behind[:1] in ".,;" else 9
    return _MISSING


def _glued(before: str, behind: str) -> int:
    last = before[-1]
    if _YEAR_CLOSES.search(before):  # "de brief van 4 oktober 2024.2"
        return 2 if not behind.strip() or re.match(r"\s+[A-ZÀ-Ý«“‘]", behind) else _MISSING
    if last in ".?!»”’\"'),;:" and not re.search(r"\d[.,:]$", before):
        if re.search(r"(?:\b(?:nr|art|p|blz|nrs)\.|https?://\S*|www\.\S*|\(\w?)$", before):
            return _MISSING
        return 0
    word = re.search(r"[^\W\d_]+$", before)
    if not word or re.search(r"(?:https?://|www\.)\S*$", before):
        return _MISSING
    if behind[:1].isalpha():
        return _MISSING
    letters = word.group()
    if len(letters) >= 3 and letters[-1].islower():
        return 1
    if len(letters) >= 3:
        return 4  # "AIVD3", but also "ETS1"
    return _MISSING


def _at_line_start(behind: str, above: str) -> int:
    """The layout broke the line before a raised figure: "1» en", "2 Het Parlement"; "2. In" only inside a sentence."""
    if not above.strip() or (re.match(r"[.)]", behind) and not _is_unfinished(above)):
        return _MISSING
    return 7 if re.match(r"[,.;:)»”?]|\s+[^\W\d]|\s*$", behind) else _MISSING


def _is_unfinished(above: str) -> bool:
    return bool(above.strip()) and not re.search(r"[.?!:;]\s*$", above)
