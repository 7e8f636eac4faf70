"""Passages in realistic Dutch, the same on every run: real sentences shuffled, or words drawn by Zipf's law.

Real sentences come from `../shared/data/text` where it stands beside the project. They are recombined, so any number of
passages can be had; what is measured is speed, and speed follows the distribution of words.
"""

import json
import lzma
from collections.abc import Iterator
from pathlib import Path

import numpy as np

SHARED_TEXTS = Path(__file__).resolve().parents[3] / "shared" / "data" / "text"
# Questions, answers and explanatory notes; the largest file (laws) would drown them.
FILES = (
    "belgian_questions_2020.txt.xz",
    "government_docs.txt.xz",
    "sentences.txt.xz",
    "belgian_plenary_2019_2024.txt.xz",
)
VOCABULARY = 60_000
ZIPF_EXPONENT = 1.07
MIN_WORDS, MAX_WORDS = 60, 180
# Questions as they were put, where they stand beside the project: titles, and whole questions with theirs.
SHARED_QUESTIONS = Path(__file__).resolve().parents[3] / "shared" / "eval" / "retrieval" / "dev" / "queries.jsonl"
QUESTION_SETS = ("be_oral", "be_written_title", "be_written_q", "tk_vragen")
QUESTION_WORDS = (3, 4, 5, 6, 8)
WHOLE_QUESTION_WORDS = 4


class Texts:
    """``passages`` and ``questions`` are deterministic in their number and the material."""

    def __init__(self, material: Path = SHARED_TEXTS, asked: Path = SHARED_QUESTIONS) -> None:
        self._asked = asked
        self._sentences = list(_real_sentences(material)) or list(_made_up_sentences())
        self.source = f"sentences of {material.name}/" if material.is_dir() else "words drawn by Zipf's law"

    def passages(self, number: int) -> Iterator[str]:
        """Paragraphs of some 60 to 180 words."""
        rng = np.random.default_rng(11)
        for _ in range(number):
            words = int(rng.integers(MIN_WORDS, MAX_WORDS))
            chosen: list[str] = []
            while sum(sentence.count(" ") + 1 for sentence in chosen) < words:
                chosen.append(self._sentences[int(rng.integers(len(self._sentences)))])
            yield " ".join(chosen)

    def questions(self, number: int) -> list[str]:
        """Real ones, as many of each kind; else, by turns, longer words of one sentence, and a stretch of it."""
        real = _real_questions(self._asked, number)
        if real:
            return real
        rng = np.random.default_rng(12)
        found: list[str] = []
        while len(found) < number:
            sentence = self._sentences[int(rng.integers(len(self._sentences)))]
            words = [word.strip(".,;:()\"'?!") for word in sentence.split()]
            whole = len(found) % 2 == 1
            telling = words if whole else [word for word in words if len(word) > 4]
            wanted = int(rng.choice(QUESTION_WORDS)) + (WHOLE_QUESTION_WORDS if whole else 0)
            if len(telling) >= wanted:
                at = int(rng.integers(len(telling) - wanted + 1))
                found.append(" ".join(telling[at : at + wanted]))
        return found


def _real_questions(path: Path, number: int) -> list[str]:
    if not path.is_file():
        return []
    by_set: dict[str, list[str]] = {name: [] for name in QUESTION_SETS}
    with path.open(encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            if row.get("set") in by_set:
                by_set[row["set"]].append(f"{row.get('context') or ''} {row['text']}".strip())
    turns = [text for texts in zip(*by_set.values(), strict=False) for text in texts]
    return turns[:number]


def _real_sentences(material: Path) -> Iterator[str]:
    for name in FILES:
        path = material / name
        if not path.is_file():
            continue
        with lzma.open(path, "rt", encoding="utf-8") as file:
            for line in file:
                sentence = line.strip()
                if 30 <= len(sentence) <= 400:
                    yield sentence


def _made_up_sentences() -> Iterator[str]:
    rng = np.random.default_rng(10)
    syllables = [
        a + b + c for a in "bdgklmnprstvz" for b in ("a", "e", "i", "o", "oe", "ij") for c in ("", "n", "r", "k")
    ]
    lengths = rng.integers(1, 5, VOCABULARY)
    words = ["".join(rng.choice(syllables, size)) for size in lengths]
    chances = 1 / np.arange(1, VOCABULARY + 1) ** ZIPF_EXPONENT
    chances /= chances.sum()
    for _ in range(40_000):
        drawn = rng.choice(VOCABULARY, size=int(rng.integers(8, 30)), p=chances)
        yield " ".join(words[at] for at in drawn).capitalize() + "."
