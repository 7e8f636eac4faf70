"""What is measured, as values."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Indexing:
    """Passages a second by stage, and what it leaves on disk.

    ``copied_seconds``: the next generation's copy; ``one_document_seconds``: a document taken out and another put in
    and published; ``again_seconds``: copying and all, for the document after that.
    """

    embedded_per_second: float
    encoded_per_second: float
    written_per_second: float
    sealed_seconds: float
    published_seconds: float
    copied_seconds: float
    one_document_seconds: float
    again_seconds: float
    megabytes: float


@dataclass(frozen=True, slots=True)
class Asking:
    """Milliseconds per question: median and 95th percentile."""

    name: str
    median: float
    slow: float


@dataclass(frozen=True, slots=True)
class SizeFigures:
    """Everything at one number of passages. ``cold``: seconds of a fresh process: imports, opening, a question."""

    passages: int
    indexing: Indexing
    asking: tuple[Asking, ...]
    cold_bare: float
    cold_ours: float

    def milliseconds(self, name: str) -> float:
        return next(one.median for one in self.asking if one.name == name)
