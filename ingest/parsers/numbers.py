"""Official numbers, normalised once: every printed form of a number gives the same `Number`."""

import datetime as dt
import re

from kb.model.document import Number
from kb.model.terms import Parliament

PUBLICATION = re.compile(
    r"\b(ah-tk-\d{8}-\d+|kv-tk-(?:\d{4}Z\d{5}|[\w]+)|kst-\d{5,6}(?:-[A-Z\d]+)*-[A-Z\d]+|h-tk-\d{8}-\d+-\d+"
    r"|nds-tk-\d{4}D\d{5}|ah-\d{6,8}|kst-\d{6,8}|blg-\d{4,8})\b"
)
ZAAK = re.compile(r"\b(\d{4})\s?Z\s?(\d{5})\b")
DOCUMENT = re.compile(r"\b(\d{4}D\d{5})\b")
_SESSION = re.compile(r"\b(\d{4})\s*[-–—/]\s*(\d{2}|\d{4})\b")


def session_name(text: str) -> str:
    """ "2023–2024", "2023/24", "2023-24" -> "2023-2024"; "" where the text names none."""
    for match in _SESSION.finditer(text):
        first = int(match.group(1))
        last = int(match.group(2)) if len(match.group(2)) == 4 else first // 100 * 100 + int(match.group(2))
        if last == first + 1 or (first % 100 == 99 and last == first - 99):
            return f"{first}-{first + 1}"
    return ""


def session_of(date: dt.date, parliament: Parliament) -> str:
    """The parliamentary year of a day.

    The Tweede Kamer's vergaderjaar starts on the third Tuesday of September (Prinsjesdag), the Vlaams Parlement's
    zittingsjaar on the fourth Monday.
    """
    weekday, nth = (1, 3) if parliament is Parliament.TWEEDE_KAMER else (0, 4)
    first = dt.date(date.year, 9, 1)
    start = first + dt.timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    year = date.year if date >= start else date.year - 1
    return f"{year}-{year + 1}"


def aanhangsel(number: str, session: str) -> Number | None:
    """ "594" of "2024-2025" -> ah-tk-20242025-594; None without a session."""
    if not session:
        return None
    return Number("publication", f"ah-tk-{session.replace('-', '')}-{int(number)}")


def aanhangsel_of_digits(digits: str) -> Number | None:
    """The open data form "242501244" (year, year, five digits) -> ah-tk-20242025-1244."""
    if not re.fullmatch(r"\d{9}", digits):
        return None
    first, second = 2000 + int(digits[:2]), 2000 + int(digits[2:4])
    if second != first + 1:
        return None
    return Number("publication", f"ah-tk-{first}{second}-{int(digits[4:])}")


def zaak(year: str, serial: str) -> Number:
    return Number("zaak", f"{year}Z{serial}")


def kamerstuk(dossier: str, addition: str, number: str) -> Number:
    """ "31 288", "", "948" -> kst-31288-948; "36 410", "VIII", "106" -> kst-36410-VIII-106."""
    middle = f"-{addition}" if addition else ""
    return Number("kamerstuk", f"kst-{re.sub(r'[ .]', '', dossier)}{middle}-{number}")


def written_question(number: str, session: str) -> Number:
    """ "30", "2024-2025" -> SV 30 (2024-2025). Not unique: the Flemish numbers count per minister."""
    return Number("sv", f"SV {int(number)} ({session})" if session else f"SV {int(number)}")


def stuk(number: str, addition: str, session: str, serial: str) -> Number:
    """ "13", "G", "2025-2026", "1" -> 13-G (2025-2026) nr. 1."""
    whole = f"{number}-{addition}" if addition else number
    return Number("stuk", f"{whole} ({session}) nr. {serial}" if serial else f"{whole} ({session})")
