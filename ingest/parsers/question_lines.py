"""The lines of a Tweede Kamer question document told apart: head, questions, answers, notice, explanation, notes.

Three printed forms: with headings ("Vraag 3", "Antwoord op vragen 2 en 3"); with bare numbers before a bare or
numbered "Antwoord"; and without any numbers (the DOCX of the first days), where every paragraph is a question.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from ingest.formats.lines import Line, LineKind
from ingest.parsers.blocks import split_line
from ingest.parsers.number_sets import Heading, HeadingKind, read_heading, read_item
from ingest.parsers.typed_notes import broken_apart, with_typed_notes


class PartKind(Enum):
    QUESTION = auto()
    ANSWER = auto()
    NOTICE = auto()
    EXPLANATION = auto()
    TEXT = auto()  # neither: what stands before the first question


@dataclass(slots=True)
class Part:
    """One stretch of the body. ``numbers`` is () under a bare "Antwoord" and in a notice."""

    kind: PartKind
    numbers: tuple[int, ...] = ()
    heading: str = ""
    lines: list[Line] = field(default_factory=list)

    @property
    def plain(self) -> str:
        words = (line.text for line in self.lines if line.kind is not LineKind.NOTE)
        return re.sub(r"\s+", " ", " ".join(words)).strip()


_KINDS = {
    HeadingKind.QUESTION: PartKind.QUESTION,
    HeadingKind.ANSWER: PartKind.ANSWER,
    HeadingKind.NOTICE: PartKind.NOTICE,
    HeadingKind.EXPLANATION: PartKind.EXPLANATION,
}


@dataclass(slots=True)
class Body:
    head: list[Line]
    parts: list[Part]
    numbers_printed: bool = True


def read_body(lines: Sequence[Line]) -> Body:
    """Tell the parts of a document apart. Every line ends up in the head or in one part."""
    lines = with_typed_notes(broken_apart(lines))
    headings = {at: heading for at, line in enumerate(lines) if (heading := _heading(lines, at, line))}
    has_questions = any(heading.kind is HeadingKind.QUESTION for heading in headings.values())
    if has_questions:
        return _with_headings(lines, headings)
    start = _end_of_head(lines)
    headings = {at: heading for at, heading in headings.items() if at >= start}
    body = Body(list(lines[:start]), [])
    answers = sorted(at for at, heading in headings.items() if heading.kind is HeadingKind.ANSWER)
    if answers:
        body.parts = _before_answers(lines, start, headings, answers)
    else:
        body.parts, body.numbers_printed = _questions_only(lines, start, headings)
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


def _with_headings(lines: Sequence[Line], headings: dict[int, Heading]) -> Body:
    first = min(at for at, heading in headings.items() if heading.kind is not HeadingKind.EXPLANATION)
    body = Body(list(lines[:first]), [])
    for at in range(first, len(lines)):
        heading = headings.get(at)
        if heading is None:
            body.parts[-1].lines.append(lines[at])
            continue
        part = Part(_KINDS[heading.kind], heading.numbers, heading.printed)
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


def _before_answers(
    lines: Sequence[Line], start: int, headings: dict[int, Heading], answers: Sequence[int]
) -> list[Part]:
    """Bare questions, each group followed by its "Antwoord". An answer ends where the next group's numbers start."""
    parts: list[Part] = []
    begin, last_number = start, 0
    for at in answers:
        segment = list(range(begin, at))
        heading = headings[at]
        starts = _group_starts(lines, segment, heading.numbers, last_number, first=begin == start)
        cut = starts[0][0] if starts else at
        if cut > begin:
            _put_answer_text(parts, lines[begin:cut], headings, begin)
        for place, (index, numbers, printed, rest) in enumerate(starts):
            stop = starts[place + 1][0] if place + 1 < len(starts) else at
            part = Part(PartKind.QUESTION, numbers, printed)
            part.lines.extend(_first_line(lines[index], rest))
            part.lines.extend(lines[index + 1 : stop])
            parts.append(part)
            last_number = max(last_number, *numbers)
        answer = Part(PartKind.ANSWER, heading.numbers, heading.printed)
        if heading.rest:
            answer.lines.append(split_line(lines[at], heading.rest))
        parts.append(answer)
        begin = at + 1
    _put_answer_text(parts, lines[begin:], headings, begin)
    return parts


