"""The official numbers that a Tweede Kamer question document prints, the main one first."""

import re
from collections.abc import Iterable

from ingest.formats.lines import Extracted, Line, LineKind
from ingest.parsed import Given
from ingest.parsers.numbers import PUBLICATION, ZAAK, aanhangsel, session_name, session_of, zaak
from ingest.parsers.tk_header import LetterHeader, TkHeader
from kb.model.document import Dates, Number
from kb.model.terms import Parliament

_AH = re.compile(r"^\s*AH\s?(\d{1,5})\s*$")
_BARE = re.compile(r"^\s*(\d{1,5})\s*$")
_OWN_LINE_ZAAK = re.compile(r"^\s*(?:Vraagnummer\s*:?\s*)?(\d{4})\s?Z\s?(\d{5})\s*$")


def head_numbers(
    extracted: Extracted, head: Iterable[Line], notice: str, letter: LetterHeader, header: TkHeader, given: Given
) -> tuple[Number, ...]:
    """Publication, aanhangsel, zaak, and a letter's own and the Chamber's reference, each once."""
    lines = [line.text for line in head if line.text and line.kind is not LineKind.NOTE]
    furniture = [text for dropped in extracted.dropped for text in (dropped.text,)]
    properties = [value for name, value in extracted.properties if name.lower() not in ("producer", "creator")]
    session = session_name(" ".join(line for line in lines if "ergaderjaar" in line))
    if not session and header.replied:
        session = session_of(header.replied, Parliament.TWEEDE_KAMER)
    found: list[Number] = []
    publication = next(
        (match.group(1) for text in (*furniture, *lines, *properties) for match in [_own(text)] if match), ""
    )
    is_aanhangsel = any("anhangsel van de Handelingen" in line for line in lines)
    if publication:
        found.append(Number("publication", publication))
    for line in lines:
        if match := _AH.match(line):
            found.append(Number("aanhangsel", f"AH {int(match.group(1))}"))
            derived = aanhangsel(match.group(1), session)
            found.extend([derived] if derived and not publication else [])
        elif match := _OWN_LINE_ZAAK.match(line):
            found.insert(0 if not publication.startswith("ah") else 1, zaak(*match.groups()))
        elif is_aanhangsel and (match := _BARE.match(line)) and line.strip() != "2":
            derived = aanhangsel(match.group(1), session)
            found.extend([derived] if derived and not publication else [])
            found.append(Number("aanhangsel", match.group(1)))
    found.extend(_letter_numbers(letter))
    if notice and not any(number.scheme == "zaak" for number in found):
        found.extend(zaak(*match.groups()) for match in [ZAAK.search(notice)] if match)
    if not any(number.scheme == "publication" for number in found):
        found.extend(Number("publication", match.group(1)) for match in [_own(given.file_name)] if match)
    first = [number for number in found if number.value.startswith("AH ")]
    ordered = first + found if first else found
    return tuple(dict.fromkeys(ordered))


def _own(text: str) -> re.Match[str] | None:
    """A publication number of a question document standing in ``text``; a reference to a Kamerstuk is not its own."""
    match = PUBLICATION.search(text.replace("_", " ").strip()) if len(text) < 200 else None
    return match if match and match.group(1).startswith(("ah-", "kv-")) else None


def _letter_numbers(letter: LetterHeader) -> list[Number]:
    found = []
    if match := ZAAK.fullmatch(letter.chamber_number.strip()):
        found.append(zaak(*match.groups()))
    elif letter.chamber_number:
        found.append(Number("kamer_letter_nr", letter.chamber_number))
    if letter.own_reference:
        found.append(Number("ons_kenmerk", letter.own_reference))
    return found


def head_session(head: str, numbers: Iterable[Number], dates: Dates) -> str:
    """The vergaderjaar: as printed in the head, else in the publication number, else that of the document's day."""
    match = re.search(r"ergaderjaar\s+(\d{4}\s*[-–]\s*\d{2,4})", head)
    if match and session_name(match.group(1)):
        return session_name(match.group(1))
    for number in numbers:
        if match := re.match(r"ah-tk-(\d{4})(\d{4})-", number.value):
            return f"{match.group(1)}-{match.group(2)}"
    day = dates.latest
    return session_of(day, Parliament.TWEEDE_KAMER) if day else ""
