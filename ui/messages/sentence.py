"""One thing said in two languages. Both stand beside each other, so neither can be forgotten."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    NL = "nl"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Sentence:
    """Placeholders are named, ``{documents}``, and the same in both languages (a test keeps it so)."""

    nl: str
    en: str

    def to(self, language: Language, **values: object) -> str:
        """The sentence in that language; a missing value is a KeyError, a mistake of ours."""
        text = self.nl if language is Language.NL else self.en
        return text.format(**values) if values else text


@dataclass(frozen=True, slots=True)
class Counted:
    """A sentence with a number in it, ``{n}``, that changes its words with that number."""

    one: Sentence
    many: Sentence

    def to(self, language: Language, n: int, **values: object) -> str:
        sentence = self.one if n == 1 else self.many
        separator = "." if language is Language.NL else ","
        return sentence.to(language, n=f"{n:,}".replace(",", separator), **values)


def language_of(environment: Mapping[str, str] | None = None) -> Language | None:
    """The language that the system's own settings ask for; None where they ask for neither of ours."""
    variables = os.environ if environment is None else environment
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = variables.get(name, "")
        if value:
            code = value[:2].lower()
            return Language(code) if code in tuple(Language) else None
    return None
