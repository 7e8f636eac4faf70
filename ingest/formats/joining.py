"""Lines to final text: paragraphs, list items and table rows, with the page of every offset.

Paragraphs are separated by a blank line; list items, table rows and lines that were broken on purpose by one line
break. What the layout broke is joined. Only white space and line-end hyphens differ from the lines.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from ingest.formats.hyphens import Vocabulary, hyphen_join
from ingest.formats.lines import Line, LineKind
from kb.model.document import PageStart

PARAGRAPH = "\n\n"
LINE = "\n"
_LONGEST = 105  # characters; a longer line is a paragraph that an extractor glued

_ABBREVIATION = re.compile(
    r"(?:^|[\s(.])(?:nrs?|art|artt|st|parl|dhr|mevr|prof|dr|drs|mr|ir|bijv|resp|blz|vgl|d\.d|dd|o\.a|m\.b\.t|i\.v\.m|t\.a\.v)\.$",
    re.IGNORECASE,
)
_LONE_MARK = re.compile(r"^\(?(?:\d{1,2}|[a-z])[.)°]$")
# lines in the head of a Flemish written question
_HEAD = re.compile(r"^(?:nr\. \d|datum: ?\d|(?:van|aan) [A-ZÀ-Ý][A-ZÀ-Ý' .-]{3,}$|op vraag nr\.)")
_NEVER_LAST = re.compile(
    r"\s(?:en|of|de|het|een|van|in|op|met|voor|aan|te|om|dat|die|bij|tot|door|als|dan|der|den|per|uit|over|zijn|wordt)$"
)
_LEADERS = re.compile(r"\.{4,}\s*\d{0,4}$")  # a line of a table of contents
_TITLE = re.compile(
    r"^(?:(?:GECOÖRDINEERD |VERWIJZEND )?ANTWOORD|SCHRIFTELIJKE VRAAG|BIJLAGEN?|"
    r"(?:Vraag|Vragen|Antwoord|Antwoorden)(?: op (?:vraag|vragen))?[\d\s,en/tm-]*:?|Mededeling)$"
)
_SENTENCE_END = re.compile(r"[.?!:;…]['\"’”»)\]]*(?:\s?\d{1,3})?$")
_NUMBER_ITEM = re.compile(r"^\(?(\d{1,2}|[a-z]|[ivx]{1,5})[.)°](?:\s|$)|^(\d{1,2}[.)])(?=[A-Z(])|^([a-z]\))(?=\S)")
_DASH_ITEM = re.compile(r"^[-–−—•▪●○◦*]\s+\S")
_SECTION = re.compile(r"^\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+[A-ZÀ-Ý]")  # "2.4 Rijksbreed Loket"
_CLOSES_BEFORE = re.compile(r"[,;:.?!)](?!\w)")
_OPEN_URL = re.compile(r"(?:https?://|www\.)\S*$")
_GOES_ON_URL = re.compile(r"^(?!https?:|www\.)[\w%/.?=&#~-]*[/._=%&?-][\w%/.?=&#~-]*")


@dataclass(frozen=True, slots=True)
class Typesetting:
    """How one document was set: its words, its usual line length (characters), whether blank lines mean anything."""

    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    width: int = 80
    blanks_are_noise: bool = False

    def room(self, before: Line, line: Line) -> float:
        """What ``before`` leaves of a full line after the first word of ``line``, as a share; below 0: did not fit."""
        return (self.width - len(before.text) - 1 - len(line.text.split(maxsplit=1)[0])) / self.width

    @classmethod
    def of(cls, lines: Iterable[Line]) -> "Typesetting":
        kept = [line for line in lines if line.kind is not LineKind.NOTE]
        printed = [line.text for line in kept if not line.whole and line.kind is LineKind.TEXT]
        # lines that the next one goes on from were broken for want of room
        full = [len(a) for a, b in pairwise(printed) if b[:1].islower() and not _SENTENCE_END.search(a)]
        lengths = sorted(length for length in full if length <= _LONGEST)
        if len(lengths) < 5:
            lengths = sorted(len(text) for text in printed if 35 <= len(text) <= _LONGEST)
        width = lengths[int(len(lengths) * 0.65)] if len(lengths) >= 5 else 80
        return cls(Vocabulary.of(line.text for line in kept), width, _blanks_are_noise(kept))


@dataclass(frozen=True, slots=True)
class Joined:
    """``text`` is final; ``pages`` are its page starts; ``starts`` the offset in ``text`` of each line given.

    ``seams`` are the offsets at which something was left out (see ``Section``).
    """

    text: str
    pages: tuple[PageStart, ...]
    starts: tuple[int, ...]
    seams: tuple[int, ...] = ()


def join_lines(lines: Sequence[Line], typesetting: Typesetting | None = None) -> Joined:
    """Make final text of consecutive lines of one section.

    ``typesetting`` is that of the whole document (``Typesetting.of(extracted.lines)``): a short section alone says
    little about line length and words. NOTE lines among others are left out: they are not part of the text that
    they cut; lines that are all notes are set one per line.
    """
    typesetting = typesetting or Typesetting.of(lines)
    notes_only = all(line.kind in (LineKind.NOTE, LineKind.BLANK) for line in lines)
    joiner = _Joiner(typesetting)
    starts: list[int] = []
    for line in lines:
        if line.kind is LineKind.BLANK:
            joiner.blanks += 1
            starts.append(joiner.length)
        elif line.kind is LineKind.NOTE and not notes_only:
            joiner.interrupted = True
            starts.append(joiner.length)
        else:
            starts.append(joiner.add(line))
    return Joined("".join(joiner.pieces), tuple(joiner.pages), tuple(starts), tuple(dict.fromkeys(joiner.seams)))


class _Joiner:
    def __init__(self, typesetting: Typesetting) -> None:
        self.typesetting = typesetting
        self.pieces: list[str] = []
        self.pages: list[PageStart] = []
        self.length = 0
        self.blanks = 0
        self.interrupted = False
        self.seams: list[int] = []
        self.before: Line | None = None

    def add(self, line: Line) -> int:
        text = f"{line.label} {line.text}".strip()
        if not text:
            return self.length
        shown = replace(line, text=text, label="")
        if self.before is not None:
            self._bind(self.before, shown)
        start = self.length
        self._put(text)
        if self.interrupted and self.before is not None:
            self.seams.append(start)
        ahead = start + len(text) - len(line.text)
        self.seams.extend(ahead + seam if seam else start for seam in line.seams if seam or self.before is not None)
        if line.page is not None and (not self.pages or self.pages[-1].page != line.page):
            self.pages.append(PageStart(start, line.page))
        self.before = shown
        self.blanks, self.interrupted = 0, False
        return start

    def _bind(self, before: Line, line: Line) -> None:
        gap = separator(before, line, self.blanks, self.interrupted, self.typesetting)
        if gap == " " and 0 in line.seams and _CLOSES_BEFORE.match(line.text):
            gap = ""  # a note mark stood here: "sturen", "4, zal"
        elif gap == " ":
            gap = _within_sentence(before.text, line.text, self.typesetting.vocabulary)
            if gap == "-":  # a hyphen that the layout put there
                self.pieces[-1] = self.pieces[-1][:-1]
                self.length -= 1
                gap = ""
        self._put(gap)

    def _put(self, text: str) -> None:
        if text:
            self.pieces.append(text)
            self.length += len(text)


def join_note(texts: Sequence[str], vocabulary: Vocabulary) -> str:
    """The lines of one footnote as one line."""
    found = ""
    for text in (" ".join(text.split()) for text in texts):
        gap = _within_sentence(found, text, vocabulary) if found and text else ""
        found = found[:-1] + text if gap == "-" else found + gap + text
    return found


def _within_sentence(before: str, text: str, vocabulary: Vocabulary) -> str:
    """What stands between two lines of one paragraph: "", " ", or "-" for: drop the hyphen that is there."""
    last = before.rsplit(maxsplit=1)[-1]
    if _OPEN_URL.search(last) and (last[-1] in "/-_=?&%." or text[0] in "%/?=&") and _GOES_ON_URL.match(text):
        known = last[-1] == "-" and vocabulary.knows_joined(last, text)
        return "-" if known else ""
    joined = hyphen_join(before, text, vocabulary)
    if joined is not None:
        return {0: "", 1: " ", -1: "-"}[len(joined) - len(before) - len(text)]
    if before[-1] in "/(" or (before[-1] == "–" and before[-2:-1].isdigit() and text[0].isdigit()):
        return ""
    return " "


def separator(before: Line, line: Line, blanks: int, interrupted: bool, typesetting: Typesetting) -> str:
    """Between two lines: " " (one paragraph goes on), one line break, or a blank line."""
    kinds = (before.kind, line.kind)
    if LineKind.TABLE_ROW in kinds or LineKind.NOTE in kinds:
        return LINE if before.kind is line.kind else PARAGRAPH
    if LineKind.HEADING in kinds:
        goes_on = kinds == (LineKind.HEADING, LineKind.HEADING) and not (line.whole or before.whole or blanks)
        return " " if goes_on else PARAGRAPH
    if before.whole:
        return LINE if line.kind is LineKind.LIST_ITEM and before.kind is LineKind.LIST_ITEM else PARAGRAPH
    if line.whole:
        return LINE if line.kind is LineKind.LIST_ITEM else PARAGRAPH
    return _between_printed(before, line, blanks, interrupted, typesetting)


def _between_printed(before: Line, line: Line, blanks: int, interrupted: bool, typesetting: Typesetting) -> str:
    if _LONE_MARK.match(before.text) and not blanks:
        return " "
    if _TITLE.match(line.text) or _LEADERS.search(before.text) or _TITLE.match(before.text):
        return PARAGRAPH if blanks or _TITLE.match(line.text) else LINE
    finished = _is_finished(before.text)
    if line.kind is LineKind.LIST_ITEM or _starts_item(before, line, finished, typesetting):
        return LINE if not blanks or _is_item(before) else PARAGRAPH
    lower = line.text[:1].islower()
    room = typesetting.room(before, line)
    if before.text.endswith("-") and lower:
        return " "
    if not finished and (interrupted or before.page != line.page) and (lower or room < 0.2):
        return " "
    if blanks > (1 if typesetting.blanks_are_noise else 0) and not (lower and not finished and room < 0.2):
        return PARAGRAPH
    return _between_neighbours(before, line, finished, room)


def _between_neighbours(before: Line, line: Line, finished: bool, room: float) -> str:
    """Two printed lines with nothing between them; ``room`` is what the first left empty, as a share of a line.

    Where the next word would have fitted, the line was ended on purpose.
    """
    lower = line.text[:1].islower()
    if finished:
        return PARAGRAPH if room > 0.08 else " "
    opens = line.text[:1].isupper()
    if _is_open(before.text) or _NEVER_LAST.search(before.text):
        return " "
    if before.text.endswith(",") and (not opens or room < 0.4):
        return " "
    if not lower and room > 0 and _SECTION.match(before.text):
        return PARAGRAPH
    if lower:
        return LINE if _HEAD.match(line.text) else " "
    return LINE if room > 0.3 else " "


def _is_finished(text: str) -> bool:
    """True where a sentence can end here: not behind "nr." and not inside brackets."""
    return bool(_SENTENCE_END.search(text)) and not _is_open(text)


def _is_open(text: str) -> bool:
    return bool(_ABBREVIATION.search(text)) or text.rfind("(") > text.rfind(")")


def _is_item(line: Line) -> bool:
    return line.kind is LineKind.LIST_ITEM or bool(_NUMBER_ITEM.match(line.text) or _DASH_ITEM.match(line.text))


def _starts_item(before: Line, line: Line, finished: bool, typesetting: Typesetting) -> bool:
    """A printed line that opens a list item: its mark counts only where a sentence or a short line came before."""
    if _DASH_ITEM.match(line.text):
        return finished or len(before.text) < typesetting.width * 0.75
    if not _NUMBER_ITEM.match(line.text) or _is_open(before.text):
        return False
    return finished or before.text.endswith((",", " en", " of")) or len(before.text) < typesetting.width * 0.75


def _blanks_are_noise(lines: Sequence[Line]) -> bool:
    """True where single blank lines stand inside sentences (some extractors leave one after every other line)."""
    inside = outside = 0
    for before, blank, line in zip(lines, lines[1:], lines[2:], strict=False):
        if blank.kind is LineKind.BLANK and LineKind.BLANK not in (before.kind, line.kind):
            if line.text[:1].islower() and not _SENTENCE_END.search(before.text):
                inside += 1
            else:
                outside += 1
    return inside >= 5 and inside > 0.25 * (inside + outside)
