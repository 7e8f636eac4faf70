"""`loket ask`."""

import datetime as dt
import json
from pathlib import Path

import pytest

from kb.model.query import Filters
from kb.model.terms import Kind, Parliament, Role
from tests.ui.conftest import Run
from tests.ui.fake_knowledge import FakeKnowledge

_CITATION = {
    "document", "version", "source", "url", "title", "kind", "parliament", "date", "section", "questions", "page",
    "start", "end", "quote",
}  # fmt: skip


def test_json_has_the_documented_keys(run: Run) -> None:
    ran = run("ask", "status of the loket", "--json")
    answer = json.loads(ran.out)
    assert ran.code == 0
    assert {"id", "question", "status", "intent", "reason", "claims", "near_misses", "searched"} <= set(answer)
    assert set(answer["searched"]) == {"documents", "passages", "until", "sources"}
    claim = answer["claims"][0]
    assert {"text", "date", "parliament", "speaker", "role", "citations"} <= set(claim)
    assert set(claim["citations"][0]) >= _CITATION
    assert claim["citations"][0]["quote"] == "Het herstelloket is in opbouw."
    assert claim["date"] == "2024-10-31"


def test_a_person_reads_the_latest_position_with_its_date_and_source(run: Run) -> None:
    out = run("ask", "status of the loket", "--lang", "nl").out
    assert "laatst bekend op 31 oktober 2024 · minister Claes, antwoord van de regering" in out
    assert "“Het herstelloket is in opbouw.” [1]" in out
    assert "[1] Herstelloket - Stand van zaken, vraag 1" in out
    assert "sample/sv-1.txt" in out
    assert "https://example.org/sv-1" in out
    assert "Gezocht in 3 documenten, tot en met 31 oktober 2024." in out


def test_what_a_member_said_is_marked_as_a_claim(run: Run) -> None:
    out = run("ask", "status of the loket").out
    claim = out.index("Klopt het dat het loket al dicht is?")
    assert "Claim by a member of parliament, not a government position" in " ".join(out[:claim].split())
    assert out.index("Het reparatieloket opent in 2024.") < claim


def test_declining_says_why_and_shows_the_nearest(run: Run) -> None:
    ran = run("ask", "zebra")
    assert ran.code == 0
    assert "No answer in the documents." in ran.out
    assert "Nearest passages (not an answer)" in ran.out
    assert "Het reparatieloket opent in 2024." in ran.out


def test_output_that_is_no_terminal_has_no_colour_and_keeps_to_its_width(run: Run) -> None:
    out = run("ask", "status of the loket").out
    assert "\x1b" not in out
    assert max(map(len, out.splitlines())) <= 80


def test_filters_reach_the_search(run: Run, knowledge: FakeKnowledge) -> None:
    run(
        "ask", "loket", "--parliament", "tweede_kamer", "--kind", "letter,report", "--role", "answer",
        "--from", "2023", "--to", "2024-02", "--person", " De Vries", "--party", "CDA", "--document", "folder/kv.txt",
    )  # fmt: skip
    assert knowledge.asked[-1][1] == Filters(
        parliaments=(Parliament.TWEEDE_KAMER,),
        kinds=(Kind.LETTER, Kind.REPORT),
        roles=(Role.ANSWER,),
        people=("de vries",),
        parties=("CDA",),
        documents=("folder/kv.txt",),
        since=dt.date(2023, 1, 1),
        until=dt.date(2024, 2, 29),
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--parliament", "tweede"), "Did you mean tweede_kamer?"),
        (("--kind", "brief"), "does not fit --kind"),
        (("--kind", "leter"), "Did you mean letter?"),
        (("--role", "answr"), "Did you mean answer?"),
        (("--from", "yesterday"), "'yesterday' is not a day"),
        (("--from", "2024-02-31"), "'2024-02-31' is not a day"),
        (("--from", "2024-02", "--to", "2024-01"), "is after"),
        (("--document", "folder/kv.tx"), "Did you mean folder/kv.txt?"),
        (("--jsn",), "Did you mean --json?"),
        (("--from",), "--from wants a value"),
        (("--lang", "fr"), "'fr'"),
    ],
)
def test_a_wrong_value_is_wrong_use_and_names_the_nearest(run: Run, words: tuple[str, ...], said: str) -> None:
    ran = run("ask", "loket", *words)
    assert ran.code == 2
    assert ran.out == ""
    if "--lang" not in words:
        assert said in ran.err
    assert ran.err.count("\n") == 1


def test_no_question_and_two_questions_are_wrong_use(run: Run) -> None:
    assert run("ask").code == 2
    assert run("ask", "  ").code == 2
    assert "in quotes" in run("ask", "status", "of", "the", "loket").err


def test_many_questions_give_one_line_each_in_order_and_a_bad_one_stops_nothing(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "questions.txt"
    file.write_text(
        "status of the loket\n\n"
        '{"question": "zebra", "id": 7}\n'
        '{"id": "no question"}\n'
        "{not json\n"
        '{"question": "the last", "id": "z"}\n',
        encoding="utf-8",
    )
    ran = run("ask", "--from-file", str(file), "--json")
    rows = [json.loads(line) for line in ran.out.splitlines()]
    assert ran.code == 1
    assert [row["status"] for row in rows] == ["answered", "declined", "error", "error", "answered"]
    assert [row.get("question_id") for row in rows] == [None, 7, "no question", None, "z"]
    assert "Line 4" in ran.err
    assert "Line 5" in ran.err


def test_questions_from_a_file_that_is_not_there(run: Run, tmp_path: Path) -> None:
    ran = run("ask", "--from-file", str(tmp_path / "none.txt"))
    assert ran.code == 3
    assert "cannot be read" in ran.err


def test_questions_come_from_standard_input_too(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    import io
    import sys

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"een\ntwee\n"), encoding="utf-8"))
    assert len(run("ask", "--from-file", "-", "--json").out.splitlines()) == 2
