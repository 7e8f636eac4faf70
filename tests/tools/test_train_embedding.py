"""Training the embedding model: what is kept apart, what a batch may hold, and one whole small run."""

import json
import lzma
import random
from pathlib import Path

import numpy as np
import pytest

from tools.train_embedding.corpus import Pair, read_pairs, split
from tools.train_embedding.measure import ndcg_at_10, windows
from tools.train_embedding.switching import read_word_table, switch, switched_pairs
from tools.train_embedding.tokens import TokenBank, cut

SUBJECTS = ["loket", "treinen", "kinderopvang", "stikstof", "fietspaden", "pensioenen", "rijbewijs", "wachtlijst"]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder like the real one, small and written for this test."""
    folder = tmp_path_factory.mktemp("data")
    (folder / "parallel_nl_en").mkdir()
    (folder / "lexicon").mkdir()
    records = [
        {
            "a": f"De stand van zaken van {subject} in jaar {number}",
            "p": f"De minister antwoordt over {subject} dat er in jaar {number} meer {subject} komen dan gevraagd.",
            "src": "q_be_oral",
            "la": "nl",
            "lp": "nl",
            "g": f"{subject}-{number}",
        }
        for subject in SUBJECTS
        for number in range(40)
    ]
    records.append({"a": "the house", "p": "het huis", "src": "eurovoc_en_nl", "la": "en", "lp": "nl"})
    records.append({"a": "unlisted", "p": "onbekend", "src": "no_such_source", "la": "en", "lp": "nl"})
    lines = "\n".join(json.dumps(record) for record in records)
    write(folder / "pairs.jsonl.xz", lines)
    write(folder / "parallel_nl_en/ibm1_lexicon_en_nl.tsv.xz", "business\tzaken\t0.6\t500\nthe\tde\t0.3\t9000\n")
    write(folder / "lexicon/en_nl_confirmed.tsv.xz", "counter\tloket\n")
    return folder


def write(path: Path, text: str) -> None:
    with lzma.open(path, "wt", encoding="utf-8") as file:
        file.write(text)


def test_only_listed_sources_are_read(data: Path) -> None:
    assert {pair.source for pair in read_pairs(data)} == {"q_be_oral", "eurovoc_en_nl"}


def test_a_pair_without_a_group_is_grouped_by_its_passage(data: Path) -> None:
    assert next(pair for pair in read_pairs(data) if pair.anchor == "the house").group == "het huis"


def test_groups_are_held_out_whole_and_the_same_whatever_else_is_read(data: Path) -> None:
    pairs = list(read_pairs(data))
    parts = split(pairs)
    assert parts.held_out
    assert {pair.group for pair in parts.train}.isdisjoint(pair.group for pair in parts.held_out)
    assert split(parts.held_out).held_out == parts.held_out


def test_the_title_of_a_held_out_question_is_not_trained_on_under_another_source(data: Path) -> None:
    held = split(list(read_pairs(data))).held_out[0]
    elsewhere = Pair(anchor="A French title", passage=held.anchor, source="fr_nl_title", group="something else")
    assert elsewhere not in split([held, elsewhere]).train


def test_words_that_the_table_knows_become_english_and_others_stay(data: Path) -> None:
    table = read_word_table(data)
    assert switch("De zaken van het Loket", table, 1.0, random.Random(1)) == "the business van het counter"
    assert switch("De zaken van het Loket", table, 0.0, random.Random(1)) == "De zaken van het Loket"


def test_switched_pairs_keep_the_passage_and_its_group(data: Path) -> None:
    pairs = list(read_pairs(data))
    known = {(pair.passage, pair.group) for pair in pairs}
    made = switched_pairs(pairs, data, seed=1)
    assert made
    assert {(pair.passage, pair.group) for pair in made} <= known
    assert made == switched_pairs(pairs, data, seed=1)


def test_a_cut_is_a_window_of_the_row_and_never_empties_it() -> None:
    tokens = TokenBank(ids=np.arange(100, dtype=np.int32), starts=np.array([0, 1, 1, 60, 100]))
    rows = np.array([3, 0, 1, 2])
    for seed in range(20):
        ids, offsets = cut(tokens, rows, most=10, keep=0.2, rng=np.random.default_rng(seed))
        parts = np.split(ids, offsets[1:])
        assert [len(part) > 0 for part in parts] == [True, True, False, True]
        assert parts[1].tolist() == [0]
        for part, low, high in ((parts[0], 60, 100), (parts[3], 1, 60)):
            assert ((low <= part) & (part < high)).all()
            assert part[-1] - part[0] < 10
            assert (np.diff(part) > 0).all()


def test_everything_is_kept_where_nothing_is_dropped() -> None:
    tokens = TokenBank(ids=np.arange(9, dtype=np.int32), starts=np.array([0, 4, 9]))
    ids, offsets = cut(tokens, np.array([1, 0]), most=10, keep=1.0, rng=np.random.default_rng(1))
    assert (ids.tolist(), offsets.tolist()) == ([4, 5, 6, 7, 8, 0, 1, 2, 3], [0, 5])


@pytest.mark.parametrize(
    ("ranked", "relevant", "score"),
    [
        (["a", "b"], {"a"}, 1.0),
        (["b", "a"], {"a"}, 1 / np.log2(3)),
        (["b", "c"], {"a"}, 0.0),
        (["a", "x", "b"], {"a", "b"}, 1.5 / (1 + 1 / np.log2(3))),
        ([*"xxxxxxxxxx", "a"], {"a"}, 0.0),
    ],
)
def test_ndcg_at_10(ranked: list[str], relevant: set[str], score: float) -> None:
    assert ndcg_at_10(ranked, relevant) == pytest.approx(score)


def test_windows_hold_every_word_once_and_an_empty_text_has_one() -> None:
    assert windows("een twee drie vier vijf", 2) == ["een twee", "drie vier", "vijf"]
    assert windows("", 2) == [""]


@pytest.mark.slow
def test_training_twice_gives_the_same_loadable_model(data: Path, tmp_path: Path) -> None:
    from model2vec import StaticModel

    from tools.train_embedding.__main__ import main

    same_vocabulary = ["--tokenizer", str(tmp_path / "one" / "tokenizer.json")]
    for name, more in (("one", ["--vocabulary", "200"]), ("two", same_vocabulary)):
        arguments = ["--data", str(data), "--out", str(tmp_path / name), "--steps", "12", "--threads", "1"]
        assert main([*arguments, "--dimension", "32", *more]) == 0
    first, second = ((tmp_path / name / "model.safetensors").read_bytes() for name in ("one", "two"))
    assert first == second
    model = StaticModel.from_pretrained(tmp_path / "one")
    question, right, wrong = model.encode(["loket", "er komen meer loket", "er komen meer pensioenen"])
    assert question @ right > question @ wrong
    card = (tmp_path / "one" / "README.md").read_text(encoding="utf-8")
    assert "| q_be_oral | " in card
    assert "--steps 12 --seed 1" in card
