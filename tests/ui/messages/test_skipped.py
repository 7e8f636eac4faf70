"""Every reason that a reader of folders gives is said in both languages."""

import re
from pathlib import Path

import pytest

from ingest.sources.folder import candidates, listing, walking
from ingest.sources.folder.candidates import reason_to_skip
from ui.messages.sentence import Language
from ui.messages.skipped import skip_reason


@pytest.mark.parametrize("name", ["~$nota.docx", "documents.toml", "README.md", "data.json", "zonder"])
def test_a_file_is_left_out_with_a_reason_in_dutch(tmp_path, name):
    path = tmp_path / name
    path.write_text("x", encoding="utf-8")
    reason = reason_to_skip(path)
    assert reason
    assert skip_reason(reason, Language.EN) == reason
    dutch = skip_reason(reason, Language.NL)
    assert dutch != reason
    assert ".json" in dutch or ".json" not in reason


@pytest.mark.parametrize("module", [candidates, listing, walking])
def test_no_reason_in_the_code_is_without_its_dutch(module):
    source = Path(module.__file__).read_text(encoding="utf-8")
    said = re.findall(r'return f?"([^"]+)"', source) if module is candidates else []
    said += re.findall(r'Skipped\(str\([^)]*\), f?"([^"]+)"\)', source)
    said += [text for text in re.findall(r'f?"([^"]+)", is_fault=False', source)]
    assert said
    for text in said:
        example = re.sub(r"\{[^}]*\}", ".zip", text)
        assert skip_reason(example, Language.NL) != example, example


def test_an_unknown_reason_is_shown_as_it_stands():
    assert skip_reason("fell off the shelf", Language.NL) == "fell off the shelf"
