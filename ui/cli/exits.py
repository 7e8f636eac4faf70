"""How a command ended, as the exit code that a program reads."""

from enum import IntEnum


class Exit(IntEnum):
    DONE = 0
    PROBLEMS = 1  # done, with problems that were reported
    WRONG_USE = 2
    FAILED = 3
