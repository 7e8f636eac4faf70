"""`python -m evaluation.words [--write]`: which words meet and which are confused."""

import argparse
import sys
import tempfile
from pathlib import Path

from evaluation.words import report
from evaluation.words.judging import judge
from evaluation.words.lists import aparts, meetings

RESULTS = Path(__file__).resolve().parents[1] / "RESULTS-words.md"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m evaluation.words", description=__doc__)
    parser.add_argument("--write", action="store_true", help=f"put the figures into {RESULTS.name}")
    given = parser.parse_args()

    from kb.embedding.build import build_embedder
    from kb.settings import load_settings

    settings = load_settings()
    embedder = build_embedder(settings.embedding, settings.root)
    with tempfile.TemporaryDirectory() as scratch:
        met, apart = judge(meetings(), aparts(), embedder, Path(scratch))
    text = report.as_markdown(met, apart, "python -m evaluation.words --write")
    print(text)
    if given.write:
        RESULTS.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
