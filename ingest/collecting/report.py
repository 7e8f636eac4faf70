"""What came of a run over one source."""

from collections import Counter
from dataclasses import dataclass, field

from ingest.report import Outcome, ReportLine
from ingest.sources.strict import Finding
from kb.model.collecting import HeldPiece, Run, RunOutcome
from kb.model.document import Problem


@dataclass(frozen=True, slots=True)
class CountedFinding:
    """A deviation from what is expected of the source, and how often it was met."""

    finding: Finding
    times: int


@dataclass(frozen=True, slots=True)
class CollectReport:
    """``run`` has the figures. ``lines`` are the documents that were touched, with those that failed; ``findings``
    what the source gave otherwise than expected; ``problems`` what went wrong with the listing itself.

    ``planned`` is for a dry run: what would be fetched, newest first.
    """

    run: Run
    lines: tuple[ReportLine, ...] = ()
    findings: tuple[CountedFinding, ...] = ()
    problems: tuple[Problem, ...] = ()
    planned: tuple[HeldPiece, ...] = ()
    requests: int = 0
    bytes: int = 0
    dry: bool = False

    @property
    def failures(self) -> tuple[ReportLine, ...]:
        return tuple(line for line in self.lines if line.outcome is Outcome.FAILED)

    @property
    def changed_anything(self) -> bool:
        return bool(self.run.new or self.run.changed or self.run.removed)

    @property
    def failed(self) -> bool:
        return self.run.outcome is RunOutcome.FAILED


@dataclass(slots=True)
class Findings:
    """Counts equal deviations once; keeps the first example of each."""

    _first: dict[Finding, Finding] = field(default_factory=dict)
    _times: Counter[Finding] = field(default_factory=Counter)

    def add(self, findings: tuple[Finding, ...]) -> None:
        for finding in findings:
            bare = Finding(finding.deviation, finding.place, finding.field)
            self._first.setdefault(bare, finding)
            self._times[bare] += 1

    def counted(self) -> tuple[CountedFinding, ...]:
        """The most frequent first."""
        return tuple(CountedFinding(self._first[bare], times) for bare, times in self._times.most_common())
