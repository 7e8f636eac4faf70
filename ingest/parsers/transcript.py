"""Spoken text: who speaks stands on a line of its own above the words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.formats.lines import Line, LineKind
from ingest.parsers.blocks import Block
from ingest.parsers.names import person_key
from kb.model.people import Part, Person
from kb.model.terms import Role

_NAME = r"[A-ZÀ-Ý’'][\wÀ-ÿ’'.-]*(?:\s+(?:[A-ZÀ-Ý’'][\wÀ-ÿ’'.-]*|van|de|der|den|het|ter|ten|te|el|al|in|'t|’t))*"
_CHAIR = re.compile(
    r"^(?:De\s+)?(?:(?:fungerend|plaatsvervangend|eerste)\s+)?voorzitter(?:\s+van\s+de\s+commissie)?\s*:?$", re.I
)
_TITLED = re.compile(
    rf"^(De\s+heer|Mevrouw|De\s+Minister|Minister-president|Viceminister-president|Vlaams\s+minister|Minister|Staatssecretaris)"
    rf"\s+({_NAME})(?:\s+\(([^()]{{1,40}})\))?\s*(:?)$"
)
_WITH_PARTY = re.compile(rf"^({_NAME})\s+\(([A-Z][\w\s+&-]{{1,24}})\)\s*:?$")
_FEWEST = 3  # turns that make a transcript


@dataclass(frozen=True, slots=True)
class Turn:
    """A speaker line at ``at``; ``person`` is None for the chair."""

    at: int
    printed: str
    person: Person | None


def find_turns(lines: Sequence[Line]) -> list[Turn]:
    """The speaker lines; () where there are too few for a transcript."""
    turns = []
    for at, line in enumerate(lines):
        if line.kind in (LineKind.NOTE, LineKind.BLANK, LineKind.TABLE_ROW) or line.label or len(line.text) > 110:
            continue
        turn = _turn(at, line.text.strip())
        if turn and (turn.printed.endswith(":") or _is_apart(lines, at)):
            turns.append(turn)
    return turns if len(turns) >= _FEWEST else []


def _turn(at: int, text: str) -> Turn | None:
    if _CHAIR.match(text):
        return Turn(at, text, None)
    if match := _TITLED.match(text):
        title, name, between = match.group(1), match.group(2), match.group(3) or ""
        is_office = "inister" in title or "ecretaris" in title
        person = Person(
            Part.SPEAKER,
            text.rstrip(" :"),
            name,
            person_key(name),
            "" if is_office else between,
            title if is_office else "",
            between if is_office else "",
        )
        return Turn(at, text, person)
    if match := _WITH_PARTY.match(text):
        name, party = match.group(1), match.group(2)
        return Turn(at, text, Person(Part.SPEAKER, text.rstrip(" :"), name, person_key(name), party))
    return None


def _is_apart(lines: Sequence[Line], at: int) -> bool:
    """Without a colon, a name is a speaker line only where it stands alone."""
    before = lines[at - 1] if at else None
    after = lines[at + 1] if at + 1 < len(lines) else None
    free = before is None or not before.text or before.whole or before.text[-1:] in ".?!)"
    return free and after is not None and (lines[at].whole or not after.text or after.text[:1].isupper())


def speech_blocks(lines: Sequence[Line], turns: Sequence[Turn], first: int) -> list[Block]:
    """One block per turn: "t1", "t2" ...; its heading is the speaker line, its speaker the same without the colon."""
    blocks = []
    for place, turn in enumerate(turns):
        end = turns[place + 1].at if place + 1 < len(turns) else len(lines)
        speaker = turn.printed.rstrip(" :")
        blocks.append(
            Block(
                f"t{first + place}", Role.SPEECH, list(lines[turn.at + 1 : end]), heading=turn.printed, speaker=speaker
            )
        )
    return blocks


def speakers(turns: Sequence[Turn]) -> tuple[Person, ...]:
    """Everyone who speaks, once, in order of their first turn; the chair is an office without a name."""
    return tuple(dict.fromkeys(turn.person for turn in turns if turn.person))
