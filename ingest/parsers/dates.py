"""Dutch dates: "6 maart 2024", "d.d. 6 mrt. 2024", "06-03-2024", "2024-03-06", "6 november jl."."""

import datetime as dt
import re
from dataclasses import dataclass

_MONTHS = {
    "januari": 1, "februari": 2, "maart": 3, "april": 4, "mei": 5, "juni": 6, "juli": 7, "augustus": 8,
    "september": 9, "oktober": 10, "november": 11, "december": 12,
    "jan": 1, "feb": 2, "febr": 2, "mrt": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "okt": 10,
    "nov": 11, "dec": 12,
}  # fmt: skip
_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))
# glued in some extractions: "18 november2024", "30oktober 2024"
_WRITTEN = re.compile(rf"(?<!\d)(\d{{1,2}})\s*(?:e\s)?({_NAMES})\.?\s*(\d{{4}})(?!\d)", re.IGNORECASE)
_ISO = re.compile(r"(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?![\d-])")
_NUMERIC = re.compile(r"(?<![\d/-])(?<!\d[.,])(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?![\d-])")
_YEARLESS = re.compile(rf"(?<!\d)(\d{{1,2}})\s*({_NAMES})\.?(?!\w)(?!\s*\d{{4}})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date and where it stands: ``text[start:end]`` is its printed form."""

    start: int
    end: int
    date: dt.date


def find_dates(text: str) -> tuple[FoundDate, ...]:
    """Every full date in the text, in order. Impossible ones (31 februari) are not dates."""
    found: list[FoundDate] = []
    for match in _WRITTEN.finditer(text):
        _keep(found, match, match.group(3), str(_MONTHS[match.group(2).lower()]), match.group(1))
    for match in _ISO.finditer(text):
        _keep(found, match, *match.groups())
    for match in _NUMERIC.finditer(text):
        _keep(found, match, match.group(4), match.group(3), match.group(1))
    return tuple(sorted(found, key=lambda each: each.start))


def first_date(text: str) -> dt.date | None:
    found = find_dates(text)
    return found[0].date if found else None


def recent_date(text: str, before: dt.date) -> dt.date | None:
    """The first date printed without its year ("Op 6 november jl."), as the last such day up to ``before``."""
    for match in _YEARLESS.finditer(text):
        for year in (before.year, before.year - 1):
            day = _date(str(year), str(_MONTHS[match.group(2).lower()]), match.group(1))
            if day and day <= before:
                return day
    return None


def _keep(found: list[FoundDate], match: re.Match[str], year: str, month: str, day: str) -> None:
    date = _date(year, month, day)
    if date:
        found.append(FoundDate(match.start(), match.end(), date))


def _date(year: str, month: str, day: str) -> dt.date | None:
    try:
        date = dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
    return date if 1800 <= date.year <= 2100 else None
