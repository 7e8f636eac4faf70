"""What the corpus holds as files come, change and go, and who may write to it."""

import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.whole.command import Loket
from tests.whole.documents import WATER, WrittenQuestion

ASKED = "Wat is de stand van zaken van het waterloket?"
ID = "folder/stukken/sv-7.txt"
CHANGED = replace(WATER, answers=("Het waterloket is sinds 1 maart 2025 ook open in Ieper.", WATER.answers[1]))


def served(loket: Loket) -> tuple[str, int, tuple[int, ...]]:
    """The version of the corpus, the published generation, and when each of its files was written."""
    status = loket("status", "--json").json
    index = status["index"]
    (generation,) = (loket.corpus / "index").glob("gen-*")
    written = tuple(sorted(path.stat().st_mtime_ns for path in generation.rglob("*") if path.name == "manifest.json"))
    assert index["corpus_version"] == status["corpus_version"]
    assert index["in_line"] is True
    return status["corpus_version"], index["generation"], written


def asked(loket: Loket) -> dict[str, Any]:
    answer: dict[str, Any] = loket("ask", ASKED, "--json").json
    return answer


def text_at(loket: Loket, citation: dict[str, Any]) -> str:
    """What the cited version says at the cited place."""
    shown = loket("show", citation["document"], "--at-version", str(citation["version"]), "--json").json
    assert shown["version"] == citation["version"]
    (text,) = [section["text"] for section in shown["sections"] if section["key"] == citation["section"]]
    return str(text[citation["start"] : citation["end"]])


def test_the_same_file_twice_changes_nothing(loket: Loket, folder: Path) -> None:
    assert loket("add", folder).code == 0
    before, answer = served(loket), loket("ask", ASKED, "--json").out
    again = loket("add", folder, "--json").json
    assert {line["outcome"] for line in again["taken_in"]["lines"]} == {"unchanged"}
    assert again["index"]["passages_written"] == 0
    assert loket("index").code == 0
    assert served(loket) == before
    assert loket("ask", ASKED, "--json").out == answer


def test_a_changed_file_is_a_new_version_and_the_old_citation_still_stands(loket: Loket, folder: Path) -> None:
    loket("add", folder)
    first = asked(loket)
    old = first["claims"][0]["citations"][0]
    assert (old["document"], old["version"], old["quote"]) == (ID, 1, WATER.answers[0])
    CHANGED.write(folder / "sv-7.txt")
    added = loket("add", folder, "--json").json
    assert [line["version"] for line in added["taken_in"]["lines"] if line["outcome"] == "changed"] == [2]
    second = asked(loket)
    new = second["claims"][0]["citations"][0]
    assert (new["document"], new["version"], new["quote"]) == (ID, 2, CHANGED.answers[0])
    assert second["id"] != first["id"]
    assert second["corpus_version"] != first["corpus_version"]
    for citation in (old, new):
        assert text_at(loket, citation) == citation["quote"]
    assert loket("show", ID, "--json").json["version"] == 2
    assert loket("show", ID, "--at-version", "3").code == 3
    assert loket("verify").code == 0


def test_a_removed_document_is_in_no_answer_and_comes_back_when_it_is_added_again(loket: Loket, folder: Path) -> None:
    loket("add", folder)
    before = asked(loket)
    removed = loket("remove", ID, "--json")
    assert (removed.code, removed.json["removed"]) == (0, [ID])
    after = asked(loket)
    assert ID not in {citation["document"] for citation in citations_of(after)}
    found = loket("search", "waterloket Aalst Genk", "--json").json["matches"]
    assert ID not in {match["document"] for match in found}
    assert ID not in {document["id"] for document in loket("status", "--json", "--documents").json["document_list"]}
    assert (loket("verify").code, loket("remove", ID).code) == (0, 3)
    assert text_at(loket, before["claims"][0]["citations"][0]) == WATER.answers[0]  # who cited it can still look

    assert loket("add", folder).code == 0
    again = asked(loket)
    assert [claim["text"] for claim in again["claims"]] == [claim["text"] for claim in before["claims"]]
    assert loket("verify").code == 0


def test_a_removed_document_is_in_no_answer_before_the_index_knows_of_it(loket: Loket, folder: Path) -> None:
    """The catalog is changed first: what a reader of the index as it was finds there is left out."""
    from kb.catalog.catalog import Catalog
    from kb.model.identity import DocumentId

    loket("add", folder)
    with Catalog.open(loket.corpus, write=True) as catalog:
        catalog.remove(DocumentId.parse(ID))
    assert loket("status", "--json").json["index"]["in_line"] is False
    assert ID not in {citation["document"] for citation in citations_of(asked(loket))}
    found = loket("search", "waterloket Aalst Genk", "--json").json["matches"]
    assert ID not in {match["document"] for match in found}
    assert loket("index").code == 0
    assert served(loket)
    assert loket("verify").code == 0


def test_a_purged_document_is_gone_with_its_versions(loket: Loket, folder: Path) -> None:
    loket("add", folder)
    assert loket("remove", "--purge", ID).code == 0
    gone = loket("show", ID, "--at-version", "1")
    assert (gone.code, gone.err.count("\n")) == (3, 1)
    assert b"Aalst en Genk" not in b"".join(
        path.read_bytes() for path in (loket.corpus / "originals").rglob("*") if path.is_file()
    )
    assert loket("verify").code == 0


def citations_of(answer: dict[str, Any]) -> list[dict[str, Any]]:
    return [*answer["near_misses"], *(one for claim in answer["claims"] for one in claim["citations"])]


@pytest.mark.slow
def test_a_second_writer_is_refused_and_a_reader_is_not(loket: Loket, folder: Path, tmp_path: Path) -> None:
    loket("add", folder)
    many = tmp_path / "veel"
    many.mkdir()
    for number in range(400):
        subject = f"dossier {number}"
        WrittenQuestion(number, subject, tuple(f"{part} van {subject}." for part in range(6))).write(
            many / f"{number}.txt"
        )
    writer = loket.begin("add", many)
    lock = loket.corpus / "writer.lock"
    while not lock.stat().st_size:
        assert writer.poll() is None
        time.sleep(0.005)
    for words in (("add", folder), ("index", "--rebuild"), ("remove", ID)):
        refused = loket(*words)
        assert writer.poll() is None, "the first writer was done too early to show anything"
        assert (refused.code, refused.out, refused.err.count("\n")) == (3, "", 1)
        assert "Another process is writing" in refused.err
        assert f"process {writer.pid}" in refused.err
    assert loket("ask", ASKED, "--json").json["status"] == "answered"
    assert writer.wait(120) == 0
    assert loket("add", folder).code == 0
    assert loket("verify").code == 0
