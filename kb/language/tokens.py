"""Tokens of running text: words, and what must stay whole: official numbers, dates, amounts, abbreviations.

A token is cut from the text as it stands, so that its span is true; its folded form is what is compared.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kb.language.normalise import fold

_LETTER = r"[^\W\d_]"
# Inside a word: a loose accent or soft hyphen that a PDF put between two letters.
_LOOSE = "´¨ˆ˜¸\u00ad\u200b\u200d\u0300-\u036f"
_WORD = rf"(?:[^\W_]|[{_LOOSE}](?=[^\W_]))+"
_PATTERN = re.compile(
    "|".join(
        (
            r"\d{4}[A-Z]\d{4,6}(?!\w)",  # 2024Z18792, 2024D04812
            r"(?:ah|kv|kst|blg|stcrt|stb|nds|handelingen|h)-[a-z0-9-]*\d{3}[a-z0-9-]*(?!\w)",  # ah-tk-20242025-594
            r"\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d(?!\w)",  # 12-02-2024
            r"(?:19|20)\d\d-\d\d-\d\d(?!\w)",  # 2024-02-12
            r"\d{1,3}(?:[.\u00a0 ]\d{3})+(?![\d\w])(?:,\d+)?",  # 1.500.000  31 288
            r"\d+,\d+",  # 12,5
            rf"{_LETTER}\.(?:{_LETTER}\.)+",  # B.V.  m.b.t.
            rf"{_WORD}(?:[-‐‑–'’‘&]{_WORD})*",  # PVV-Kamerlid  auto's  O&O
        )
    ),
    re.IGNORECASE,
)
_OFFICIAL = re.compile(r"(?:ah|kv|kst|blg|stcrt|stb|nds|handelingen|h)-[a-z0-9-]*\d{3}[a-z0-9-]*")
# "31 288" is one number, "in 2024 100 mensen" is not two thousand-odd: no digit may stand before.
_MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()
_LONG_DATE = re.compile(rf"\b(\d{{1,2}})\s+({'|'.join(_MONTHS)})\s+((?:19|20)\d\d)\b", re.IGNORECASE)
_SHORT_DATE = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.]((?:19|20)\d\d)")


@dataclass(frozen=True, slots=True)
class Token:
    """``text[start:end]`` of the text it was cut from; ``form`` is its folded form."""

    form: str
    start: int
    end: int


def raw_tokens(text: str) -> list[str]:
    """The tokens as they stand in the text, in order."""
    return _PATTERN.findall(text)


def tokens(text: str) -> Iterator[Token]:
    """The tokens with their spans, in order."""
    for found in _PATTERN.finditer(text):
        yield Token(form(found.group()), found.start(), found.end())


@lru_cache(maxsize=200_000)
def form(raw: str) -> str:
    """The folded form of one token: numbers without thousands marks, abbreviations without points, dates as ISO."""
    folded = fold(raw)
    if folded[0].isdigit():
        return _number(folded)
    if folded.endswith("."):
        return folded.replace(".", "")
    return folded


def is_official(form: str) -> bool:
    """True for a publication number such as ``ah-tk-20242025-594``, whose parts mean nothing alone."""
    return _OFFICIAL.fullmatch(form) is not None


def whole_dates(text: str) -> list[str]:
    """Dates written out in ``text`` ("12 februari 2024"), as ISO dates; the words stay tokens of their own."""
    return [
        f"{year}-{_MONTHS.index(month.lower()) + 1:02d}-{int(day):02d}" for day, month, year in _LONG_DATE.findall(text)
    ]


def _number(folded: str) -> str:
    if date := _SHORT_DATE.fullmatch(folded):
        day, month, year = date.groups()
        return f"{year}-{int(month):02d}-{int(day):02d}"
    if "," in folded or re.fullmatch(r"\d{1,3}(?:[. ]\d{3})+", folded):
        return folded.replace(".", "").replace(" ", "")
    return folded