def _put_answer_text(parts: list[Part], lines: Sequence[Line], headings: dict[int, Heading], offset: int) -> None:
    """Lines after an "Antwoord" belong to it, up to a "Toelichting" or "Mededeling" of their own."""
    if not parts:
        parts.append(Part(PartKind.TEXT))
    for at, line in enumerate(lines, start=offset):
        heading = headings.get(at)
        if heading and heading.kind in (HeadingKind.EXPLANATION, HeadingKind.NOTICE):
            parts.append(Part(_KINDS[heading.kind], (), heading.printed))
            if heading.rest:
                parts[-1].lines.append(split_line(line, heading.rest))
        else:
            parts[-1].lines.append(line)


_Start = tuple[int, tuple[int, ...], str, str | None]  # rest None: the line stays whole


def _first_line(line: Line, rest: str | None) -> list[Line]:
    if rest is None:
        return [line]
    return [split_line(line, rest)] if rest else []


def _group_starts(
    lines: Sequence[Line], segment: Sequence[int], wanted: Sequence[int], last: int, first: bool
) -> list[_Start]:
    """Where the questions of the next answer start inside ``segment``: (line, numbers, printed, rest).

    Only numbers that go on with the numbering count, or, where the answer names its numbers, those. The last
    occurrence wins: an earlier one is a list inside the answer before.
    """
    items = [(at, item) for at in segment if (item := read_item(lines[at])) and lines[at].kind is not LineKind.NOTE]
    runs: list[list[_Start]] = []
    for place, (at, item) in enumerate(items):
        if not (item.numbers[0] in wanted if wanted else item.numbers[0] == last + 1):
            continue
        run: list[_Start] = [(at, item.numbers, item.printed, item.rest)]
        taken = set(item.numbers)
        for later, follower in items[place + 1 :]:
            goes_on = follower.numbers[0] == run[-1][1][-1] + 1 or (wanted and follower.numbers[0] in wanted)
            if goes_on and taken.isdisjoint(follower.numbers):
                run.append((later, follower.numbers, follower.printed, follower.rest))
                taken.update(follower.numbers)
        runs.append(run)
    if runs:
        longest = max(len(run) for run in runs)
        return [run for run in runs if len(run) == longest][-1] if wanted or not first else runs[0]
    return _unnumbered_group(lines, segment, wanted, last, first)


def _unnumbered_group(
    lines: Sequence[Line], segment: Sequence[int], wanted: Sequence[int], last: int, first: bool
) -> list[_Start]:
    """No numbers at all: the question is the last paragraph before "Antwoord", and what asks right before it."""
    paragraphs = _paragraphs(lines, segment)
    if not paragraphs:
        return []
    at = len(paragraphs) - 1
    lowest = 0 if first else 1
    while at > lowest and _asks(_text(lines, paragraphs[at - 1])):
        at -= 1
    if at < lowest:
        return []
    numbers = tuple(wanted) or (last + 1,)
    return [(paragraphs[at][0], numbers, "", None)]


def _questions_only(lines: Sequence[Line], start: int, headings: dict[int, Heading]) -> tuple[list[Part], bool]:
    parts: list[Part] = []
    stop = min((at for at, h in headings.items() if h.kind is not HeadingKind.QUESTION), default=len(lines))
    segment = list(range(start, stop))
    chain = _chain(lines, segment)
    if chain:
        if chain[0][0] > start:
            parts.append(Part(PartKind.TEXT, lines=list(lines[start : chain[0][0]])))
        for place, (at, numbers, printed, rest) in enumerate(chain):
            end = chain[place + 1][0] if place + 1 < len(chain) else stop
            part = Part(PartKind.QUESTION, numbers, printed)
            part.lines.extend(_first_line(lines[at], rest))
            part.lines.extend(lines[at + 1 : end])
            parts.append(part)
    else:
        parts.extend(_paragraph_questions(lines, segment))
    for at in sorted(at for at in headings if at >= stop):
        following = min((other for other in headings if other > at), default=len(lines))
        heading = headings[at]
        part = Part(_KINDS[heading.kind], heading.numbers, heading.printed)
        part.lines.extend([split_line(lines[at], heading.rest)] if heading.rest else [])
        part.lines.extend(lines[at + 1 : following])
        parts.append(part)
    return parts, bool(chain)


