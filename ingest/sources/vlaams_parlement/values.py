"""Plain values to texts, days and lists, whatever form they take. Nothing here raises."""

import datetime as dt
import re
from typing import Any

from ingest.sources.strict import Deviation, Finding

Table = dict[str, Any]

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):\d{2}.*?(Z|[+-]00:?00)$)?")
_DIGITS = re.compile(r"(\d{2})(\d{2})(\d{4})$")
_DUTCH = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")


def table(value: Any) -> Table:
    """A table, or the only one in a list; {} for anything else."""
    if isinstance(value, list) and value:
        value = value[0]
    return value if isinstance(value, dict) else {}


def tables(value: Any, inner: str = "") -> tuple[Table, ...]:
    """Tables, whether one or a list of them; ``inner`` is a name that may stand between ("items": [{inner: ...}])."""
    found = value if isinstance(value, list) else [value]
    if inner:
        found = [one.get(inner, one) if isinstance(one, dict) else one for one in found]
        found = [two for one in found for two in (one if isinstance(one, list) else [one])]
    return tuple(one for one in found if isinstance(one, dict))


def text(value: Any) -> str:
    """White space at the ends removed; within a title two blanks mean something ("Onderwerp  -  Deelaspect")."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(int(value)) if value == int(value) else str(value)
    if isinstance(value, list) and value:
        return text(value[0])
    return ""


def texts(value: Any, inner: str = "") -> tuple[str, ...]:
    """Texts, each once, whether one, a list, or a list of tables that name themselves."""
    found: list[str] = []
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            named = one.get(inner) if inner and inner in one else one.get("naam", one.get("titel", one.get("value")))
            found.extend(texts(named))
        elif written := text(one):
            found.append(written)
    return tuple(dict.fromkeys(found))


def number(value: Any) -> int | None:
    written = text(value)
    return int(written) if re.fullmatch(r"\d{1,12}", written) else None


def day(value: Any) -> dt.date | None:
    """``2024-10-09T00:00:00+0200``, ``2024-10-09``, ``09102024``, ``9/10/2024``, or a moment in milliseconds."""
    if isinstance(value, int) and not isinstance(value, bool) and value > 10**10:
        return _of_moment(value)
    written = text(value)
    if match := _ISO.match(written):
        found = _made(match.group(1), match.group(2), match.group(3))
        late = match.group(5) and match.group(4) in ("22", "23")  # midnight in Brussels, said in world time
        return found + dt.timedelta(days=1) if found and late else found
    if match := _DIGITS.match(written) or _DUTCH.match(written):
        return _made(match.group(3), match.group(2), match.group(1))
    return None


def day_or_finding(value: Any, place: str, field: str, example: str, findings: list[Finding]) -> dt.date | None:
    """As `day`; a value that is there and says no day is a finding."""
    found = day(value)
    if found is None and text(value):
        findings.append(Finding(Deviation.WRONG, place, field, f"{text(value)[:40]} in {example}"))
    return found


def _of_moment(value: int) -> dt.date | None:
    try:
        return (dt.datetime.fromtimestamp(value / 1_000, dt.UTC) + dt.timedelta(hours=2)).date()
    except (OverflowError, OSError, ValueError):
        return None


def _made(year: str, month: str, day: str) -> dt.date | None:
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
