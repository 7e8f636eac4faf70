"""Written and oral questions of the Tweede Kamer: kv, ah, Mededeling, the DOCX of the first days, a ministry's letter
with the answers as its annex."""

import re
from collections.abc import Iterable
from dataclasses import replace

from ingest.formats.joining import Typesetting, join_lines
from ingest.formats.lines import Extracted, Line, LineKind
from ingest.parsed import Given, Parsed
from ingest.parsers.blocks import Block, build_sections, key_of, make_keys_unique
from ingest.parsers.dates import recent_date
from ingest.parsers.notices import is_elsewhere, is_withdrawal, read_notice
from ingest.parsers.pairing import Answered, Asked, Pairing, pair
from ingest.parsers.people import spoken_together
from ingest.parsers.question_lines import read_body
from ingest.parsers.question_parts import Body, Part, PartKind
from ingest.parsers.references import find_references, see_also_span
from ingest.parsers.tk_header import LetterHeader, TkHeader, is_covering_letter, read_header, read_letter_header
from ingest.parsers.tk_numbers import head_numbers, head_session
from kb.model.document import Dates, Number, PairState, QuestionAnswer
from kb.model.people import Part as Plays
from kb.model.people import Person
from kb.model.terms import Kind, Parliament, Role

NAME = "tk_question/1"


def parse_tk_question(extracted: Extracted, given: Given) -> Parsed:
    """Read one question document. Never raises for odd text: what cannot be told stays empty, with a problem."""
    body = read_body(extracted.lines)
    typesetting = Typesetting.of(extracted.lines)
    head_text = join_lines([line for line in body.head if line.kind is not LineKind.NOTE], typesetting).text
    letter = _letter(body.head)
    header = TkHeader() if letter else read_header(head_text)
    letter = letter or LetterHeader()
    notice = next((part for part in body.parts if part.kind is PartKind.NOTICE), None)
    if notice is None and header.is_notice and not any(part.kind is PartKind.ANSWER for part in body.parts):
        notice = _loose_notice(body)
    kind = _kind(body, header, notice, given)
    pairing = _pair(body)
    asked_by = _speaker(header.people + letter.people, Plays.ASKER)
    answered_by = _speaker(header.people + letter.people, Plays.ANSWERER, Plays.NOTIFIER)
    blocks, of_parts = _blocks(body, kind, asked_by, answered_by)
    make_keys_unique(blocks)
    sections = build_sections(blocks, typesetting)
    people = header.people + letter.people
    title, dates = header.title or letter.title, _dates(header, letter, kind)
    if notice is not None:
        told = read_notice(notice.plain)
        if not any(person.part is Plays.ASKER for person in people):
            people += told.people
        title = title or told.title
        if dates.asked is None and header.replied:
            dates = replace(dates, asked=told.asked or recent_date(notice.plain, header.replied))
    numbers = head_numbers(extracted, body.head, notice.plain if notice else "", letter, header, given)
    session = head_session(head_text, numbers, dates)
    references = find_references(sections, Parliament.TWEEDE_KAMER, see_also=see_also_span(sections), own=numbers)
    return Parsed(
        parser=NAME,
        kind=kind,
        title=title or given.title or _plain_title(kind, people, numbers),
        sections=sections,
        parliament=Parliament.TWEEDE_KAMER,
        numbers=numbers,
        dates=dates,
        people=people,
        session=session,
        pairs=_pairs(pairing, kind, {f"@{at}": block.key for at, block in enumerate(of_parts)}),
        references=references,
        problems=extracted.problems + pairing.problems,
        media_type=extracted.media_type,
    )


def _letter(head: list[Line]) -> LetterHeader | None:
    """The covering letter's head, where the document is a ministry's letter with the answers as its annex."""
    lines = [line.text for line in head if line.text and line.kind is not LineKind.NOTE]
    return read_letter_header(lines) if is_covering_letter(lines) else None


def _loose_notice(body: Body) -> Part | None:
    """The DOCX form has no heading "Mededeling": its paragraphs are the notice."""
    if not body.parts or any(part.heading for part in body.parts):
        return None
    notice = Part(PartKind.NOTICE)
    for part in body.parts:
        notice.lines.extend(part.lines)
    body.parts[:] = [notice]
    return notice


def _kind(body: Body, header: TkHeader, notice: Part | None, given: Given) -> Kind:
    answers = [part for part in body.parts if part.kind is PartKind.ANSWER and part.plain]
    if notice is not None and not answers:
        if is_withdrawal(notice.plain):
            return Kind.WITHDRAWN
        return Kind.ANSWERED_ELSEWHERE if is_elsewhere(notice.plain) else Kind.POSTPONEMENT
    if header.is_notice and not answers:
        return Kind.POSTPONEMENT
    if answers:
        return (
            Kind.FOLLOW_UP_ANSWER
            if header.is_further or given.kind is Kind.FOLLOW_UP_ANSWER
            else Kind.ANSWERED_QUESTION
        )
    if header.is_oral:
        return Kind.ORAL_QUESTION
    if header.people_as(Plays.ANSWERER):
        return Kind.FOLLOW_UP_ANSWER if header.is_further else Kind.ANSWERED_QUESTION
    return Kind.OPEN_QUESTION


