"""Reading documents one after the other, or several at once in other processes; a failure is a value, in order.

Reading is pure computing, so processes help and threads do not.
"""

import logging
import multiprocessing
import os
import signal
import threading
import time
import traceback
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass
from typing import Generic, TypeVar

from ingest.parsed import Given, Parsed
from kb.errors import InputError, LoketError, NoTextError
from kb.model.document import Problem

Read = Callable[[bytes, Given], Parsed]
T = TypeVar("T")

SOLO = 12  # so many are read here before processes are thought of
WORTH_SECONDS = 4.0  # of reading still to be done: below that, starting processes costs more than it saves
_AHEAD = 3  # jobs in flight per process: enough to keep it busy, few enough to keep the memory flat
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Job(Generic[T]):
    """One document to read. ``ticket`` is the caller's own and stays here."""

    ticket: T
    location: str
    data: bytes
    given: Given


@dataclass(frozen=True, slots=True)
class Attempt:
    """What reading gave: a parsed document or a problem; ``trace`` is for the log only."""

    parsed: Parsed | None = None
    problem: Problem | None = None
    trace: str = ""


def attempt(read: Read, location: str, data: bytes, given: Given) -> Attempt:
    """Read one document; whatever goes wrong in it is its own problem."""
    try:
        return Attempt(parsed=read(data, given))
    except NoTextError as error:
        return Attempt(problem=problem_of(error, "no_text", location))
    except InputError as error:
        return Attempt(problem=problem_of(error, "unreadable", location))
    except Exception as error:  # one document never ends the run; the trace goes to the log
        return Attempt(problem=internal_problem(location, type(error).__name__), trace=traceback.format_exc())


def problem_of(error: LoketError, code: str, location: str) -> Problem:
    """Readers do not know where their bytes came from: the line that the user sees names the file."""
    message = error.message if location in error.message else f"{location}: {error.message}"
    return Problem(code, message, error.advice)


def internal_problem(location: str, what: str) -> Problem:
    return Problem("internal", f"{location} could not be read (internal: {what}).", "Please report this file.")


def read_all(
    jobs: Iterable[Job[T]], read: Read, expected: int, workers: int
) -> Generator[tuple[Job[T], Attempt], None, None]:
    """Each job with its attempt, in the order of the jobs; ``expected`` is the most there can be.

    Processes are started once the time that the first jobs took says that it pays. ``read`` must be a function of a
    module (or a partial of one) when ``workers`` is above 1. Closing the iterator stops the processes.
    """
    waiting = iter(jobs)
    spent = 0.0
    for done, job in enumerate(waiting, 1):
        begun = time.perf_counter()
        found = attempt(read, job.location, job.data, job.given)
        spent += time.perf_counter() - begun
        yield job, _logged(job.location, found)
        if workers > 1 and done >= SOLO and spent / done * (expected - done) >= WORTH_SECONDS:
            break
    for job, found in _read_in_processes(waiting, read, workers):
        yield job, _logged(job.location, found)


def _read_in_processes(jobs: Iterator[Job[T]], read: Read, workers: int) -> Iterator[tuple[Job[T], Attempt]]:
    flying: deque[tuple[Job[T], Future[Attempt]]] = deque()
    pool: ProcessPoolExecutor | None = None
    try:
        for job in jobs:
            pool = pool or _pool(workers)
            flying.append((job, _submit(pool, read, job)))
            if len(flying) >= workers * _AHEAD:
                pool, done = _collect(flying, pool, read, workers)
                yield done
        while flying and pool:
            pool, done = _collect(flying, pool, read, workers)
            yield done
    finally:
        if pool:
            pool.shutdown(wait=True, cancel_futures=True)


def _collect(
    flying: deque[tuple[Job[T], Future[Attempt]]], pool: ProcessPoolExecutor, read: Read, workers: int
) -> tuple[ProcessPoolExecutor, tuple[Job[T], Attempt]]:
    """The first in flight, and the pool to go on with. A process that dies takes all that is in flight with it; so
    the first is tried once more alone, and the others again together."""
    job, future = flying.popleft()
    try:
        return pool, (job, future.result())
    except BrokenProcessPool:
        pool.shutdown(wait=True, cancel_futures=True)
    found = _alone(read, job)
    fresh = _pool(workers)
    others = [other for other, _ in flying]
    flying.clear()
    flying.extend((other, _submit(fresh, read, other)) for other in others)
    return fresh, (job, found)


def _alone(read: Read, job: Job[T]) -> Attempt:
    with _pool(1) as pool:
        try:
            return _submit(pool, read, job).result()
        except BrokenProcessPool:
            return Attempt(problem=internal_problem(job.location, "the reader was stopped, perhaps for want of memory"))


def _submit(pool: ProcessPoolExecutor, read: Read, job: Job[T]) -> "Future[Attempt]":
    try:
        return pool.submit(attempt, read, job.location, job.data, job.given)
    except BrokenProcessPool as error:
        broken: Future[Attempt] = Future()
        broken.set_exception(error)
        return broken


def _pool(workers: int) -> ProcessPoolExecutor:
    # spawn: a forked process would keep the writer's lock and the open database of its parent.
    return ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn"), initializer=_begin_process)


def _begin_process() -> None:
    """In each process: Ctrl-C is the parent's to handle, and no process outlives a parent that was killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        with suppress(OSError):
            parent.join()
        os._exit(1)


def _logged(location: str, found: Attempt) -> Attempt:
    if found.trace:
        _log.info("reading %s failed\n%s", location, found.trace)
    return found
