"""What must hold within one document, so that every quote, page and pair that is shown is true.

Checked when a document is stored (an untrue one is refused) and again by `loket verify`.
"""

from collections import Counter
from collections.abc import Iterator

from kb.catalog.content import content_hash
from kb.errors import InputError
from kb.model.document import Document, Reference, Section


def check(document: Document) -> None:
    """Raises InputError for a document that must not be stored."""
    fault = next(faults(document), None)
    if fault is not None:
        raise InputError(f"{document.id} was read wrongly and is not stored: {fault}.", "Please report this file.")
    if document.provenance.retrieved_at.tzinfo is None:
        raise ValueError(f"{document.id}: retrieved_at has no time zone")
    try:
        content_hash(document)
        f"{document.id}{document.provenance.location}".encode()
    except UnicodeEncodeError as error:
        raise InputError(
            f"{document.id} holds a character that is not valid Unicode ({error.object[error.start]!r}).",
            "Save the file in UTF-8 and add it again.",
        ) from error


def faults(document: Document) -> Iterator[str]:
    """One sentence for each thing that does not hold; nothing for a sound document."""
    sections: dict[str, Section] = {}
    for key, count in Counter(section.key for section in document.sections).items():
        if count > 1:
            yield f"the section key {key!r} occurs {count} times"
        if not key or "\n" in key:
            yield f"{key!r} cannot be a section key"
    for section in document.sections:
        sections[section.key] = section
        yield from _page_faults(section)
    for pair in document.pairs:
        for key in (*pair.question_sections, *filter(None, [pair.answer_section])):
            if key not in sections:
                yield f"the pair of questions {pair.questions} names the section {key!r}, which is not there"
    for reference in document.references:
        yield from _reference_faults(reference, sections)


def _page_faults(section: Section) -> Iterator[str]:
    before = -1
    for start in section.pages:
        if not before < start.offset <= len(section.text):
            yield f"in section {section.key!r}, page {start.page} begins at {start.offset}: out of order or range"
        if start.page < 1:
            yield f"section {section.key!r} has a page {start.page}"
        before = start.offset
    in_range = all(0 <= seam <= len(section.text) for seam in section.seams)
    if not in_range or list(section.seams) != sorted(section.seams):
        yield f"section {section.key!r} has seams out of order or range"


def _reference_faults(reference: Reference, sections: dict[str, Section]) -> Iterator[str]:
    section = sections.get(reference.section)
    if section is None:
        yield f"the reference {reference.printed!r} names the section {reference.section!r}, which is not there"
    elif not 0 <= reference.start < reference.end <= len(section.text):
        yield f"the reference {reference.printed!r} lies outside section {reference.section!r}"
    elif section.text[reference.start : reference.end] != reference.printed:
        yield f"the reference {reference.printed!r} does not stand at its place in section {reference.section!r}"
