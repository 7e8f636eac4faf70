"""Model libraries warn about themselves on import and on shutdown; the project turns warnings into errors."""

import warnings
from collections.abc import Iterator

import pytest


@pytest.fixture
def without_third_party_warnings() -> Iterator[None]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield
