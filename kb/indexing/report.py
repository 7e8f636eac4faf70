"""What a run of indexing did."""

from dataclasses import dataclass

from kb.model.document import Problem


@dataclass(frozen=True, slots=True)
class DocumentProblem:
    """A document that could not be indexed; the rest went in, and the next run tries it again."""

    document: str
    problem: Problem


@dataclass(frozen=True, slots=True)
class IndexReport:
    """Documents by what happened to them, and what the published generation holds now.

    ``from_scratch`` says why everything was made again, "" where the last generation was carried on.
    """

    generation: int
    added: int
    changed: int
    removed: int
    unchanged: int
    documents: int
    passages: int
    passages_written: int
    corpus_version: str
    from_scratch: str = ""
    problems: tuple[DocumentProblem, ...] = ()

    @property
    def published(self) -> bool:
        """Whether there was anything to do."""
        return bool(self.added or self.changed or self.removed or self.from_scratch)
