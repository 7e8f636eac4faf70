"""Learn registers: `python -m tools.language_data.register ../shared/data`.

Passages and anchors of the training pairs, each labelled by the kind of text it comes from. Only frequent features
(function words, marks, form) are kept, so that no subject is learned; anchors are seen once more with half of their
words left out, because people type less than officials.
"""

import argparse
import random
import zlib
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import scipy.sparse
from sklearn.linear_model import LogisticRegression

from kb.language.register import REGISTER_FILE, REGISTERS, passage_features, question_features
from tools.language_data.texts import pairs

OF_SOURCE = {
    "q_be_oral": "speech",
    "be_turn_q_a": "speech",
    "q_be_written_q": "answer",
    "q_be_written_q_ctx": "answer",
    "q_be_written_title": "answer",
    "be_qa_full": "answer",
    "q_tk_moties": "motion",
    "q_vl_besluiten": "decision",
    "overheid_sectie": "guide",
    "wob": "guide",
    "en_nl_libreoffice_help": "guide",
    "en_nl_internet_nl": "guide",
}
# Sources whose anchor is not what someone asks.
NO_QUESTIONS = frozenset({"be_turn_q_a", "be_qa_full", "en_nl_internet_nl", "en_nl_libreoffice_help"})
MOST_PASSAGES = 40_000
PASSAGE_FEATURES, QUESTION_FEATURES = 400, 500

Labelled = tuple[str, str]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder with pairs.jsonl.xz")
    data: Path = parser.parse_args().data
    chance = random.Random(0)
    passages: list[Labelled] = []
    questions: list[Labelled] = []
    for pair in pairs(data):
        register = OF_SOURCE.get(pair.source)
        if register is None or (pair.source == "en_nl_libreoffice_help" and chance.random() > 0.25):
            continue
        passages.append((pair.text, register))
        if pair.source not in NO_QUESTIONS:
            questions.append((pair.anchor, register))
    passages = chance.sample(passages, min(len(passages), MOST_PASSAGES))
    questions = list(dict.fromkeys(questions))  # an anchor has one voice, however many passages it has
    questions += [(" ".join(w for w in text.split() if chance.random() > 0.5), name) for text, name in questions]
    tables = (
        learn(passages, passage_features, PASSAGE_FEATURES, 0.05),
        learn(questions, question_features, QUESTION_FEATURES, 0.1),
    )
    REGISTER_FILE.write_bytes(zlib.compress("\n\n".join(tables).encode(), 9))
    print(f"{REGISTER_FILE.stat().st_size / 1e3:.0f} kB: {REGISTER_FILE.name}")


def learn(rows: Sequence[Labelled], features: Callable[[str], list[str]], most: int, strength: float) -> str:
    """One line per feature with a weight per register, in thousandths; the first line is the bias."""
    counted = [Counter(features(text)) for text, _ in rows]
    frequency: Counter[str] = Counter()
    for bag in counted:
        frequency.update(bag.keys())
    ids = {feature: at for at, (feature, _) in enumerate(frequency.most_common(most))}
    entries = [
        (row, ids[feature], np.log1p(count))
        for row, bag in enumerate(counted)
        for feature, count in bag.items()
        if feature in ids
    ]
    at_row, at_column, values = zip(*entries, strict=True)
    matrix = scipy.sparse.csr_matrix((values, (at_row, at_column)), shape=(len(rows), len(ids)))
    labels = [REGISTERS.index(register) for _, register in rows]
    model = LogisticRegression(C=strength, max_iter=300).fit(matrix, labels)
    print(f"{len(rows)} texts, {model.score(matrix, labels):.3f} told right", flush=True)
    weights = {"": model.intercept_} | {feature: model.coef_[:, at] for feature, at in ids.items()}
    return "\n".join("\t".join([feature, *(str(round(1000 * w)) for w in row)]) for feature, row in weights.items())


if __name__ == "__main__":
    main()
