"""Official numbers in a query: "31 288 nr. 948", "SV 30", "ah-tk-20242025-594", "2024Z18792"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kb.model.query import Filters
from kb.store.port import Hit, PassageIndex

_EXACT = re.compile(r"\b(?:\d{4}[ZD]\d{5}|(?:ah|kv|kst|blg|nds|h)-[a-z0-9-]*\d{3}[a-zA-Z0-9-]*)\b", re.IGNORECASE)
_KAMERSTUK = re.compile(
    r"\b(?:kamerstuk(?:ken)?\s*)?(?:II\s*)?(\d{2})[ .]?(\d{3})(?:[ -]([IVX]+|[A-Z]{1,2}))?"
    r"\s*[,:-]?\s*(?:nr|no|nummer)\.?\s*(\d{1,4})\b",
    re.IGNORECASE,
)
_SV = re.compile(
    r"\b(?:SV|(?:schriftelijke )?vraag(?= nr)|schriftelijke vraag|vraag(?= \d{3,4}\b))\s*"
    r"(?:nr\.?\s*|nummer\s*)?(\d{1,4})"
    r"(?:\s*\(?\s*((?:19|20)\d\d)\s*[-–/]\s*((?:19|20)?\d\d)\)?)?",
    re.IGNORECASE,
)
# An answer in the Aanhangsel of a session: "Aanhangsel Handelingen, vergaderjaar 2023-2024, nr. 9412".
_AANHANGSEL = re.compile(
    r"\b(?:aanhangsel|AH)(?: van de)?(?: handelingen)?,?(?: II)?,? *(?:vergaderjaar )?"
    r"((?:19|20)\d\d) ?[-–/] ?((?:19|20)?\d\d),? *(?:nr|no|nummer)\.? ?(\d{1,4})\b",
    re.IGNORECASE,
)
# A Flemish question or file by its number in addresses: "schv-1836653", "pfile?id=2086017".
_FLEMISH = re.compile(r"\b(?:schv[- ]?|schriftelijke-vragen/|pfile(?:-|\?id=|\s)?)(\d{5,8})\b", re.IGNORECASE)
_PATTERNS = (_FLEMISH, _EXACT, _AANHANGSEL, _KAMERSTUK, _SV)
_MOST_PASSAGES = 400


def numbers_in(query: str) -> tuple[str, ...]:
    """The numbers that ``query`` names, in the normal forms under which documents carry them."""
    found = [match.group() for match in _EXACT.finditer(query)]
    found = [n.upper() if n[0].isdigit() else n.lower() if "-tk-" in n.lower() else n for n in found]
    for first, last, number in _AANHANGSEL.findall(query):
        found.append(f"ah-tk-{first}{first[:2] + last if len(last) == 2 else last}-{number}")
    for first, last, addition, number in _KAMERSTUK.findall(query):
        middle = f"-{addition.upper()}" if addition else ""
        found.append(f"kst-{first}{last}{middle}-{number}")
    found.extend(_FLEMISH.findall(query))
    for number, first, last in _SV.findall(query):
        session = f" ({first}-{first[:2] + last if len(last) == 2 else last})" if first else ""
        found.append(f"SV {int(number)}{session}")
    return tuple(dict.fromkeys(found))


def named_in(query: str) -> tuple[tuple[str, int, int], ...]:
    """Each number that ``query`` names with where its words stand, in order."""
    spans = {match.span() for pattern in _PATTERNS for match in pattern.finditer(query)}
    return tuple((number, *span) for span in sorted(spans) for number in numbers_in(query[slice(*span)]))


def without_numbers(query: str) -> str:
    """What a query says beside the numbers that it names."""
    for pattern in _PATTERNS:
        query = pattern.sub(" ", query)
    return " ".join(query.split())


def carries(numbers: Sequence[str], named: Sequence[str]) -> bool:
    """Whether a document with these numbers is meant by one of the numbers named; a session left out means any."""
    return any(value in named or _without_session(value) in named for value in numbers)


class NumberedPassages:
    """Passages of the documents that carry a number named in a query."""

    def __init__(self, index: PassageIndex) -> None:
        self._index = index
        self._values: tuple[str, ...] | None = None

    def find(self, query: str, filters: Filters) -> list[Hit]:
        """Every passage under ``filters`` whose document carries one of the numbers, in reading order, score 0."""
        named = numbers_in(query)
        if not named:
            return []
        wanted = tuple(value for value in self._carried() if value in named or _without_session(value) in named)
        if filters.numbers:
            wanted = tuple(value for value in wanted if value in filters.numbers)
        if not wanted:
            return []
        narrowed = replace(filters, numbers=wanted)
        return [Hit(passage, 0.0) for passage in self._index.passages(narrowed, limit=_MOST_PASSAGES)]

    def _carried(self) -> tuple[str, ...]:
        """Every number in the index: an index is open for reading, so they are read once."""
        if self._values is None:
            self._values = tuple(value for value, _ in self._index.facet("numbers", Filters(), limit=10_000_000))
        return self._values


def _without_session(value: str) -> str:
    """ "SV 30 (2024-2025)" -> "SV 30": someone who leaves the session out means any."""
    return value.split(" (")[0]
