"""In which register a text speaks, and in which register a question expects its answer.

"Hoeveel dossiers werden er ingediend?" wants the plain words of an answer, "De staking in de openbare sector" reads
as the title of a debate. Both are told by function words and form alone, never by subject: a softmax regression over
a few hundred of them (`tools/language_data/register.py`), learned from official titles and questions with their texts.
"""

import re
import zlib
from collections import Counter
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from kb.language.guess import Language
from kb.language.lexicon import DATA
from kb.language.normalise import fold

REGISTERS = ("speech", "answer", "motion", "decision", "guide")
REGISTER_FILE = DATA / "register.z"
# A question may always mean another register than it seems to: no register is ruled out.
DOUBT = 0.05
# What someone who asks a question makes of explaining text (a guide, a web page) where an answer was expected.
GUIDE_AS_ANSWER = 0.5
# Form shows early; long passages are not read to their end.
_READ = 1500
_TOKEN = re.compile(r"[a-z]+|\d+|[?!:;,.()\-/\"'%€]")

Registers = NDArray[np.float64]


def of_passage(text: str) -> Registers:
    """Likelihood of each of `REGISTERS` for a passage, shape (5,), sum 1."""
    return _likelihood(passage_features(text), _tables()[0])


def of_question(text: str) -> Registers:
    """Likelihood of each of `REGISTERS` for what a Dutch question is about to be answered by, shape (5,), sum 1."""
    return _likelihood(question_features(text), _tables()[1])


@lru_cache(maxsize=len(REGISTERS))
def certain(register: str) -> Registers:
    """The likelihoods of a text whose register is known from the document it stands in."""
    return np.array([1.0 if name == register else 0.0 for name in REGISTERS])


@lru_cache(maxsize=2)
def of_foreign(language: Language) -> Registers:
    """For a question whose form was not learned: what is said and answered, rather than moved and decided.

    In French the debates and answers of a parliament are asked for; in English also explaining text.
    """
    wanted = ("speech", "answer") if language is Language.FRENCH else ("speech", "answer", "guide")
    return np.array([1.0 / len(wanted) if name in wanted else 0.0 for name in REGISTERS])


def agreement(question: Registers, passage: Registers) -> float:
    """Log of how much more likely the two belong together than any two would; 0 where nothing is known."""
    count = len(REGISTERS)
    expected = (question + DOUBT) / (1.0 + DOUBT * count)
    met = (passage + DOUBT) / (1.0 + DOUBT * count)
    together = float(expected @ met) + GUIDE_AS_ANSWER * float(expected[1] * met[4])
    return float(np.log(together * count))


def passage_features(text: str) -> list[str]:
    tokens = _tokens(text[:_READ])
    return [*_edges(tokens), "A" if text[:1].isupper() else "a", *tokens]


def question_features(text: str) -> list[str]:
    """Without capitals: whoever types a question may leave them out."""
    tokens = _tokens(text[:600])
    return [*_edges(tokens), *tokens, *(f"{a} {b}" for a, b in pairwise(tokens))]


def _tokens(text: str) -> list[str]:
    return ["<d>" if token.isdigit() else token for token in _TOKEN.findall(fold(text))]


def _edges(tokens: list[str]) -> list[str]:
    return [
        "^" + " ".join(tokens[:1]),
        "^2" + " ".join(tokens[:2]),
        "$" + (tokens[-1] if tokens else ""),
        f"len{min(6, len(tokens).bit_length())}",
    ]


def _likelihood(features: list[str], table: dict[str, Registers]) -> Registers:
    scores = table[""].copy()
    for feature, count in Counter(features).items():
        weights = table.get(feature)
        if weights is not None:
            scores += weights * np.log1p(count)
    odds = np.exp(scores - scores.max())
    likelihood: Registers = odds / odds.sum()
    return likelihood


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, Registers], dict[str, Registers]]:
    """Weights by feature for passages and for questions; the feature "" is the bias."""
    passages, questions = zlib.decompress(REGISTER_FILE.read_bytes()).decode().split("\n\n")
    return _table(passages), _table(questions)


def _table(part: str) -> dict[str, Registers]:
    rows = (line.split("\t") for line in part.split("\n"))
    return {feature: np.array([int(weight) / 1000 for weight in weights]) for feature, *weights in rows}
