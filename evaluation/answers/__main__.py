"""`python -m evaluation.answers --questions FILE --corpus DIR`: the answers of the product against judged questions.

The documents are taken in through the command's own path into a scratch corpus (or the one given by --state), so that
what is measured is what a user has.
"""

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path

from evaluation.answers.gold import load
from evaluation.answers.judging import Verdict, judge, squash
from evaluation.answers.report import as_text, summary

SHARED = Path(__file__).resolve().parents[2].parent / "shared"


def main() -> int:
    arguments = _arguments()
    if not arguments.questions.is_file() or not all(path.is_dir() for path in arguments.corpus):
        print("evaluation.answers: the judged questions or documents are not there; skipped.", file=sys.stderr)
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        state = arguments.state or Path(scratch)
        verdicts, times = _run(arguments.questions, arguments.corpus, state)
    if arguments.json:
        print(json.dumps({"kinds": summary(verdicts), "milliseconds": times}, indent=1))
    else:
        print(as_text(verdicts, times))
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evaluation.answers", description=__doc__)
    parser.add_argument("--questions", type=Path, default=SHARED / "eval" / "questions" / "questions.jsonl")
    parser.add_argument("--corpus", type=Path, action="append", help="folder of documents; may be given several times")
    parser.add_argument("--state", type=Path, help="keep the corpus here, and use it again (default: a scratch one)")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    arguments.corpus = arguments.corpus or [SHARED / "corpus"]
    return arguments


def _run(questions: Path, folders: list[Path], state: Path) -> tuple[list[Verdict], list[float]]:
    from ui.build import add_paths, load_settings, open_knowledge_base
    from ui.jsonform import answer_as_json

    settings = load_settings(None, state)
    add_paths(settings, folders)
    raw = {path.name: squash(_text(path)) for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()}
    verdicts: list[Verdict] = []
    times: list[float] = []
    with open_knowledge_base(settings) as knowledge:
        knowledge.ask("warm")
        for gold in load(questions):
            began = time.perf_counter()
            answer = knowledge.ask(gold.text)
            times.append(1000 * (time.perf_counter() - began))
            verdicts.append(judge(gold, answer_as_json(answer), raw))
    return verdicts, times


def _text(path: Path) -> str:
    """The characters of an original as they are; what is not text has nothing to compare with here."""
    return path.read_text(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    sys.exit(main())
