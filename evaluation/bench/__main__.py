"""`python -m evaluation.bench [--passages 20000 --passages 300000] [--json]`: how fast, and where the time goes.

The same passages behind our search, behind bare calls of Qdrant Edge, and in SQLite FTS5, in one run. 20,000 passages
take about a minute; 300,000 a quarter of an hour and 3 GB of disk.
"""

import argparse
import json
import os
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from evaluation.bench.measuring import measure
from evaluation.bench.tables import as_text
from evaluation.bench.texts import Texts
from kb.embedding.build import build_embedder
from kb.settings import load_settings

DEFAULT = 20_000
RESULTS = Path(__file__).resolve().parents[1] / "RESULTS-bench.md"
_HEAD = """# Speed, measured in one run

Written by `python -m evaluation.bench {command}`.

```
{table}
```
"""


def main() -> int:
    arguments = _arguments()
    settings = load_settings()
    embedder = build_embedder(settings.embedding, settings.root)
    texts = Texts()
    questions = texts.questions(arguments.questions)
    sizes = []
    for number in sorted(arguments.passages or [DEFAULT]):
        with tempfile.TemporaryDirectory(dir=arguments.directory) as scratch:
            print(f"evaluation.bench: {number:,} passages ...", file=sys.stderr)
            sizes.append(measure(Path(scratch), number, texts, embedder, questions, arguments.workers))
        if arguments.write:
            RESULTS.write_text(_HEAD.format(command=" ".join(sys.argv[1:]), table=as_text(sizes, texts.source)))
    if arguments.json:
        print(json.dumps({"texts": texts.source, "sizes": [asdict(size) for size in sizes]}, indent=1))
    else:
        print(as_text(sizes, texts.source))
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evaluation.bench", description=__doc__)
    parser.add_argument("--passages", type=int, action="append", help="how many; may be given several times")
    parser.add_argument("--questions", type=int, default=100)
    parser.add_argument("--workers", type=int, default=os.cpu_count(), help="processes that embed and analyse")
    parser.add_argument("--directory", type=Path, help="where to put the indexes (default: the temporary directory)")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--write", action="store_true", help=f"put the table into evaluation/{RESULTS.name}")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
