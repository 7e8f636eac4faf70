"""Every example text stands beside its reviewed result."""

import json

import pytest

from tests.ingest.parsers.print_example import EXAMPLES, read_example

NAMES = sorted(path.stem for path in EXAMPLES.glob("*.txt"))


@pytest.mark.parametrize("name", NAMES)
def test_an_example_is_read_as_reviewed(name):
    path = EXAMPLES / f"{name}.json"
    assert path.exists(), f"no reviewed result: python -m tests.ingest.parsers.print_example {name}, then review it"
    assert read_example(name) == json.loads(path.read_text(encoding="utf-8"))


def test_every_result_has_its_example():
    assert sorted(path.stem for path in EXAMPLES.glob("*.json")) == NAMES
    assert len(NAMES) > 20
