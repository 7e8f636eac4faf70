"""Several runs of training from one start, averaged ("model soup", Wortsman et al. 2022, arXiv:2203.05482).

A single run soon learns its pairs by heart: three times as many steps found no more on the development queries. What
two runs with other mixes of sources agree on holds elsewhere too, and tables that began as one can be averaged.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from tools.train_embedding.sources import SOURCES, Source
from tools.train_embedding.start import Table


@dataclass(frozen=True, slots=True)
class Course:
    """One run. `weight` in the average; `seed` is added to the command's; `keep`: part of the tokens that stays;
    `shares` in place of those in SOURCES, by the source's name."""

    steps: int
    weight: float = 1.0
    seed: int = 0
    keep: float = 0.6
    shares: Mapping[str, float] = field(default_factory=dict)

    @property
    def sources(self) -> tuple[Source, ...]:
        return tuple(replace(one, share=self.shares.get(one.name, one.share)) for one in SOURCES)


# More English, and texts with what stands below them.
_MORE_ENGLISH = {
    "en_nl_opus_filtered": 12.0, "en_nl_libreoffice_help": 5.0, "lex_en_nl": 3.0, "switched": 10.0,
    "en_nl_verdragen": 4.0, "below_nl": 1.5, "below_en": 1.5, "next_en": 1.5, "next_nl": 1.5, "treaty_en": 1.5,
}  # fmt: skip
COURSES = (Course(steps=338), Course(steps=1200, weight=2.0, shares=_MORE_ENGLISH))
STEPS = sum(course.steps for course in COURSES)


def courses_of(steps: int) -> tuple[Course, ...]:
    """The courses, with `steps` divided among them as COURSES does; each has at least one."""
    return tuple(replace(course, steps=max(1, round(steps * course.steps / STEPS))) for course in COURSES)


def averaged(tables: Sequence[Table], courses: Sequence[Course]) -> Table:
    """The weighted mean of the courses' tables, each scaled to rows of mean length 1: a longer run has longer rows."""
    total = sum(course.weight for course in courses)
    scaled = [
        course.weight / total * table / np.linalg.norm(table, axis=1).mean()
        for table, course in zip(tables, courses, strict=True)
    ]
    return np.asarray(np.sum(scaled, axis=0), dtype=np.float32)


def drawn_shares(courses: Sequence[Course]) -> dict[str, float]:
    """Part of all drawn pairs by source, over the courses; a batch is of one family, chosen by its shares, so that
    these are the shares of the sources."""
    drawn: dict[str, float] = {}
    total = sum(course.steps for course in courses)
    for course in courses:
        shares = sum(source.share for source in course.sources)
        for source in course.sources:
            drawn[source.name] = drawn.get(source.name, 0.0) + course.steps / total * source.share / shares
    return drawn
