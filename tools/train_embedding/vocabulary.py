"""The subword tokenizer, trained on the training pairs only."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from random import Random

from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, trainers

from tools.train_embedding.corpus import Pair

UNKNOWN = "[UNK]"


def _tokenizer(model: models.Unigram) -> Tokenizer:
    tokenizer = Tokenizer(model)
    tokenizer.normalizer = normalizers.Sequence([
        normalizers.NFKD(),
        normalizers.StripAccents(),
        normalizers.Lowercase(),
        # Typographic quotes come and go between a title and its answer.
        normalizers.Replace(Regex("[\u2018\u2019\u201c\u201d\u00ab\u00bb`\"]"), "'"),
    ])  # fmt: skip
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([
        pre_tokenizers.WhitespaceSplit(),
        pre_tokenizers.Punctuation("isolated"),
        pre_tokenizers.Digits(individual_digits=False),
    ])  # fmt: skip
    return tokenizer


def train_tokenizer(texts: Iterable[str], size: int) -> Tokenizer:
    """A unigram tokenizer (Kudo 2018, arXiv:1804.10959) of `size` tokens.

    Words are cut without a mark for "inside a word": "loket" is the same token alone and at the end of
    "kennisveiligheidsloket", so that a compound and its parts share rows of the table.
    """
    tokenizer = _tokenizer(models.Unigram())
    trainer = trainers.UnigramTrainer(
        vocab_size=size, special_tokens=[UNKNOWN], unk_token=UNKNOWN, max_piece_length=20, show_progress=False
    )
    tokenizer.train_from_iterator(texts, trainer=trainer)
    pieces = json.loads(tokenizer.to_str())["model"]["vocab"]
    # The trainer adds up in hash order: the last digits of its scores, and with them the order of its pieces,
    # change from run to run. Rounded and sorted, a piece has the same number every time.
    rounded = [(piece, round(score, 4)) for piece, score in pieces if piece != UNKNOWN]
    ordered = sorted(rounded, key=lambda item: (-item[1], item[0]))
    return _tokenizer(models.Unigram([(UNKNOWN, 0.0), *ordered], 0, False))


def vocabulary_texts(pairs: Sequence[Pair], seed: int, words: int = 12_000_000) -> Iterator[str]:
    """Texts of the pairs in random order, every distinct text once, about `words` words in all."""
    texts = sorted({text for pair in pairs for text in (pair.anchor, pair.passage)})
    Random(seed).shuffle(texts)
    for text in texts:
        words -= text.count(" ") + 1
        if words < 0:
            return
        yield text
