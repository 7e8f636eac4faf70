"""One answer as it was given."""

import datetime as dt
from dataclasses import dataclass

from kb.answering.phrasing.phrased import Phrasing
from kb.model.answer import Answer


@dataclass(frozen=True, slots=True)
class Logged:
    """``moment`` (with its zone) is when it was given; ``phrasing`` None where no language model was asked."""

    moment: dt.datetime
    answer: Answer
    phrasing: Phrasing | None = None
