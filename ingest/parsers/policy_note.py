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
_BY = re.compile(r"ingediend door\s+(?P<name>[^,]{4,60}),\s*(?P<rest>.*)$")
_BY_OFFICE = re.compile(
    r"ingediend door\s+(?:de\s+)?(?P<rest>viceminister-president|minister-president|Vlaams minister|minister)\s+"
    r"(?P<name>[A-ZÀ-Ý][a-zà-ÿ][\w’'-]*(?:\s+(?:(?:de|van|der|den|ter|ten)\s+)*[A-ZÀ-Ý][a-zà-ÿ][\w’'-]*){1,3})"
)
_NUMBERED = re.compile(r"^\s*(?:\d{1,2}|[IVX]{1,4})[.)]?\s+[A-ZÀ-Ý]")
_STOPS_TITLE = re.compile(r"^(?:ingediend|\(|Zie\b|Vlaams Parlement|Fictief|\d)")


def parse_policy_note(extracted: Extracted, given: Given) -> Parsed:
    """Sections by heading, with the role of government policy."""
    lines = broken_apart(extracted.lines)
    typesetting = Typesetting.of(extracted.lines)
    start = body_start(lines) or _behind_subject(lines)
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


def _behind_subject(lines: Sequence[Line]) -> int:
    """The text of a note to the government starts behind its subject; 0 where it prints none on its first lines."""
    subject = next((at for at, line in enumerate(lines[:25]) if _SUBJECT.match(line.text)), None)
    if subject is None:
        return 0
    return subject + 1 + len(_following(lines, lines[subject].text.strip()))


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
        if not line.text.strip() or line.label or _NUMBERED.match(line.text):
            break
        parts.append(line.text.strip())
    return parts


def _people(front: Sequence[Line]) -> tuple[Person, ...]:
    """ "ingediend door Hedwig Claerboudt, viceminister-president van de Vlaamse Regering, Vlaams minister van ..."."""
    text = re.sub(r"\s+", " ", " ".join(line.text for line in front))
    match = _BY_OFFICE.search(text) or _BY.search(text)
    if not match:
        return ()
    name, rest = match.group("name").strip(), match.group("rest")
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
