"""What a Tweede Kamer question document is made of: its head, and parts that ask, answer, announce or explain."""

import re
from dataclasses import dataclass, field
from enum import Enum, auto

from ingest.formats.lines import Line, LineKind
from ingest.parsers.number_sets import HeadingKind, read_labels


class PartKind(Enum):
    QUESTION = auto()
    ANSWER = auto()
    NOTICE = auto()
    EXPLANATION = auto()
    TEXT = auto()  # neither: what stands before the first question, or over those to one minister


@dataclass(slots=True)
class Part:
    """One stretch of the body. ``numbers`` is () under a bare "Antwoord" and in a notice.

    ``answers`` are the labels ("1a") of the questions that a bare "Antwoord" turned out to answer.
    """

    kind: PartKind
    numbers: tuple[int, ...] = ()
    heading: str = ""
    lines: list[Line] = field(default_factory=list)
    answers: tuple[str, ...] = ()

    @property
    def labels(self) -> tuple[str, ...]:
        """ "Vraag 1a" -> ("1a",); () where the heading has no letters, or a misprinted number was mended."""
        labels = self.answers or read_labels(self.heading)
        return labels if {int(label[:-1]) for label in labels} == set(self.numbers) else ()

    @property
    def plain(self) -> str:
        words = (line.text for line in self.lines if line.kind is not LineKind.NOTE)
        return re.sub(r"\s+", " ", " ".join(words)).strip()


KINDS = {
    HeadingKind.QUESTION: PartKind.QUESTION,
    HeadingKind.ANSWER: PartKind.ANSWER,
    HeadingKind.NOTICE: PartKind.NOTICE,
    HeadingKind.EXPLANATION: PartKind.EXPLANATION,
    HeadingKind.ADDRESSED: PartKind.TEXT,
}


@dataclass(slots=True)
class Body:
    head: list[Line]
    parts: list[Part]
    numbers_printed: bool = True
