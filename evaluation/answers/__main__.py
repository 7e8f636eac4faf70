"""`python -m evaluation.answers --questions FILE --corpus DIR`: the answers of the product against judged questions.

The documents are taken in through the command's own path into a scratch corpus (or the one given by --state), so that
what is measured is what a user has.
"""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from evaluation.answers.gold import load
from evaluation.answers.judging import Verdict, judge, squash
from evaluation.answers.report import as_markdown, as_text, summary

if TYPE_CHECKING:
    from kb.knowledge_base import KnowledgeBase

PROJECT = Path(__file__).resolve().parents[2]
SHARED = PROJECT.parent / "shared"
# What sureness is fitted on: questions with the documents that they are about.
CALIBRATION_SETS = (
    (SHARED / "eval" / "questions" / "questions.jsonl", SHARED / "corpus"),
    (PROJECT / "corpus" / "sample-questions.jsonl", PROJECT / "corpus" / "sample"),
    (PROJECT / "corpus" / "sample-questions-2.jsonl", PROJECT / "corpus" / "sample"),
)


def main() -> int:
    arguments = _arguments()
    if arguments.calibrate:
        return _calibrate(arguments.state)
    if not arguments.questions.is_file() or not all(path.is_dir() for path in arguments.corpus):
        print("evaluation.answers: the judged questions or documents are not there; skipped.", file=sys.stderr)
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        kept = [path for path in arguments.corpus if (path / "catalog.sqlite").is_file()]
        state = arguments.state or (kept[0] if kept else Path(scratch))
        folders = [path for path in arguments.corpus if path not in kept]
        verdicts, times = _run(arguments.questions, folders, state)
    if arguments.json:
        print(json.dumps({"kinds": summary(verdicts), "milliseconds": times}, indent=1))
    else:
        print(as_text(verdicts, times))
    if arguments.write:
        arguments.write.write_text(as_markdown(verdicts, times), encoding="utf-8")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evaluation.answers", description=__doc__)
    parser.add_argument("--questions", type=Path, default=SHARED / "eval" / "questions" / "questions.jsonl")
    parser.add_argument(
        "--corpus",
        type=Path,
        action="append",
        help="a folder of documents, or a Loket corpus; may be given several times",
    )
    parser.add_argument("--state", type=Path, help="keep the corpus here, and use it again (default: a scratch one)")
    parser.add_argument("--json", action="store_true")
    parser.add_argument(
        "--calibrate", action="store_true", help="fit how sure an answer is, and write kb/answering/calibrated.py"
    )
    parser.add_argument("--write", type=Path, metavar="FILE", help="write the table and the misses there, as Markdown")
    arguments = parser.parse_args()
    arguments.corpus = arguments.corpus or [SHARED / "corpus"]
    return arguments


def _calibrate(kept: Path | None) -> int:
    from evaluation.answers.calibrating import calibrated, cases_of, write
    from ui.build import add_paths, load_settings, open_knowledge_base

    if not all(questions.is_file() for questions, _ in CALIBRATION_SETS):
        print("evaluation.answers: the judged questions are not there; nothing was fitted.", file=sys.stderr)
        return 1
    cases = []
    with tempfile.TemporaryDirectory() as scratch:
        for corpus in dict.fromkeys(folder for _, folder in CALIBRATION_SETS):
            settings = load_settings(None, (kept or Path(scratch)) / corpus.name)
            add_paths(settings, [corpus])
            with open_knowledge_base(settings) as knowledge:
                for questions, of in CALIBRATION_SETS:
                    cases += cases_of(knowledge, questions) if of == corpus else []
    calibration, declined = calibrated(cases)
    write(calibration)
    print(f"{len(cases)} cases: {calibration}; declines {100 * declined:.0f}% of unanswerable questions, held out")
    return 0


def _run(questions: Path, folders: list[Path], state: Path) -> tuple[list[Verdict], list[float]]:
    from ui.build import add_paths, load_settings, open_knowledge_base
    from ui.jsonform import answer_as_json

    settings = load_settings(None, state)
    if folders:
        add_paths(settings, folders)
    verdicts: list[Verdict] = []
    times: list[float] = []
    standing: list[bool] = []
    with open_knowledge_base(settings) as knowledge:
        knowledge.warm()
        raw = {name: squash(text) for name, text in _originals(knowledge)}
        for gold in load(questions):
            began = time.perf_counter()
            answer = knowledge.ask(gold.text)
            times.append(1000 * (time.perf_counter() - began))
            shown = [citation for claim in answer.claims for citation in claim.citations] + list(answer.near_misses)
            standing += [knowledge.still_stands(citation) for citation in shown]
            verdicts.append(judge(gold, answer_as_json(answer), raw))
    print(f"quotes equal to the stored text at their place: {sum(standing)} of {len(standing)}", file=sys.stderr)
    return verdicts, times


def _originals(knowledge: "KnowledgeBase") -> Iterator[tuple[str, str]]:
    """File names with the characters of the original as they are; what is not text has nothing to compare with here."""
    for held in knowledge.summaries():
        if held.media_type.startswith("text/plain"):
            text = knowledge.original(held.id, held.version).decode("utf-8", errors="replace")
            yield PurePosixPath(held.location).name, text


if __name__ == "__main__":
    sys.exit(main())
