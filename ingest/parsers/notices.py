"""What a Mededeling says: not yet, answered elsewhere, or withdrawn; and, where nothing else prints them, who asked
whom about what."""

import datetime as dt
import re
from dataclasses import dataclass

from ingest.parsers.dates import first_date
from ingest.parsers.people import read_askers, read_offices
from kb.model.people import Person

_WITHDRAWN = re.compile(
    r"\bvra(?:gen|ag)\b[^.]*?(?<!\bdie\s)(?<!\bdat\s)(?<!\bwelke\s)\b(?:zijn|is|worden|wordt)\s+"
    r"(?:(?:inmiddels|reeds|op\s+verzoek|door)\b[^.,]{0,60}?\s+)?(?:inmiddels\s+)?ingetrokken\b"
    r"|\b(?:zijn|is|worden|wordt|heeft|hebben)\s+(?:de|deze|zijn|haar|hun|bovengenoemde|genoemde)\s+(?:\w+\s+){0,2}"
    r"vra(?:gen|ag)\s+(?:(?:inmiddels|reeds|op\s+verzoek)\b[^.,]{0,40}?\s+)?ingetrokken\b"
    r"|\btrek(?:t|ken)\s+[^.]{0,80}\bvra(?:gen|ag)\b[^.]{0,40}\bin\b",
    re.IGNORECASE,
)
_VRAGEN = r"(?:de\s+)?(?:schriftelijke\s+|kamer)?vragen"
_ELSEWHERE = re.compile(
    r"\b(?:zijn|worden|is|wordt|heb|heeft)\b[^.]{0,80}?\b(?:reeds\s+)?(?:beantwoord|meegenomen|betrokken|behandeld)\b"
    r"[^.]{0,60}?\b(?:middels|in|bij|met|via|door(?:\s+middel)?|per)\b[^.]{0,80}?"
    r"\b(?:brief|kamerbrief|debat|kamerstuk|beantwoording|antwoorden|reactie|verslag|overleg|stuk)"
    r"|\b(?:beantwoording|antwoord(?:en)?)\b[^.]{0,80}?\b(?:vindt|treft|staat|staan|is\s+opgenomen|zijn\s+opgenomen)\b"
    r"[^.]{0,40}?\bin\b[^.]{0,60}?\b(?:brief|kamerbrief|kamerstuk|verslag|beantwoording)",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\b(?:niet\s+binnen|uitstel|niet\s+(?:\w+\s+){0,3}mogelijk|zo\s+spoedig\s+mogelijk|nadere?\s+afstemming|meer\s+tijd"
    r"|niet\s+tijdig|langer|ernaar|streef)\b",
    re.IGNORECASE,
)


def is_withdrawal(text: str) -> bool:
    """The questions themselves are withdrawn; "het intrekken van vergunningen" is their subject."""
    return bool(_WITHDRAWN.search(text)) and not _NOT_YET.search(text)


def is_elsewhere(text: str) -> bool:
    """Answered in another letter or debate."""
    return bool(_ELSEWHERE.search(text)) and not _NOT_YET.search(text)


@dataclass(frozen=True, slots=True)
class Told:
    """What the words of a notice tell about its questions."""

    people: tuple[Person, ...] = ()
    title: str = ""
    asked: dt.date | None = None


_HAVE_ASKED = re.compile(
    rf"(?:heeft|hebben)\s+(?P<who>(?:het|de)\s+(?:lid|leden)\s.+?)\s+{_VRAGEN}\s+gesteld"
    r"(?:\s+aan\s+(?P<whom>.+?))?(?:\s+over\s+(?P<about>.+?))?(?:\s*\(\d{4}\s?Z\s?\d{5}\))?\s*\.(?:\s|$)",
    re.IGNORECASE,
)
_THE_QUESTIONS = re.compile(
    rf"{_VRAGEN}\s+van\s+(?P<who>(?:het|de)\s+(?:lid|leden)\s.+?)(?:\s+aan\s+(?P<whom>de\s.+?))?\s+over\s+(?P<about>.+?)\s*"
    r"(?:\((?:\d{4}\s?Z\s?\d{5}|ingezonden[^)]*)[^)]*\)|,?\s+(?:kunnen|kan|zijn|worden|die|met\s+kenmerk)\b)",
    re.IGNORECASE,
)


def read_notice(text: str) -> Told:
    """Read "Op 6 november jl. hebben de leden X en Y (beiden P) schriftelijke vragen gesteld aan ... over ..."."""
    match = _HAVE_ASKED.search(text) or _THE_QUESTIONS.search(text)
    if not match:
        return Told()
    people = read_askers(match.group("who")) + (read_offices(match.group("whom")) if match.group("whom") else ())
    sent = re.search(r"ingezonden\s+(?:op\s+)?([^)]{5,30})", text)
    asked = first_date(sent.group(1)) if sent else first_date(text[: match.start()] + " ")
    return Told(people, (match.group("about") or "").strip().rstrip("."), asked)
