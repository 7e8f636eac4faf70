"""The figures as text, with what they must keep to."""

from collections.abc import Sequence

from evaluation.bench.contenders import BARE, FTS, WHOLE
from evaluation.bench.figures import SizeFigures


def as_text(sizes: Sequence[SizeFigures], source: str) -> str:
    lines = [f"Passages: {source}. Questions in turn, in one process; of each the best of some rounds."]
    for size in sizes:
        lines += ["", f"{size.passages:,} passages", *_asking(size), *_indexing(size)]
    if len(sizes) > 1:
        lines += ["", *_growth(sizes[0], sizes[-1])]
    return "\n".join(lines)


def _asking(size: SizeFigures) -> list[str]:
    lines = [f"  {'a question':<58}{'median':>10}{'95%':>10}"]
    lines += [f"  {one.name:<58}{one.median:>7.2f} ms{one.slow:>7.2f} ms" for one in size.asking]
    whole, bare = size.milliseconds(WHOLE), size.milliseconds(BARE)
    lines += [
        f"  whole search / bare Edge calls: {whole / bare:.2f}",
        f"  SQLite FTS5 / whole search: {size.milliseconds(FTS) / whole:.1f}",
        f"  from cold: {size.cold_ours:.2f} s; importing and opening alone {size.cold_bare:.2f} s "
        f"({size.cold_ours / size.cold_bare:.2f} times)",
    ]
    return lines


def _indexing(size: SizeFigures) -> list[str]:
    made = size.indexing
    total = size.passages * (1 / made.embedded_per_second + 1 / made.encoded_per_second + 1 / made.written_per_second)
    total += made.sealed_seconds + made.published_seconds
    return [
        f"  indexing {size.passages / total:,.0f} passages/s in one process: "
        f"embedding {made.embedded_per_second:,.0f}/s, word analysis {made.encoded_per_second:,.0f}/s, "
        f"writing {made.written_per_second:,.0f}/s, "
        f"sealing {made.sealed_seconds:.1f} s, publishing {made.published_seconds:.1f} s",
        f"  one more document: copying {made.copied_seconds:.1f} s, writing to publishing "
        f"{made.one_document_seconds:.1f} s; the one after that {made.again_seconds:.1f} s in all; "
        f"{made.megabytes:,.0f} MB on disk",
    ]


def _growth(small: SizeFigures, large: SizeFigures) -> list[str]:
    lines = [f"From {small.passages:,} to {large.passages:,} passages a question costs"]
    for name in (WHOLE, BARE, FTS):
        lines.append(f"  {name:<58}{large.milliseconds(name) / small.milliseconds(name):>7.2f} times")
    return lines
