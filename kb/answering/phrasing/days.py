"""Dates as they are written, Dutch and English, as values: "31 oktober 2024", "31-10-2024", "oktober 2024", "2024"."""

import re
from dataclasses import dataclass

_MONTHS = {
    name: number
    for names in (
        "januari februari maart april mei juni juli augustus september oktober november december",
        "jan feb mrt apr mei jun jul aug sep okt nov dec",
        "january february march april may june july august september october november december",
        "jan feb mar apr may jun jul aug sept oct nov dec",
    )
    for number, name in enumerate(names.split(), start=1)
}
_NAME = rf"({'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.?"
_YEAR = r"((?:19|20)\d\d)"
_FORMS = (
    (re.compile(rf"\b(\d{{1,2}})(?:e|ste|de|st|nd|rd|th)?\s+(?:of\s+)?{_NAME}\s+{_YEAR}\b", re.I), "dmy"),
    (re.compile(rf"\b{_NAME}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_YEAR}\b", re.I), "mdy"),
    (re.compile(rf"\b{_YEAR}-(\d{{1,2}})-(\d{{1,2}})\b"), "ymd"),
    (re.compile(rf"\b(\d{{1,2}})[-/.](\d{{1,2}})[-/.]{_YEAR}\b"), "dmy"),
    (re.compile(rf"\b(\d{{1,2}})(?:e|ste|de|st|nd|rd|th)?\s+(?:of\s+)?{_NAME}(?!\w)", re.I), "dm"),
    (re.compile(rf"\b{_NAME}\s+{_YEAR}\b", re.I), "my"),
    # "May" and "March" alone are more often words than months.
    (
        re.compile(r"\b(januari|februari|maart|april|juni|juli|augustus|september|oktober|november|december)\b", re.I),
        "m",
    ),
    (re.compile(rf"(?<![\d.,€-])(?<!€\s){_YEAR}(?!\w|[.,]\d|-\d{{3}})"), "y"),
)


@dataclass(frozen=True, slots=True)
class Day:
    """As much as is said of it; ``start`` and ``end`` in the text."""

    year: int | None
    month: int | None
    day: int | None
    start: int
    end: int

    @property
    def key(self) -> str:
        return "-".join("?" if part is None else str(part) for part in (self.year, self.month, self.day))

    def is_said_by(self, other: "Day") -> bool:
        """Whether all that this says is said by ``other``, which may be more exact."""
        pairs = ((self.year, other.year), (self.month, other.month), (self.day, other.day))
        return all(own is None or own == its for own, its in pairs)


def days(text: str) -> list[Day]:
    """In the order of the text; what is part of a longer date is not found again."""
    found: list[Day] = []
    for pattern, order in _FORMS:
        for match in pattern.finditer(text):
            if any(match.start() < one.end and one.start < match.end() for one in found):
                continue
            parts = dict(zip(order, match.groups(), strict=True))
            month = parts.get("m")
            number = None if month is None else int(month) if month.isdecimal() else _MONTHS[month.lower()]
            day = int(parts["d"]) if "d" in parts else None
            if (number is None or 1 <= number <= 12) and (day is None or 1 <= day <= 31):
                year = int(parts["y"]) if "y" in parts else None
                found.append(Day(year, number, day, *match.span()))
    return sorted(found, key=lambda one: one.start)


def blanked(text: str, found: list[Day]) -> str:
    """``text`` with spaces where the dates stood, so that their digits are no figures."""
    for one in found:
        text = text[: one.start] + " " * (one.end - one.start) + text[one.end :]
    return text
