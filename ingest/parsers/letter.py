"""Letters to parliament: a frame, numbered or titled sections, signatures."""

import re
from collections.abc import Sequence

from ingest.formats.joining import Typesetting
from ingest.formats.lines import Extracted, Line
from ingest.parsed import Given, Parsed
from ingest.parsers.blocks import Block, build_sections, make_keys_unique
from ingest.parsers.headed import find_headings, headed_blocks
from ingest.parsers.letter_frame import LetterFrame, read_frame, signatories, signature_start
from ingest.parsers.numbers import kamerstuk, session_of
from ingest.parsers.question_lines import broken_apart
from ingest.parsers.references import find_references
from kb.model.document import Dates, Number
from kb.model.terms import Kind, Parliament, Role

NAME = "letter/1"


def parse_letter(extracted: Extracted, given: Given) -> Parsed:
    """Read one letter. Its day is its date line, or the day given; its sections keep their title with them."""
    lines = broken_apart(extracted.lines)
    frame = read_frame(lines)
    end = signature_start(lines, frame.body)
    signed = signatories(lines[end:]) or frame.senders
    speaker = " en ".join(person.display for person in signed)
    heads = find_headings(lines, frame.body, end)
    blocks = [
        Block("head", Role.HEAD, list(lines[: frame.body])),
        *headed_blocks(lines, frame.body, end, heads, Role.LETTER, speaker),
        Block("signature", Role.HEAD, list(lines[end:])),
    ]
    make_keys_unique(blocks)
    sections = build_sections(blocks, Typesetting.of(extracted.lines))
    parliament = given.parliament or frame.parliament or Parliament.TWEEDE_KAMER
    numbers = _numbers(lines[: frame.body], frame, given)
    day = frame.date or given.date
    return Parsed(
        parser=NAME,
        kind=Kind.LETTER,
        title=frame.subject or given.title or _first_words(sections[0].text if sections else ""),
        sections=sections,
        parliament=parliament,
        numbers=numbers,
        dates=Dates(published=day),
        people=signed + frame.addressees or given.people,
        themes=given.themes,
        session=frame.session or (session_of(day, parliament) if day else ""),
        references=find_references(sections, parliament, own=numbers),
        problems=extracted.problems,
        url=given.url,
        media_type=extracted.media_type,
    )


def _numbers(head: Sequence[Line], frame: LetterFrame, given: Given) -> tuple[Number, ...]:
    found: list[Number] = []
    dossier, addition = "", ""
    for line in head:
        text = line.text.strip()
        if (match := re.fullmatch(r"(\d{2})\s?(\d{3})(?:[\s-]+([IVXLC]+|\d{2}))?", text)) or (match := re.match(r"^(\d{2})\s(\d{3})(?:\s([IVXLC]+))?\s+[A-ZÀ-Ý]", text)):
            dossier, addition = match.group(1) + match.group(2), match.group(3) or ""
        elif dossier and (match := re.match(r"^Nr\.\s*(\d{1,4})\b", text)):
            found.append(kamerstuk(dossier, addition, match.group(1)))
    if frame.reference:
        found.append(Number("ons_kenmerk", frame.reference))
    return tuple(dict.fromkeys((*found, *given.numbers)))


def _first_words(text: str) -> str:
    return " ".join(text.split()[:12])
