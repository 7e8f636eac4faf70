"""Motions and proposals of a resolution: what a parliament is asked to declare, by whom."""

import re
from collections.abc import Sequence

from ingest.formats.joining import Typesetting
from ingest.formats.lines import Extracted, Line, LineKind
from ingest.parsed import Given, Parsed
from ingest.parsers.blocks import Block, build_sections, make_keys_unique
from ingest.parsers.names import person_key, plain, titled_portfolio
from ingest.parsers.paper_head import parliament_of, read_paper_head
from ingest.parsers.references import find_references
from ingest.parsers.typed_notes import broken_apart
from kb.model.document import Dates
from kb.model.people import Part, Person
from kb.model.terms import Kind, Parliament, Role

NAME = "motion/2"

_OPENS = re.compile(r"^\s*(?:De\s+Kamer|Het\s+Vlaams\s+Parlement)\s*,?\s*$", re.IGNORECASE)
_CLOSES = re.compile(r"gaat\s+over\s+tot\s+de\s+orde\s+van\s+de\s+dag", re.IGNORECASE)
_TITLE = re.compile(
    r"^\s*(?:Nr\.\s*\d+\s+)?((?:\w+\s+){0,3}MOTIE\s+VAN\s+.*|Motie\s+van\s+.*|MOTIE\b.*|Motie\s*$|[Vv]oorstel\s+van\s+(?:resolutie|motie).*)$"
)
_BY = re.compile(r"^\s*van\s+((?:de\s+heer\s+|mevrouw\s+)?[A-ZÀ-Ý].*)$", re.IGNORECASE)
_ABOUT = re.compile(r"^\s*(?:over|betreffende|houdende|tot|inzake|voor|met\s+betrekking)\b")
_FRONT_REACH = 40


def parse_motion(extracted: Extracted, given: Given) -> Parsed:
    """Head, explanation where there is one, text, and the members who propose it."""
    lines = broken_apart(extracted.lines)
    start = next((at for at, line in enumerate(lines) if _OPENS.match(line.text)), 0)
    front = lines[: max(min(start, _FRONT_REACH), 20)]
    head = read_paper_head(front)
    named = _front_names(front)
    end = _end(lines, start, named)
    people = named or _proposers(lines[end:])
    speaker = ", ".join(person.name for person in people)
    explained = next((at for at in range(start) if lines[at].text.strip().lower() == "toelichting"), start)
    blocks = [
        Block("head", Role.HEAD, lines[:explained]),
        Block("qi", Role.QUESTION_INTRO, lines[explained:start], speaker=speaker),
        Block("s0", Role.QUESTION_INTRO, lines[start:end], speaker=speaker),
        Block("signature", Role.HEAD, lines[end:]),
    ]
    make_keys_unique(blocks)
    sections = build_sections(blocks, Typesetting.of(extracted.lines))
    parliament = parliament_of(lines) or given.parliament or Parliament.TWEEDE_KAMER
    numbers = tuple(dict.fromkeys(head.numbers))
    return Parsed(
        parser=NAME,
        kind=Kind.MOTION,
        title=_title(front, head.dossier_title) or given.title,
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
    at, what = next(
        ((n, match.group(1).strip()) for n, line in enumerate(front) if (match := _TITLE.match(line.text))),
        (0, "Motie"),
    )
    what = re.sub(r"\s+TER\s+VERVANGING\s+VAN\b.*$", "", what, flags=re.IGNORECASE)
    if what.isupper() and (" LID " in what or " LEDEN " in what):
        subject, _, names = (
            what.capitalize().partition(" lid ") if " LID " in what else what.capitalize().partition(" leden ")
        )
        who = titled_portfolio(names.upper())
        what = f"{subject} {'lid' if ' LID ' in what else 'leden'} {who}" if who else subject
    elif not re.search(r"\bvan\s+(?:het|de)\s+(?:lid|leden)\b", what, re.IGNORECASE):
        what = f"{what.capitalize() if what.isupper() else what} {_subject(front, at)}".strip()
    return f"{dossier} - {what}" if dossier else what


def _subject(front: Sequence[Line], at: int) -> str:
    """ "over een verbod op ..." below "Voorstel van resolutie" and its proposers, up to the next empty line or page."""
    texts = [line.text.strip() for line in front[at + 1 :]]
    about = next((n for n, text in enumerate(texts[:12]) if _ABOUT.match(text)), None)
    if about is None:
        return ""
    subject = [texts[about]]
    for text in texts[about + 1 : about + 7]:
        if not text or re.match(r"^(?:Vlaams Parlement\b|\d|ingediend\b|Zie\b|TOELICHTING)", text):
            break
        subject.append(text)
    return " ".join(subject)


def _front_names(front: Sequence[Line]) -> tuple[Person, ...]:
    """ "van Sofie Maes, Bart Goossens en Lien Peeters" on the front page, up to what it is about."""
    at = next((n for n, line in enumerate(front) if _BY.match(line.text)), None)
    if at is None or not any(_TITLE.match(line.text) for line in front[:at]):
        return ()
    words = []
    for line in front[at : at + 6]:
        if _ABOUT.match(line.text) or not line.text.strip():
            break
        words.append(line.text.strip())
    names = re.split(r"\s*,\s*(?:en\s+)?|\s+en\s+", re.sub(r"^van\s+", "", " ".join(words), flags=re.IGNORECASE))
    kept = [re.sub(r"^(?:de heer|mevrouw)\s+", "", name, flags=re.IGNORECASE).strip() for name in names]
    return tuple(Person(Part.SIGNATORY, name, name, person_key(name, full_name=True)) for name in kept if name)


def _end(lines: Sequence[Line], start: int, named: Sequence[Person]) -> int:
    """Behind the closing words, or where the proposers' names stand under the text."""
    closed = next((at + 1 for at, line in enumerate(lines) if at >= start and _CLOSES.search(line.text)), None)
    if closed is not None:
        return closed
    names = {plain(person.name) for person in named}
    signed = (
        at
        for at in range(start, len(lines))
        if lines[at].kind is not LineKind.NOTE and plain(lines[at].text.strip()) in names
    )
    return next(signed, len(lines))


def _proposers(lines: Sequence[Line]) -> tuple[Person, ...]:
    found = []
    for line in lines[:20]:
        name = line.text.strip()
        if re.match(r"^[A-ZÀ-Ý’'][\wÀ-ÿ’' -]{1,40}$", name) and len(name.split()) <= 5:
            found.append(Person(Part.SIGNATORY, name, name, person_key(name)))
    return tuple(found)
