"""Who says what in a committee's summary: "Tom Lamont vraagt ...", "Minister Ben Weyts antwoordt ...".

A heading may name the speaker ("3.1.1. Tussenkomst van Tom Lamont"). Else a paragraph that opens with a person and a
verb starts that person's words; paragraphs without one ("Het lid wijst erop ...") go on with them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.formats.joining import Typesetting
from ingest.formats.lines import Line, LineKind
from ingest.parsers.blocks import Block
from ingest.parsers.names import given_name_at, person_key
from kb.model.people import Part, Person
from kb.model.terms import Role

_SPOKEN_BY = re.compile(
    r"\b(?:(?i:tussenkoms?t|antwoord(?:en)?|replieke?n?|(?:bijkomende\s+)?vragen|reacties?|betoog|standpunt|slotwoord"
    r"|slotbeschouwing)\s+(?:van|door)"
    # a presentation "van" something is about it; "door" somebody, or of a minister, it is theirs
    r"|(?i:toelichting|uiteenzetting|inleiding|presentatie|verduidelijking)\s+(?:door|van(?=\s+(?:de\s+)?(?:heer|mevrouw"
    r"|(?i:vice)?minister|staatssecretaris)\b)))\s+(?:de\s+)?(?:heer\s+|mevrouw\s+)?"
    # one person or body: "de leden", "de sprekers" say nothing together
    r"((?=(?i:(?:vice)?minister|staatssecretaris)|[^,(]*?[A-ZÀ-Ý])"
    r"(?!(?:\w+\s+)?(?:leden|sprekers|fracties|ministers|experten|genodigden)\b)[^,(]{3,80})",
)
_WORD = r"[A-ZÀ-Ý’'][\wÀ-ÿ’'-]*"
_NAME = rf"{_WORD}(?:\s+(?:{_WORD}|van|de|der|den|ter|ten|te|el|al|’t|'t)){{1,5}}"
_TITLE = (
    r"(?:De\s+heer|Mevrouw|Commissievoorzitter|Voorzitter|(?:[Vv]iceminister-president|[Mm]inister-president|[Mm]inister"
    r"|[Ss]taatssecretaris)(?:\s+van\s+[^,]{3,60},)?)"
)
# present tense, third person: "vraagt", "stelt", and the short verbs that end otherwise
_VERB = r"(?:[a-zë]{2,}t|is|heeft|wil|kan|zal|gaat|ziet|doet|zegt|zou|vreest|hoopt|leest|geeft|dankt|vindt)\b"
_APART = r"(?:\s*\([^()]{1,40}\))?(?:,\s[^.]{3,140}?,)?"  # party; "administrateur-generaal van de VMM,"
_OPENS = re.compile(rf"^(?:Volgens\s+)?(?:(?P<title>{_TITLE})\s+)?(?P<name>{_NAME})(?P<party>{_APART})\s+{_VERB}")
_OFFICE = re.compile(
    rf"^(?P<office>De\s+(?:viceminister-president|minister-president|minister|staatssecretaris))\s+{_VERB}"
)
_ORGANISATION = re.compile(
    r"(?:Agentschap|Departement|Vlaamse?|Belgische?|Federale?|Europese?|Nationale?|Koninklijke?|Rekenhof|Raad|Stichting"
    r"|Vereniging|Hoge|Strategische|Universiteit|Ministerie|Dienst)\b"
)
_FINISHED = re.compile(r"[.?!:;]['\"’”»)\]]*(?:\s?\d{1,3})?$")
_LONG = 40  # characters of a party or an office behind a name


def name_speakers(blocks: Sequence[Block], front: str, typesetting: Typesetting) -> tuple[list[Block], list[Person]]:
    """The blocks, cut where somebody else starts to speak, and everyone who speaks, in order.

    ``front`` is the text before the summary: whoever is named there as a member is known by name.
    """
    made: list[Block] = []
    for block in blocks:
        _by_heading(block)
        if block.role is not Role.REPORT or (block.speaker and _person(block.speaker)):
            made.append(block)
        else:
            made.extend(_by_paragraph(block, front, typesetting))
    _name_the_office(made)
    people = [person for block in made if block.speaker and (person := _person(block.speaker))]
    return made, list({(person.key or person.printed): person for person in reversed(people)}.values())[::-1]


_UNNAMED = re.compile(r"(?:De\s+)?((?:vice)?minister-president|minister|staatssecretaris)", re.IGNORECASE)


def _name_the_office(blocks: Sequence[Block]) -> None:
    """ "Antwoord van de minister" is by the one minister whom the report names as a speaker; of several, by none."""
    for block in blocks:
        office = _UNNAMED.fullmatch(block.speaker)
        if not office:
            continue
        same = rf"{office.group(1)}\s+(?!van\b)\S"
        named = {other.speaker for other in blocks if re.match(same, other.speaker, re.IGNORECASE)}
        if len({(person.key or person.printed) for one in named if (person := _person(one))}) == 1:
            block.speaker = min(named, key=len)


def _by_heading(block: Block) -> None:
    """ "3.1.1. Tussenkomst van Tom Lamont", or a heading that is the name with which its text starts."""
    match = _SPOKEN_BY.search(block.heading)
    title = re.sub(r"^[\dIVX.]+\s+", "", block.heading)
    if match:
        block.speaker = match.group(1).strip()
    elif title and 1 < len(title.split()) < 5 and block.plain().startswith(title):
        block.speaker = title


def _by_paragraph(block: Block, front: str, typesetting: Typesetting) -> Iterator[Block]:
    starts = [(at, speaker) for at, speaker in _openings(block.lines, front, typesetting)]
    if not starts:
        yield block
        return
    opening = starts[0][0]
    leads_in = any(line.text and line.kind is not LineKind.NOTE for line in block.lines[:opening])
    if leads_in:
        yield replace(block, lines=block.lines[:opening])
    for index, (at, speaker) in enumerate(starts):
        end = starts[index + 1][0] if index + 1 < len(starts) else len(block.lines)
        if index == 0 and not leads_in:
            yield replace(block, lines=block.lines[:end], speaker=speaker)
        else:
            yield replace(block, key=f"{block.key}-{index + 1}", lines=block.lines[at:end], heading="", speaker=speaker)


# what was decided is nobody's words: "Amendement nr. 3 wordt aangenomen met 8 stemmen", "Artikel 2 tot en met 6"
_RECORDS = re.compile(
    r"^(?:(?:De\s+)?[Aa]mendement(?:en)?\s+nrs?\.?\s*\d+|(?:De\s+)?[Aa]rtikel(?:en)?\s+\d|Het\s+(?:aldus\s+)?(?:gewijzigde\s+)?(?:artikel|geheel|ontwerp"
    r"|voorstel)\b|Op\s+(?:de\s+)?artikel)"
    r"(?:[^.?]{0,200}?\b(?:wordt|worden)\b[^.?]{0,80}?\b(?:aangenomen|verworpen|ingetrokken|ingediend|goedgekeurd)\b"
    r"|\s*(?:\d*\s+(?:tot\s+en\s+met|en)\s+\d+)?\.?$)"
)


def _openings(lines: Sequence[Line], front: str, typesetting: Typesetting) -> Iterator[tuple[int, str]]:
    before: Line | None = None
    gap = True
    said = ""
    for at, line in enumerate(lines):
        if line.kind is LineKind.BLANK or not line.text:
            gap = True
            continue
        if line.kind is not LineKind.TEXT:
            continue
        starts = before is None or line.whole or (gap and bool(_FINISHED.search(before.text)))
        if not starts and before is not None and _FINISHED.search(before.text):
            starts = typesetting.room(before, line) > 0.08
        if starts:
            speaker = _opening(" ".join(one.text for one in lines[at : at + 3]), front)
            if said and _is_record(lines, at):
                said = ""
                yield at, ""
            elif speaker and speaker != said and not _is_again(speaker, said):
                said = speaker
                yield at, speaker
        before, gap = line, False


def _is_record(lines: Sequence[Line], at: int) -> bool:
    """The line alone ("Artikel 2 tot en met 6"), or the sentence that starts on it."""
    sentence = " ".join(one.text for one in lines[at : at + 4] if one.text)
    return bool(_RECORDS.match(lines[at].text) or _RECORDS.match(sentence))


def _is_again(speaker: str, said: str) -> bool:
    """ "De minister" behind "Minister Ben Weyts" is the same."""
    office = speaker.removeprefix("De ").lower()
    return speaker.startswith("De ") and said.lower().startswith((office, speaker.lower()))


def _opening(text: str, front: str) -> str:
    """Who a paragraph opens with; "" where it opens with nobody whom the report lets know as a person."""
    if match := _OFFICE.match(text):
        return match.group("office")
    match = _OPENS.match(text)
    if not match:
        return ""
    name, title, party = match.group("name"), match.group("title") or "", match.group("party").strip()
    has_party = party.startswith("(")
    known = given_name_at(name.split()[:1]) is not None or name in front
    if not (title or has_party or known):
        return ""
    shown = f"{title} {name}".strip() if re.search("inister|ecretaris", title) else name
    printed_party = re.match(r"\([^()]*\)", party)
    return f"{shown} {printed_party.group()}" if printed_party and len(party) < _LONG else shown


def _person(speaker: str) -> Person | None:
    """A named speaker as a person; None for an office without a name."""
    match = re.match(
        r"^(?:((?:vice)?minister-president|minister|staatssecretaris|commissievoorzitter|voorzitter)\b,?\s*)?(.*?)\s*(?:\(([^()]*)\))?$",
        speaker,
        re.IGNORECASE,
    )
    office, name, party = (match.group(1) or "", match.group(2), match.group(3) or "") if match else ("", speaker, "")
    if not re.match(_NAME, name) or _ORGANISATION.match(name):
        return None
    return Person(Part.SPEAKER, speaker, name, person_key(name, full_name=True), party, office)
