"""Text under headings: numbered ("2.1 Titel", "II. Bespreking") or set apart. Letters, notes and reports."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.formats.hyphens import hyphen_join
from ingest.formats.joining import Typesetting
from ingest.formats.lines import Line, LineKind
from ingest.parsers.blocks import Block
from kb.model.terms import Role

_NUMBERED = re.compile(
    r"^(?:(?:Hoofdstuk|Deel|Paragraaf|Bijlage|SD|OD|ST|Artikel)\s+)?"
    r"((?:\d{1,2}|[IVX]{1,5})(?:\.\d{1,2})*)(?:\s*[.):]\s*|\s+)(\S.*)$"
)
_NAMED = re.compile(r"^(?:Hoofdstuk|Deel|Paragraaf|Bijlage|SD|OD|ST|Artikel)\b")
_DOTS = re.compile(r"(?:\.\s?){5,}\s*\d*\s*$|…{2,}\s*\d*\s*$|\t[.\s]{5,}\d+\s*$")
_FURNITURE = frozenset(("Vlaams Parlement", "Vlaams Parlement - 1011 Brussel", "INHOUD", "Tweede Kamer"))
_LONGEST = 140
_UNIT = re.compile(
    r"(?:%|euro|miljoen|miljard|procent|jaar|keer|maart|mei|juni|juli|augustus)\b|(?:januari|februari|april)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Head:
    """A heading set on lines ``start`` up to ``end``; ``number`` is "" where it has none."""

    start: int
    end: int
    number: str
    title: str


def is_contents_line(line: Line) -> bool:
    """A line of a table of contents: its title runs in dots to a page number."""
    return bool(_DOTS.search(line.text))


def find_headings(lines: Sequence[Line], start: int, stop: int, typesetting: Typesetting) -> list[Head]:
    """Headings in ``start:stop``: what the format marks as such, numbered titles, short lines that stand apart."""
    found: list[Head] = []
    at = start
    while at < stop:
        after_heading = bool(found) and found[-1].end == at
        head = _heading_at(lines, at, at if after_heading else start, stop, typesetting)
        if head is None:
            at += 1
            continue
        found.append(head)
        at = head.end
    return _counting_on(found)


def _heading_at(lines: Sequence[Line], at: int, start: int, stop: int, typesetting: Typesetting) -> Head | None:
    line = lines[at]
    text = f"{line.label} {line.text}".strip()
    if line.kind in (LineKind.NOTE, LineKind.BLANK, LineKind.TABLE_ROW) or not text or is_contents_line(line):
        return None
    marked = line.kind is LineKind.HEADING
    if len(text) > _LONGEST and not marked:
        return None
    match = _NUMBERED.match(text)
    if match and (marked or _may_be_title(lines, at, match, start, stop, typesetting)):
        end = _end(lines, at, stop, typesetting)
        return Head(at, end, match.group(1), _joined(lines, at, end, typesetting))
    if marked or _stands_apart(lines, at, start, stop, typesetting):
        end = _end(lines, at, stop, typesetting) if marked else at + 1
        return Head(at, end, "", _joined(lines, at, end, typesetting))
    return None


def _may_be_title(
    lines: Sequence[Line], at: int, match: re.Match[str], start: int, stop: int, typesetting: Typesetting
) -> bool:
    """A numbered line is a title where it reads neither as a sentence nor as an item of a list."""
    title = match.group(2).rstrip()
    if title.endswith((".", ";", ",")) or len(title) > 120 or _UNIT.match(title) or not title[0].isalpha():
        return False
    if title[0].islower() and not _NAMED.match(match.group(0)):
        return False
    before = next((one for one in reversed(lines[start:at]) if one.kind is not LineKind.NOTE), None)
    framed = before is not None and bool(re.match(r"\s*(?:Betreft|Onderwerp)\s*:", before.text))
    apart = (
        before is None
        or not before.text
        or before.whole
        or framed
        or bool(re.search(r"[.:?!»”’)]$", before.text.rstrip()))
    )
    if not (apart or (before and before.kind is LineKind.HEADING)):
        return False
    following = next((one for one in lines[at + 1 : min(stop, at + 3)] if one.text), None)
    if following is None or following.whole or lines[at].whole:
        return True
    goes_on = (
        following.text[:1].islower() and len(lines[at].text) > typesetting.width * 0.8 and bool(lines[at + 1].text)
    )
    return not goes_on or _end(lines, at, stop, typesetting) > at + 1


def _stands_apart(lines: Sequence[Line], at: int, start: int, stop: int, typesetting: Typesetting) -> bool:
    """A short line after a blank one, without a sentence's end, over longer text."""
    line, text = lines[at], lines[at].text.strip()
    if typesetting.blanks_are_noise or line.label or not 4 <= len(text) <= 90:
        return False
    if (
        text[-1] in ".,;:!)”’»-"
        or not (text[0].isupper() or text[0] in "“‘«’'")
        or re.search(r"https?://|www\.|@", text)
    ):
        return False
    if re.search(r"\d{4}\s?[A-Z]{2}\b|^\d+|^Pagina\b|^Tabel\b|^Figuur\b|^Bron\b", text):
        return False
    if text in _FURNITURE or sum(c.isdigit() for c in text) > 6:
        return False
    if not line.whole and len(text) > typesetting.width * 0.72:
        return False
    if at > start and lines[at - 1].text and not lines[at - 1].whole and lines[at - 1].kind is not LineKind.NOTE:
        return False
    following = next((one for one in lines[at + 1 : stop] if one.text and one.kind is not LineKind.NOTE), None)
    if following is None or following.kind is LineKind.TABLE_ROW or following.text[:1].islower():
        return False
    return len(following.text) > len(text) * (1 if line.whole else 1.2)


