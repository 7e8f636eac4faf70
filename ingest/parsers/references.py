"""Other documents named in the text: found as a span, then resolved to the normalised number that they name.

Two steps, so that a reference that cannot be resolved is still found: "TZ202306-026" has no number of ours.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from ingest.parsers import numbers
from ingest.parsers.numbers import session_name
from kb.model.document import Number, Reference, Section
from kb.model.terms import Parliament, Role

Resolve = Callable[[re.Match[str]], Number | None]


@dataclass(frozen=True, slots=True)
class Form:
    """One printed form: how it is found and how it is resolved."""

    pattern: re.Pattern[str]
    resolve: Resolve


_YEAR = r"(?:\d{4}\s?[-–/]\s?\d{2,4})"
_DOSSIER = r"\d{2}\s?\d{3}"
_ADDITION = r"(?:[IVXLC]+|[A-Z])"
_NR = r"(?:\(?nrs?\.?|nummer|n°)\s*"
_PARENT = (
    r"(?:bijlage\s+\d*\s*(?:van|bij)\s+)?(?:TK|EK|Kamerstuk(?:ken)?|Handelingen)\s*(?:I{1,2}(?![A-Za-z])|TK\b|EK\b)?\s*,?\s*"
    rf"(?:vergaderjaar\s+)?(?:{_YEAR}\s*,)?\s*"
)


def _kamerstuk(match: re.Match[str]) -> Number | None:
    return numbers.kamerstuk(match["dossier"], match["addition"] or match["addition2"] or "", match["nr"])


def _plain_kamerstuk(match: re.Match[str]) -> Number | None:
    return numbers.kamerstuk(match["dossier"], match["addition"] or "", match["nr"])


def _aanhangsel(match: re.Match[str]) -> Number | None:
    return numbers.aanhangsel(match["nr"], session_name(match["year"]))


def _zaak(match: re.Match[str]) -> Number | None:
    return numbers.zaak(match[1], match[2])


def _publication(match: re.Match[str]) -> Number | None:
    return Number("kamerstuk" if match[1].startswith("kst") else "publication", match[1])


def _stuk(match: re.Match[str]) -> Number | None:
    return numbers.stuk(match["nr"], match["addition"] or "", session_name(match["year"]), match["serial"] or "")


def _nothing(_match: re.Match[str]) -> Number | None:
    return None


_AANHANGSEL = re.compile(
    r"Aanhangsel(?:\s+van\s+de)?\s+(?:van\s+de\s+)?Handelingen\s*(?:I{1,2}\b|TK\b)?\s*,?\s*(?:vergaderjaar\s*)?"
    r"(?P<year>\d{4}\s?[-–/]{1,2}\s?\d{2,4})\s*,?\s*(?:nrs?\.?|nummer)?\s*(?P<nr>\d{1,5})",
    re.IGNORECASE,
)
_FORMS: tuple[Form, ...] = (
    Form(_AANHANGSEL, _aanhangsel),
    Form(
        re.compile(
            rf"{_PARENT}(?P<dossier>{_DOSSIER})(?:[\s-]+(?P<addition>{_ADDITION}))?(?:-(?P<addition2>\d{{2}}))?"
            rf"(?:\s*,\s*{_NR}|\s+{_NR}|\s*,\s*|-)(?P<nr>\d{{1,4}}|[A-Z]{{1,2}})\b",
            re.IGNORECASE,
        ),
        _kamerstuk,
    ),
    Form(numbers.PUBLICATION, _publication),
    Form(
        re.compile(
            rf"(?<![\d.])(?P<dossier>{_DOSSIER})(?:[\s-]+(?P<addition>[IVXLC]+|[A-Z]|\d{{2}}))?"
            rf"\s*,\s*{_NR}(?P<nr>\d{{1,4}})\b",
        ),
        _plain_kamerstuk,
    ),
    Form(
        re.compile(r"(?<![\d.€])(?P<dossier>\d{2}\s\d{3})(?:-(?P<addition>[IVXLC]+))?-(?P<nr>\d{1,4})(?![\d.])"),
        _plain_kamerstuk,
    ),
    Form(re.compile(r"(?:vraagnummer\s+|kenmerk\s+)?(?<!\w)(\d{4})\s?Z\s?(\d{5})\b"), _zaak),
    Form(re.compile(r"(?<!\w)(\d{4}D\d{5})\b"), lambda match: Number("document", match[1])),
    Form(
        re.compile(
            r"(?P<nr>(?<!\d)\d{1,4})(?:-(?P<addition>[A-Z]{1,2}))?\s*\((?P<year>\d{4}\s?-\s?\d{4})\)\s*"
            r"(?:[-–]\s*)?(?:[Nn]rs?\.?\s*(?P<serial>\d{1,3}))"
        ),
        _stuk,
    ),
    Form(
        re.compile(
            r"Parl\.\s?St\.,?\s*Vl\.\s?Parl\.,?\s*(?P<year>\d{4}-\d{2,4}),?\s*nr\.?\s*(?P<nr>\d{1,4})(?:-(?P<addition>[A-Z]{1,2}))?/(?P<serial>\d+)"
        ),
        _stuk,
    ),
    Form(
        re.compile(r"vlaamsparlement\.be/(?:nl/)?parlementaire-documenten/schriftelijke-vragen/(\d{5,8})"),
        lambda match: Number("schv", match[1]),
    ),
    Form(re.compile(r"pfile\?id=(\d{5,8})"), lambda match: Number("pfile", match[1])),
    Form(
        re.compile(r"\bTZ\d{6}-\d{3}\b|\bStb\.\s*\d{4},\s*\d{1,4}|\bStcrt\.\s*\d{4},\s*\d{1,6}|\bBZ\d{7}\b"), _nothing
    ),
)
_FLEMISH_QUESTION = Form(
    re.compile(
        r"(?:schriftelijke\s+)?vraag\s+nr\.?\s*(?P<nr>\d{1,4})\s+(?:van|d\.d\.)\s+(?P<date>\d{1,2}\s\w+\s\d{4})"
        r"|SV\s+(?:nr\.?\s*)?(?P<nr2>\d{1,4})\s*\((?P<year>\d{4}-\d{4})\)",
        re.IGNORECASE,
    ),
    lambda match: _flemish(match),
)
_FOLLOWS = re.compile(
    r"(?:eerdere\s+(?:schriftelijke\s+)?vragen|ter aanvulling op|vervolg(?:vragen)?\s+op)[^.]*$", re.I
)


def _flemish(match: re.Match[str]) -> Number | None:
    from ingest.parsers.dates import first_date

    if match["nr2"]:
        return numbers.written_question(match["nr2"], match["year"])
    day = first_date(match["date"])
    if day is None:
        return None
    return numbers.written_question(match["nr"], numbers.session_of(day, Parliament.VLAAMS_PARLEMENT))


Span = tuple[str, int, int]


def see_also_span(sections: Sequence[Section]) -> Span | None:
    """Where the head says "Zie ook Aanhangsel Handelingen ... nr. 2147": the earlier postponement."""
    for section in sections:
        if section.role is Role.HEAD:
            match = re.search(r"Zie\s+ook\s+(?:het\s+)?(?=Aanhangsel)", section.text, re.IGNORECASE)
            found = _AANHANGSEL.search(section.text, match.end()) if match else None
            if found:
                return section.key, found.start(), found.end()
    return None


def find_references(
    sections: Iterable[Section],
    parliament: Parliament | None = None,
    *,
    see_also: Span | None = None,
    own: Sequence[Number] = (),
    parallel: Sequence[Reference] = (),
) -> tuple[Reference, ...]:
    """Every reference in the sections, in order, none overlapping. The document's own numbers are not references."""
    mine = {number.value for number in own}
    forms = (*_FORMS, _FLEMISH_QUESTION) if parliament is Parliament.VLAAMS_PARLEMENT else _FORMS
    found: list[Reference] = []
    for section in sections:
        taken = [(one.start, one.end) for one in parallel if one.section == section.key]
        found.extend(one for one in parallel if one.section == section.key)
        here = []
        for form in forms:
            for match in _matches(form, section.text, taken):
                number = form.resolve(match)
                if number and number.value in mine:
                    continue
                taken.append(match.span())
                relation = _relation(section, match, see_also)
                here.append(Reference(section.key, match.start(), match.end(), match.group(0), number, relation))
        found.extend(sorted(here, key=lambda one: one.start))
    return tuple(found)


def _matches(form: Form, text: str, taken: list[tuple[int, int]]) -> Iterator[re.Match[str]]:
    for match in form.pattern.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in taken):
            yield match


def _relation(section: Section, match: re.Match[str], see_also: Span | None) -> str:
    if see_also == (section.key, match.start(), match.end()):
        return "see_also"
    before = section.text[max(0, match.start() - 250) : match.start()]
    if section.role.is_member and _FOLLOWS.search(before):
        return "follows"
    return "cites"
