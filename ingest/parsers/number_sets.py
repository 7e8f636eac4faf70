"""Sets of question numbers as people print them, and the headings that carry them.

"Vraag 3, 4 en 5", "Antwoord op vragen 2, 3, en 4:", "7, 8, 9 10 en 11", "2 t/m 6", "4-7", a bare "Antwoord",
"8, 9. De benchmarks ...", "1" alone on its line. Questions and answers meet by these sets, never by position.
"""

import re
from dataclasses import dataclass
from enum import Enum, auto

from ingest.formats.lines import Line

_NUMBER = r"\d{1,3}[a-z]?(?![\w%])"
_RANGE = r"(?:t\s?/\s?m|t\.?\s?e\.?\s?m\.?|tot\s+en\s+met|tot|-|–|—)"
_WORD = rf"(?:,\s*en\b|,\s*of\b|,|;|&|/|\+|\ben\b|\balsmede\b|\balsook\b|\bof\b|{_RANGE})"
# "9 10" with a lost comma; "1. en 2." with a dot before the word only
_BETWEEN = rf"(?:\.?\s*{_WORD}\s*|\s+)"
NUMBERS = rf"{_NUMBER}(?:{_BETWEEN}(?:vraag\s+)?{_NUMBER})*"

# a heading may go on with a letter: "1a en b", "3a t/m c"
_HEADED = rf"{_NUMBER}(?:{_BETWEEN}(?:(?:vraag\s+)?{_NUMBER}|[a-h](?!\w)))*"
_TO_LETTER = re.compile(rf"{_RANGE}\s*[a-h](?!\w)", re.IGNORECASE)

_TOKEN = re.compile(rf"({_RANGE})|(\d{{1,3}})([a-z])?", re.IGNORECASE)
_LONGEST_RANGE = 150


class HeadingKind(Enum):
    QUESTION = auto()
    ANSWER = auto()
    NOTICE = auto()  # Mededeling
    EXPLANATION = auto()  # Toelichting
    ADDRESSED = auto()  # "Vragen aan de minister van Financiën": over the questions to one of several


@dataclass(frozen=True, slots=True)
class Heading:
    """``printed`` is the heading's own words, ``rest`` the text after it on the same line."""

    kind: HeadingKind
    numbers: tuple[int, ...]
    printed: str
    rest: str = ""

    @property
    def labels(self) -> tuple[str, ...]:
        """ "Antwoord 1a en 1b" -> ("1a", "1b"); () where no number has a letter."""
        return read_labels(self.printed)


@dataclass(frozen=True, slots=True)
class Item:
    """A line that starts with one or more numbers: "3.", "8, 9. De benchmarks", an automatic "4."."""

    numbers: tuple[int, ...]
    printed: str
    rest: str
    alone: bool  # the number stands on a line of its own
    dotted: bool

    @property
    def labels(self) -> tuple[str, ...]:
        """ "1a. Text" -> ("1a",); () where no letter goes with the number."""
        return read_labels(self.printed)

    def follows(self, before: "Item") -> bool:
        """ "4." behind "3.", "1b." behind "1a."."""
        if self.numbers[0] == before.numbers[-1] + 1:
            return True
        if not (self.labels and before.labels):
            return False
        own, other = self.labels[0], before.labels[-1]
        return own[:-1] == other[:-1] and ord(own[-1]) == ord(other[-1]) + 1


def read_numbers(text: str) -> tuple[int, ...]:
    """The numbers a set names, each once, in the order printed; () where there are none.

    >>> read_numbers("1, 3 t/m 5 en 8")
    (1, 3, 4, 5, 8)
    """
    numbers: list[int] = []
    open_range = False
    for match in _TOKEN.finditer(_TO_LETTER.sub(" ", text)):
        if match.group(1):
            open_range = bool(numbers)
            continue
        number = int(match.group(2))
        if open_range and numbers[-1] < number <= numbers[-1] + _LONGEST_RANGE:
            numbers.extend(range(numbers[-1] + 1, number))
        open_range = False
        numbers.append(number)
    return tuple(dict.fromkeys(number for number in numbers if number))


_LETTERED = re.compile(
    r"(?<![\w.])(?P<number>\d{1,3})\s?(?P<first>[a-h])(?!\w)"
    r"(?:\s?(?:-|–|t/m|tot en met)\s?(?:(?P=number))?(?P<last>[a-h])(?!\w)|(?P<more>(?:\s?(?:,|en|&)\s?[a-h](?!\w))*))"
)


def read_labels(text: str) -> tuple[str, ...]:
    """Numbers with a letter, each once: "1a, 1b en 2c" -> ("1a", "1b", "2c"); "1a en b", "1a-c" too.

    () where a number stands without one: "Antwoord 1a en 2" answers the whole of question 2.
    """
    labels: list[str] = []
    for match in _LETTERED.finditer(text):
        first, last = match.group("first"), match.group("last") or match.group("first")
        letters = [chr(code) for code in range(ord(first), ord(last) + 1)]
        letters += re.findall(r"\b[a-h]\b", match.group("more") or "")
        labels.extend(f"{int(match.group('number'))}{letter}" for letter in letters)
    return () if re.search(r"\d", _LETTERED.sub(" ", text)) else tuple(dict.fromkeys(labels))