def _pair(body: Body) -> Pairing:
    """Pair the parts; keys are "@3" for the part in place 3 until the sections have theirs."""
    asked, answered = [], []
    for order, part in enumerate(body.parts):
        if not (part.heading or part.plain):
            continue
        if part.kind is PartKind.QUESTION:
            asked.append(Asked(f"@{order}", part.numbers, part.plain, order, part.labels))
        elif part.kind is PartKind.ANSWER:
            answered.append(Answered(f"@{order}", part.numbers, part.plain, order, part.labels))
    pairing = pair(asked, answered)
    for question in pairing.asked:
        body.parts[question.order].numbers = question.numbers
    for one in pairing.pairs:
        if one.answer_section:
            part = body.parts[int(one.answer_section[1:])]
            if not part.numbers:
                part.answers = _labels(body.parts[int(key[1:])] for key in one.question_sections)
            part.numbers = one.questions
    return pairing


def _labels(parts: Iterable[Part]) -> tuple[str, ...]:
    """The labels of all these questions; () where one has none."""
    labels = [part.labels for part in parts]
    return tuple(label for one in labels for label in one) if all(labels) else ()


def _blocks(body: Body, kind: Kind, asked_by: str, answered_by: str) -> tuple[list[Block], list[Block]]:
    """All blocks in the order of the text, and those of the parts, in their order."""
    head = _oral(body.head, asked_by) if kind is Kind.ORAL_QUESTION else [Block("head", Role.HEAD, body.head)]
    has_questions = any(part.kind is PartKind.QUESTION for part in body.parts)
    of_parts = []
    for part in body.parts:
        if part.kind is PartKind.QUESTION:
            key, role, speaker = key_of("q", part.labels or part.numbers), Role.QUESTION, asked_by
        elif part.kind is PartKind.ANSWER and part.numbers:
            key, role, speaker = key_of("a", part.labels or part.numbers), Role.ANSWER, answered_by
        elif part.kind is PartKind.ANSWER or (kind.is_answer and not has_questions):
            key, role, speaker = "ai", Role.ANSWER_INTRO, answered_by
        elif part.kind is PartKind.NOTICE:
            key, role, speaker = "notice", Role.NOTICE, answered_by
        else:
            key = "qx" if part.kind is PartKind.EXPLANATION else "qi"
            role, speaker = Role.QUESTION_INTRO, asked_by
        of_parts.append(Block(key, role, part.lines, part.numbers, part.heading, speaker))
    return [*head, *of_parts], of_parts


def _oral(head: list[Line], asked_by: str) -> list[Block]:
    """An oral question is its one sentence: that is its text, the rest of the page is head."""
    start = next((at for at, line in enumerate(head) if re.match(r"\s*Mondelinge\s+vra", line.text, re.I)), len(head))
    return [
        Block("head", Role.HEAD, head[:start]),
        Block("qi", Role.QUESTION_INTRO, head[start:], speaker=asked_by),
    ]


def _pairs(pairing: Pairing, kind: Kind, keys: dict[str, str]) -> tuple[QuestionAnswer, ...]:
    """The pairs with the keys of their sections, and the state that the document as a whole gives them."""
    whole = {Kind.POSTPONEMENT: PairState.POSTPONED, Kind.ANSWERED_ELSEWHERE: PairState.REFERRED}.get(kind)
    return tuple(
        replace(
            one,
            question_sections=tuple(keys[key] for key in one.question_sections),
            answer_section=keys[one.answer_section] if one.answer_section else None,
            state=whole or one.state,
        )
        for one in pairing.pairs
    )


def _dates(header: TkHeader, letter: LetterHeader, kind: Kind) -> Dates:
    asked, replied = header.asked or letter.asked, header.replied or letter.dated
    if kind.is_answer:
        return Dates(asked=asked, answered=replied)
    return Dates(asked=asked, published=replied)


def _speaker(people: tuple[Person, ...], *parts: Plays) -> str:
    return spoken_together(person.display for person in people if person.part in parts)


def _plain_title(kind: Kind, people: tuple[Person, ...], numbers: tuple[Number, ...]) -> str:
    """What a list can show where the document prints no title: what it is, by whom, its number."""
    what = {Kind.POSTPONEMENT: "Mededeling", Kind.OPEN_QUESTION: "Kamervragen"}.get(kind, "Antwoord op Kamervragen")
    who = _speaker(people, Plays.ANSWERER, Plays.NOTIFIER)
    number = next((one.value for one in numbers if one.scheme == "zaak"), numbers[0].value if numbers else "")
    return " ".join(part for part in (what, number, f"van {who}" if who else "") if part)
