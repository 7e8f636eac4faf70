"""A parsed document as plain JSON values: what `loket parse FILE --json` prints. Stable and documented here.

``kind, parliament, title, number, numbers, dates, asked, answered, published, session, people, askers, addressees,
answered_by, on_behalf_of, notice_by, signatories, themes, url, sections, pairs, see_also, references, problems,
parser, media_type``. Dates are ISO or null; lists are never null. A pair is ``questions, question_texts, answer,
state, refers_to, also_refers_to, procedural, question_sections, answer_section``; ``answer`` is the text as printed,
tables included, null where there is none.
"""

from typing import TypeAlias

from ingest.parsed import Parsed
from kb.model.document import QuestionAnswer, Reference, Section
from kb.model.people import Part, Person

Json: TypeAlias = "str | int | bool | list[Json] | dict[str, Json] | None"


def parsed_as_json(parsed: Parsed) -> dict[str, Json]:
    """One object; see the module's docstring for its keys."""
    dates = parsed.dates
    return {
        "parser": parsed.parser,
        "media_type": parsed.media_type,
        "kind": parsed.kind.value,
        "parliament": parsed.parliament.value if parsed.parliament else None,
        "title": parsed.title,
        "number": _main_number(parsed),
        "numbers": [{"scheme": number.scheme, "value": number.value} for number in parsed.numbers],
        "dates": {"asked": _iso(dates.asked), "answered": _iso(dates.answered), "published": _iso(dates.published)},
        "asked": _iso(dates.asked),
        "answered": _iso(dates.answered),
        "published": _iso(dates.published),
        "session": parsed.session,
        "people": [_person(person) for person in parsed.people],
        "askers": _printed(parsed, Part.ASKER),
        "addressees": _printed(parsed, Part.ADDRESSEE),
        "answered_by": _printed(parsed, Part.ANSWERER),
        "on_behalf_of": _printed(parsed, Part.ON_BEHALF_OF),
        "notice_by": _printed(parsed, Part.NOTIFIER),
        "signatories": _printed(parsed, Part.SIGNATORY),
        "themes": list(parsed.themes),
        "url": parsed.url,
        "sections": [_section(section) for section in parsed.sections],
        "pairs": [_pair(pair, parsed.sections) for pair in parsed.pairs],
        "see_also": [_reference(one) for one in parsed.references if one.relation == "see_also"],
        "references": [_reference(one) for one in parsed.references],
        "problems": [
            {"code": problem.code, "message": problem.message, "advice": problem.advice} for problem in parsed.problems
        ],
    }


def section_text(key: str, sections: tuple[Section, ...]) -> str:
    """The whole text under a key: a section cut in parts by a table ("a6", "a6+t1", "a6+2") is one text again."""
    parts = [section.text for section in sections if section.key == key or section.key.startswith(f"{key}+")]
    return "\n\n".join(part for part in parts if part)


def _main_number(parsed: Parsed) -> str | None:
    if not parsed.numbers:
        return None
    first = parsed.numbers[0]
    return first.value.split(" (")[0] if first.scheme == "sv" else first.value


def _iso(date: object) -> str | None:
    return str(date) if date else None


def _printed(parsed: Parsed, part: Part) -> list[Json]:
    return [person.printed for person in parsed.people if person.part is part]


def _person(person: Person) -> dict[str, Json]:
    return {
        "part": person.part.value,
        "printed": person.printed,
        "name": person.name,
        "key": person.key,
        "party": person.party,
        "office": person.office,
        "portfolio": person.portfolio,
    }


def _section(section: Section) -> dict[str, Json]:
    return {
        "key": section.key,
        "role": section.role.value,
        "heading": section.heading,
        "questions": list(section.questions),
        "speaker": section.speaker,
        "text": section.text,
        "pages": [{"offset": start.offset, "page": start.page} for start in section.pages],
        "anchor": section.anchor,
    }


def _pair(pair: QuestionAnswer, sections: tuple[Section, ...]) -> dict[str, Json]:
    return {
        "questions": list(pair.questions),
        "question_texts": [section_text(key, sections) for key in pair.question_sections],
        "answer": section_text(pair.answer_section, sections) if pair.answer_section else None,
        "state": pair.state.value,
        "refers_to": list(pair.refers_to),
        "also_refers_to": list(pair.also_refers_to),
        "procedural": pair.procedural,
        "question_sections": list(pair.question_sections),
        "answer_section": pair.answer_section,
    }


def _reference(reference: Reference) -> dict[str, Json]:
    number = reference.number
    return {
        "printed": reference.printed,
        "number": number.value if number else None,
        "scheme": number.scheme if number else None,
        "relation": reference.relation,
        "section": reference.section,
        "start": reference.start,
        "end": reference.end,
    }
