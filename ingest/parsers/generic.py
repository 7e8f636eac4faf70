"""Any other text: headings where they can be seen. Never fails."""

from collections.abc import Iterable
from pathlib import PurePath

from ingest.formats.joining import Typesetting
from ingest.formats.lines import Extracted, Line, LineKind
from ingest.parsed import Given, Parsed
from ingest.parsers.blocks import build_sections, make_keys_unique
from ingest.parsers.headed import find_headings, headed_blocks
from ingest.parsers.references import find_references
from kb.model.terms import Kind, Role

NAME = "generic/1"


def parse_generic(extracted: Extracted, given: Given, kind: Kind = Kind.GENERIC, role: Role = Role.TEXT) -> Parsed:
    """Sections by visible headings; the first heading or the container's own title is the title."""
    lines = list(extracted.lines)
    typesetting = Typesetting.of(lines)
    heads = find_headings(lines, 0, len(lines), typesetting)
    blocks = headed_blocks(lines, 0, len(lines), heads, role)
    make_keys_unique(blocks)
    sections = build_sections(blocks, typesetting)
    return Parsed(
        parser=NAME,
        kind=kind,
        title=given.title or container_title(extracted) or first_line(lines) or PurePath(given.file_name).stem,
        sections=sections,
        parliament=given.parliament,
        references=find_references(sections, given.parliament),
        problems=extracted.problems,
        media_type=extracted.media_type,
    )


def container_title(extracted: Extracted) -> str:
    """The title that the file's container states; programs put their own file names there, which are no titles."""
    for wanted in ("dc.title", "title", "subject"):
        for name, value in extracted.properties:
            value = " ".join(value.split())
            if (
                name.lower() == wanted
                and len(value) > 3
                and not value.lower().endswith((".doc", ".docx", ".pdf", ".indd"))
            ):
                return value
    return ""


def first_line(lines: Iterable[Line]) -> str:
    """The first heading, else the first line of text, cut at 150 characters."""
    texts = [line for line in lines if line.text and line.kind is not LineKind.NOTE]
    heading = next((line.text for line in texts[:15] if line.kind is LineKind.HEADING), "")
    return (heading or (texts[0].text if texts else ""))[:150].strip()
