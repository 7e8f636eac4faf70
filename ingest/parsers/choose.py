"""Which parser reads a document: its text decides, what is given from outside only where the text does not."""

from ingest.formats.lines import Extracted
from ingest.parsed import Given, Parsed
from ingest.parsers.generic import parse_generic
from ingest.parsers.kinds import Form, recognise
from ingest.parsers.letter import parse_letter
from ingest.parsers.tk_question import parse_tk_question
from ingest.parsers.vp_question import parse_vp_question


def parse(extracted: Extracted, given: Given) -> Parsed:
    """Lines to a parsed document. Pure: no network, no clock, no files; never raises for odd text."""
    form = recognise(extracted, given)
    if form is Form.VP_QUESTION:
        return parse_vp_question(extracted, given)
    if form is Form.TK_QUESTION:
        return parse_tk_question(extracted, given)
    if form is Form.LETTER:
        return parse_letter(extracted, given)
    return parse_generic(extracted, given)
