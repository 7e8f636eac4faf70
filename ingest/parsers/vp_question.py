"""Schriftelijke vraag of the Vlaams Parlement, with its answer: own, coordinated or referring to somebody else."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.formats.joining import Typesetting
from ingest.formats.lines import Extracted, Line, LineKind
from ingest.parsed import Given, Parsed
from ingest.parsers.answers import is_referral
from ingest.parsers.blocks import Block, build_sections, key_of, make_keys_unique, split_line
from ingest.parsers.chains import Numbered, answer_chain, numbered_lines, question_chain
from ingest.parsers.number_sets import HeadingKind, Item, read_heading
from ingest.parsers.numbers import session_of, written_question
from ingest.parsers.pairing import Answered, Asked, pair
from ingest.parsers.references import find_references
from ingest.parsers.typed_notes import broken_apart
from ingest.parsers.vp_header import VpHeader, read_vp_header
from kb.model.document import Dates, Number, QuestionAnswer, Reference, Section
from kb.model.people import Part
from kb.model.terms import Kind, Parliament, Role

NAME = "vp_question/1"

_CROSS = re.compile(
    r"^\s*(?:N\.?\s?B\.?\s*:?\s*)?Deze\s+vraag\s+werd\s+(?:ook\s+|eveneens\s+)?gesteld\s+aan\b", re.IGNORECASE
)
_ANNEXES = re.compile(r"^\s*BIJLAGEN?\s*:?\s*$|^\s*Bijlagen?\s*:?\s*$")
_COORDINATED = re.compile(
    r"^[^.]{0,80}\bdit\s+(?:is\s+)?(?:een|het)\s+gecoördineerde?\s+antwoord|^\W*gecoördineerd antwoord", re.I
)
_CROSS_ITEM = re.compile(r"([A-ZÀ-Ý][^(),;]{2,60}?)\s*\(\s*(?:nr\.?\s*)?(\d{1,4})\s*\)")


@dataclass(slots=True)
class _Question:
    """The parts as line numbers: intro, questions, cross line, answer intro, answers, annexes."""

    lines: list[Line]
    header: VpHeader
    questions: list[Numbered]
    answers: list[Numbered]
    question_end: int
    cross: int | None
    answer_end: int


def parse_vp_question(extracted: Extracted, given: Given) -> Parsed:
    """Read one written question. The asked date is the only date it prints; the answer's day is given or unknown."""
    lines = broken_apart(extracted.lines)
    header = read_vp_header(lines)
    read = _read(lines, header)
    people = header.people
    kind = _kind(read)
    blocks, asked, answered = _blocks(read)
    make_keys_unique(blocks)
    pairing = pair(asked, answered)
    sections = build_sections(blocks, Typesetting.of(extracted.lines))
    session = given_session(given) or (session_of(header.asked, Parliament.VLAAMS_PARLEMENT) if header.asked else "")
    numbers = _numbers(header, session, given)
    keys = {f"@{at}": block.key for at, block in enumerate(blocks)}
    return Parsed(
        parser=NAME,
        kind=kind,
        title=header.title or given.title,
        sections=sections,
        parliament=Parliament.VLAAMS_PARLEMENT,
        numbers=numbers,
        dates=Dates(asked=header.asked),
        people=people,
        themes=tuple(header.meta.get("thema", ())),
        session=session,
        pairs=tuple(_with_keys(one, keys) for one in pairing.pairs),
        references=find_references(
            sections, Parliament.VLAAMS_PARLEMENT, own=numbers, parallel=_parallel(sections, header.number, session)
        ),
        problems=extracted.problems + pairing.problems,
        url=next(iter(header.meta.get("thema link", ())), ""),
        media_type=extracted.media_type,
    )


def given_session(given: Given) -> str:
    match = re.search(r"(?<!\d)(\d{4})-(\d{4})(?!\d)", given.file_name)
    return match.group(0) if match and int(match.group(2)) == int(match.group(1)) + 1 else ""


