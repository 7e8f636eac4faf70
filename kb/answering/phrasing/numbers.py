"""Numbers in words and figures, Dutch and English, as values: "vijfentwintig", "1.200", "3,5 miljoen", "€ 40"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

_UNITS = "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien"
_SMALL = {word: value for value, word in enumerate(f"{_UNITS} achttien negentien".split())}
_TENS = {
    word: 10 * value
    for value, word in enumerate("twintig dertig veertig vijftig zestig zeventig tachtig negentig".split(), start=2)
}
_UNIT_AND_TEN = re.compile(rf"({'|'.join(list(_SMALL)[1:10])})(?:en|ën)({'|'.join(_TENS)})")
_ENGLISH_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
_ENGLISH = {word: value for value, word in enumerate(f"{_ENGLISH_UNITS} seventeen eighteen nineteen".split())}
_ENGLISH_TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_PARTS = {
    **{"half": Decimal("0.5"), "halve": Decimal("0.5"), "helft": Decimal("0.5"), "anderhalf": Decimal("1.5")},
    **{"anderhalve": Decimal("1.5"), "dozijn": Decimal(12), "dozen": Decimal(12)},
}
_TIMES = {
    **dict.fromkeys(("honderd", "hundred"), 100),
    **dict.fromkeys(("duizend", "thousand"), 1000),
    **dict.fromkeys(("miljoen", "million", "mln", "mio"), 10**6),
    **dict.fromkeys(("miljard", "billion", "mld"), 10**9),
}
_ORDINALS = {
    word: value
    for words in (
        "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde",
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
    )
    for value, word in enumerate(words.split(), start=1)
}
_ORDINAL = re.compile(r"(\d+)(?:e|ste|de|st|nd|rd|th)")
_UNIT_WORDS = {
    **dict.fromkeys(("%", "procent", "percent", "pct"), "%"),
    **dict.fromkeys(("€", "euro", "euro's", "eur", "euros"), "€"),
    **dict.fromkeys(("$", "dollar", "dollars", "usd"), "$"),
}
_UNIT = re.compile(r"(?i)[%€$]|\b(?:procent|percent|pct|euro(?:['’]?s)?|eur|dollars?|usd)\b")
_THOUSANDS = (
    r"(?<![\w.,-])\d{1,3}(?:[.\u00a0\u202f ]\d{3})+(?:,\d+)?(?!\d)|(?<![\w.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)"
)
# The digits of "A12" and "COVID-19" are no figures.
_DIGITS = r"(?<!\d)(?<![^\W\d_])(?<![^\W\d_]-)\d+(?:[.,]\d+)?(?:e|ste|de|st|nd|rd|th)?\b"
# "40,- euro"
_NEAR = 4
_TOKEN = re.compile(rf"(?P<digits>{_THOUSANDS}|{_DIGITS})|(?P<sign>[%€$])|(?P<word>[^\W\d_]+(?:['’-][^\W\d_]+)*)")


@dataclass(frozen=True, slots=True)
class Figure:
    """``value`` with its ``unit`` ("%", "€", "#" for an ordinal, "" for none), and where it stands in the text."""

    value: Decimal
    unit: str
    start: int
    end: int

    @property
    def key(self) -> str:
        return f"{self.unit}{self.value.normalize():f}"


def figures(text: str) -> list[Figure]:
    """In the order of the text. The article "een" is none; "één" and "one" are."""
    return list(_with_units(_multiplied([_number(token) for token in _TOKEN.finditer(text)])))


@dataclass(frozen=True, slots=True)
class _Piece:
    """``times`` for a word that multiplies, ``unit`` for a sign or word of one."""

    start: int
    end: int
    value: Decimal | None = None
    times: int = 0
    unit: str = ""


def _number(token: re.Match[str]) -> _Piece:
    start, end = token.span()
    word = token[0].casefold()
    if word in _UNIT_WORDS:
        return _Piece(start, end, unit=_UNIT_WORDS[word])
    if word in _ORDINALS:
        return _Piece(start, end, Decimal(_ORDINALS[word]), unit="#")
    if ordinal := _ORDINAL.fullmatch(word):
        return _Piece(start, end, Decimal(ordinal[1]), unit="#")
    if token["digits"]:
        return _Piece(start, end, _of_digits(word))
    if word in _TIMES:
        return _Piece(start, end, times=_TIMES[word])
    value = _PARTS.get(word)
    if value is None and word != "een":
        whole = dutch_number(word.replace("één", "een"))
        whole = _english_number(word) if whole is None else whole
        value = None if whole is None else Decimal(whole)
    return _Piece(start, end, value)


def _of_digits(text: str) -> Decimal:
    """Three digits after every sign: thousands. Otherwise the last sign is the decimal one."""
    plain = re.sub(r"[\u00a0\u202f ]", "", text)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", plain):
        return Decimal(plain.replace(".", "").replace(",", "."))
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", plain):
        return Decimal(plain.replace(",", ""))
    return Decimal(plain.replace(",", "."))


def _multiplied(pieces: list[_Piece]) -> Iterator[_Piece]:
    """ "3,5 miljoen", "vijf honderd duizend"; a multiplier that nothing stands before counts as once."""
    held: _Piece | None = None
    for piece in pieces:
        if piece.times:
            before = held if held and held.value is not None and not held.unit else None
            if held is not None and before is None:
                yield held
            value = (before.value if before and before.value is not None else Decimal(1)) * piece.times
            held = _Piece(before.start if before else piece.start, piece.end, value)
            continue
        if held is not None:
            yield held
        held = piece
    if held is not None:
        yield held


def _with_units(pieces: Iterator[_Piece]) -> Iterator[Figure]:
    """A unit stands right after its number; a currency may stand right before it."""
    listed = list(pieces)
    for at, piece in enumerate(listed):
        if piece.value is None:
            continue
        after = listed[at + 1] if at + 1 < len(listed) else None
        before = listed[at - 1] if at else None
        unit = piece.unit
        if not unit and after and after.unit in ("%", "€", "$") and after.start - piece.end <= _NEAR:
            unit = after.unit if after.value is None else ""
        if not unit and before and before.unit in ("€", "$") and piece.start - before.end <= 1:
            unit = before.unit if before.value is None else ""
        yield Figure(piece.value, unit, piece.start, piece.end)


def without_figures(text: str, found: list[Figure]) -> str:
    """``text`` with spaces where the figures and their units stood."""
    for one in found:
        text = text[: one.start] + " " * (one.end - one.start) + text[one.end :]
    return _UNIT.sub(lambda unit: " " * len(unit[0]), text)


def dutch_number(word: str) -> int | None:
    """ "vijfentwintig", "driehonderdtwaalf", "zesduizend"; None for what is no number word."""
    for name, size in (("duizend", 1000), ("honderd", 100)):
        before, found, after = word.partition(name)
        if found:
            high = 1 if not before else dutch_number(before)
            low = 0 if not after else dutch_number(after.removeprefix("en"))
            return None if high is None or low is None or low >= size else high * size + low
    if word in _SMALL:
        return _SMALL[word]
    if word in _TENS:
        return _TENS[word]
    found_pair = _UNIT_AND_TEN.fullmatch(word)
    return _TENS[found_pair[2]] + _SMALL[found_pair[1]] if found_pair else None


def _english_number(word: str) -> int | None:
    if word in _ENGLISH and word != "ten":  # a Dutch preposition too
        return _ENGLISH[word]
    tens, _, unit = word.partition("-")
    if tens in _ENGLISH_TENS and (not unit or unit in _ENGLISH):
        return _ENGLISH_TENS[tens] + (_ENGLISH[unit] if unit else 0)
    return None
