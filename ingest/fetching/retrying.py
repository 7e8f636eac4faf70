"""When to ask again, and after how long."""

import datetime as dt
import email.utils
from collections.abc import Callable
from typing import TypeVar

from kb.errors import UnreachableError

T = TypeVar("T")
FIRST_PAUSE = 1.0  # seconds; doubles with each attempt
LONGEST_PAUSE = 60.0
_DIGITS = 12  # of a number of seconds that means anything
JITTER = 1.0  # up to so many seconds more, so that many visitors do not come back at the same moment


class AskAgain(UnreachableError):
    """An attempt that failed in a way that may pass. ``after``: seconds that the server asked to wait."""

    def __init__(self, message: str, advice: str = "", after: float = 0.0) -> None:
        super().__init__(message, advice)
        self.after = after


def with_retries(attempt: Callable[[], T], attempts: int, sleep: Callable[[float], None]) -> T:
    """What ``attempt`` gives, tried until it no longer raises AskAgain, ``attempts`` times at most (then that is
    raised). Pauses grow with jitter, and are never shorter than what the server asked for."""
    from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_attempt, wait_exponential_jitter

    grow = wait_exponential_jitter(initial=FIRST_PAUSE, max=LONGEST_PAUSE, jitter=JITTER)

    def pause(state: RetryCallState) -> float:
        error = state.outcome.exception() if state.outcome else None
        return max(grow(state), error.after if isinstance(error, AskAgain) else 0.0)

    retrying = Retrying(
        stop=stop_after_attempt(attempts),
        wait=pause,
        retry=retry_if_exception_type(AskAgain),
        sleep=sleep,
        reraise=True,
    )
    return retrying(attempt)


def retry_after(written: str, now: dt.datetime) -> float:
    """Seconds to wait by a Retry-After header (a number or a date); 0 where it says nothing that can be read."""
    text = written.strip()
    if text.isascii() and text.isdigit():
        return float(text) if len(text) <= _DIGITS else 10.0**_DIGITS
    try:
        until = email.utils.parsedate_to_datetime(text)
    except (TypeError, ValueError, OverflowError):
        return 0.0
    if until.tzinfo is None:
        until = until.replace(tzinfo=dt.UTC)
    return max(0.0, (until - now).total_seconds())
