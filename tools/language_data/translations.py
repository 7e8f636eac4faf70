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
from numpy.typing import NDArray

from kb.language import stopwords
from kb.language.analyzer import DutchAnalyzer, words_in
from kb.language.guess import Language
from kb.language.stemming import stem
from kb.language.tokens import form, raw_tokens
from kb.language.translations import FILES
from tools.language_data.texts import pairs

ROUNDS = 6
LEAST_LIKELY = 0.03
# So often two words stood for each other at least; one chance meeting is none.
LEAST_COUNT = 0.5
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

Ids = NDArray[np.int32]
Linked = tuple[list[str], list[str], float]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder with pairs.jsonl.xz")
    parser.add_argument("--language", type=Language, choices=list(FILES), action="append", help="only this one")
    given = parser.parse_args()
    data: Path = given.data
    for language in given.language or FILES:
        path = FILES[language]
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
    """Per foreign stem its likeliest Dutch terms.

    How likely is the geometric mean of both directions: a term that stands beside everything is a likely translation
    of each rare word, and none of them is a likely translation of it (Wang and Oard, SIGIR 2006).
    """
    foreign_ids: dict[str, int] = {_NULL: 0}
    dutch_ids: dict[str, int] = {_NULL: 0}
    numbered = []
    for foreign, dutch, weight in linked_pairs:
        a = np.array([foreign_ids.setdefault(word, len(foreign_ids)) for word in foreign], dtype=np.int32)
        b = np.array([dutch_ids.setdefault(term, len(dutch_ids)) for term in dutch], dtype=np.int32)
        numbered.append((a, b, weight))
    keys, likely, counts = model1(numbered, len(foreign_ids), len(dutch_ids))
    sources, targets = keys // len(dutch_ids), keys % len(dutch_ids)
    back_keys, back_likely, _ = model1([(b, a, w) for a, b, w in numbered], len(dutch_ids), len(foreign_ids))
    at = np.searchsorted(back_keys, targets * len(foreign_ids) + sources)
    both = np.sqrt(likely * back_likely[np.minimum(at, len(back_keys) - 1)])
    kept = (both >= LEAST_LIKELY) & (counts >= LEAST_COUNT) & (sources > 0)
    names, terms = list(foreign_ids), list(dutch_ids)
    found: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for one in np.flatnonzero(kept):
        found[names[sources[one]]].append((float(both[one]), terms[targets[one]]))
    return {word: sorted(row, key=lambda pair: (-pair[0], pair[1]))[:MOST_TERMS] for word, row in found.items()}


def model1(
    numbered: list[tuple[Ids, Ids, float]], source_count: int, target_count: int
) -> tuple[NDArray[np.int64], NDArray[np.float32], NDArray[np.float64]]:
    """Sorted keys (source times ``target_count`` plus target), how likely target is given source, and their counts.

    Source 0 is the null word, which may stand beside anything.
    """
    sizes = np.array([(len(a) + 1) * len(b) for a, b, _ in numbered])
    source = np.concatenate([np.tile(np.r_[np.int32(0), a], len(b)) for a, b, _ in numbered])
    target = np.concatenate([np.repeat(b, len(a) + 1) for a, b, _ in numbered])
    owner = np.repeat(np.arange(len(numbered), dtype=np.int32), sizes)
    link_weight = np.array([weight for _, _, weight in numbered], dtype=np.float32)[owner]
    # Links of one target in one pair stand together: its one count is shared among them.
    starts = np.flatnonzero(np.r_[True, (target[1:] != target[:-1]) | (owner[1:] != owner[:-1])])
    group = np.repeat(np.arange(len(starts)), np.diff(np.r_[starts, len(target)]))
    del owner
    keys, entry = np.unique(source.astype(np.int64) * target_count + target, return_inverse=True)
    del source, target
    key_source = keys // target_count
    likely = (1.0 / np.bincount(key_source)[key_source]).astype(np.float32)
    counts = np.zeros(len(keys))
    for _ in range(ROUNDS):
        share = likely[entry]
        share = share / np.add.reduceat(share, starts)[group] * link_weight
        counts = np.bincount(entry, weights=share, minlength=len(keys))
        totals = np.bincount(key_source, weights=counts, minlength=source_count)
        likely = (counts / np.maximum(totals[key_source], 1e-9)).astype(np.float32)
    return keys, likely, counts


if __name__ == "__main__":
    main()
