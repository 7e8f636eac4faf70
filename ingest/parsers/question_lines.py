"""The lines of a Tweede Kamer question document told apart: head, questions, answers, notice, explanation, notes.

Three printed forms: with headings ("Vraag 3", "Antwoord op vragen 2 en 3", or a bare "Vraag" over every "Antwoord");
with bare numbers before a bare or numbered "Antwoord"; and without any numbers (the DOCX of the first days), where
every paragraph is a question. `unheaded.py` reads the last two.
"""

import re
from collections.abc import Mapping, Sequence

from ingest.formats.lines import Line, LineKind
from ingest.parsers.blocks import split_line
from ingest.parsers.chains import answer_chain, numbered_lines
from ingest.parsers.number_sets import Heading, HeadingKind, read_heading
from ingest.parsers.question_parts import KINDS, Body, Part, PartKind
from ingest.parsers.typed_notes import broken_apart, with_typed_notes
from ingest.parsers.unheaded import before_answers, questions_only


def read_body(lines: Sequence[Line]) -> Body:
    """Tell the parts of a document apart. Every line ends up in the head or in one part."""
    lines = with_typed_notes(broken_apart(lines))
    headings = {at: heading for at, line in enumerate(lines) if (heading := _heading(lines, at, line))}
    if not any(heading.kind is HeadingKind.QUESTION for heading in headings.values()):
        headings |= _bare_questions(lines, headings)
    if any(heading.kind is HeadingKind.QUESTION for heading in headings.values()):
        body = _with_headings(lines, headings)
        body.parts = _listed_answers(body.parts)
        return body
    start = _end_of_head(lines)
    headings = {at: heading for at, heading in headings.items() if at >= start}
    body = Body(list(lines[:start]), [])
    answers = sorted(at for at, heading in headings.items() if heading.kind is HeadingKind.ANSWER)
    if answers:
        body.parts = _listed_answers(before_answers(lines, start, headings, answers))
        if not start and len(body.parts) > 1 and body.parts[0].kind is PartKind.TEXT and not body.parts[0].heading:
            body.head = body.parts.pop(0).lines  # a covering letter
    else:
        headings = {at: heading for at, heading in headings.items() if heading.kind is not HeadingKind.ADDRESSED}
        body.parts, body.numbers_printed = questions_only(lines, start, headings)
    return body


def _heading(lines: Sequence[Line], at: int, line: Line) -> Heading | None:
    if line.kind in (LineKind.NOTE, LineKind.BLANK, LineKind.TABLE_ROW):
        return None
    heading = read_heading(f"{line.label} {line.text}".strip() if line.label else line.text)
    if heading is None or heading.kind is not HeadingKind.ANSWER or heading.numbers:
        return heading
    # a bare "Antwoord" that is the end of a broken sentence has no sentence end before it
    before = next((one.text for one in reversed(lines[:at]) if one.text), "")
    return None if not line.whole and before[-1:] in ",-" else heading


_BARE_QUESTION = re.compile(r"(Vraag\s*[:.]?)\s*$|(Vraag\s*:)\s+(\S.*)$")


def _bare_questions(lines: Sequence[Line], headings: Mapping[int, Heading]) -> dict[int, Heading]:
    """A bare "Vraag" over every question, and an "Antwoord" behind it: numbered here, in the order of the text."""
    last = max((at for at, heading in headings.items() if heading.kind is HeadingKind.ANSWER), default=-1)
    found: dict[int, Heading] = {}
    for at, line in enumerate(lines[: last + 1]):
        match = _BARE_QUESTION.match(line.text) if line.kind in (LineKind.TEXT, LineKind.HEADING) else None
        if match:
            printed, rest = (match.group(1) or match.group(2)).strip(), match.group(3) or ""
            found[at] = Heading(HeadingKind.QUESTION, (len(found) + 1,), printed, rest)
    return found


def _listed_answers(parts: Sequence[Part]) -> list[Part]:
    """A bare "Antwoorden" over a list that answers by number all questions since the last answer: a part for each."""
    made: list[Part] = []
    open_numbers: list[int] = []
    for part in parts:
        if part.kind is PartKind.QUESTION:
            open_numbers.extend(part.numbers)
        elif part.kind is PartKind.ANSWER:
            listed = _by_number(part, open_numbers) if not part.numbers and len(open_numbers) > 1 else []
            open_numbers = []
            made.extend(listed or [part])
            continue
        made.append(part)
    return made


def _by_number(part: Part, asked: Sequence[int]) -> list[Part]:
    """The answers under a bare heading; [] where it is one answer, or one that only starts with a list of its own."""
    first = next((at for at, line in enumerate(part.lines) if line.text or line.label), None)
    chain = answer_chain(numbered_lines(part.lines, 0, len(part.lines), dotted=False), asked)
    if not chain or chain[0].at != first or sorted(n for one in chain for n in one.numbers) != sorted(set(asked)):
        return []
    made = []
    for place, one in enumerate(chain):
        end = chain[place + 1].at if place + 1 < len(chain) else len(part.lines)
        lines = [split_line(part.lines[one.at], one.item.rest)] if one.item.rest else []
        lines.extend(part.lines[one.at + 1 : end])
        made.append(Part(PartKind.ANSWER, one.numbers, f"{part.heading} {one.item.printed}", lines))
    made[0].lines[:0] = part.lines[:first]
    return made


def _with_headings(lines: Sequence[Line], headings: dict[int, Heading]) -> Body:
    opening = (HeadingKind.QUESTION, HeadingKind.ANSWER, HeadingKind.NOTICE)
    first = min(at for at, heading in headings.items() if heading.kind in opening)
    body = Body(list(lines[:first]), [])
    for at in range(first, len(lines)):
        heading = headings.get(at)
        if heading is None:
            body.parts[-1].lines.append(lines[at])
            continue
        part = Part(KINDS[heading.kind], heading.numbers, heading.printed)
        if heading.rest:
            part.lines.append(split_line(lines[at], heading.rest))
        body.parts.append(part)
    return body


_HEAD_LINE = re.compile(
    r"^\s*(?:AH\s?\d+|\d{4}\s?Z\s?\d{5}|\(?ingezonden\b|(?:Mondelinge\s+)?vra(?:gen|ag)\s+van\s+(?:het|de)\s"
    r"|(?:Nader\s+)?(?:antwoord(?:en)?|mededeling)\s+van\s+(?:de\s+)?(?:minister|staatss?ecretaris)"
    r"|zie\s+ook\s+(?:het\s+)?aanhangsel|Vergaderjaar\b|Tweede Kamer der|Vragen gesteld door|regering gegeven)",
    re.IGNORECASE,
)
_HEAD_REACH = 60  # lines: no head is longer


def _end_of_head(lines: Sequence[Line]) -> int:
    last = -1
    for at, line in enumerate(lines[:_HEAD_REACH]):
        if line.kind is not LineKind.NOTE and _HEAD_LINE.match(line.text):
            last = at
    if last < 0:
        return 0
    end = last + 1
    while end < len(lines) and not lines[end - 1].whole and lines[end].text and not _ends_head(lines[end - 1].text):
        end += 1
    return end


def _ends_head(text: str) -> bool:
    return bool(re.search(r"\)\s*\.?$|\.\s*$", text)) or bool(re.match(r"^(?:AH\s?\d+|\d{4}\s?Z\s?\d{5})$", text))
