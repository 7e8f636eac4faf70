"""Questions without headings: bare numbers before a bare or numbered "Antwoord", or no numbers at all (the DOCX of
the first days), where every paragraph is a question."""

import re
from collections.abc import Sequence

from ingest.formats.lines import Line, LineKind
from ingest.parsers.blocks import split_line
from ingest.parsers.number_sets import Heading, HeadingKind, read_item
from ingest.parsers.question_parts import KINDS, Part, PartKind


def before_answers(
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
    """Lines after an "Antwoord" belong to it, up to a heading that is no question: "Toelichting", "Mededeling"."""
    if not parts:
        parts.append(Part(PartKind.TEXT))
    for at, line in enumerate(lines, start=offset):
        heading = headings.get(at)
        if heading and heading.kind in (HeadingKind.EXPLANATION, HeadingKind.NOTICE, HeadingKind.ADDRESSED):
            parts.append(Part(KINDS[heading.kind], (), heading.printed))
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
        again = bool(item.labels) and item.labels[0] == f"{last}{item.labels[0][-1]}" != f"{last}a"  # "1b" behind "1a"
        if not (item.numbers[0] in wanted if wanted else item.numbers[0] == last + 1 or again):
            continue
        run: list[_Start] = [(at, item.numbers, item.printed, item.rest)]
        taken: set[int | str] = set(item.labels or item.numbers)
        before = item
        for later, follower in items[place + 1 :]:
            goes_on = follower.follows(before) or (wanted and follower.numbers[0] in wanted)
            if goes_on and taken.isdisjoint(follower.labels or follower.numbers):
                run.append((later, follower.numbers, follower.printed, follower.rest))
                taken.update(follower.labels or follower.numbers)
                before = follower
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


def questions_only(lines: Sequence[Line], start: int, headings: dict[int, Heading]) -> tuple[list[Part], bool]:
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
        part = Part(KINDS[heading.kind], heading.numbers, heading.printed)
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
        before = item
        for later, follower in items[place + 1 :]:
            if follower.follows(before):
                chain.append((later, follower.numbers, follower.printed, follower.rest))
                before = follower
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
