"""The Chamber's forms of a moment: Z, +01:00, +0100, no zone, a date only, seven digits of a second.

A day is the day in Amsterdam: "2023-12-13T23:00:00Z" is 14 December. What has no zone is local time.
"""

import datetime as dt
import re

_FRACTION = re.compile(r"(\.\d{1,6})\d*")
_FIRST_YEAR, _LAST_YEAR = 1800, 2200  # 0001-01-01 and 9999-12-31 stand for "none"


def day_of(text: str) -> dt.date | None:
    """The day in Amsterdam; None where the text is no moment, or one that stands for none."""
    try:
        moment = dt.datetime.fromisoformat(_FRACTION.sub(r"\1", text.strip()))
    except ValueError:
        return None
    if not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        return None
    if moment.tzinfo is None:
        return moment.date()
    utc = moment.astimezone(dt.UTC)
    return (utc + dt.timedelta(hours=2 if _is_summer(utc) else 1)).date()


def _is_summer(utc: dt.datetime) -> bool:
    """Summer time in the European Union: last Sunday of March to last Sunday of October, 01:00 UTC (since 1996).

    Reckoned here, since not every machine has a time zone database.
    """
    return _last_sunday(utc.year, 3) <= utc < _last_sunday(utc.year, 10)


def _last_sunday(year: int, month: int) -> dt.datetime:
    last = dt.datetime(year, month, 31, 1, tzinfo=dt.UTC)
    return last - dt.timedelta(days=(last.weekday() + 1) % 7)


def midnight(day: dt.date) -> str:
    """The beginning of that day in Amsterdam, in UTC: 2024-07-01 -> 2024-06-30T22:00:00Z."""
    utc = dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC)
    summer = _is_summer(utc - dt.timedelta(hours=1))
    return f"{utc - dt.timedelta(hours=2 if summer else 1):%Y-%m-%dT%H:%M:%SZ}"
