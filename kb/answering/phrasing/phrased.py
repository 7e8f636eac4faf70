"""What a language model made of an answer: the sentences that were kept, and those that were not, with the reason."""

from dataclasses import dataclass
from enum import StrEnum


class Why(StrEnum):
    """Why a sentence was dropped."""

    NO_CITATION = "no_citation"  # cites nothing
    UNKNOWN_CITATION = "unknown_citation"  # cites a number that was not given
    NAME = "name"  # a name that is not in the quotes it cites
    FIGURE = "figure"  # a figure, amount or share
    DATE = "date"  # a date, or a more exact one
    NEGATION = "negation"  # denies what the quote says, or says what the quote denies
    HEDGE = "hedge"  # leaves out that the quote only expects it, or thinks it possible
    BOUND = "bound"  # "all", "only", "at least" that the quotes do not have
    ORDER = "order"  # names or figures in another order than in the quote: perhaps exchanged
    WORDS = "words"  # too many words that the quotes do not have
    ADDRESS = "address"  # a web or e-mail address, markup
    UNFINISHED = "unfinished"  # broken off


class Problem(StrEnum):
    """Why there is no phrasing, or less of one; the extractive answer stands."""

    UNREACHABLE = "unreachable"
    SLOW = "slow"
    BROKEN_OFF = "broken_off"
    REFUSED = "refused"
    UNEXPECTED = "unexpected"
    NOTHING_LEFT = "nothing_left"
    ONLY_CLAIMS = "only_claims"  # all that there is to quote is what members said: not asked


@dataclass(frozen=True, slots=True)
class PhrasedSentence:
    """``text`` without its citation marks; ``citations`` are numbers (from 1) of the answer's sources."""

    text: str
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class DroppedSentence:
    """``about`` is the word, figure or number that the reason is about; "" where there is none."""

    text: str
    why: Why
    about: str = ""


@dataclass(frozen=True, slots=True)
class Phrasing:
    """``model`` is its name as configured; ``problem`` None where all went well."""

    model: str
    sentences: tuple[PhrasedSentence, ...]
    dropped: tuple[DroppedSentence, ...]
    problem: Problem | None = None