_ASIDE = r"(?:\s*\([^()\d?!]{3,80}\))?"  # "Vraag 5 (herhaald)", "Antwoord 2 (mede namens de minister van Financiën)"
_QUESTION = re.compile(rf"(Vra(?:ag|gen)\s+(?:nr\.?\s*|nummers?\s+)?({_HEADED}){_ASIDE}\s*[:.)]?)\s*$", re.IGNORECASE)
_QUESTION_REST = re.compile(rf"(Vra(?:ag|gen)\s+({_HEADED})\s*[:.)])\s+(\S.*)$", re.IGNORECASE)
_OF = r"(?:\s+(?:op|bij))?(?:\s+de)?(?:\s+(?:deel)?vra(?:ag|gen))?"
_ANSWER = re.compile(
    rf"((?:Nader\s+|Nadere\s+|Gezamenlijk\s+|Aanvullend\s+)?(?:Be)?antwoord(?:en|ing)?(?:{_OF}\s+(?:nr\.?\s*)?({_HEADED}){_ASIDE})?\s*[:.]?)\s*$",
    re.IGNORECASE,
)
_ANSWER_REST = re.compile(
    rf"((?:Nader\s+)?(?:Be)?antwoord(?:en|ing)?(?:{_OF}\s+({_HEADED}))?\s*:)\s+(\S.*)$", re.IGNORECASE
)
_NOTICE = re.compile(r"(Mededeling\s*[:.]?)\s*$", re.IGNORECASE)
_EXPLANATION = re.compile(r"(Toelichting\s*:)\s*(.*)$|(Toelichting)\s*$", re.IGNORECASE)

_ADDRESSED = re.compile(
    r"(Vragen\s+aan\s+de\s+(?:minister|staatssecretaris|minister-president)\b[^.?!;()]{0,150}?:?)\s*$", re.IGNORECASE
)


def read_heading(text: str) -> Heading | None:
    """The heading that a whole line is, or starts with; None for ordinary text.

    A heading starts with a capital: "antwoord op vraag 5)." is the tail of a sentence that the layout broke.
    """
    text = text.strip()
    if not text[:1].isupper() or (len(text) > 400 and ":" not in text[:40]):
        return None
    for pattern, kind in ((_QUESTION, HeadingKind.QUESTION), (_ANSWER, HeadingKind.ANSWER)):
        match = pattern.match(text)
        if match:
            return Heading(kind, read_numbers(match.group(2) or ""), match.group(1).strip())
    for pattern, kind in ((_QUESTION_REST, HeadingKind.QUESTION), (_ANSWER_REST, HeadingKind.ANSWER)):
        match = pattern.match(text)
        if match:
            return Heading(kind, read_numbers(match.group(2) or ""), match.group(1).strip(), match.group(3))
    if match := _NOTICE.match(text):
        return Heading(HeadingKind.NOTICE, (), match.group(1).strip())
    if match := _ADDRESSED.match(text):
        return Heading(HeadingKind.ADDRESSED, (), match.group(1).strip())
    if match := _EXPLANATION.match(text):
        return Heading(HeadingKind.EXPLANATION, (), (match.group(1) or match.group(3)).strip(), match.group(2) or "")
    return None


_ALONE = re.compile(rf"({NUMBERS})\s*([.):])?\s*$", re.IGNORECASE)
# "10. Text", "8, 9. Text", "4.Text"; not "3.000 euro", not "1.2 Title", not "2024. Text"
_INLINE = re.compile(
    rf"((?:vraag\s+|ad\s+)?({NUMBERS})\s*([.:]|\)))(?:\s+(?=\S)|(?=[A-ZÀ-Ý‘“«\"'(]|[a-z]\)))(.+)$", re.IGNORECASE
)
_LABEL = re.compile(rf"({NUMBERS})\s*[.):]?$")


def read_item(line: Line) -> Item | None:
    """The number(s) that a line starts with; None where it starts with none. "3)" counts as an item too."""
    if line.label:
        match = _LABEL.match(line.label)
        return Item(read_numbers(match.group(1)), line.label, line.text, False, True) if match else None
    text = line.text.strip()
    if not text[:1].isdigit() and not text.lower().startswith(("vraag ", "ad ")):
        return None
    if re.fullmatch(r"\d+,\d+", text):  # "70,3": a cell of a table
        return None
    if match := _ALONE.match(text):
        return Item(read_numbers(match.group(1)), text, "", True, match.group(2) == ".")
    match = _INLINE.match(text)
    if not match or (match.group(3) == ")" and len(read_numbers(match.group(2))) > 1):
        return None
    return Item(read_numbers(match.group(2)), match.group(1), match.group(4), False, match.group(3) == ".")
