"""What a document is, told from its text: the form that decides which parser reads it."""

import re
from collections.abc import Sequence
from enum import Enum, auto

from ingest.formats.lines import Extracted, Line, LineKind
from ingest.parsed import Given
from ingest.parsers.letter_frame import signature_start
from ingest.parsers.number_sets import HeadingKind, read_heading
from ingest.parsers.press import quotes_of_ministers
from ingest.parsers.report import is_oral_question
from ingest.parsers.transcript import find_turns
from ingest.parsers.vp_header import is_vp_question
from kb.model.terms import Kind, Parliament


class Form(Enum):
    TK_QUESTION = auto()
    VP_QUESTION = auto()
    LETTER = auto()
    PRESS = auto()
    REPORT = auto()
    POLICY_NOTE = auto()
    MOTION = auto()
    GENERIC = auto()


_FORM_OF_KIND = {
    Kind.LETTER: Form.LETTER,
    Kind.PRESS_TEXT: Form.PRESS,
    Kind.REPORT: Form.REPORT,
    Kind.POLICY_NOTE: Form.POLICY_NOTE,
    Kind.MOTION: Form.MOTION,
}
_OPENING = 60  # lines in which a document says what it is

_TK_HEAD = re.compile(
    r"^\s*(?:(?:Mondelinge\s+)?Vra(?:gen|ag)\s+van\s+(?:het|de)\s+(?:leden|lid)\b"
    r"|(?:Nader\s+)?(?:Antwoord|Mededeling)\s+van\s+(?:de\s+)?(?:minister|staatss?ecretaris)"
    r"|Vragen\s+gesteld\s+door\s+de\s+leden\s+der\s+Kamer"
    r"|Antwoorden?\s+van\s+de\s+(?:minister|staatss?ecretaris).*op\s+(?:kamer)?vragen)",
    re.IGNORECASE,
)
_TK_REPLY_LETTER = re.compile(
    r"\bIn\s+(?:het\s+)?antwoord\s+op\s+uw\s+brief\s+van\b.{0,300}\bvragen\b"
    r"|\b(?:de|mijn|onze|bijgaande?)\s+(?:antwoorden|beantwoording)\b.{0,120}?\b(?:kamer)?vragen\s+van\s+(?:het|de)\s+(?:lid|leden)\b"
    r"|\bAntwoord(?:en)?\s+op\s+(?:de\s+)?(?:schriftelijke\s+)?(?:kamer)?vragen\s+van\s+(?:het|de)\s+(?:lid|leden)\b",
    re.IGNORECASE,
)
_MOTION = re.compile(
    r"^\s*(?:Nr\.\s*\d+\s+)?(?:(?:GEWIJZIGDE\s+|NADER\s+GEWIJZIGDE\s+)?MOTIE\s+VAN\s+(?:HET|DE)\s+(?:LID|LEDEN)|MOTIE\s+tot\s+besluit)",
    re.I,
)
_RESOLUTION = re.compile(
    r"^\s*(?:voorstel\s+van\s+(?:resolutie|motie)|(?:met\s+redenen\s+omklede\s+)?motie)\b(?:\s*$|\s+van\s|\s+betreffende\s|\s+over\s)",
    re.IGNORECASE,
)
_REPORT = re.compile(
    r"^\s*(?:VERSLAG(?:\s+VAN\s+(?:EEN|DE|HET))?\b|Verslag\b.*(?:namens|uitgebracht|van\s+(?:een|de|het))|Verslag\s*$|(?:Commissiedebat|Notaoverleg|Wetgevingsoverleg|Tweeminutendebat|Plenaire\s+vergadering)\b|HANDELINGEN\b|Handelingen\b"
    r"|(?:Stemmingen|Regeling van werkzaamheden|Mededelingen)\b)"
)
_POLICY = re.compile(
    r"^\s*(?:Beleidsnota\b|BELEIDSNOTA\b|Beleids-?\s?en\s+begrotingstoelichting|BELEIDS-?\s?EN\s+BEGROTINGSTOELICHTING|Conceptnota\b|CONCEPTNOTA\b"
    r"|Visienota\b|(?:Mededeling|MEDEDELING|NOTA|Nota)\s+aan\s+de\s+(?:leden\s+van\s+de\s+)?(?:Vlaamse\s+Regering|VLAAMSE\s+REGERING)"
    r"|MEDEDELING AAN DE VLAAMSE REGERING|NOTA AAN DE VLAAMSE REGERING|Beleidsbrief\b)"
)
_PRESS = re.compile(
    r"^\s*(?:PERSBERICHT|Persbericht|PERSMEDEDELING|Persmededeling|PERSTEKST|Persinfo|Noot voor de redactie)\b"
)
_LETTER = re.compile(
    r"^\s*(?:BRIEF\s+VAN\s+DE\b|>?\s*Retouradres\b|Geachte\s+(?:voorzitter|heer|mevrouw|leden)|Aan\s+de\s+Voorzitter\s+van\s+de\s+(?:Tweede|Eerste)\s+Kamer)",
    re.IGNORECASE,
)

