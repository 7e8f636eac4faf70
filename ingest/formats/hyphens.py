"""What to do with a hyphen at the end of a line: join, keep, or keep with a space."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

SOFT_HYPHEN = "\u00ad"
HYPHENS = "-\u2010\u2011"
# "bestuurs- of regeringsdocumenten": the left part shares the tail of a later word
_SHARED_TAIL = frozenset(("en", "of", "respectievelijk", "resp.", "c.q.", "cq"))
_PERHAPS_SHARED = frozenset(("als", "tot", "dan", "maar", "noch"))  # "huur- dan wel koopwoning", but "als-⏎maar"
# first parts that keep their hyphen in Dutch compounds
_KEEPS_HYPHEN = frozenset(("non", "ex", "niet", "oud", "minister", "secretaris", "directeur", "e", "i", "x", "vice"))
_CLASH = frozenset("aa ae ai au ee ei eu ie ii ij oe oi oo ou ui uu".split())
_PLAIN = str.maketrans("áàâäéèêëíìîïóòôöúùûü", "aaaaeeeeiiiioooouuuu")

_LEFT = re.compile(r"([^\W_](?:[^\W_]|[-'’])*)[-\u2010\u2011]$")
_RIGHT = re.compile(r"^[«“‘(\[]*([^\W\d_]+(?:[-'’][^\W\d_]+)*)")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """How often each word stands inside the lines of one document (lower case), never counting broken words."""

    words: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, texts: Iterable[str]) -> "Vocabulary":
        words: Counter[str] = Counter()
        broken = False  # the line before ended in the middle of a word
        for text in texts:
            found = _WORD.findall(text.lower())
            if broken:
                found = found[1:]
            broken = text.endswith(tuple(HYPHENS + SOFT_HYPHEN))
            if broken:
                found = found[:-1]
            for word in found:
                words[word] += 1
                if "-" in word:
                    words.update(part for part in word.split("-") if len(part) > 3)
        return cls(words)

    def knows_joined(self, left: str, right: str) -> bool:
        """True where the word broken over "left-" and "right" stands unbroken elsewhere, and never with a hyphen."""
        head, tail = _LEFT.search(left), _RIGHT.match(right)
        if head is None or tail is None:
            return False
        whole = f"{head.group(1)}{tail.group(1)}".lower()
        return self.words[whole] > self.words[f"{head.group(1)}-{tail.group(1)}".lower()]


def hyphen_join(left: str, right: str, vocabulary: Vocabulary) -> str | None:
    """The two lines as one, where ``left`` ends with a hyphen; None where it does not end with one.

    ``right`` must not be empty. Nothing but the hyphen is ever dropped.
    """
    if left.endswith(SOFT_HYPHEN):
        return left[:-1] + right
    if not left.endswith(tuple(HYPHENS)):
        return None
    head = _LEFT.search(left)
    if head is None and re.search(r"[(\[]-$", left) and right[:1].isdigit():  # "(-⏎110.000 euro)": a minus
        return left + right
    if head is None:  # " -": a dash
        return f"{left} {right}"
    first = right.split(maxsplit=1)[0].lower()
    if first in _SHARED_TAIL or first.rstrip(",;.") in _SHARED_TAIL:
        return f"{left} {right}"
    if first in _PERHAPS_SHARED and len(head.group(1)) > 3 and not vocabulary.knows_joined(left, right):
        return f"{left} {right}"
    if _is_syllable_break(head.group(1), right, vocabulary):
        return left[:-1] + right
    return left + right


def _is_syllable_break(head: str, right: str, vocabulary: Vocabulary) -> bool:
    tail = _RIGHT.match(right)
    if tail is None or tail.start(1) or not head[-1].isalpha():
        return False
    joined = (head + tail.group(1)).lower()
    compound = f"{head}-{tail.group(1)}".lower()
    seen_joined, seen_compound = vocabulary.words[joined], vocabulary.words[compound]
    if seen_joined != seen_compound:
        return seen_joined > seen_compound
    last_part = re.split(r"[-'’]", head)[-1]
    if tail.group(1)[0].isupper():
        return len(last_part) > 3 and last_part.isupper() and tail.group(1).isupper()
    if last_part.lower() in _KEEPS_HYPHEN or len(head) == 1:
        return False
    if len(last_part) > 1 and last_part.isupper():  # "WIA-⏎uitkering"
        return False
    return (last_part[-1] + tail.group(1)[0]).lower().translate(_PLAIN) not in _CLASH or _has_trema(tail.group(1))


def _has_trema(word: str) -> bool:
    return word[0] in "ëïöüä"
