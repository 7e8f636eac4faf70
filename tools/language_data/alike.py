"""Make the tables of expressions that mean the same: `python -m tools.language_data.alike DATA`.

From the reviewed lists in `kb/language/words` and, for English terms, EuroVoc's labels (EU Publications Office, CC BY
4.0). Words become the analyzer's stems here, so that a question only has to look them up.
"""

import argparse
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from kb.language import stopwords
from kb.language.alike import ALIKE_FILE, ENGLISH_TERMS_FILE, MOST_WORDS
from kb.language.analyzer import words_in
from kb.language.guess import Language
from kb.language.stemming import stem
from kb.language.tokens import form, raw_tokens
from tools.language_data.texts import lines

WORDS = ALIKE_FILE.parents[1] / "words"
DUTCH_LISTS = ("flemish_dutch", "everyday_official", "abbreviations")
# Concepts and microthesauri; the domains are one word each.
_EUROVOC_KINDS = frozenset({"tc", "mt"})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder with lexicon/")
    data: Path = parser.parse_args().data
    write(ALIKE_FILE, alike_rows())
    write(ENGLISH_TERMS_FILE, english_rows(data))


def alike_rows() -> dict[str, list[str]]:
    """From the stems of an expression to those of what it also is called."""
    rows: dict[str, list[str]] = defaultdict(list)
    for name in DUTCH_LISTS:
        for expressions in read(WORDS / f"{name}.tsv"):
            keys = list(dict.fromkeys(filter(None, map(dutch_stems, expressions))))
            # An abbreviation's further columns are names of it, not of one another's abbreviation.
            for key in keys:
                rows[key].extend(other for other in keys if other != key and other not in rows[key])
    return {key: others for key, others in rows.items() if others and _fits(key)}


def english_rows(data: Path) -> dict[str, list[str]]:
    """From the English stems of a term to the Dutch stems of what it stands for; reviewed terms first."""
    rows: dict[str, list[str]] = defaultdict(list)
    for english, *dutch in (*read(WORDS / "english_dutch.tsv"), *eurovoc(data)):
        key = english_stems(english)
        rows[key].extend(one for one in map(dutch_stems, dutch) if one and one not in rows[key])
    return {key: others for key, others in rows.items() if key and others and _fits(key)}


def eurovoc(data: Path) -> Iterator[tuple[str, str]]:
    """Labels of two English words and more: single words are in the aligned table, with their likelihoods."""
    for line in lines(data / "lexicon" / "eurovoc_labels.tsv.xz"):
        cells = line.split("\t")
        if len(cells) < 4:
            continue
        kind, _, dutch, english = cells[:4]
        bare = english.split(" (")[0].split(" [")[0]
        if kind in _EUROVOC_KINDS and dutch and len(english_stems(bare).split()) > 1 and "," not in bare:
            yield bare, dutch.split(" (")[0].split(" [")[0]


def read(path: Path) -> Iterator[list[str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.split("\t")


def dutch_stems(text: str) -> str:
    return _stems(text, stopwords.DUTCH, stem)


def english_stems(text: str) -> str:
    return _stems(text, stopwords.ENGLISH, lambda word: stem(word, Language.ENGLISH))


def _stems(text: str, stop: frozenset[str], to_stem: Callable[[str], str]) -> str:
    words = (word for raw in raw_tokens(text) for word in words_in(form(raw)))
    return " ".join(to_stem(word) for word in words if word not in stop)


def _fits(key: str) -> bool:
    return len(key.split()) <= MOST_WORDS


def write(path: Path, rows: dict[str, list[str]]) -> None:
    table: Iterable[str] = ("\t".join([key, *others]) for key, others in sorted(rows.items()))
    path.write_bytes(zlib.compress("\n".join(table).encode(), 9))
    print(f"{len(rows)} expressions, {path.stat().st_size / 1e3:.0f} kB: {path.name}")


if __name__ == "__main__":
    main()