def _read(lines: list[Line], header: VpHeader) -> _Question:
    question_end = len(lines) if header.answer is None else header.answer
    if header.minister_block is not None:
        question_end = header.minister_block
    cross = next((at for at in range(header.body, question_end) if _CROSS.match(lines[at].text)), None)
    stop = question_end if cross is None else cross

    def text_of(start: int, end: int) -> str:
        return " ".join(line.text for line in lines[start:end])

    dotted = numbered_lines(lines, header.body, stop, dotted=True)
    loose = numbered_lines(lines, header.body, stop, dotted=False)
    inline, bare = [one for one in loose if not one.item.alone], [one for one in loose if one.item.alone]
    questions = question_chain(dotted, text_of, stop) or question_chain(inline, text_of, stop)
    if not questions:
        chain = question_chain(bare, text_of, stop)
        questions = chain if len(chain) > 1 else []  # a figure alone on its line is no question
    answer_end = len(lines)
    answers: list[Numbered] = []
    if header.answer_body is not None:
        annexes = [at for at in range(header.answer_body, len(lines)) if _ANNEXES.match(lines[at].text)]
        answer_end = next((at for at in annexes if len(text_of(at, len(lines))) < 600), len(lines))
        are_bare = bool(questions) and all(one.item.alone and not one.item.dotted for one in questions)
        known = [number for one in questions for number in one.numbers]
        answers = _answers(lines, header.answer_body, answer_end, known, are_bare)
    return _Question(lines, header, questions, answers, question_end, cross, answer_end)


def _answers(lines: Sequence[Line], start: int, end: int, known: Sequence[int], are_bare: bool) -> list[Numbered]:
    """Where the answers start: "3.", "8, 9. Text", also "Vraag 3:" or "Antwoord op vraag 3".

    ``are_bare`` says that the questions have their number alone on a line, without a dot: so may the answers then.
    """
    headed = []
    for at in range(start, end):
        heading = read_heading(lines[at].text) if lines[at].kind is not LineKind.NOTE and not lines[at].label else None
        if heading and heading.numbers and heading.kind in (HeadingKind.QUESTION, HeadingKind.ANSWER):
            headed.append(Numbered(at, Item(heading.numbers, heading.printed, heading.rest, not heading.rest, True)))
    dotted = numbered_lines(lines, start, end, dotted=True)
    loose = [one for one in numbered_lines(lines, start, end, dotted=False) if are_bare or not one.item.alone]
    chains = [answer_chain(found, known) for found in (headed, dotted, loose)]
    return max(chains, key=lambda chain: sum(len(one.numbers) for one in chain))


def _kind(read: _Question) -> Kind:
    header = read.header
    if header.answer_body is None:
        return Kind.OPEN_QUESTION
    text = " ".join(
        line.text for line in read.lines[header.answer_body : read.answer_end] if line.kind is not LineKind.NOTE
    )
    if not text.strip():
        return Kind.OPEN_QUESTION
    if header.answer_word.startswith("GECO") or _COORDINATED.search(text[:300]):
        return Kind.COORDINATED_ANSWER
    if header.answer_word == "VERWIJZEND" or is_referral(text):
        return Kind.REFERRAL_ANSWER
    return Kind.FOLLOW_UP_ANSWER if header.answer_word in ("AANVULLEND", "NADER") else Kind.ANSWERED_QUESTION


def _blocks(read: _Question) -> tuple[list[Block], list[Asked], list[Answered]]:
    header, lines = read.header, read.lines
    asker = next((person.display for person in header.people if person.part is Part.ASKER), "")
    blocks = [Block("head", Role.HEAD, lines[: header.body])]
    asked: list[Asked] = []
    stop = read.question_end if read.cross is None else read.cross
    first = read.questions[0].at if read.questions else _first_asking(lines, header.body, stop)
    if first > header.body:
        blocks.append(Block("qi", Role.QUESTION_INTRO, lines[header.body : first], speaker=asker))
    starts = read.questions
    if starts:
        for block in _numbered_blocks(lines, starts, stop, "q", Role.QUESTION, asker):
            asked.append(Asked(f"@{len(blocks)}", block.questions, block.plain(), len(blocks)))
            blocks.append(block)
    else:
        block = Block("q1", Role.QUESTION, lines[first:stop], (1,), "", asker)
        if not block.is_empty:
            asked.append(Asked(f"@{len(blocks)}", (1,), block.plain(), len(blocks)))
        blocks.append(block)
    if read.cross is not None:
        blocks.append(Block("qx", Role.QUESTION_INTRO, lines[read.cross : read.question_end], speaker=asker))
    if header.answer_body is None:
        return blocks, asked, []
    blocks.append(Block("answer-head", Role.HEAD, lines[read.question_end : header.answer_body]))
    answered = _answer_blocks(read, blocks, asked)
    if read.answer_end < len(lines):
        blocks.append(Block("annexes", Role.HEAD, lines[read.answer_end :]))
    return blocks, asked, answered