_SAID = (
    (Form.MOTION, _MOTION),
    (Form.PRESS, _PRESS),
    (Form.REPORT, _REPORT),
    (Form.MOTION, _RESOLUTION),
    (Form.POLICY_NOTE, _POLICY),
    (Form.LETTER, _LETTER),
)


def recognise(extracted: Extracted, given: Given) -> Form:
    """The form of a document. ``given.kind`` counts only where the text shows no form of its own."""
    lines = [line for line in extracted.lines if line.text and line.kind is not LineKind.NOTE]
    opening = lines[:_OPENING]
    if is_vp_question(extracted.lines):
        return Form.VP_QUESTION
    if _is_tk_question(lines, opening):
        return Form.TK_QUESTION
    return _form_said(lines, opening) or _form_shown(extracted.lines) or _form_given(given)


def _form_said(lines: Sequence[Line], opening: Sequence[Line]) -> Form | None:
    """The form that the opening names."""
    if is_oral_question(lines):
        return Form.REPORT
    for form, pattern in _SAID:
        if any(pattern.match(line.text) for line in opening):
            return form
    return None


def _form_shown(lines: Sequence[Line]) -> Form | None:
    """The form that the text has without naming it."""
    if _is_signed_letter(lines):
        return Form.LETTER
    if quotes_of_ministers(lines) > 1:
        return Form.PRESS
    return Form.REPORT if find_turns(lines) else None


def _form_given(given: Given) -> Form:
    if given.kind and given.kind.is_written_question:
        return Form.VP_QUESTION if given.parliament is Parliament.VLAAMS_PARLEMENT else Form.TK_QUESTION
    return _FORM_OF_KIND.get(given.kind, Form.GENERIC) if given.kind else Form.GENERIC


def _is_tk_question(lines: Sequence[Line], opening: Sequence[Line]) -> bool:
    headings = [heading for line in lines if (heading := read_heading(line.text))]
    asked = sum(heading.kind is HeadingKind.QUESTION for heading in headings)
    answered = sum(heading.kind is HeadingKind.ANSWER for heading in headings)
    if any(_TK_HEAD.match(line.text) for line in opening):
        return True
    if asked and (answered or asked > 1):
        return True
    return bool(asked + answered) and bool(_TK_REPLY_LETTER.search(" ".join(line.text for line in opening)))


def _is_signed_letter(lines: Sequence[Line]) -> bool:
    """A letter whose frame was lost: it speaks to the Chamber and a minister's office stands over a name at its end."""
    if signature_start(lines, 0) >= len(lines):
        return False
    text = " ".join(line.text for line in lines)
    return bool(re.search(r"\b(?:uw Kamer|met deze brief|in deze brief|bij deze brief)\b", text, re.IGNORECASE))
