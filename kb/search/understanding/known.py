"""The people, parties and ministries that the corpus knows, in the forms in which a question may name them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kb.search.understanding.asked import plain

_SHORTEST = 4
_WORDS = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
# Short forms that a question uses for a party's printed name; a form means something only where the corpus has it.
_PARTY_FORMS: Mapping[str, tuple[str, ...]] = {
    "NSC": ("Nieuw Sociaal Contract",),
    "PvdD": ("Partij voor de Dieren",),
    "Partij voor de Dieren": ("PvdD",),
    "CU": ("ChristenUnie",),
    "GL": ("GroenLinks",),
    "PVDA": ("PVDA-PTB", "PTB"),
    "Open VLD": ("Open Vld", "Anders"),
    "Vlaams Belang": ("VB",),
    "VB": ("Vlaams Belang",),
    "FvD": ("FVD", "Forum voor Democratie"),
    "Forum voor Democratie": ("FVD", "FvD"),
    "Nieuwe VA": ("N-VA",),
}


@dataclass(frozen=True, slots=True)
class Known:
    """``people`` and ``parties``: from a form to the values it means; ``ministries``: printed names."""

    people: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    parties: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ministries: tuple[str, ...] = ()

    @classmethod
    def of(cls, people: Iterable[str], parties: Iterable[str], ministries: Iterable[str]) -> "Known":
        """``people``: the keys under which they are filed ("de vries")."""
        return cls(_people(people), _parties(parties), tuple(dict.fromkeys(ministries)))


def _people(keys: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Each key, and the first half of a double name where it is nobody's whole one."""
    forms: dict[str, list[str]] = defaultdict(list)
    all_keys = list(dict.fromkeys(keys))
    for key in all_keys:
        forms[plain(key)].append(key)
    whole = set(forms)
    for key in all_keys:
        first = plain(key).split("-")[0]
        if len(first) >= _SHORTEST and first not in whole:
            forms[first].append(key)
    return {form: tuple(values) for form, values in forms.items()}


def _parties(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    known = list(dict.fromkeys(names))
    forms: dict[str, list[str]] = defaultdict(list)
    for name in known:
        forms[name].append(name)
        for half in name.split("-"):
            if "-" in name and len(half) >= _SHORTEST and half not in known:  # GroenLinks-PvdA
                forms[half].append(name)
    for form, means in _PARTY_FORMS.items():
        forms[form].extend(name for name in known if name in means and name not in forms[form])
    return {form: tuple(values) for form, values in forms.items() if values}


def words_of(text: str) -> list[str]:
    """The plain words of a printed name."""
    return _WORDS.findall(plain(text))
