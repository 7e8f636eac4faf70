"""The sample corpus says what its sources say, in files that never change by themselves."""

from __future__ import annotations

import json
import re
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import docx
import pypdf
import pytest

from tools.sample_corpus.build import SAMPLE, build, documents_toml, render
from tools.sample_corpus.lines import plain
from tools.sample_corpus.source import MARK, Source, load_all

SOURCES = load_all()
QUESTIONS = [
    json.loads(line)
    for line in (SAMPLE.parent / "sample-questions.jsonl").read_text(encoding="utf-8").splitlines()
]
FOOT = re.compile(
    rf"(?m)^(?:{re.escape(MARK)}|Vlaams Parlement|ISSN 0921 - \d{{4}}|(?:ah|kv)-tk-\w+(?:-\d+)?|kst-\d+-\d+"
    r"|(?:’s-Gravenhage \d{4} )?Tweede Kamer, vergaderjaar .*|Pagina \d+ van \d+|Onze referentie|IENW/.*"
    r"|\d+(?:-\w)? \(\d{4}-\d{4}\) – Nr\. \d+ \d+)$"
)


def by(suffix: str) -> list[Source]:
    return [source for source in SOURCES if source.file.endswith(suffix)]


def name(source: Source) -> str:
    return source.file


def squash(text: str) -> str:
    """Without white space and hyphens: what line breaks and line-end hyphens cannot change."""
    return re.sub(r"[\s-]", "", text)


def text_of(path: Path) -> str:
    if path.suffix == ".pdf":
        return "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)
    if path.suffix == ".docx":
        document = docx.Document(str(path))
        cells = [c.text for t in document.tables for row in t.rows for c in row.cells]
        feet = [p.text for section in document.sections for p in section.footer.paragraphs]
        return "\n".join([*cells, *(p.text for p in document.paragraphs), *feet])
    text = path.read_text(encoding="utf-8")
    return re.sub(r"<[^>]+>", "", text) if path.suffix in (".html", ".xml") else text


def test_writing_it_again_gives_the_committed_bytes(tmp_path: Path) -> None:
    written = {path.name: path.read_bytes() for path in build(tmp_path)}
    committed = {path.name: path.read_bytes() for path in SAMPLE.iterdir()}
    assert written.keys() == committed.keys()
    assert [file for file in written if written[file] != committed[file]] == []


def test_it_is_a_sample_of_both_parliaments_and_of_every_format() -> None:
    assert len([s for s in SOURCES if s.path.name.startswith("vp-")]) >= 15
    assert len([s for s in SOURCES if s.path.name.startswith("tk-")]) >= 15
    counts = {suffix: len(by(suffix)) for suffix in (".pdf", ".docx", ".html", ".xml", ".txt")}
    assert counts[".pdf"] >= 10
    assert counts[".docx"] >= 5
    assert counts[".html"] >= 3
    assert counts[".xml"] >= 1
    assert counts[".txt"] >= 1
    assert sum(path.stat().st_size for path in SAMPLE.iterdir()) < 2_000_000


@pytest.mark.parametrize("source", SOURCES, ids=name)
def test_each_file_says_that_it_is_fiction(source: Source) -> None:
    assert MARK in text_of(SAMPLE / source.file)


@pytest.mark.parametrize("source", by(".pdf"), ids=name)
def test_the_mark_is_the_last_line_of_every_page(source: Source) -> None:
    pages = pypdf.PdfReader(SAMPLE / source.file).pages
    assert [page.extract_text().splitlines()[-1] for page in pages] == [MARK] * len(pages)


@pytest.mark.parametrize("source", by(".txt"), ids=name)
def test_the_mark_of_a_text_file_is_its_first_line(source: Source) -> None:
    assert (SAMPLE / source.file).read_text(encoding="utf-8").splitlines()[0] == MARK


@pytest.mark.parametrize("source", by(".pdf"), ids=name)
def test_the_text_of_a_pdf_is_the_text_of_its_source(source: Source) -> None:
    """Page feet and footnotes lie between the lines of a page's body; without them the body is whole."""
    extracted = squash(FOOT.sub("", text_of(SAMPLE / source.file)))
    for number, note in source.notes.items():
        assert squash(f"{number} {note}") in extracted
        extracted = extracted.replace(squash(f"{number} {note}"), "", 1)
    blocks = [text for block in source.blocks for text in (block.cells or (block.text,))]
    at = 0
    for text in blocks:
        wanted = squash("".join(marked(text)))
        found = extracted.find(wanted, at)
        assert found >= 0, f"not in the extracted text, or out of order: {text[:60]}"
        at = found + len(wanted)


def marked(text: str) -> list[str]:
    """The printed words with their footnote numbers, which extraction glues to them."""
    return [plain(part) if n % 2 == 0 else part for n, part in enumerate(re.split(r"\[\^(\d+)\]", text))]


@pytest.mark.parametrize("source", by(".docx"), ids=name)
def test_a_docx_has_fixed_times_and_its_footnotes_in_their_own_part(source: Source) -> None:
    with zipfile.ZipFile(SAMPLE / source.file) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2026, 11, 21, 9, 0, 0)}
        notes = archive.read("word/footnotes.xml").decode()
    if source.form != "kv-docx":
        assert all(note in notes for note in source.notes.values())


def test_word_numbers_the_questions_of_a_question_document_itself() -> None:
    source = next(s for s in SOURCES if s.form == "kv-docx")
    numbered = [
        p.text
        for p in docx.Document(str(SAMPLE / source.file)).paragraphs
        if p._p.pPr is not None and p._p.pPr.numPr is not None
    ]
    assert len(numbered) == 5
    assert not any(re.match(r"\d", text) for text in numbered)


@pytest.mark.parametrize("source", SOURCES, ids=name)
def test_the_same_source_renders_to_the_same_bytes(source: Source) -> None:
    assert render(source) == render(source)


def test_documents_toml_names_only_files_that_exist() -> None:
    table = tomllib.loads(documents_toml(SOURCES))
    assert table.keys() <= {source.file for source in SOURCES}


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: str(q["id"]))
def test_every_expected_quote_stands_in_its_file(question: dict[str, Any]) -> None:
    for gold in question["gold"]:
        text = re.sub(r"\s+", " ", text_of(SAMPLE / gold["file"]))
        assert gold["quote"] in text
    assert question.get("latest_file", "documents.toml") in {path.name for path in SAMPLE.iterdir()}


def test_every_tempting_wrong_quote_stands_somewhere() -> None:
    texts = [re.sub(r"\s+", " ", text_of(SAMPLE / source.file)) for source in SOURCES]
    quotes = [quote for question in QUESTIONS for quote in question["not_quotes"]]
    assert [quote for quote in quotes if not any(quote in text for text in texts)] == []


def test_there_are_enough_questions_of_every_kind() -> None:
    kinds = {question["kind"] for question in QUESTIONS}
    wanted = {"status", "fact", "when", "who", "why", "list", "compare", "lookup"}
    assert kinds == wanted | {"unanswerable", "is-there-an-answer"}
    assert len(QUESTIONS) >= 20
