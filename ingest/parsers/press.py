"""Press texts of a government: paragraphs, headings, and what a named minister is quoted with."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.formats.joining import Typesetting
from ingest.formats.lines import Extracted, Line, LineKind
from ingest.parsed import Given, Parsed
from ingest.parsers.blocks import Block, build_sections, make_keys_unique
from ingest.parsers.dates import first_date
from ingest.parsers.generic import container_title, first_line
from ingest.parsers.headed import find_headings
from ingest.parsers.names import given_name_at, person_key
from ingest.parsers.paper_head import parliament_of
from ingest.parsers.references import find_references
from ingest.parsers.typed_notes import broken_apart
from kb.model.document import Dates
from kb.model.people import Part, Person
from kb.model.terms import Kind, Role

NAME = "press/1"

_QUOTED = re.compile(
    r"^\s*((?:Vlaams\s+|Vice|Viceminister-president\s+en\s+)?(?:[Mm]inister(?:-president)?|[Ss]taatssecretaris)\b[^:“”‘\"«]{2,140}?)\s*:\s*[“‘\"«„']"
)
_CLOSES = re.compile(r"[”’\"»]\s*[.]?\s*$")
_LABEL = re.compile(r"^\s*(?:PERSBERICHT|Persbericht|PERSMEDEDELING|Persmededeling|PERSTEKST)\b.{0,40}$")
_DATELINE = re.compile(r"^\s*(?:Brussel|Den Haag|Antwerpen|Gent)?,?\s*(\d{1,2}\s\w+\s\d{4})\b")
_LONGEST_QUOTE = 40  # lines


@dataclass(frozen=True, slots=True)
class _Quote:
    start: int
    end: int
    speaker: str


def quotes_of_ministers(lines: Sequence[Line]) -> int:
    """How often the text quotes a minister by name: two and more make a press text."""
    return len(_quotes(lines))


def parse_press(extracted: Extracted, given: Given) -> Parsed:
    """The first line is the title; a quote is a section of its own, with its speaker."""
    lines = broken_apart(extracted.lines)
    typesetting = Typesetting.of(extracted.lines)
    start, title = _title(lines)
    quotes = [quote for quote in _quotes(lines) if quote.start >= start]
    blocks = [Block("head", Role.HEAD, lines[:start]), *_body(lines, start, quotes, typesetting)]
    make_keys_unique(blocks)
    sections = build_sections(blocks, typesetting)
    parliament = parliament_of(lines) or given.parliament
    day = next(
        (day for line in lines[: start + 6] if (m := _DATELINE.match(line.text)) and (day := first_date(m.group(1)))),
        None,
    )
    return Parsed(
        parser=NAME,
        kind=Kind.PRESS_TEXT,
        title=title or given.title or container_title(extracted) or first_line(lines),
        sections=sections,
        parliament=parliament,
        dates=Dates(published=day or given.date),
        people=tuple(dict.fromkeys(_person(quote.speaker) for quote in quotes)),
        references=find_references(sections, parliament),
        problems=extracted.problems,
        media_type=extracted.media_type,
    )


def _title(lines: Sequence[Line]) -> tuple[int, str]:
    """The first line that is not a label or a date, and what follows it on full lines."""
    at = 0
    while at < len(lines) and (not lines[at].text.strip() or _LABEL.match(lines[at].text) or _is_dateline(lines[at])):
        at += 1
    if at >= len(lines) or len(lines[at].text) > 250:
        return at, ""
    end = at + 1
    while (
        end < len(lines) and end - at < 3 and lines[end].text and not lines[at].whole and lines[end].text[:1].islower()
    ):
        end += 1
    return end, re.sub(r"\s+", " ", " ".join(line.text for line in lines[at:end])).strip()


def _is_dateline(line: Line) -> bool:
    return bool(_DATELINE.match(line.text)) and len(line.text) < 40


def _quotes(lines: Sequence[Line]) -> list[_Quote]:
    found = []
    at = 0
    while at < len(lines):
        match = _QUOTED.match(_two_lines(lines, at)) if lines[at].kind is not LineKind.NOTE else None
        if not match:
            at += 1
            continue
        end = at + 1
        while end < len(lines) and end - at < _LONGEST_QUOTE and not _CLOSES.search(lines[end - 1].text):
            if not lines[end].text and lines[end - 1].text.rstrip().endswith((".", "!", "?")):
                break
            end += 1
        found.append(_Quote(at, end, match.group(1).strip(" ,")))
        at = end
    return found


def _two_lines(lines: Sequence[Line], at: int) -> str:
    text = lines[at].text
    if lines[at].whole or at + 1 >= len(lines) or ":" in text:
        return text
    return f"{text} {lines[at + 1].text}"


def _body(lines: Sequence[Line], start: int, quotes: Sequence[_Quote], typesetting: Typesetting) -> list[Block]:
    blocks: list[Block] = []
    heads = [
        head
        for head in find_headings(lines, start, len(lines), typesetting)
        if not any(quote.start < head.end and head.start < quote.end for quote in quotes)
    ]
    cuts = sorted({start, *(head.start for head in heads), *(q.start for q in quotes), *(q.end for q in quotes)})
    starts = {head.start: head for head in heads}
    quoted = {quote.start: quote for quote in quotes}
    headings = 0
    for place, cut in enumerate(cuts):
        end = cuts[place + 1] if place + 1 < len(cuts) else len(lines)
        if cut in quoted:
            blocks.append(Block(f"quote{len(blocks)}", Role.PRESS, list(lines[cut:end]), speaker=quoted[cut].speaker))
        elif cut in starts:
            headings += 1
            head = starts[cut]
            blocks.append(Block(f"s{headings}", Role.PRESS, list(lines[head.end : end]), heading=head.title))
        else:
            blocks.append(Block(f"s{headings}", Role.PRESS, list(lines[cut:end])))
    return blocks


def _person(printed: str) -> Person:
    """ "Minister van Wetenschap en Innovatie, Jo Brouns": the name where it can be told from the portfolio."""
    match = re.match(r"((?:Vlaams\s+|Vice)?[Mm]inister(?:-president)?|[Ss]taatssecretaris)\s*(?:van\s+)?(.*)$", printed)
    office, rest = (match.group(1), match.group(2)) if match else ("", printed)
    portfolio, comma, name = rest.rpartition(", ")
    if not comma:
        words = rest.split()
        at = given_name_at(words)
        portfolio, name = (" ".join(words[:at]), " ".join(words[at:])) if at is not None else (rest, "")
    key = person_key(name, full_name=True) if name else ""
    return Person(Part.SPEAKER, printed, name, key, "", office, portfolio)
