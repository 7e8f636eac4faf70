"""How far something is, from the words that say it: announced, planned, delayed, started, operational, stopped, denied.

The words are kept with the state, so that a reader sees what it rests on. Patterns are matched on lower-case text
without accents of the same length, so that a place in the one is a place in the other.
"""

import re
from dataclasses import dataclass

from kb.answering.cues import any_of
from kb.model.answer import State

# The order decides: what denies or delays outweighs the plan that is named with it.
_PATTERNS: tuple[tuple[State, re.Pattern[str]], ...] = (
    (
        State.DENIED,
        any_of(
            r"\bnooit de bedoeling\b",
            r"\bniet van plan\b",
            r"\boverweeg niet\b",
            r"\bgeen sprake van\b",
            r"\bklopt niet\b",
            r"\bonjuist\b",
            r"\bniet (?:gesloten|geschrapt|afgeschaft|stopgezet)\b",
            r"\bgeen (?:concrete )?(?:plannen|voornemens|voorstander)\b",
            r"\bniet aan de orde\b",
            r"\bniet voorzien\b",
            r"\bvolgt \w+ \w+ (?:vooralsnog )?niet\b",
        ),
    ),
    (
        State.DELAYED,
        any_of(
            r"\bvertraging\b",
            r"\bvertraagd\b",
            r"\buitgesteld\b",
            r"\buitstel\b",
            r"\blater dan\b",
            r"\b(?:verschoven|opgeschoven)\b",
            r"\bschuift (?:\w+ ){0,4}op\b",
            r"\bnog niet (?:\w+ )?(?:klaar|gereed|operationeel|gestart|open)\b",
            r"\bniet (?:langer|meer) haalbaar\b",
            r"\bnieuwe (?:streefdatum|datum|timing|planning)\b",
            r"\bverleng(?:d|t|en)?\b",
        ),
    ),
    (
        State.STOPPED,
        any_of(
            r"\bstopgezet\b",
            r"\bgestopt\b",
            r"\bgeschrapt\b",
            r"\bafgeschaft\b",
            r"\bbeeindigd\b",
            r"\bingetrokken\b",
            r"\bopgeheven\b",
        ),
    ),
    (
        State.OPERATIONAL,
        any_of(
            r"\boperationeel\b",
            r"\b(?:volledig )?in werking\b(?! treden)",
            r"\bin gebruik\b",
            r"\bgeopend\b",
            r"\b(?:is|zijn|sinds) (?:\w+ ){0,4}open\b",
            r"\bvan start gegaan\b",
            r"\bgelanceerd\b",
            r"\bin voege\b",
            r"\bactief sinds\b",
            r"\bbehandelde\b",
        ),
    ),
    (
        State.STARTED,
        any_of(
            r"\b(?:op)?gestart\b",
            r"\bin opbouw\b",
            r"\bin uitvoering\b",
            r"\b(?:momenteel|thans|nu|op dit moment|volop)\b",
            r"\bloopt\b",
            r"\blopende?\b",
            r"\bbegonnen\b",
            r"\bop schema\b",
            r"\bwerk(?:en|t|ten)? (?:\w+ ){0,4}(?:aan|verder|samen)\b",
            r"\buitgerold\b",
            r"\bopgericht\b",
            r"\baangevat\b",
            r"\bnog gewerkt\b",
            r"\bbesluit genomen\b",
            r"\binmiddels\b",
        ),
    ),
    (
        State.PLANNED,
        any_of(
            r"\bbesloten\b",
            r"\bbesliste?\b",
            r"\bvoorzien\b",
            r"\bgepland\b",
            r"\bplanning\b",
            r"\bstre(?:ven|eft|ef)\b",
            r"\bverwacht\w*",
            r"\bzullen\b",
            r"\bzal\b",
            r"\bvoornemens\b",
            r"\buitwerking\b",
            r"\buitbouw\b",
            r"\bvoorbereid\w*",
            r"\bplan van aanpak\b",
            r"\bop termijn\b",
            r"\bdoelstelling\b",
            r"\bop zijn vroegst\b",
            r"\bopent\b",
            r"\bvanaf (?:het )?(?:voorjaar|najaar|\d)",
            r"\bwordt (?:\w+ ){0,6}(?:bezorgd|ingevoerd|bezien|onderzocht|opgenomen|geopend)\b",
        ),
    ),
    (
        State.ANNOUNCED,
        any_of(r"\baangekondigd\b", r"\bkondig(?:t|de|en)?\b", r"\bvoornemen\b", r"\bstellen voor\b", r"\bbereid\b"),
    ),
)
# Words that only point to the future of whatever is spoken of.
_WEAK = re.compile(
    r"^(?:zal|zullen|verwacht\w*|doelstelling|planning|bereid|momenteel|thans|nu|op dit moment|inmiddels)$"
)


@dataclass(frozen=True, slots=True)
class Told:
    """A state with the words that say it, as they stand in the text; ``firm`` where those words say little else."""

    state: State
    words: str
    firm: bool


def told_state(text: str) -> Told | None:
    """The state that a text tells of, by its firmest words; None where it tells none."""
    plain = _plain(text)
    found = [
        Told(state, text[match.start() : match.end()], not _WEAK.match(match.group()))
        for state, pattern in _PATTERNS
        for match in pattern.finditer(plain)
    ]
    return next((told for told in found if told.firm), found[0] if found else None)


_ACCENTS = str.maketrans("áàâäãéèêëíìîïóòôöõúùûüç", "aaaaaeeeeiiiiooooouuuuc")


def _plain(text: str) -> str:
    """Lower case without the accents of Dutch and French; the same length as ``text``."""
    lowered = text.lower()
    return (lowered if len(lowered) == len(text) else text).translate(_ACCENTS)
