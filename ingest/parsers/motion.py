"""Motions: what the Chamber is asked to declare, by whom."""

import re
from collections.abc import Sequence

from ingest.formats.joining import Typesetting
from ingest.formats.lines import Extracted, Line
from ingest.parsed import Given, Parsed
from ingest.parsers.blocks import Block, build_sections, make_keys_unique
from ingest.parsers.names import person_key, titled_portfolio
from ingest.parsers.paper_head import parliament_of, read_paper_head
from ingest.parsers.references import find_references
from ingest.parsers.typed_notes import broken_apart
from kb.model.document import Dates
from kb.model.people import Part, Person
from kb.model.terms import Kind, Parliament, Role

NAME = "motion/1"

_OPENS = re.compile(r"^\s*(?:De\s+Kamer|Het\s+Vlaams\s+Parlement)\s*,?\s*$", re.IGNORECASE)
_CLOSES = re.compile(r"gaat\s+over\s+tot\s+de\s+orde\s+van\s+de\s+dag", re.IGNORECASE)
_TITLE = re.compile(
    r"^\s*(?:Nr\.\s*\d+\s+)?((?:\w+\s+){0,3}MOTIE\s+VAN\s+.*|Motie\s+van\s+.*|MOTIE\b.*|Voorstel\s+van\s+resolutie.*)$"
)


def parse_motion(extracted: Extracted, given: Given) -> Parsed:
    """Head, text, and below it the members who propose it."""
    lines = broken_apart(extracted.lines)
    start = next((at for at, line in enumerate(lines) if _OPENS.match(line.text)), 0)
    end = next((at + 1 for at, line in enumerate(lines) if _CLOSES.search(line.text)), len(lines))
    end = max(start, end)
    head = read_paper_head(lines[: max(start, 20)])
    people = _proposers(lines[end:])
    blocks = [
        Block("head", Role.HEAD, lines[:start]),
        Block("s0", Role.QUESTION_INTRO, lines[start:end], speaker=", ".join(person.name for person in people)),
        Block("signature", Role.HEAD, lines[end:]),
    ]
    make_keys_unique(blocks)
    sections = build_sections(blocks, Typesetting.of(extracted.lines))
    parliament = parliament_of(lines) or given.parliament or Parliament.TWEEDE_KAMER
    numbers = tuple(dict.fromkeys(head.numbers))
    return Parsed(
        parser=NAME,
        kind=Kind.MOTION,
        title=_title(lines[: max(start, 20)], head.dossier_title) or given.title,
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


def _title(front: Sequence[Line], dossier: str) -> str:
    what = next((match.group(1) for line in front if (match := _TITLE.match(line.text))), "Motie")
    if what.isupper():
        subject, _, names = (
            what.capitalize().partition(" lid ") if " LID " in what else what.capitalize().partition(" leden ")
        )
        who = titled_portfolio(names.upper())
        what = f"{subject} {'lid' if ' LID ' in what else 'leden'} {who}" if who else subject
    return f"{dossier} - {what}" if dossier else what


def _proposers(lines: Sequence[Line]) -> tuple[Person, ...]:
    found = []
    for line in lines[:20]:
        name = line.text.strip()
        if re.match(r"^[A-ZÀ-Ý’'][\wÀ-ÿ’' -]{1,40}$", name) and len(name.split()) <= 5:
            found.append(Person(Part.SIGNATORY, name, name, person_key(name)))
    return tuple(found)
