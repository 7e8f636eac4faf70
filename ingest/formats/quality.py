"""How much a text looks like text: a score from 0 to 1 and the problem to report when it is low."""

import re
from collections.abc import Iterable

from ingest.formats.lines import Line, LineKind
from kb.model.document import Problem

MIN_LETTERS_PER_PAGE = 20  # fewer in the whole file: no text layer
POOR = 0.6
_TOKEN = re.compile(r"\S+")
_WORD = re.compile(r"^[«“‘\"'(\[]*[^\W\d_]{1,30}(?:[-'’/.][^\W\d_]+)*[»”’\"')\].,;:?!]*\d{0,3}$")
_NUMBER = re.compile(r"^\W*\d[\d.,:/–%€-]*\W*$")
_VOWEL = re.compile(r"[aeiouyáàâäéèêëíìîïóòôöúùûü]", re.IGNORECASE)


def quality(text: str) -> float:
    """The share of tokens that look like words or numbers, lowered by signs of broken encoding. 1 is clean text."""
    tokens = _TOKEN.findall(text[:200_000])
    if not tokens:
        return 0.0
    good = sum(1 for token in tokens if _NUMBER.match(token) or _looks_like_word(token))
    broken = text.count("\ufffd") + len(re.findall(r"[\x00-\x08\x0e-\x1f\ue000-\uf8ff]|\(cid:\d+\)", text))
    letters = max(1, sum(char.isalpha() for char in text))
    return max(0.0, good / len(tokens) - 5 * broken / letters)


def _looks_like_word(token: str) -> bool:
    if not _WORD.match(token):
        return len(token) <= 2 or "://" in token or token.startswith("www.")
    return len(token) < 4 or token.isupper() or bool(_VOWEL.search(token))


def text_problems(lines: Iterable[Line]) -> list[Problem]:
    """A problem "poor_text" where the running text does not look like text; [] where it does or is very short."""
    text = "\n".join(line.text for line in lines if line.kind is not LineKind.TABLE_ROW)
    score = quality(text)
    if len(text) < 200 or score >= POOR:
        return []
    return [
        Problem(
            "poor_text",
            f"The text looks damaged: {round(score * 100)}% of its words look like words.",
            "Compare it with the original; if the file was scanned, run `ocrmypdf --force-ocr --language nld` on it.",
        )
    ]
