"""Answers are kept, and `loket answer` shows them again with what became of their sources."""

import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.whole.command import ROOT, Loket
from tests.whole.documented import Documented
from tests.whole.documents import WATER, WrittenQuestion
from tests.whole.fewer_rights import REFUSED

QUESTION = "Is het waterloket open?"


@pytest.fixture(scope="module")
def documented() -> Documented:
    return Documented.read(ROOT / "docs" / "json.md")


@pytest.fixture
def asked(loket: Loket, folder: Path) -> str:
    """The id of an answer about the water desk."""
    assert loket("add", folder).code == 0
    answer = loket.here("ask", QUESTION, "--json").json
    assert answer["status"] == "answered"
    return str(answer["id"])


def states(kept: dict[str, object], document: str) -> set[tuple[str, bool]]:
    sources = kept["sources"]
    assert isinstance(sources, list)
    return {(one["state"], one["stands"]) for one in sources if one["citation"]["document"] == document}


def test_an_answer_is_shown_again_as_it_was_given(loket: Loket, asked: str, documented: Documented) -> None:
    given = loket.here("ask", QUESTION, "--json").json
    again = loket("answer", asked, "--json")
    assert again.code == 0
    assert documented.faults(again.json, "kept answer") == []
    assert again.json["answer"] == given
    assert (again.json["changed"], again.json["corpus_changed"]) == (False, False)
    shown = loket.here("answer", asked)
    assert shown.code == 0
    assert loket.here("ask", QUESTION).out.strip() in shown.out
    assert "every quote still stands" in shown.out
    listed = loket.here("answer", "--json").json
    assert documented.faults(listed, "kept answers") == []
    assert [one["id"] for one in listed["answers"]] == [asked] * 3
    assert QUESTION in loket.here("answer", "--limit", "1").out


def test_what_became_of_its_sources_is_said(loket: Loket, asked: str, folder: Path) -> None:
    id = "folder/stukken/sv-7.txt"
    WrittenQuestion(7, "het waterloket", (WATER.answers[0], "De kosten zijn nog niet bekend.")).write(
        folder / "sv-7.txt"
    )
    assert loket("add", folder).code == 0
    newer = loket.here("answer", asked, "--json")
    assert newer.code == 1
    assert ("newer", True) in states(newer.json, id)
    assert newer.json["corpus_changed"]
    shown = loket.here("answer", asked)
    assert shown.code == 1
    assert "there is a newer version (2); the quote is still in it, word for word" in " ".join(shown.out.split())

    WrittenQuestion(7, "het waterloket", ("Het waterloket is gesloten.",) * 2).write(folder / "sv-7.txt")
    assert loket("add", folder).code == 0
    assert states(loket.here("answer", asked, "--json").json, id) == {("newer", False)}

    assert loket("remove", id).code == 0
    removed = loket.here("answer", asked, "--json")
    assert (removed.code, states(removed.json, id)) == (1, {("removed", False)})
    assert "sinds 1 oktober 2024 open" in json.dumps(removed.json["answer"])

    loket("remove", "--purge", id)
    if loket.here("show", id, "--at-version", "1").code != 0:
        assert states(loket.here("answer", asked, "--json").json, id) == {("purged", False)}


def test_nothing_is_kept_where_that_is_wanted_and_what_was_kept_stays(loket: Loket, asked: str, tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text('[embedding]\nkind = "hashing"\n[answer]\nlog = false\n', encoding="utf-8")
    quiet = Loket(loket.corpus, config)
    assert quiet.here("ask", "Is het bijenplan klaar?", "--json").code == 0
    listed = quiet.here("answer")
    assert [row for row in listed.out.splitlines() if row.startswith(asked)]
    assert "Answers are not kept" in listed.out
    assert len(loket.here("answer", "--json").json["answers"]) == 1


def test_an_answer_that_cannot_be_kept_is_given_all_the_same(loket: Loket, asked: str) -> None:
    answers = loket.corpus / "answers"
    for file in answers.iterdir():
        file.unlink()
    answers.rmdir()
    answers.write_text("in the way", encoding="utf-8")
    given = loket.here("ask", QUESTION, "--json")
    assert (given.code, given.json["id"], given.err) == (0, asked, "")
    file = answers.parent / "questions.txt"
    file.write_text(f"{QUESTION}\n{QUESTION}\n", encoding="utf-8")
    told = loket("--debug", "ask", "--from-file", file)
    assert told.code == 0
    assert told.err.count("Not kept:") == 1


@pytest.mark.usefixtures("asked")
def test_a_corpus_that_may_only_be_read_keeps_nothing_and_says_nothing(loket: Loket) -> None:
    drop = (sys.executable, str(ROOT / "tests" / "whole" / "fewer_rights.py"))
    weak = replace(loket, start=drop)
    kept = loket.corpus / "answers"
    (file,) = kept.iterdir()
    before = file.read_bytes()
    file.chmod(0o400)
    kept.chmod(0o500)
    try:
        ran = weak("ask", QUESTION, "--json")
    finally:
        kept.chmod(0o700)
    if ran.code == REFUSED:
        pytest.skip("no right to give up rights here")
    assert (ran.code, ran.err, ran.json["status"]) == (0, "", "answered")
    assert file.read_bytes() == before


def test_an_answer_that_was_never_given(loket: Loket, folder: Path) -> None:
    assert loket.here("answer", "--json").json == {"answers": []}
    assert "No answer has been kept yet." in loket.here("answer").out
    assert loket("add", folder).code == 0
    ran = loket("answer", "0123456789abcdef")
    assert (ran.code, ran.out, ran.err.count("\n")) == (3, "", 1)
    assert "`loket answer` lists" in ran.err


def test_formats(loket: Loket, asked: str) -> None:
    text = loket.here("ask", QUESTION, "--format", "text").out
    assert "“Het waterloket is sinds 1 oktober 2024 open in Aalst en Genk." in text
    assert "[1] het waterloket - Stand van zaken, SV 7 (2024-2025), Written question with answer, 14 November" in text
    assert "folder/stukken/sv-7.txt, version 1" in text
    assert f"Answer {asked} by Loket" in text
    markdown = loket.here("ask", QUESTION, "--format", "markdown").out
    assert markdown.startswith(f"## {QUESTION}\n")
    assert "\n> Het waterloket is sinds 1 oktober 2024 open in Aalst en Genk." in markdown
    assert loket.here("answer", asked, "--format", "markdown").out.count("## ") >= 3
    assert loket.here("ask", QUESTION, "--format", "json").out == loket.here("ask", QUESTION, "--json").out
    for wrong in (("--format", "html"), ("--format", "text", "--json")):
        assert loket.here("ask", QUESTION, *wrong).code == 2
