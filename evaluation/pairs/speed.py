"""How long reading the PDFs takes beside bare text extraction of the same files, in one run."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest.parsed import Given
from ingest.reading import read_document

AIM = 1.7  # times bare pypdf
_ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Speed:
    """Seconds for all files together, the best of the rounds each."""

    files: int
    pages: int
    bare: float
    read: float

    @property
    def factor(self) -> float:
        return self.read / self.bare if self.bare else 0.0

    @property
    def sentence(self) -> str:
        return (
            f"{self.files} PDFs of {self.pages} pages: bare pypdf text extraction {self.bare:.2f} s, "
            f"`read_document` (text, lines, notes, parts, people, references) {self.read:.2f} s: "
            f"{self.factor:.2f} times as long (aim: at most {AIM}). Best of {_ROUNDS} rounds, taken in turn."
        )


def measure_speed(shared: Path) -> Speed:
    """Read every sample PDF both ways, in turn, so that a busy machine slows both."""
    files = [(path.name, path.read_bytes()) for path in sorted((shared / "samples").rglob("*.pdf"))]
    pages = sum(_bare(data) for _, data in files)
    bare, read = [], []
    for _ in range(_ROUNDS):
        bare.append(_timed(lambda: [_bare(data) for _, data in files]))
        read.append(_timed(lambda: [read_document(data, Given(file_name=name)) for name, data in files]))
    return Speed(len(files), pages, min(bare), min(read))


def _bare(data: bytes) -> int:
    import io

    from pypdf import PdfReader

    pages = PdfReader(io.BytesIO(data)).pages
    return sum(1 for page in pages if page.extract_text() is not None)


def _timed(work: Callable[[], Sequence[object]]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started
