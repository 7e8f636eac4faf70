"""Letters to parliament: a frame, numbered or titled sections, signatures."""

from collections.abc import Sequence

from ingest.formats.joining import Typesetting
from ingest.formats.lines import Extracted
from ingest.parsed import Given, Parsed
from ingest.parsers.blocks import Block, build_sections, make_keys_unique
from ingest.parsers.headed import find_headings, headed_blocks
from ingest.parsers.letter_frame import read_frame, signatories, signature_start
from ingest.parsers.numbers import session_of
from ingest.parsers.paper_head import read_paper_head
from ingest.parsers.people import spoken_together
from ingest.parsers.references import find_references
from ingest.parsers.typed_notes import broken_apart
from kb.model.document import Dates, Number
from kb.model.people import Person
from kb.model.terms import Kind, Parliament, Role

NAME = "letter/1"


def parse_letter(extracted: Extracted, given: Given) -> Parsed:
    """Read one letter. Its day is its date line, or the day given; its sections keep their title with them."""
    lines = broken_apart(extracted.lines)
    frame = read_frame(lines)
    end = signature_start(lines, frame.body)
    signed = signatories(lines[end:]) or frame.senders
    speaker = spoken_together(person.display for person in signed)
    typesetting = Typesetting.of(extracted.lines)
    heads = find_headings(lines, frame.body, end, typesetting)
    blocks = [
        Block("head", Role.HEAD, list(lines[: frame.body])),
        *headed_blocks(lines, frame.body, end, heads, Role.LETTER, speaker),
        Block("signature", Role.HEAD, list(lines[end:])),
    ]
    make_keys_unique(blocks)
    sections = build_sections(blocks, typesetting)
    parliament = frame.parliament or given.parliament or Parliament.TWEEDE_KAMER
    paper = read_paper_head(lines[: frame.body])
    own = (Number("ons_kenmerk", frame.reference),) if frame.reference else ()
    numbers = tuple(dict.fromkeys((*paper.numbers, *own)))
    day = frame.date or paper.date or given.date
    return Parsed(
        parser=NAME,
        kind=Kind.LETTER,
        title=frame.subject
        or given.title
        or _paper_title(paper.dossier_title, signed)
        or _first_words(sections[0].text if sections else ""),
        sections=sections,
        parliament=parliament,
        numbers=numbers,
        dates=Dates(published=day),
        people=signed + frame.addressees,
        session=frame.session or (session_of(day, parliament) if day else ""),
        references=find_references(sections, parliament, own=numbers),
        problems=extracted.problems,
        media_type=extracted.media_type,
    )


def _paper_title(dossier: str, signed: Sequence[Person]) -> str:
    """A printed Kamerstuk has no subject line: its dossier's title, and whose letter it is."""
    if not dossier:
        return ""
    who = spoken_together(f"de {person.office} van {person.portfolio}" for person in signed if person.portfolio)
    return f"{dossier} - Brief van {who}" if who else dossier


def _first_words(text: str) -> str:
    return " ".join(text.split()[:12])
