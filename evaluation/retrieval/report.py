"""The JSON object, the table for a terminal, and the section of `evaluation/RESULTS.md`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.retrieval.dataset import HEADLINE_SETS
from evaluation.retrieval.measures import Means


@dataclass(frozen=True, slots=True)
class Run:
    """One way of ranking over all sets. ``sampled``: queries of each set at most, 0 for all."""

    name: str
    sets: Mapping[str, Means]
    milliseconds: float
    sampled: int = 0

    @property
    def headline(self) -> float | None:
        """Mean nDCG@10 over the headline sets that are there."""
        of_sets = [self.sets[name].ndcg10 for name in HEADLINE_SETS if name in self.sets]
        return sum(of_sets) / len(of_sets) if of_sets else None


@dataclass(frozen=True, slots=True)
class Report:
    """Everything measured in one run over one dataset."""

    dataset: str
    legs: Sequence[Run]
    peers: Sequence[Run]
    index: Mapping[str, float | int | str]
    seconds: Mapping[str, float]

    @property
    def best(self) -> Run:
        """The product as users get it: hybrid, or the last leg asked for."""
        return next((run for run in self.legs if run.name == "hybrid"), self.legs[-1])

    def as_json(self) -> dict[str, object]:
        return {
            "dataset": self.dataset,
            "headline": _rounded(self.best.headline),
            "sets": _sets(self.best),
            "legs": {run.name: {"headline": _rounded(run.headline), "sets": _sets(run)} for run in self.legs},
            "peers": {
                run.name: {
                    "headline": _rounded(run.headline),
                    "sets": _sets(run),
                    "ms_per_query": round(run.milliseconds, 2),
                    "queries_per_set_at_most": run.sampled or None,
                }
                for run in self.peers
            },
            "timing": {
                "ms_per_query": {run.name: round(run.milliseconds, 2) for run in self.legs},
                **{name: round(value, 1) for name, value in self.seconds.items()},
            },
            "index": dict(self.index),
        }

    def as_markdown(self) -> str:
        """One table: a row per ranking, a column per set."""
        names = sorted({name for run in (*self.legs, *self.peers) for name in run.sets}, key=_place)
        head = ["ranking", "headline", *names, "ms/query"]
        rows = [head, ["---"] * len(head)]
        for run in (*self.peers, *self.legs):
            star = f" (at most {run.sampled} queries a set)" if run.sampled else ""
            cells = [f"{run.sets[name].ndcg10:.3f}" if name in run.sets else "" for name in names]
            rows.append([run.name + star, _shown(run.headline), *cells, f"{run.milliseconds:.1f}"])
        best = self.best
        intervals = [f"{best.sets[name].low:.3f}-{best.sets[name].high:.3f}" for name in names]
        rows.append([f"{best.name}: 95%", "", *intervals, ""])
        rows.append([f"{best.name}: recall@100", "", *(f"{best.sets[name].recall100:.3f}" for name in names), ""])
        rows.append([f"{best.name}: queries", "", *(str(best.sets[name].queries) for name in names), ""])
        return "\n".join("| " + " | ".join(row) + " |" for row in rows)

    def gain_over(self, peer: str) -> float | None:
        """By how much the product's headline exceeds a peer's, as a share; None where either has none."""
        other = next((run.headline for run in self.peers if run.name == peer), None)
        return self.best.headline / other - 1.0 if other and self.best.headline else None


def write(report: Report, path: Path, command: str) -> None:
    """Put the section of this dataset into ``path``, in place of an earlier one; other sections stay."""
    title = f"## {report.dataset}"
    gain = report.gain_over("bm25_plain")
    facts = ", ".join(f"{name} {value}" for name, value in report.index.items())
    section = "\n".join(
        (
            title,
            "",
            f"Written by `{command}`. nDCG@10 per set; headline = mean over {', '.join(HEADLINE_SETS)} where present.",
            "",
            report.as_markdown(),
            "",
            f"Index: {facts}." + (f" Headline against plain BM25: {gain:+.1%}." if gain is not None else ""),
            "",
        )
    )
    old = path.read_text(encoding="utf-8") if path.exists() else "# Retrieval, measured\n"
    parts = [part for part in old.split("\n## ") if part.split("\n")[0] != report.dataset]
    path.write_text("\n## ".join([parts[0].rstrip("\n") + "\n", *parts[1:], section[3:]]), encoding="utf-8")


def _place(name: str) -> tuple[int, str]:
    return (HEADLINE_SETS.index(name) if name in HEADLINE_SETS else len(HEADLINE_SETS), name)


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def _shown(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"


def _sets(run: Run) -> dict[str, dict[str, float | int]]:
    return {
        name: {
            "queries": one.queries,
            "ndcg@10": round(one.ndcg10, 4),
            "recall@10": round(one.recall10, 4),
            "recall@100": round(one.recall100, 4),
            "mrr": round(one.mrr, 4),
            "ndcg@10_low": round(one.low, 4),
            "ndcg@10_high": round(one.high, 4),
        }
        for name, one in sorted(run.sets.items())
    }
