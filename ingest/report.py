"""What came of a run: one line for each thing that was met, and the counts over them."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from kb.model.document import Problem
from kb.model.identity import DocumentId


class Outcome(StrEnum):
    NEW = "new"
    CHANGED = "changed"  # another original: a new version
    REPARSED = "reparsed"  # the same original, read differently: a new version
    UNCHANGED = "unchanged"
    SKIPPED = "skipped"  # not a document
    FAILED = "failed"  # a document, or something about one, that cannot be used


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One thing that was met. ``reason`` says why it was skipped; ``problems`` why it failed, or what is less than
    right in a document that was taken in."""

    outcome: Outcome
    location: str
    id: DocumentId | None = None
    version: int | None = None
    reason: str = ""
    problems: tuple[Problem, ...] = ()

    @property
    def message(self) -> str:
        """One clear line for a screen: what, where, what to do; "" where there is nothing to say."""
        if self.reason:
            return f"{self.location}: {self.reason}"
        said = " ".join(f"{problem.message} {problem.advice}".strip() for problem in self.problems)
        return said if self.location in said or not said else f"{self.location}: {said}"


@dataclass(frozen=True, slots=True)
class Report:
    """``interrupted``: the user stopped the run; what is in the lines is done, the next run does the rest."""

    lines: tuple[ReportLine, ...] = ()
    interrupted: bool = False

    def count(self, outcome: Outcome) -> int:
        return Counter(line.outcome for line in self.lines)[outcome]

    @property
    def new(self) -> int:
        return self.count(Outcome.NEW)

    @property
    def changed(self) -> int:
        """New versions, whether of the file or of how it was read."""
        return self.count(Outcome.CHANGED) + self.count(Outcome.REPARSED)

    @property
    def unchanged(self) -> int:
        return self.count(Outcome.UNCHANGED)

    @property
    def skipped(self) -> int:
        return self.count(Outcome.SKIPPED)

    @property
    def failed(self) -> int:
        return self.count(Outcome.FAILED)

    @property
    def failures(self) -> tuple[ReportLine, ...]:
        return tuple(line for line in self.lines if line.outcome is Outcome.FAILED)
