"""`python -m evaluation.retrieval --dataset DIR`: the product and its peers on a BEIR-style folder."""

import argparse
import json
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from evaluation.retrieval import peers, product
from evaluation.retrieval.dataset import Dataset, Query, load
from evaluation.retrieval.measures import Scores, means, score
from evaluation.retrieval.peers import Ranker
from evaluation.retrieval.report import Report, Run, write

RESULTS = Path(__file__).resolve().parents[1] / "RESULTS.md"
FTS5_QUERIES = 60


def main() -> int:
    arguments = _arguments()
    try:
        dataset = load(arguments.dataset)
    except FileNotFoundError as error:
        print(f"evaluation.retrieval: {error.filename} is not there; name a BEIR-style folder.", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as scratch:
        report = measure(dataset, arguments.legs, arguments.sample, not arguments.no_peers, Path(scratch))
    if arguments.write:
        options = f" --sample {arguments.sample}" if arguments.sample else ""
        write(report, RESULTS, f"python -m evaluation.retrieval --dataset {arguments.dataset.name}{options} --write")
    print(json.dumps(report.as_json(), indent=1) if arguments.json else report.as_markdown())
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evaluation.retrieval", description=__doc__)
    parser.add_argument("--dataset", type=Path, required=True, help="folder with corpus.jsonl, queries.jsonl, qrels/")
    parser.add_argument("--legs", type=_legs, default=tuple(product.RANKINGS), help=", ".join(product.RANKINGS))
    parser.add_argument("--sample", type=int, default=0, help="queries of each set at most (0: all)")
    parser.add_argument("--no-peers", action="store_true", help="the product alone")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--write", action="store_true", help=f"put the table into {RESULTS.name}")
    return parser.parse_args()


def _legs(text: str) -> tuple[str, ...]:
    legs = tuple(text.split(","))
    if unknown := [leg for leg in legs if leg not in product.RANKINGS]:
        raise argparse.ArgumentTypeError(f"unknown leg {unknown[0]}; choose from {', '.join(product.RANKINGS)}")
    return legs


def measure(dataset: Dataset, legs: Sequence[str], sample: int, with_peers: bool, scratch: Path) -> Report:
    """Index, search by every leg, and the peers on the same passages."""
    from kb.embedding.build import build_embedder
    from kb.settings import load_settings

    began = time.perf_counter()
    settings = load_settings()
    embedder = build_embedder(settings.embedding, settings.root)
    built = product.build(dataset, scratch / "index", embedder)
    queries = dataset.sampled(sample)
    product_began = time.perf_counter()
    runs = [_run(leg, product.searcher(built, leg), queries, dataset, sample) for leg in legs]
    product_seconds = time.perf_counter() - product_began
    built.index.close()
    peer_runs: list[Run] = []
    if with_peers:
        vectors = np.vstack(
            [
                embedder.embed_passages([passage.embedded_text for passage in dataset.passages[at : at + 512]])
                for at in range(0, len(dataset.passages), 512)
            ]
        )
        for peer in peers.peers(dataset, embedder, vectors):
            per_set = FTS5_QUERIES if peer.name in peers.SAMPLED and not 0 < sample < FTS5_QUERIES else sample
            peer_runs.append(_run(peer.name, peer.make(), dataset.sampled(per_set), dataset, per_set))
    return Report(
        dataset=dataset.name,
        legs=runs,
        peers=peer_runs,
        index={
            "documents": dataset.documents,
            "passages": built.passages,
            "seconds": round(built.seconds, 1),
            "megabytes": round(built.megabytes, 1),
            "model": f"{embedder.identity.name}@{embedder.identity.version}",
        },
        seconds={"searching_seconds": product_seconds, "total_seconds": time.perf_counter() - began},
    )


def _run(name: str, rank: Ranker, queries: Sequence[Query], dataset: Dataset, sampled: int) -> Run:
    rank(queries[0].text)  # word lists and caches are loaded before the clock starts
    scores: dict[str, list[Scores]] = defaultdict(list)
    began = time.perf_counter()
    for query in queries:
        scores[query.set].append(score(rank(query.text), dataset.relevant[query.id]))
    milliseconds = 1000 * (time.perf_counter() - began) / len(queries)
    print(f"{name}: {milliseconds:.1f} ms a query", file=sys.stderr)
    return Run(name, {of_set: means(found) for of_set, found in scores.items()}, milliseconds, sampled)


if __name__ == "__main__":
    sys.exit(main())
