"""One written form per word: lower case, without accents, whatever the file made of quotes, dashes and ligatures.

PDF text holds accents as loose characters ("cre´eren", "efficie¨nt"), soft hyphens and ligatures; all of these fold
to the form that someone types.
"""

import unicodedata

# Spacing accents stand for nothing once accents are gone; soft hyphens and zero-width marks never meant a letter.
_DROPPED = "´`¨ˆ˜¸˚¯\u00ad\u200b\u200c\u200d\u2060\ufeff"
_REPLACED = {
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "st",
    "ﬆ": "st",
    "ĳ": "ij",
    "Ĳ": "ij",
    "œ": "oe",
    "Œ": "oe",
    "æ": "ae",
    "Æ": "ae",
    "ß": "ss",
    "ø": "o",
    "Ø": "o",
    "ł": "l",
    "Ł": "l",
    "đ": "d",
    "Đ": "d",
    "ı": "i",
    "’": "'",
    "‘": "'",
    "‛": "'",
    "′": "'",
    "ʼ": "'",
    "“": '"',
    "”": '"',
    "„": '"',
    "«": '"',
    "»": '"',
    "″": '"',
    "‐": "-",
    "‑": "-",
    "‒": "-",
    "–": "-",
    "—": "-",
    "−": "-",
    "\u00a0": " ",
    "\u202f": " ",
    "\u2009": " ",
    "…": "...",
}
_TABLE = str.maketrans({**dict.fromkeys(_DROPPED, ""), **_REPLACED})


def fold(text: str) -> str:
    """The folded form of a word or a line; plain ASCII letters, digits and marks for everything Latin.

    >>> fold("Cre´eren van coördinatie\u00adcentra, reëel – ﬁnancieel")
    'creeren van coordinatiecentra, reeel - financieel'
    """
    if text.isascii():
        return text.lower().replace("`", "")
    text = text.translate(_TABLE)
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lower()
