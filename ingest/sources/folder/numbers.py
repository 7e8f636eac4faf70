"""Official numbers as a person writes them in `documents.toml`: the scheme follows from the form."""

import re

from kb.model.document import Number


def _publication(text: str) -> str:
    """kst-36410-VIII-106, kv-tk-2024Z18561: the collection in small letters, what follows in capitals."""
    collection, rest = re.match(r"([a-z]+-(?:tk-|ek-)?)(.*)", text, re.IGNORECASE).groups()  # type: ignore[union-attr]
    return f"{collection.lower()}{rest.upper()}"


# As `ingest/parsers` normalises what a document prints, so that both meet.
_FORMS = (
    ("kamerstuk", re.compile(r"kst-[\da-z]+(-[\da-z]+)*", re.IGNORECASE), _publication),
    ("publication", re.compile(r"(ah|kv|h|nds|blg|stcrt|stb|trb)-[\da-z]+(-[\da-z]+)*", re.IGNORECASE), _publication),
    ("zaak", re.compile(r"\d{4}Z\d{5}", re.IGNORECASE), str.upper),
    ("document", re.compile(r"\d{4}D\d{5}", re.IGNORECASE), str.upper),
    ("sv", re.compile(r"SV \d+( \(\d{4}-\d{4}\))?"), str),
    ("stuk", re.compile(r"\d+(-[A-Z\d]+)? \(\d{4}-\d{4}\)( nr\. \d+)?"), str),
    ("schv", re.compile(r"schv-\d+", re.IGNORECASE), str.lower),
    ("pfile", re.compile(r"pfile-\d+", re.IGNORECASE), str.lower),
    ("dossier", re.compile(r"\d{5}(-[A-Z]+)?"), str),
)
EXAMPLES = "kst-31288-948, ah-tk-20242025-594, 2024Z18561 or SV 30 (2024-2025)"


def number_of(written: str) -> Number | None:
    """The number with its scheme; None where the form is not known."""
    text = " ".join(written.split())
    for scheme, form, normal in _FORMS:
        if form.fullmatch(text):
            return Number(scheme, normal(text))
    return None
