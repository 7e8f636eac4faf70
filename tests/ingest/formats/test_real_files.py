"""The real papers beside the project: nothing of their text may get lost, and each form has its known facts."""

from collections import Counter
from pathlib import Path

import pytest

from ingest.formats.encoding import decode
from ingest.formats.lines import Extracted, LineKind
from ingest.formats.read import extract

SHARED = Path(__file__).parents[3].parent / "shared"
PDFS = sorted((SHARED / "samples").glob("*/*-pdf/*.pdf"))
TEXTS = sorted((SHARED / "corpus").glob("*/*.txt"))
OTHERS = sorted(
    [*(SHARED / "samples/tk").glob("ministerie-docx/*.docx"), *(SHARED / "samples/tk").glob("obk-xml/*.xml")]
)

pytestmark = pytest.mark.skipif(not PDFS, reason="the real files are not here (../shared)")


def characters(text: str) -> Counter[str]:
    return Counter(
        char
        for char in text
        if not char.isspace()
        and char not in "\x00-•"
        and not "\ue000" <= char <= "\uf8ff"
        and not "\x7f" <= char <= "\x9f"
    )


def lost(extracted: Extracted, original: str) -> tuple[Counter[str], int]:
    """Characters of the original that are nowhere, and how many digits the notes account for: each note its mark."""
    kept = "".join(line.label + line.text for line in extracted.lines) + "".join(
        item.text for item in extracted.dropped
    )
    marks = sum(len(line.label) for line in extracted.lines if line.kind is LineKind.NOTE)
    return characters(original) - characters(kept), marks


def assert_only_marks(missing: Counter[str], marks: int) -> None:
    """Digits of marks, and what stands between the marks on a line of their own: "2, 3 en 4"."""
    digits = sum(count for char, count in missing.items() if char.isdigit())
    assert set(missing) - set("0123456789") <= set(",en"), missing
    assert missing["e"] == missing["n"], missing
    assert missing["e"] + missing[","] < max(1, digits), missing
    assert digits <= marks


@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.stem[:20])
def test_every_character_of_a_pdf_is_in_a_line_a_note_or_dropped(path: Path) -> None:
    from pypdf import PdfReader

    original = "\n".join(page.extract_text() for page in PdfReader(path).pages)
    missing, marks = lost(extract(path.read_bytes(), path.name), original)
    assert_only_marks(missing, marks)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem[:20])
def test_every_character_of_a_text_is_in_a_line_a_note_or_dropped(path: Path) -> None:
    data = path.read_bytes()
    missing, marks = lost(extract(data, path.name), decode(data)[0])
    assert_only_marks(missing, marks)


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.stem[:20])
def test_documents_and_publications_are_read(path: Path) -> None:
    assert any(line.text for line in extract(path.read_bytes(), path.name).lines)


@pytest.mark.parametrize(
    "path", [path for path in PDFS if "aanhangsel" in path.parts[-2]], ids=lambda path: path.stem[:8]
)
def test_no_foot_of_a_page_stays_in_the_text(path: Path) -> None:
    text = "\n".join(
        line.text for line in extract(path.read_bytes(), path.name).lines if line.kind is not LineKind.NOTE
    )
    assert "ISSN 0921" not in text
    assert "’s-Gravenhage 20" not in text
    assert "ah-tk-20" not in text
