"""Which parser reads a document: its text decides, what is given from outside only where the text does not."""

from collections.abc import Callable
from dataclasses import replace

from ingest.formats.lines import Extracted
from ingest.parsed import Given, Parsed
from ingest.parsers.generic import parse_generic
from ingest.parsers.kinds import Form, recognise
from ingest.parsers.letter import parse_letter
from ingest.parsers.motion import parse_motion
from ingest.parsers.policy_note import parse_policy_note
from ingest.parsers.press import parse_press
from ingest.parsers.report import parse_report
from ingest.parsers.tk_question import parse_tk_question
from ingest.parsers.vp_question import parse_vp_question
from kb.model.document import Dates
from kb.model.people import Person
from kb.model.terms import Kind

_PARSERS: dict[Form, Callable[[Extracted, Given], Parsed]] = {
    Form.TK_QUESTION: parse_tk_question,
    Form.VP_QUESTION: parse_vp_question,
    Form.LETTER: parse_letter,
    Form.PRESS: parse_press,
    Form.REPORT: parse_report,
    Form.POLICY_NOTE: parse_policy_note,
    Form.MOTION: parse_motion,
    Form.GENERIC: parse_generic,
}


def parse(extracted: Extracted, given: Given) -> Parsed:
    """Lines to a parsed document. Pure: no network, no clock, no files; never raises for odd text."""
    return completed(_PARSERS[recognise(extracted, given)](extracted, given), given)


def completed(parsed: Parsed, given: Given) -> Parsed:
    """What the file does not print, from outside. What it prints stays; a kind is only given to a generic text."""
    printed = {person.part for person in parsed.people}
    dates = parsed.dates
    return replace(
        parsed,
        kind=given.kind if given.kind and parsed.kind is Kind.GENERIC else parsed.kind,
        parliament=parsed.parliament or given.parliament,
        numbers=tuple(dict.fromkeys((*parsed.numbers, *given.numbers))),
        dates=Dates(
            asked=dates.asked or given.asked,
            answered=dates.answered or given.answered,
            published=dates.published or given.date,
        ),
        people=(
            *(_with_party(person, given) for person in parsed.people),
            *(person for person in given.people if person.part not in printed),
        ),
        themes=parsed.themes or given.themes,
        url=parsed.url or given.url,
    )


def _with_party(person: Person, given: Given) -> Person:
    """A Flemish question prints its asker without a party; the parliament's own data name it."""
    if person.party or not person.key:
        return person
    same = (known for known in given.people if (known.part, known.key) == (person.part, person.key) and known.party)
    known = next(same, None)
    return replace(person, party=known.party) if known else person
