"""Recall by kind and confusion, with every miss."""

from collections import Counter
from collections.abc import Sequence

from evaluation.words.judging import OTHERS, PAGE, ApartResult, MetResult
from evaluation.words.lists import pairs


def recall(met: Sequence[MetResult]) -> float:
    return sum(one.met for one in met) / len(met)


def confusion(apart: Sequence[ApartResult]) -> float:
    return sum(not one.kept for one in apart) / len(apart)


def as_markdown(met: Sequence[MetResult], apart: Sequence[ApartResult], command: str) -> str:
    lines = [
        "# Words that must meet, and words that must not",
        "",
        f"Written by `{command}`. Every word of the lists is a passage of its own among {OTHERS} usual Dutch words, in"
        f" the product's index; every word is searched. Met: the other word is among the first {PAGE} after the word"
        " itself and its other partners. Confused: the wrong word comes before one that does mean what was asked.",
        "",
        f"{pairs()} pairs, searched both ways but for English and mistyped words: {len(met)} searches,"
        f" recall {recall(met):.3f}. {len(apart)} words to be kept apart: confusion {confusion(apart):.3f}.",
        "",
        "| kind | searches | met |",
        "| --- | --- | --- |",
    ]
    lines += _rows(Counter(one.meeting.kind for one in met), Counter(one.meeting.kind for one in met if one.met))
    lines += ["", "| kind | searches | confused |", "| --- | --- | --- |"]
    wrong = Counter(one.apart.kind for one in apart if not one.kept)
    lines += _rows(Counter(one.apart.kind for one in apart), wrong)
    lines += ["", "## Did not meet", ""]
    lines += [
        f"- {one.meeting.kind}: {one.meeting.asked} → {one.meeting.written} ({_shown(one.place)})"
        for one in met
        if not one.met
    ]
    lines += ["", "## Confused", ""]
    lines += [
        f"- {one.apart.kind}: {one.apart.asked} found {one.apart.other} ({_shown(one.other_place)})"
        f" before {one.apart.meant} ({_shown(one.meant_place)})"
        for one in apart
        if not one.kept
    ]
    return "\n".join(lines) + "\n"


def _rows(all: Counter[str], some: Counter[str]) -> list[str]:
    return [f"| {kind} | {count} | {some[kind]} ({some[kind] / count:.2f}) |" for kind, count in sorted(all.items())]


def _shown(place: int) -> str:
    return f"place {place}" if place else "not found"
