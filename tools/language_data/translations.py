"""Make the tables of foreign words: `python -m tools.language_data.translations ../shared/data`.

IBM Model 1 (Brown and others, Computational Linguistics 1993) over pairs of an English or French text and its Dutch
one: which Dutch terms a foreign stem stands beside more than chance explains. Dutch terms are those of the analyzer,
so that a table entry meets the index. Deterministic.
"""

import argparse
import zlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from kb.language import stopwords
from kb.language.analyzer import DutchAnalyzer, words_in
from kb.language.guess import Language
from kb.language.stemming import stem
from kb.language.tokens import form, raw_tokens
from kb.language.translations import FILES
from tools.language_data.texts import pairs

ROUNDS = 6
LEAST_LIKELY = 0.03
MOST_TERMS = 8
_NULL = "<null>"


@dataclass(frozen=True, slots=True)
class Use:
    """How a source of pairs is used: its weight, and the most links (foreign words times Dutch terms) of one pair."""

    weight: float
    most_links: int


USES = {
    Language.FRENCH: {
        "fr_nl_title": Use(1.0, 4_000),
        "eurovoc_fr_nl": Use(1.0, 4_000),
        "fr_nl_doc": Use(0.5, 12_000),
        # A French title and a passage of the Dutch debate: about the same, not the same.
        "q_be_oral_fr": Use(0.1, 2_000),
    },
    Language.ENGLISH: {
        "en_nl_verdragen": Use(1.0, 500),
        "en_nl_libreoffice_help": Use(1.0, 500),
        "en_nl_internet_nl": Use(1.0, 900),
        "en_nl_coronadashboard": Use(1.0, 900),
        "eurovoc_en_nl": Use(1.0, 900),
        "en_nl_opus_filtered": Use(1.0, 300),
    },
}
STOP = {Language.ENGLISH: stopwords.ENGLISH, Language.FRENCH: stopwords.FRENCH}

Linked = tuple[list[str], list[str], float]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder with pairs.jsonl.xz")
    data: Path = parser.parse_args().data
    for language, path in FILES.items():
        table = learn(list(linked(data, language)))
        rows = [
            "\t".join([source, *(f"{term} {round(100 * likely)}" for likely, term in terms)])
            for source, terms in sorted(table.items())
        ]
        path.write_bytes(zlib.compress(("\n" + "\n".join(rows) + "\n").encode(), 9))
        print(f"{len(rows)} words, {path.stat().st_size / 1e6:.2f} MB: {path.name}", flush=True)


def linked(data: Path, language: Language) -> Iterable[Linked]:
    """Distinct foreign stems and Dutch terms of each pair that is short enough, with the weight of its source."""
    analyzer = DutchAnalyzer()
    for pair in pairs(data):
        use = USES[language].get(pair.source)
        if use is None or pair.anchor_language != language or pair.text_language != Language.DUTCH:
            continue
        foreign = sorted({stem(word, language) for word in content_words(pair.anchor, language)})
        dutch = sorted(term for term in analyzer.words(pair.text) if len(term) > 1 and not term[0].isdigit())
        if foreign and dutch and len(foreign) * len(dutch) <= use.most_links:
            yield foreign, dutch, use.weight


def content_words(text: str, language: Language) -> list[str]:
    words = (word for raw in raw_tokens(text) for word in words_in(form(raw)))
    return [word for word in words if len(word) > 1 and word not in STOP[language] and not word[0].isdigit()]


def learn(linked_pairs: list[Linked]) -> dict[str, list[tuple[float, str]]]:
    """Per foreign stem its likeliest Dutch terms."""
    foreign_ids: dict[str, int] = {_NULL: 0}
    dutch_ids: dict[str, int] = {}
    sources, targets, owners = [], [], []
    weights = []
    for foreign, dutch, weight in linked_pairs:
        a = np.array([0, *(foreign_ids.setdefault(word, len(foreign_ids)) for word in foreign)], dtype=np.int32)
        b = np.array([dutch_ids.setdefault(term, len(dutch_ids)) for term in dutch], dtype=np.int32)
        sources.append(np.tile(a, len(b)))
        targets.append(np.repeat(b, len(a)))
        owners.append(np.full(len(a) * len(b), len(weights), dtype=np.int32))
        weights.append(weight)
    source, target, owner = map(np.concatenate, (sources, targets, owners))
    link_weight = np.array(weights, dtype=np.float32)[owner]
    # Links of one Dutch term in one pair stand together: its one count is shared among them.
    starts = np.flatnonzero(np.r_[True, (target[1:] != target[:-1]) | (owner[1:] != owner[:-1])])
    group = np.repeat(np.arange(len(starts)), np.diff(np.r_[starts, len(target)]))
    keys, entry = np.unique(source.astype(np.int64) * len(dutch_ids) + target, return_inverse=True)
    key_source, key_target = (keys // len(dutch_ids)).astype(np.int32), (keys % len(dutch_ids)).astype(np.int32)
    likely = (1.0 / np.bincount(key_source)[key_source]).astype(np.float32)
    counts = np.zeros(len(keys))
    for _ in range(ROUNDS):
        share = likely[entry]
        share = share / np.add.reduceat(share, starts)[group] * link_weight
        counts = np.bincount(entry, weights=share, minlength=len(keys))
        totals = np.bincount(key_source, weights=counts, minlength=len(foreign_ids))
        likely = (counts / np.maximum(totals[key_source], 1e-9)).astype(np.float32)
    kept = (likely >= LEAST_LIKELY) & (counts >= 0.5) & (key_source > 0)
    names, terms = list(foreign_ids), list(dutch_ids)
    found: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for at in np.flatnonzero(kept):
        found[names[key_source[at]]].append((float(likely[at]), terms[key_target[at]]))
    return {word: sorted(row, key=lambda pair: (-pair[0], pair[1]))[:MOST_TERMS] for word, row in found.items()}


if __name__ == "__main__":
    main()
