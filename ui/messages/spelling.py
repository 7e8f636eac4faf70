"""Dates and numbers as people write them. Not `locale`: that depends on what the machine has installed."""

import datetime as dt

from ui.messages.sentence import Language

_MONTHS = {
    Language.NL: ("januari februari maart april mei juni juli augustus september oktober november december".split()),
    Language.EN: ("January February March April May June July August September October November December".split()),
}


def day(language: Language, date: dt.date) -> str:
    """31 oktober 2024, 31 October 2024."""
    return f"{date.day} {_MONTHS[language][date.month - 1]} {date.year}"


def number(language: Language, value: int) -> str:
    """12.345 in Dutch, 12,345 in English."""
    return f"{value:,}".replace(",", "." if language is Language.NL else ",")


def question_numbers(numbers: tuple[int, ...]) -> str:
    """Runs of three and more become a range: 3-6, 9, 11."""
    runs: list[list[int]] = []
    for value in sorted(set(numbers)):
        if runs and value == runs[-1][-1] + 1:
            runs[-1].append(value)
        else:
            runs.append([value])
    parts: list[str] = []
    for run in runs:
        parts.extend([f"{run[0]}-{run[-1]}"] if len(run) > 2 else [str(value) for value in run])
    return ", ".join(parts)
