"""Make the compound lexicon: `python -m tools.language_data.lexicon ../shared/data`.

Words and which of them may be part of a compound come from OpenTaal's approved list (BSD or CC BY 3.0); how usual they
are is counted in official and CC0 text. Written as one line a word: the word, a tab, the log frequency times ten, and
for a word that stands only as a whole a trailing "-".
"""

import argparse
import re
import zlib
from collections import Counter
from math import log
from pathlib import Path

from kb.language.compounds import CompoundSplitter
from kb.language.lexicon import LEXICON_FILE
from kb.language.normalise import fold
from kb.language.stemming import stem
from kb.language.telling import USUAL_STEMS_FILE
from tools.language_data.texts import lines, pairs, texts

_WORD = re.compile(r"[^\W\d_]+")
# Sources of pairs whose text is a parliament's or a government's own; laws and subjects are counted from the texts.
_COUNTED = ("q_be_", "q_tk_", "q_vl_", "be_", "overheid_", "wob", "en_nl_verdragen", "fr_nl_")
LEAST = 30  # occurrences that a part of four letters and more needs
USUAL = 40  # a rarer stem is not listed
LEAST_SHORT = 1500  # the same for three letters, where chance words abound
# Listed words that are endings, prefixes or function words: as parts they split what is no compound.
NEVER_PARTS = frozenset(
    """heid heden ing ingen baar lijk lijke atie isme eren teit ende loos achtig schap zaam elijk
    aan achter af bij binnen boven buiten door in langs met na naar naast om onder op over per rond sinds te tegen tot
    tussen uit van via volgens voor zonder toe mede de het een en of dat die dit deze als dan er ook niet wel nog al
    maar want dus toch zo hoe wat wie waar wanneer waarom welk welke ik jij je hij zij ze wij we jullie u hun hen haar
    mijn zijn ons onze uw men zich is was ben bent waren wordt worden werd werden heeft hebben had hadden zal zullen
    zou zouden kan kunnen kon konden mag mogen moet moeten wil willen ver be ge her ont mis wan aller zeer meer meest
    veel weinig eens even heel hier daar nu ooit nooit weer terug samen tegemoet heen mee sche schen den ten ter gen
    ken len men nen pen ren sen ven zen ste sten tie ties eng ete ine ale wens rings tes ers erin""".split()
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder with text/, lexicon/ and pairs.jsonl.xz")
    data: Path = parser.parse_args().data
    frequencies = count(data)
    listed = opentaal(data)
    parts = {word for word in listed if may_be_part(word, frequencies[word])}
    logs = {word: log(n) for word, n in frequencies.items() if n >= 3}
    splitter = CompoundSplitter(logs, frozenset(parts))
    free = CompoundSplitter({word: logs[word] for word in parts}, frozenset(parts))
    # Of the other words only those matter that could be split and are too usual for it.
    wholes = {word for word in logs if word not in parts and free.split(word) and not splitter.split(word)}
    rows = [f"{w}\t{round(10 * logs[w])}{'' if w in parts else '-'}" for w in sorted(parts | wholes)]
    LEXICON_FILE.parent.mkdir(exist_ok=True)
    LEXICON_FILE.write_bytes(zlib.compress("\n".join(rows).encode(), 9))
    write_usual_stems(frequencies, {stem(word) for word in listed})
    print(f"{len(parts)} parts, {len(wholes)} wholes, {LEXICON_FILE.stat().st_size / 1e6:.2f} MB: {LEXICON_FILE.name}")


def write_usual_stems(frequencies: Counter[str], listed: set[str]) -> None:
    stems: Counter[str] = Counter()
    for word, n in frequencies.items():
        stems[stem(word)] += n
    rows = [
        f"{word}\t{round(10 * log(n))}{'' if word in listed else '-'}"
        for word, n in sorted(stems.items())
        if n >= USUAL
    ]
    USUAL_STEMS_FILE.write_bytes(zlib.compress("\n".join(rows).encode(), 9))
    print(f"{len(rows)} usual stems, {USUAL_STEMS_FILE.stat().st_size / 1e6:.2f} MB: {USUAL_STEMS_FILE.name}")


def count(data: Path) -> Counter[str]:
    """How often each word stands in lower case in the texts; names are not parts."""
    raw: Counter[str] = Counter()
    for text in texts(data):
        raw.update(_WORD.findall(text))
    for pair in pairs(data):
        if pair.source.startswith(_COUNTED):
            if pair.anchor_language == "nl":
                raw.update(_WORD.findall(pair.anchor))
            raw.update(_WORD.findall(pair.text))
    counted: Counter[str] = Counter()
    for word, n in raw.items():
        if word.islower():
            counted[fold(word)] += n
    return counted


def opentaal(data: Path) -> set[str]:
    """OpenTaal's approved base words and its inflected forms, folded."""
    found: set[str] = set()
    for name in ("opentaal_basiswoorden-gekeurd", "opentaal_flexies-ongekeurd"):
        found.update(
            fold(word) for word in lines(data / "lexicon" / f"{name}.txt.xz") if word.isalpha() and word.islower()
        )
    return found


def may_be_part(word: str, frequency: int) -> bool:
    if word in NEVER_PARTS:
        return False
    return frequency >= (LEAST if len(word) >= 4 else LEAST_SHORT) and len(word) >= 3


if __name__ == "__main__":
    main()
