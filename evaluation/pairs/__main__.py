"""`python -m evaluation.pairs [--shared ../shared] [--no-misses] [--speed] [--write]`: read the labelled files.

The files are the originals (PDF, DOCX, text); they go through formats and parsers as `loket parse` does.
"""

import argparse
import json
import sys
import time
from pathlib import Path

from evaluation.pairs.compare import Tally, compare
from evaluation.pairs.report import RESULTS, results, table
from evaluation.pairs.speed import measure_speed
from ingest.parsed import Given
from ingest.parsed_json import parsed_as_json
from ingest.reading import read_document
from kb.errors import LoketError

FOLDERS = {
    "aanhangsel-pdf": "samples/tk/aanhangsel-pdf",
    "ministerie-docx": "samples/tk/ministerie-docx",
    "kamervragen-text": "corpus/tweede_kamer_2024-11",
    "sv-text": "corpus/vlaamse_vragen_2025-2026",
    "seeds": "corpus/kennisveiligheid",
}


def measure(shared: Path) -> dict[str, Tally]:
    """A tally per collection."""
    tallies: dict[str, Tally] = {}
    for path in sorted((shared / "eval" / "pairs").glob("*.json")):
        label = json.loads(path.read_text(encoding="utf-8"))
        collection = label["collection"]
        file = shared / FOLDERS[collection] / label["file"]
        tally = tallies.setdefault(collection, Tally())
        try:
            parsed = read_document(file.read_bytes(), Given(file_name=file.name))
        except LoketError as error:
            tally.count("kind", False, f"{file.name}: {error}")
            continue
        tally.add(compare(file.name, parsed_as_json(parsed), label))
    return tallies


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m evaluation.pairs", description=__doc__)
    options.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2].parent / "shared")
    options.add_argument("--no-misses", action="store_true", help="print the shares only")
    options.add_argument("--speed", action="store_true", help="time the PDFs beside bare pypdf too")
    options.add_argument("--write", action="store_true", help="write everything to evaluation/RESULTS-parsing.md")
    chosen = options.parse_args()
    if not (chosen.shared / "eval" / "pairs").is_dir():
        print(f"No labels under {chosen.shared}; name the folder with --shared.", file=sys.stderr)
        return 3
    started = time.perf_counter()
    tallies = measure(chosen.shared)
    whole = Tally()
    for tally in tallies.values():
        whole.add(tally)
    columns = {**tallies, "all": whole}
    print(table(columns))
    print(f"{time.perf_counter() - started:.1f} seconds")
    if not chosen.no_misses:
        print(f"\n{len(whole.misses)} misses")
        for miss in whole.misses:
            print("  " + miss)
    if chosen.speed or chosen.write:
        speed = measure_speed(chosen.shared)
        print(speed.sentence)
        if chosen.write:
            RESULTS.write_text(results(columns, whole.misses, speed), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
