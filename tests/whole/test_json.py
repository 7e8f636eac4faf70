"""The JSON of every command is what `docs/json.md` says, and what it quotes is there."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.whole.command import ROOT, SAMPLE, Loket
from tests.whole.documented import Documented

QUESTIONS = (
    "status van het Vlaams Herstelloket",
    "Hoeveel kost de herstelcheque?",
    "Waarom werd de opening van het loket uitgesteld?",
    "Wat kost een melkpoederfabriek op Mars?",
    "What is the status of the repair desk in the Netherlands?",
)
OTHERS_OF_DESIGN = {
    "answer": {"id", "question", "status", "intent", "reason", "claims", "near_misses", "searched"},
    "claim": {"text", "date", "parliament", "speaker", "role", "citations"},
    "citation": {
        *("document", "version", "source", "url", "title", "kind", "parliament", "date", "section", "questions"),
        *("page", "start", "end", "quote"),
    },
    "search": {"query", "matches", "total", "total_is_exact"},
    "parsed pair": {"questions", "question_texts", "answer", "refers_to"},
}


@pytest.fixture(scope="module")
def documented() -> Documented:
    return Documented.read(ROOT / "docs" / "json.md")


@pytest.fixture(scope="module")
def answers(on_sample: Loket, tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    file = tmp_path_factory.mktemp("questions") / "questions.txt"
    file.write_text("\n".join(QUESTIONS), encoding="utf-8")
    ran = on_sample("ask", "--from-file", file, "--json")
    assert (ran.code, ran.err) == (0, "")
    return ran.json_lines


def citations_of(answer: dict[str, Any]) -> list[dict[str, Any]]:
    return [*answer["near_misses"], *(one for claim in answer["claims"] for one in claim["citations"])]


def test_every_example_of_the_documentation_is_what_its_tables_say(documented: Documented) -> None:
    for name, example in documented.examples.items():
        also = {"question_id": "text"} if name == "failed question" else None
        assert documented.faults(example, name, also) == []
    assert {"answer", "search", "status", "verify", "document", "parsed", "added"} <= documented.examples.keys()


@pytest.mark.parametrize("name", OTHERS_OF_DESIGN)
def test_the_documentation_holds_what_the_design_promises(documented: Documented, name: str) -> None:
    assert documented.keys[name].keys() >= OTHERS_OF_DESIGN[name]


def test_answers_are_as_documented(documented: Documented, answers: list[dict[str, Any]]) -> None:
    assert [documented.faults(answer, "answer") for answer in answers] == [[]] * len(QUESTIONS)
    assert {answer["status"] for answer in answers} == {"answered", "declined"}
    assert [answer["question"] for answer in answers] == list(QUESTIONS)


def test_search_is_as_documented(documented: Documented, on_sample: Loket) -> None:
    found = on_sample("search", "herstelcheque", "--json").json
    assert documented.faults(found, "search") == []
    assert found["matches"]
    nothing = on_sample("search", "herstelcheque", "--json", "--from", "2090").json
    assert documented.faults(nothing, "search") == []
    assert nothing["matches"] == []


def test_status_and_verify_are_as_documented(documented: Documented, on_sample: Loket) -> None:
    assert documented.faults(on_sample("status", "--json").json, "status") == []
    listed = on_sample("status", "--json", "--documents").json
    assert documented.faults(listed, "status", {"document_list": "list of [summary](#summary)"}) == []
    assert len(listed["document_list"]) > 20
    assert documented.faults(on_sample("verify", "--json").json, "verify") == []


def test_problems_are_as_documented(documented: Documented, loket: Loket, folder: Path) -> None:
    (folder / "leeg.pdf").write_bytes(b"")
    added = loket("add", folder, "--json")
    assert (added.code, documented.faults(added.json, "added")) == (1, [])
    status = loket("status", "--json").json
    assert documented.faults(status, "status") == []
    assert len(status["problem_list"]) == 1
    assert documented.faults(loket("index", "--rebuild", "--json").json, "indexed") == []
    (original,) = list((loket.corpus / "originals").rglob("*"))[-1:]
    original.chmod(0o644)
    original.write_bytes(b"iets anders")
    damaged = loket("verify", "--json")
    assert (damaged.code, damaged.json["ok"]) == (1, False)
    assert documented.faults(damaged.json, "verify") == []
    removed = loket("remove", "folder/stukken/sv-7.txt", "folder/niets", "--json")
    assert (removed.code, documented.faults(removed.json, "removal")) == (1, [])
    empty = loket.on(folder / "nieuw")("status", "--json").json
    assert documented.faults(empty, "status") == []


def test_every_document_of_the_sample_is_shown_and_parsed_as_documented(
    documented: Documented, on_sample: Loket
) -> None:
    ids = [one["id"] for one in on_sample("status", "--json", "--documents").json["document_list"]]
    for id in ids:
        assert documented.faults(on_sample.here("show", id, "--json").json, "document") == []
        parsed = on_sample.here("parse", SAMPLE / id.rpartition("/")[2], "--json").json
        assert documented.faults(parsed, "parsed") == []


def test_every_quote_is_the_text_of_its_section_at_its_place(on_sample: Loket, answers: list[dict[str, Any]]) -> None:
    shown: dict[str, Any] = {}
    quotes = 0
    for citation in (one for answer in answers for one in citations_of(answer)):
        id = citation["document"]
        if id not in shown:
            shown[id] = on_sample.here("show", id, "--at-version", str(citation["version"]), "--json").json
        (section,) = [one for one in shown[id]["sections"] if one["key"] == citation["section"]]
        assert section["text"][citation["start"] : citation["end"]] == citation["quote"]
        assert citation["source"] == shown[id]["provenance"]["location"]
        quotes += 1
    assert quotes >= 10
    assert all(claim["text"] == claim["citations"][0]["quote"] for answer in answers for claim in answer["claims"])


def test_the_same_question_gives_the_same_bytes(on_sample: Loket, answers: list[dict[str, Any]]) -> None:
    first = on_sample("ask", QUESTIONS[0], "--json")
    assert first.out == on_sample("ask", QUESTIONS[0], "--json").out
    assert first.json == answers[0]
    narrowed = on_sample("ask", QUESTIONS[0], "--parliament", "vlaams_parlement", "--json").json
    assert narrowed["id"] != first.json["id"]


def test_questions_of_a_file_are_answered_line_by_line(
    documented: Documented, on_sample: Loket, tmp_path: Path
) -> None:
    lines = [
        QUESTIONS[0],
        "",
        json.dumps({"question": QUESTIONS[1], "id": "v2"}),
        "   ",
        '{"question": "half',
        json.dumps({"question": "  ", "id": 4}),
        json.dumps({"id": "v5"}),
        json.dumps({"question": QUESTIONS[3], "id": 6}),
    ]
    file = tmp_path / "vragen.jsonl"
    file.write_bytes(b"\xef\xbb\xbf" + "\r\n".join(lines).encode())
    ran = on_sample("ask", "--from-file", file, "--json")
    assert ran.code == 1
    given = ran.json_lines
    assert [one["status"] for one in given] == ["answered", "answered", "error", "error", "error", "declined"]
    assert [one.get("question_id") for one in given] == [None, "v2", None, 4, "v5", 6]
    for one in given:
        name = "failed question" if one["status"] == "error" else "answer"
        body = {key: value for key, value in one.items() if key != "question_id"}
        assert documented.faults(body, name) == []
    assert ran.err.count("\n") == 3
    for number in (5, 6, 7):
        assert f"{number}" in ran.err

    piped = on_sample("ask", "--from-file", "-", "--json", given=QUESTIONS[0] + "\n")
    assert (piped.code, piped.json_lines) == (0, given[:1])
    nothing = on_sample("ask", "--from-file", "-", "--json", given="\n")
    assert (nothing.code, nothing.out) == (0, "")
    for wrong in (("--from-file", str(tmp_path / "weg")), ("--from-file", str(tmp_path))):
        refused = on_sample("ask", *wrong, "--json")
        assert (refused.code, refused.out, refused.err.count("\n")) == (3, "", 1)
    assert on_sample("ask", "", "--json").code == 2