def _chain(lines: Sequence[Line], segment: Sequence[int]) -> list[_Start]:
    """Items 1, 2, 3 ... in the order of the text; the longest such chain, of two equal ones the later."""
    items = [(at, item) for at in segment if (item := read_item(lines[at])) and lines[at].kind is not LineKind.NOTE]
    best: list[_Start] = []
    for place, (at, item) in enumerate(items):
        if item.numbers[0] != 1:
            continue
        chain: list[_Start] = [(at, item.numbers, item.printed, item.rest)]
        for later, follower in items[place + 1 :]:
            if follower.numbers[0] == chain[-1][1][-1] + 1:
                chain.append((later, follower.numbers, follower.printed, follower.rest))
        if len(chain) >= len(best):
            best = chain
    return best


def _paragraph_questions(lines: Sequence[Line], segment: Sequence[int]) -> list[Part]:
    """Every paragraph a question; one that asks nothing leads in the next."""
    parts: list[Part] = []
    waiting: list[Line] = []
    for paragraph in _paragraphs(lines, segment):
        waiting.extend(lines[at] for at in range(paragraph[0], paragraph[-1] + 1))
        if _asks(_text(lines, paragraph)):
            parts.append(Part(PartKind.QUESTION, (len(parts) + 1,), "", waiting))
            waiting = []
        else:
            waiting.append(Line("", LineKind.BLANK))
    if waiting and parts:
        parts[-1].lines.extend([Line("", LineKind.BLANK), *waiting])
    elif waiting:
        parts.append(Part(PartKind.TEXT, lines=waiting))
    covered = {id(line) for part in parts for line in part.lines}
    notes = [lines[at] for at in segment if lines[at].kind is LineKind.NOTE and id(lines[at]) not in covered]
    if notes and not parts:
        parts.append(Part(PartKind.TEXT))
    if notes:
        parts[-1].lines.extend(notes)
    return parts


def _paragraphs(lines: Sequence[Line], segment: Sequence[int]) -> list[list[int]]:
    """Line numbers of each paragraph: a whole line, or printed lines up to a blank one."""
    paragraphs: list[list[int]] = []
    fresh = True
    for at in segment:
        line = lines[at]
        if line.kind is LineKind.NOTE:
            continue
        if not line.text:
            fresh = True
            continue
        if fresh or (line.whole and line.kind is not LineKind.LIST_ITEM):
            paragraphs.append([])
        paragraphs[-1].append(at)
        fresh = False
    return paragraphs


def _text(lines: Sequence[Line], paragraph: Sequence[int]) -> str:
    return " ".join(lines[at].text for at in paragraph).strip()


_ASKING = re.compile(
    r"^(?:[\W\d]*)(?:kunt|kun|kan|bent|wilt|hoe|wat|welke?|wie|waar\w*|wanneer|klopt|is|zijn|heeft|hebt|deelt|vindt|kent"
    r"|erkent|onderschrijft|herinnert|ziet|zal|zou|gaat|acht|wordt|worden|in hoeverre|in welke mate|op welke|graag"
    r"|denkt"
    r"|begrijpt|beschikt|realiseert|overweegt|weet|staat|steunt|waarom|zult|was|waren|werd|werden|mag|moet)\b",
    re.IGNORECASE,
)


def _asks(text: str) -> bool:
    return "?" in text or bool(_ASKING.match(text))