def _end(lines: Sequence[Line], at: int, stop: int, typesetting: Typesetting) -> int:
    """A heading set over several lines goes on up to the next blank line, number or mark."""
    end = at + 1
    marked = lines[at].kind is LineKind.HEADING
    if lines[at].whole:
        return end
    if marked:
        while end < stop and lines[end].kind is LineKind.HEADING and not _NUMBERED.match(lines[end].text):
            end += 1
        return end
    low = at
    while end < stop and end - at < 4 and lines[end].text and len(lines[low].text) > typesetting.width * 0.72:
        low, end = end, end + 1
    ends_blank = end >= stop or not lines[end].text
    return end if end == at + 1 or (ends_blank and not lines[end - 1].text.rstrip().endswith(".")) else at + 1


def _joined(lines: Sequence[Line], start: int, end: int, typesetting: Typesetting) -> str:
    joined = ""
    for line in lines[start:end]:
        text = f"{line.label} {line.text}".strip()
        hyphened = hyphen_join(joined, text, typesetting.vocabulary) if joined and text else None
        joined = hyphened or f"{joined} {text}"
    return re.sub(r"\s+", " ", joined).strip()


_ROMAN = {"I": 1, "V": 5, "X": 10}


def _parts(number: str) -> tuple[int, ...]:
    return tuple(int(part) if part.isdigit() else _roman(part) for part in number.split("."))


def _roman(text: str) -> int:
    values = [_ROMAN[c] for c in text]
    return sum(-v if any(v < later for later in values[at + 1 :]) else v for at, v in enumerate(values))


def _counting_on(found: Sequence[Head]) -> list[Head]:
    """Numbered titles must count on: 1, 2, 2.1 ...; a stray "3 Maart" among them is text. Under I, II they restart."""
    kept: list[Head] = []
    last: tuple[int, ...] = ()
    roman = 0
    for head in found:
        if not head.number:
            kept.append(head)
            continue
        number = _parts(head.number)
        if not head.number[0].isdigit():
            if number[0] in (roman + 1, roman + 2):
                roman, last = number[0], ()
                kept.append(head)
        elif _counts_on(last, number) or (_NAMED.match(head.title) and not last):
            last = number
            kept.append(head)
    return kept


def _counts_on(last: tuple[int, ...], number: tuple[int, ...]) -> bool:
    if not last:
        return number[0] <= 9 and all(part <= 1 for part in number[1:])
    if len(number) > len(last) + 1:
        return False
    if len(number) == len(last) + 1:
        return number[:-1] == last and number[-1] <= 1
    same, step = number[:-1] == last[: len(number) - 1], number[-1] - last[len(number) - 1]
    return same and 0 < step <= 2


def headed_blocks(
    lines: Sequence[Line], start: int, stop: int, heads: Sequence[Head], role: Role, speaker: str = ""
) -> list[Block]:
    """A block per heading: "s2.1" by its number, "s3" by its place; what comes before the first is "s0".

    The title is the block's heading; a heading without text of its own is a block with no lines. Under roman
    numerals, which the arabic ones restart under, both are in the key: "sII.3.1".
    """
    blocks: list[Block] = []
    first = heads[0].start if heads else stop
    if first > start:
        blocks.append(Block("s0", role, list(lines[start:first]), speaker=speaker))
    numbered = any(head.number for head in heads)
    roman = ""
    for place, head in enumerate(heads):
        end = heads[place + 1].start if place + 1 < len(heads) else stop
        if head.number and not head.number[0].isdigit():
            roman, key = head.number, f"s{head.number}"
        elif head.number:
            key = f"s{roman}.{head.number}" if roman else f"s{head.number}"
        else:
            key = f"h{place + 1}" if numbered else f"s{place + 1}"
        blocks.append(Block(key, role, list(lines[head.end : end]), heading=head.title, speaker=speaker))
    return blocks
