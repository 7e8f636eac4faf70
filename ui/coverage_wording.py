"""What is held of a source against what it has, in words: the same on the command line and on a screen."""

import datetime as dt

from kb.model.collecting import MonthCoverage, SourceCoverage
from ui.messages import collecting
from ui.messages.sentence import Language
from ui.messages.spelling import day, number


def moment(when: dt.datetime, language: Language) -> str:
    """20 november 2026 08:00, in the user's own time zone."""
    local = when.astimezone()
    return f"{day(language, local.date())} {local:%H:%M}"


def freshness(source: SourceCoverage, language: Language) -> str:
    if source.last_success is None:
        return collecting.NEVER.to(language)
    return collecting.LAST_SUCCESS.to(language, date=moment(source.last_success, language))


def failure(source: SourceCoverage, language: Language) -> str:
    """Why the last run failed; "" where it did not."""
    if source.last_failure is None or (source.last_success and source.last_success > source.last_failure):
        return ""
    return collecting.LAST_FAILURE.to(language, date=moment(source.last_failure, language), why=source.failure)


def held_of(source: SourceCoverage, language: Language) -> str:
    total = number(language, source.held + source.missing)
    return collecting.HELD_OF.to(language, held=number(language, source.held), listed=total)


def newest_gaps(source: SourceCoverage) -> list[MonthCoverage]:
    return sorted(source.gaps, key=lambda gap: (gap.month or dt.date.min, gap.kind), reverse=True)


def gap(of: MonthCoverage, language: Language) -> str:
    """2026-11 brief: 2 van 40 ontbreken (1 mislukt, 1 nog op te halen)."""
    why = [
        said.to(language, n=number(language, n))
        for said, n in (
            (collecting.GAP_FAILED, of.failed),
            (collecting.GAP_ABSENT, of.absent),
            (collecting.GAP_WAITING, of.waiting),
            (collecting.GAP_UNLISTED, max((of.expected or 0) - of.listed, 0)),
        )
        if n
    ]
    return collecting.GAP.to(
        language,
        month=f"{of.month:%Y-%m}" if of.month else collecting.UNDATED_MONTH.to(language),
        kind=of.kind,
        missing=number(language, of.missing),
        total=number(language, of.held + of.missing),
        why=", ".join(why),
    )
