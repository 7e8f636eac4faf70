"""Policy notes: beleidsnota, beleids- en begrotingstoelichting, conceptnota, mededeling aan de Vlaamse Regering."""

import re
from collections.abc import Sequence

from ingest.formats.joining import Typesetting
from ingest.formats.lines import Extracted, Line, LineKind
from ingest.parsed import Given, Parsed
from ingest.parsers.blocks import Block, build_sections, make_keys_unique
from ingest.parsers.generic import container_title, first_line
from ingest.parsers.headed import find_headings, headed_blocks
from ingest.parsers.names import person_key, titled_portfolio
from ingest.parsers.paper_head import body_start, front, parliament_of, read_paper_head
from ingest.parsers.references import find_references
from ingest.parsers.typed_notes import broken_apart
from kb.model.document import Dates
from kb.model.people import Part, Person
from kb.model.terms import Kind, Role

NAME = "policy_note/1"

_WHAT = re.compile(r"^\s*(?:Beleids|BELEIDS|Conceptnota|CONCEPTNOTA|Visienota)")
_SUBJECT = re.compile(r"^\s*Betreft\s*:?\s*(.*)$")
_BY = re.compile(r"ingediend door\s+([^,]{4,60}),\s*(.*)$")
_STOPS_TITLE = re.compile(r"^(?:ingediend|\(|Zie\b|Vlaams Parlement|Fictief|\d)")


def parse_policy_note(extracted: Extracted, given: Given) -> Parsed:
    """Sections by heading, with the role of government policy."""
    lines = broken_apart(extracted.lines)
    typesetting = Typesetting.of(extracted.lines)
    start = body_start(lines)
    head = read_paper_head(front(lines, start))
    heads = find_headings(lines, start, len(lines), typesetting)
    people = _people(front(lines, start))
    speaker = next((", ".join(part for part in (person.name, person.office) if part) for person in people), "")
    blocks = [Block("head", Role.HEAD, lines[:start])]
    blocks.extend(headed_blocks(lines, start, len(lines), heads, Role.POLICY, speaker))
    make_keys_unique(blocks)
    sections = build_sections(blocks, typesetting)
    parliament = parliament_of(lines) or given.parliament
    numbers = tuple(dict.fromkeys(head.numbers))
    return Parsed(
        parser=NAME,
        kind=Kind.POLICY_NOTE,
        title=_title(front(lines, start)) or given.title or container_title(extracted) or first_line(lines),
        sections=sections,
        parliament=parliament,
        numbers=numbers,
        dates=Dates(published=head.date or given.date),
        people=people,
        session=head.session,
        references=find_references(sections, parliament, own=numbers),
        problems=extracted.problems,
        media_type=extracted.media_type,
    )


def _title(front: Sequence[Line]) -> str:
    texts = [line.text.strip() for line in front if line.text and line.kind is not LineKind.NOTE]
    for at, text in enumerate(texts):
        if match := _SUBJECT.match(text):
            parts = [match.group(1)]
            parts.extend(_following(front, text))
            return re.sub(r"\s+", " ", " ".join(parts)).strip().rstrip(".").replace("- ", "-")
        if _WHAT.match(text):
            end = at + 1
            while end < len(texts) and end - at < 4 and not _STOPS_TITLE.match(texts[end]):
                end += 1
            return " ".join(texts[at:end])
    return ""


def _following(front: Sequence[Line], text: str) -> list[str]:
    at = next(n for n, line in enumerate(front) if line.text.strip() == text)
    parts: list[str] = []
    for line in front[at + 1 : at + 4]:
        if not line.text.strip():
            break
        parts.append(line.text.strip())
    return parts


def _people(front: Sequence[Line]) -> tuple[Person, ...]:
    """ "ingediend door Hedwig Claerboudt, viceminister-president van de Vlaamse Regering, Vlaams minister van ..."."""
    text = re.sub(r"\s+", " ", " ".join(line.text for line in front))
    match = _BY.search(text)
    if not match:
        return ()
    name, rest = match.group(1).strip(), match.group(2)
    office = re.match(r"(viceminister-president|minister-president|Vlaams minister|minister)", rest, re.IGNORECASE)
    portfolio = re.search(r"[Vv]laams minister van\s+([^(]*?)(?:\s*\(|\s+Fictief|\s+Vlaams Parlement|\s+\d|$)", rest)
    return (
        Person(
            Part.SIGNATORY,
            name,
            name,
            person_key(name, full_name=True),
            "",
            office.group(1) if office else "",
            titled_portfolio(portfolio.group(1).strip()) if portfolio else "",
        ),
    )
