"""Ministries: "brieven van de minister van Onderwijs" narrows, "het ministerie van Onderwijs" alone only raises."""

import re
from collections.abc import Iterator, Mapping

from kb.model.query import Filters, Recognised
from kb.search.understanding.asked import PAPERS, SAYS, Asked, Found, any_of, without_overlaps
from kb.search.understanding.known import Known, words_of

_OFFICE = re.compile(
    r"\b(?:(?:vlaams|vlaamse|nederlandse|flemish|dutch) )?"
    r"(?:minister|ministers|ministerie|staatssecretaris|ministry|department|departement|state secretary) "
    r"(?:van|voor|of|for) (?:de |het |the )?"
)
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_FILLING = frozenset("en and de het of".split())
# Abbreviations by which ministries are usually named, with the words their printed name begins with.
_SHORT: Mapping[str, str] = {
    "VWS": "volksgezondheid",
    "OCW": "onderwijs cultuur en wetenschap",
    "BZK": "binnenlandse zaken",
    "SZW": "sociale zaken en werkgelegenheid",
    "IenW": "infrastructuur en waterstaat",
    "I&W": "infrastructuur en waterstaat",
    "JenV": "justitie en veiligheid",
    "J&V": "justitie en veiligheid",
    "LNV": "landbouw natuur",
    "LVVN": "landbouw visserij",
    "EZK": "economische zaken en klimaat",
    "BuZa": "buitenlandse zaken",
    "VRO": "volkshuisvesting",
    "KGG": "klimaat en groene groei",
}
_ENGLISH: Mapping[str, tuple[str, ...]] = {
    "health": ("volksgezondheid", "welzijn"),
    "education": ("onderwijs",),
    "justice": ("justitie",),
    "finance": ("financien",),
    "agriculture": ("landbouw",),
    "foreign affairs": ("buitenlandse zaken",),
    "defence": ("defensie",),
    "climate": ("klimaat",),
    "infrastructure": ("infrastructuur",),
    "home affairs": ("binnenlandse zaken",),
    "the interior": ("binnenlandse zaken",),
    "interior": ("binnenlandse zaken",),
    "economic affairs": ("economische zaken",),
    "economy": ("economie",),
    "welfare": ("welzijn",),
    "mobility": ("mobiliteit",),
    "environment": ("leefmilieu", "omgeving"),
    "housing": ("wonen", "volkshuisvesting"),
    "asylum": ("asiel",),
    "social affairs": ("sociale zaken",),
    "work": ("werk",),
    "culture": ("cultuur",),
    "energy": ("energie",),
}
_BEFORE = any_of(
    rf"\b{PAPERS} (?:van|aan|door|by|from|of|to) (?:de |het |the )?$",
    rf"\b{SAYS} (?:de |het |the )?$",
    r"\b(?:volgens|according to) (?:de |het |the )?$",
)
_LEADING = re.compile(r"\b(?:(?:van|aan|door|by|from|of|to|volgens|according to) )?(?:de |het |the )?$")


def ministries(asked: Asked, known: Known) -> tuple[Found, ...]:
    return without_overlaps(_ministries(asked, known)) if known.ministries else ()


def _ministries(asked: Asked, known: Known) -> Iterator[Found]:
    printed = {name: words_of(name) for name in known.ministries}
    for office in _OFFICE.finditer(asked.plain):
        means, end = _portfolio(asked, office.end(), printed)
        if means:
            start = office.start()
            clear = _BEFORE.search(asked.plain[:start]) is not None
            leading = _LEADING.search(asked.plain[:start])
            cut = leading.start() if clear and leading else start
            yield Found(Recognised.MINISTRY, start, end, Filters(ministries=means), clear, cut)
    for match in _SHORT_FORM.finditer(asked.text):
        means = _beginning_with(_SHORT[match[0]].split(), printed)
        if means:
            yield Found(Recognised.MINISTRY, *match.span(), Filters(ministries=means))


_SHORT_FORM = re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, _SHORT)) + r")(?![\w-])")


def _portfolio(asked: Asked, start: int, printed: Mapping[str, list[str]]) -> tuple[tuple[str, ...], int]:
    """The ministries whose printed name has the words that follow, as many of them as fit; () and 0 for none."""
    for short, full in _SHORT.items():
        if (
            asked.text.startswith(short, start)
            and not asked.text[start + len(short) : start + len(short) + 1].isalnum()
        ):
            return _beginning_with(full.split(), printed), start + len(short)
    for english, dutch in _ENGLISH.items():
        if re.match(rf"{english}\b", asked.plain[start:]):
            found = [name for word in dutch for name in _having(word.split(), printed)]
            return tuple(dict.fromkeys(found)), start + len(english)
    words: list[str] = []
    means: tuple[str, ...] = ()
    end = 0
    for match in _WORD.finditer(asked.plain, start):
        words.append(match[0])
        found = _having(words, printed)
        if not found:
            break
        if match[0] not in _FILLING:
            means, end = tuple(found), match.end()
    return means, end


def _having(words: list[str], printed: Mapping[str, list[str]]) -> list[str]:
    """Ministries whose name has these words, one after the other."""
    size = len(words)
    return [
        name for name, own in printed.items() if any(own[at : at + size] == words for at in range(len(own) - size + 1))
    ]


def _beginning_with(words: list[str], printed: Mapping[str, list[str]]) -> tuple[str, ...]:
    return tuple(name for name, own in printed.items() if own[: len(words)] == words)
