"""`streamlit run` puts the folder of its program on the path: a module there must not hide one of Python's own."""

import sys
from pathlib import Path

import ui.screens


def test_no_module_of_the_screens_hides_one_of_python() -> None:
    names = {path.stem for path in Path(ui.screens.__path__[0]).glob("*.py")}
    assert "app" in names
    assert not names & set(sys.stdlib_module_names)
