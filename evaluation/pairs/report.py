"""The figures as tables: on the screen, and in `RESULTS-parsing.md`."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from evaluation.pairs.compare import Tally
from evaluation.pairs.speed import Speed

RESULTS = Path(__file__).resolve().parents[1] / "RESULTS-parsing.md"
MEASURES = (
    "pair", "unanswered", "no extra pairs", "question text", "refers to", "also refers to", "procedural", "kind",
    "parliament", "dates", "numbers", "people", "title", "references",
)  # fmt: skip
AIMS = {"pair": 0.97, "kind": 0.98, "dates": 0.98, "numbers": 0.98, "people": 0.95}


def table(columns: Mapping[str, Tally]) -> str:
    """Right of how many per measure and collection, as a Markdown table."""
    rows = [["measure", *columns, "aim"], ["---"] * (len(columns) + 2)]
    for name in MEASURES:
        cells = (
            f"{tally.right[name]}/{tally.total[name]} {tally.share(name):.1%}" if name in tally.total else "-"
            for tally in columns.values()
        )
        rows.append([name, *cells, f"{AIMS[name]:.0%}" if name in AIMS else ""])
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    return "\n".join(
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |" for row in rows
    )


def results(columns: Mapping[str, Tally], misses: Sequence[str], speed: Speed) -> str:
    """The whole results file."""
    listed = "\n".join(f"- {miss}" for miss in misses) or "None."
    return f"""# How well documents are read

Written by `python -m evaluation.pairs --write`; labels and files lie in `../shared`.

{table(columns)}

A pair counts where its set of question numbers, the start, the end and the length of its answer are all right.

## Misses

{listed}

## Time

{speed.sentence}
"""
