"""A short, seeded run of `fuzz.py`."""

import pytest

from tests.ingest.formats.builders import seeds
from tests.ingest.formats.fuzz import cases, outcome


@pytest.mark.parametrize("name", list(seeds()))
def test_damaged_files_are_read_or_refused_and_nothing_else(name: str) -> None:
    outcomes = {outcome(name, data) for name, data in cases(seeds(), [name], 40, seed=7)}
    assert outcomes <= {"read", "InputError", "NoTextError"}
    assert "read" in outcomes, "damage that stops every file tests nothing behind the first check"