def _answer_blocks(read: _Question, blocks: list[Block], asked: Sequence[Asked]) -> list[Answered]:
    lines, start = read.lines, read.header.answer_body or 0
    speaker = _speaker(read.header)
    # A referral is said in the capacity of one who answers; that it is none is told by the document's kind.
    role = Role.ANSWER
    everything = tuple(number for question in asked for number in question.numbers)
    if not read.answers:
        block = Block(key_of("a", everything or (1,)), role, lines[start : read.answer_end], everything, "", speaker)
        blocks.append(block)
        if block.is_empty:
            return []
        return [Answered(f"@{len(blocks) - 1}", everything, block.plain(), len(blocks) - 1)]
    if read.answers[0].at > start:
        blocks.append(Block("ai", Role.ANSWER_INTRO, lines[start : read.answers[0].at], speaker=speaker))
    answered = []
    for block in _numbered_blocks(lines, read.answers, read.answer_end, "a", role, speaker):
        answered.append(Answered(f"@{len(blocks)}", block.questions, block.plain(), len(blocks)))
        blocks.append(block)
    return answered


def _numbered_blocks(
    lines: Sequence[Line], starts: Sequence[Numbered], stop: int, prefix: str, role: Role, speaker: str
) -> list[Block]:
    blocks = []
    for place, one in enumerate(starts):
        end = starts[place + 1].at if place + 1 < len(starts) else stop
        own = [split_line(lines[one.at], one.item.rest)] if one.item.rest else []
        own.extend(lines[one.at + 1 : end])
        blocks.append(Block(key_of(prefix, one.numbers), role, own, one.numbers, one.item.printed, speaker))
    return blocks


def _first_asking(lines: Sequence[Line], start: int, stop: int) -> int:
    """Without numbers: the paragraph with the first question mark starts the question."""
    paragraph = start
    for at in range(start, stop):
        if not lines[at].text.strip():
            paragraph = at + 1
        elif lines[at].whole:
            paragraph = at
        if "?" in lines[at].text:
            return paragraph
    return start


def _speaker(header: VpHeader) -> str:
    answerer = next((person for person in header.people if person.part is Part.ANSWERER), None)
    if answerer is None:
        return ""
    return ", ".join(part for part in (answerer.name, answerer.office) if part)


def _with_keys(one: QuestionAnswer, keys: dict[str, str]) -> QuestionAnswer:
    return replace(
        one,
        question_sections=tuple(keys[key] for key in one.question_sections),
        answer_section=keys[one.answer_section] if one.answer_section else None,
    )


def _numbers(header: VpHeader, session: str, given: Given) -> tuple[Number, ...]:
    found = [written_question(header.number, session)] if header.number else []
    for links in header.meta.values():
        for link in links:
            if match := re.search(r"schriftelijke-vragen/(\d{5,8})", link):
                found.append(Number("schv", match.group(1)))
            elif match := re.search(r"pfile\?id=(\d{5,8})", link):
                found.append(Number("pfile", match.group(1)))
    if not any(number.scheme == "pfile" for number in found):
        found.extend(
            Number("pfile", match.group(1)) for match in [re.search(r"pfile[=_-]?(\d{5,8})", given.file_name)] if match
        )
    return tuple(dict.fromkeys(found))


def _parallel(sections: Sequence[Section], own: str, session: str) -> tuple[Reference, ...]:
    """ "Deze vraag werd gesteld aan de ministers Matthias Diependaele (30), Zuhal Demir (71)": the others' numbers."""
    found = []
    for section in sections:
        if section.key != "qx":
            continue
        lead = re.match(
            r".*?\baan\s+(?:de\s+)?(?:volgende\s+)?(?:ministers?|minister-president)?\s*:?", section.text, re.S
        )
        for match in _CROSS_ITEM.finditer(section.text, lead.end() if lead else 0):
            if match.group(2) != own:
                number = written_question(match.group(2), session)
                printed = section.text[match.start() : match.end()]
                found.append(Reference(section.key, match.start(), match.end(), printed, number, "parallel"))
    return tuple(found)
