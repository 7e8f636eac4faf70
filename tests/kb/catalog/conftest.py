"""A catalog in an empty directory."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kb.catalog.catalog import Catalog


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    with Catalog.open(tmp_path / "corpus", write=True) as opened:
        yield opened
