"""Reports of committees and plenary meetings, and the spoken questions among them: transcript or summary."""

import datetime as dt
import re
from collections.abc import Sequence

from ingest.formats.joining import Typesetting
from ingest.formats.lines import Extracted, Line, LineKind
from ingest.parsed import Given, Parsed
from ingest.parsers.blocks import Block, build_sections, make_keys_unique
from ingest.parsers.dates import first_date
from ingest.parsers.generic import container_title, first_line
from ingest.parsers.headed import find_headings, headed_blocks
from ingest.parsers.names import person_key
from ingest.parsers.paper_head import body_start, front, parliament_of, read_paper_head
from ingest.parsers.references import find_references
from ingest.parsers.summary import name_speakers
from ingest.parsers.transcript import Turn, find_turns, speakers, speech_blocks
from ingest.parsers.typed_notes import broken_apart
from kb.model.document import Dates, Number
from kb.model.people import Part, Person
from kb.model.terms import Kind, Parliament, Role

NAME = "report/2"

_ORAL_TITLE = re.compile(
    r"^\s*(Vraag om uitleg|Actuele vraag|Interpellatie|Mondelinge vraag)\b.*?(?:\bover\s+(.*))?$", re.IGNORECASE
)
_ORAL_WHO = re.compile(
    r"^\s*van\s+(.{3,80}?)\s+aan\s+(?:(?:vice)?minister-president|Vlaams\s+minister|minister)\s+(.{3,80})$",
    re.IGNORECASE,
)
_ORAL_NUMBER = re.compile(r"^\s*(\d{1,5})\s*\((\d{4}-\d{4})\)\s*$")


def is_oral_question(lines: Sequence[Line]) -> bool:
    """A Flemish spoken question: its title, or the line "van X aan minister Y"."""
    texts = [line.text for line in lines if line.text][:15]
    return any(_ORAL_WHO.match(text) for text in texts) and any(
        _ORAL_TITLE.match(text) or _ORAL_NUMBER.match(text) for text in texts
    )


def parse_report(extracted: Extracted, given: Given) -> Parsed:
    """Turns where the words are spoken ones, else sections by heading; front page and contents are head."""
    lines = broken_apart(extracted.lines)
    typesetting = Typesetting.of(extracted.lines)
    turns = find_turns(lines)
    start = body_start(lines)
    head = read_paper_head(front(lines, start))
    oral = is_oral_question(lines)
    summarised: list[Person] = []
    if turns:
        blocks = _spoken(lines, turns, typesetting, start)
    else:
        end = _signature_start(lines, start)
        heads = find_headings(lines, start, end, typesetting)
        headed = headed_blocks(lines, start, end, heads, Role.REPORT)
        named, summarised = name_speakers(headed, " ".join(line.text for line in lines[:start]), typesetting)
        blocks = [
            Block("head", Role.HEAD, lines[:start]),
            *named,
            Block("signature", Role.HEAD, lines[end:]),
        ]
    make_keys_unique(blocks)
    sections = build_sections(blocks, typesetting)
    opening = lines[: turns[0].at] if turns else front(lines, start)
    parliament = (Parliament.VLAAMS_PARLEMENT if oral else parliament_of(lines)) or given.parliament
    numbers = tuple(dict.fromkeys((*head.numbers, *_oral_numbers(opening, oral))))
    people = (*_oral_people(opening, oral), *speakers(turns), *summarised)
    day = head.date or _day(opening) or given.date
    return Parsed(
        parser=NAME,
        kind=Kind.ORAL_QUESTION if oral else Kind.REPORT,
        title=" - ".join(part for part in (head.dossier_title, _title(opening, oral)) if part)
        or given.title
        or container_title(extracted)
        or first_line(lines),
        sections=sections,
        parliament=parliament,
        numbers=numbers,
        dates=Dates(asked=day) if oral else Dates(published=day),
        people=people,
        session=head.session,
        references=find_references(sections, parliament, own=numbers),
        problems=extracted.problems,
        media_type=extracted.media_type,
    )


_SIGNS_AS = re.compile(
    r"^(?:De\s+)?(?:(?:fungerend|plaatsvervangend|wnd\.)\s+)?(?:verslaggevers?|rapporteurs?|(?:onder)?voorzitters?|(?:adjunct-)?griffier)"
    r"(?:\s+van\s+de\s+(?:vaste\s+)?(?:\w+\s+)?commissie.{0,60})?\s*[,;.]?$",
    re.IGNORECASE,
)
_SIGNS = re.compile(r"^[A-ZÀ-Ý][\w’'-]+(?:\s+[\wÀ-ÿ’'-]+){0,5}\s*[,;]?$")
_SIGNATURE_REACH = 20  # lines


def _signature_start(lines: Sequence[Line], start: int) -> int:
    """Who signs a report at its end ("An PEETERS, / voorzitter") is no part of what was said last."""
    found = len(lines)
    for at in range(len(lines) - 1, max(start, len(lines) - _SIGNATURE_REACH) - 1, -1):
        text = lines[at].text.strip()
        if not text or lines[at].kind is LineKind.NOTE:
            continue
        if _SIGNS_AS.match(text):
            found = at
        elif not _SIGNS.match(text) or not _signs_here(lines, at, found):
            break
        else:
            found = at
    return found if any(_SIGNS_AS.match(line.text.strip()) for line in lines[found:]) else len(lines)


def _signs_here(lines: Sequence[Line], at: int, found: int) -> bool:
    """A name next to an office (above it in Flanders, below it in the Netherlands), or a surname in capitals."""
    text = lines[at].text.strip(" ,;")
    above = next((line.text.strip() for line in reversed(lines[:at]) if line.text), "")
    return text.split()[-1].isupper() or bool(_SIGNS_AS.match(above)) or (found < len(lines) and found - at < 3)


def _spoken(lines: Sequence[Line], turns: Sequence[Turn], typesetting: Typesetting, start: int) -> list[Block]:
    """What stands above the first turn is head; agenda items between turns stay in the turn that they follow."""
    opening = turns[0].at
    if opening < start or opening - start < 12:
        return [Block("head", Role.HEAD, list(lines[:opening])), *speech_blocks(lines, turns, 1)]
    heads = find_headings(lines, start, opening, typesetting)
    return [
        Block("head", Role.HEAD, list(lines[:start])),
        *headed_blocks(lines, start, opening, heads, Role.REPORT),
        *speech_blocks(lines, turns, 1),
    ]


def _title(opening: Sequence[Line], oral: bool) -> str:
    texts = [line.text.strip() for line in opening if line.text and line.kind is not LineKind.NOTE]
    if oral:
        match = next((match for text in texts if (match := _ORAL_TITLE.match(text))), None)
        return match.group(2) or match.group(0).strip() if match else ""
    for at, text in enumerate(texts):
        if kamerstuk := re.match(r"^Nr\.\s*\d+\s+((?:\w+\s+)?VERSLAG\b.*)$", text):
            return kamerstuk.group(1).capitalize()
        if not re.match(r"^(?:VERSLAG|Verslag)\b", text):
            continue
        about = next((n for n in range(at, min(at + 12, len(texts))) if re.match(r"^(?:.*\s)?over\b", texts[n])), None)
        if about is None:
            return " ".join(texts[at : at + 2])
        end = about + 1
        while (
            end < len(texts)
            and end - about < 7
            and not re.match(r"^(?:Zie|Samenstelling|\d|ingediend|I\.|Vlaams Parlement|INHOUD)", texts[end])
        ):
            end += 1
        subject = " ".join(texts[about:end])
        return "Verslag " + subject[re.search(r"\bover\b", subject).start() :]  # type: ignore[union-attr]
    return next((text for text in texts if re.search(r"debat|vergadering|overleg|Stemmingen", text)), "")


def _day(opening: Sequence[Line]) -> dt.date | None:
    return next((day for line in opening if (day := first_date(line.text))), None)


def _oral_numbers(opening: Sequence[Line], oral: bool) -> list[Number]:
    if not oral:
        return []
    found = [match for line in opening if (match := _ORAL_NUMBER.match(line.text))]
    return [Number("stuk", f"{int(match.group(1))} ({match.group(2)})") for match in found[:1]]


def _oral_people(opening: Sequence[Line], oral: bool) -> list[Person]:
    match = next((match for line in opening if oral and (match := _ORAL_WHO.match(line.text))), None)
    if not match:
        return []
    asker, minister = match.group(1).strip(), match.group(2).strip()
    return [
        Person(Part.ASKER, asker, asker, person_key(asker, full_name=True)),
        Person(Part.ADDRESSEE, f"minister {minister}", minister, person_key(minister, full_name=True), "", "minister"),
    ]
