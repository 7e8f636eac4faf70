"""Text under headings: numbered ("2.1 Titel") or set apart. Letters, notes and reports are read this way."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.formats.lines import Line, LineKind
from ingest.parsers.blocks import Block
from kb.model.terms import Role

_NUMBERED = re.compile(
    r"^(?:(?:Hoofdstuk|Deel|Paragraaf|Bijlage)\s+)?((?:\d{1,2}|[IVX]{1,5})(?:\.\d{1,2})*)\s*[.):]?\s+(\S.*)$"
)
_LONGEST_HEADING = 140
_CONTENTS = re.compile(r"(?:\.\s?){5,}\s*\d*\s*$|…{2,}\s*\d*\s*$")


@dataclass(frozen=True, slots=True)
class Head:
    """A heading that takes lines ``start`` up to ``end``."""

    start: int
    end: int
    number: str
    title: str


def find_headings(lines: Sequence[Line], start: int, stop: int, *, unnumbered: bool = True) -> list[Head]:
    """Headings in ``start:stop``: lines the format marks as such, numbered titles, short lines that stand alone."""
    found: list[Head] = []
    at = start
    while at < stop:
        head = _heading_at(lines, at, start, stop, unnumbered)
        if head is None:
            at += 1
            continue
        found.append(head)
        at = head.end
    return _plausible(found)


def _heading_at(lines: Sequence[Line], at: int, start: int, stop: int, unnumbered: bool) -> Head | None:
    line = lines[at]
    text = f"{line.label} {line.text}".strip()
    if line.kind in (LineKind.NOTE, LineKind.BLANK, LineKind.TABLE_ROW) or not text or len(text) > _LONGEST_HEADING:
        return None
    marked = line.kind is LineKind.HEADING
    match = _NUMBERED.match(text)
    if match and not marked and not _may_be_title(lines, at, match.group(2), start, stop):
        match = None
    if match and (marked or match.group(2)[0].isupper() or "." in match.group(1)):
        return Head(
            at, _end(lines, at, stop, marked), match.group(1), _joined(lines, at, _end(lines, at, stop, marked))
        )
    if marked or (unnumbered and _stands_alone(lines, at, start, stop)):
        end = _end(lines, at, stop, marked)
        return Head(at, end, "", _joined(lines, at, end))
    return None


def _may_be_title(lines: Sequence[Line], at: int, title: str, start: int, stop: int) -> bool:
    """A numbered line is a title where it does not read as a sentence or an item of a list."""
    if _CONTENTS.search(title) or title.rstrip().endswith((".", ";", ",", ":", "?")):
        return False
    if len(title) > 110 or re.match(r"(?:%|euro|miljoen|miljard|procent|jaar|keer)\b", title):
        return False
    before = next((one for one in reversed(lines[start:at]) if one.kind is not LineKind.NOTE), None)
    apart = before is None or not before.text or before.whole or before.text.rstrip().endswith((".", ":", "?", "!"))
    following = lines[at + 1] if at + 1 < stop else None
    goes_on = following is not None and following.text[:1].islower() and not following.whole
    return apart and not goes_on


def _stands_alone(lines: Sequence[Line], at: int, start: int, stop: int) -> bool:
    """A short line between blank ones, in title case, without a sentence's end."""
    text = lines[at].text.strip()
    if len(text) > 90 or len(text) < 4 or text[-1] in ".,;:?!)”" or not text[0].isupper() or lines[at].label:
        return False
    if not any(c.islower() for c in text) and len(text.split()) > 12:
        return False
    if re.search(r"https?://|www\.|@|\d{4}\s?[A-Z]{2}\b", text):
        return False
    before_blank = at == start or not lines[at - 1].text or lines[at - 1].kind is LineKind.NOTE
    following = lines[at + 1] if at + 1 < stop else None
    if following is None or not before_blank:
        return False
    rest = [line for line in lines[at + 1 : stop] if line.text and line.kind is not LineKind.NOTE][:1]
    return bool(rest) and (not following.text or following.whole) and len(rest[0].text) > len(text)


def _end(lines: Sequence[Line], at: int, stop: int, marked: bool) -> int:
    """A heading set over two lines ends with the second."""
    end = at + 1
    while marked and end < stop and lines[end].kind is LineKind.HEADING and not lines[end].whole:
        if _NUMBERED.match(lines[end].text):
            break
        end += 1
    return end


def _joined(lines: Sequence[Line], start: int, end: int) -> str:
    words = (f"{line.label} {line.text}".strip() for line in lines[start:end])
    return re.sub(r"\s+", " ", " ".join(words)).strip()


def _plausible(found: list[Head]) -> list[Head]:
    """Numbered titles must count on: 1, 2, 2.1 ...; a stray "3 Maart" among them is text."""
    kept: list[Head] = []
    last: tuple[int, ...] = ()
    for head in found:
        if not head.number or not head.number[0].isdigit():
            kept.append(head)
            continue
        number = tuple(int(part) for part in head.number.split("."))
        if _counts_on(last, number):
            kept.append(head)
            last = number
    return kept


def _counts_on(last: tuple[int, ...], number: tuple[int, ...]) -> bool:
    if not last:
        return number[0] <= 2
    if len(number) > len(last) + 1:
        return False
    if len(number) == len(last) + 1:
        return number[:-1] == last and number[-1] <= 1
    return number[:-1] == last[: len(number) - 1] and last[len(number) - 1] < number[-1] <= last[len(number) - 1] + 2


def headed_blocks(
    lines: Sequence[Line], start: int, stop: int, heads: Sequence[Head], role: Role, speaker: str = ""
) -> list[Block]:
    """A block per heading, keys "s2.1" by its number or "s3" by its place; what comes before the first is "s0".

    The title is kept as the block's heading; a heading without text of its own is a block with no lines.
    """
    blocks: list[Block] = []
    first = heads[0].start if heads else stop
    if any(line.text for line in lines[start:first]):
        blocks.append(Block("s0", role, list(lines[start:first]), speaker=speaker))
    numbered = any(head.number for head in heads)
    for place, head in enumerate(heads):
        end = heads[place + 1].start if place + 1 < len(heads) else stop
        key = f"s{head.number}" if head.number else f"h{place + 1}" if numbered else f"s{place + 1}"
        blocks.append(Block(key, role, list(lines[head.end : end]), heading=head.title, speaker=speaker))
    return blocks
