"""`python -m evaluation.phrasing --questions FILE` or `--corpus DIR`: sentences of quotes, as they stand and altered.

A sentence as it stands must be kept, an altered one dropped. ``FILE`` has a question a line with `gold` quotes; of a
corpus every paragraph that a government says to a parliament is a quote.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from evaluation.phrasing.altering import ALTERATIONS
from kb.answering.phrasing.checking import checked
from kb.answering.phrasing.phrased import PhrasedSentence
from kb.answering.phrasing.quoted import Quote
from kb.answering.phrasing.sentences import Written
from kb.answering.phrasing.words import content
from kb.passages.sentences import sentence_spans

# Words of a quote, as `kb.answering.quoting` makes them.
LONGEST = 90


def quotes(file: Path) -> Iterator[str]:
    for line in file.read_text(encoding="utf-8").splitlines():
        for gold in json.loads(line).get("gold") or ():
            if gold.get("quote"):
                yield gold["quote"]


def paragraphs(corpus: Path) -> Iterator[str]:
    from kb.catalog.catalog import Catalog

    with Catalog.open(corpus) as catalog:
        for current in catalog.current():
            for section in catalog.sections_of(current.id):
                if section.role.is_government:
                    yield from (part for part in section.text.split("\n\n") if 5 < len(part.split()) <= LONGEST)


def is_kept(text: str, quote: Quote) -> bool:
    return isinstance(checked(Written(text, (1,)), {1: quote}), PhrasedSentence)


def main() -> None:
    parser = argparse.ArgumentParser(prog="evaluation.phrasing", description=__doc__)
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--questions", type=Path)
    source.add_argument("--corpus", type=Path)
    parser.add_argument("--misses", action="store_true", help="list every one")
    given = parser.parse_args()
    distinct = dict.fromkeys(quotes(given.questions) if given.questions else paragraphs(given.corpus))
    sentences = [
        (looked_up, " ".join(quote[slice(*span)].split()))
        for quote in distinct
        for looked_up in [Quote(quote)]
        for span in sentence_spans(quote)
        if len(content(quote[slice(*span)])) > 1  # no row of a table
    ]
    whole = [text for quote, text in sentences if not is_kept(text, quote)]
    print(f"{len(distinct)} quotes, {len(sentences)} sentences")
    print(f"{'as it stands: kept':<32}{len(sentences) - len(whole):>5} of {len(sentences)}")
    misses = [("as it stands", text) for text in whole]
    for label, alter in ALTERATIONS:
        altered = [(quote, changed) for quote, text in sentences if (changed := alter(text))]
        passed = [text for quote, text in altered if is_kept(text, quote)]
        misses.extend((label, text) for text in passed)
        print(f"{label + ': dropped':<32}{len(altered) - len(passed):>5} of {len(altered)}")
    if given.misses:
        for label, text in misses:
            print(f"- {label}: {text}")


if __name__ == "__main__":
    main()
