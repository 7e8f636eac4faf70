"""`loket ask --phrased`: the answer in quotes first, a language model's words after it, checked and kept."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.kb.answering.phrasing.serving import Script, Server, event, model_at, said
from tests.whole.command import HASHING, ROOT, Loket
from tests.whole.documented import Documented

QUESTION = "Is het waterloket open?"
GOOD = "Het waterloket is sinds 1 oktober 2024 open in Aalst en Genk [1]. Het waterloket is open in Gent [1]."
QUOTE = "Het waterloket is sinds 1 oktober 2024 open in Aalst en Genk."


@pytest.fixture
def model() -> Iterator[Server]:
    with model_at(said(GOOD)) as server:
        yield server


@pytest.fixture
def phrasing(loket: Loket, folder: Path, tmp_path: Path, model: Server) -> Loket:
    config = tmp_path / "config.toml"
    settings = f'[model]\nurl = "{model.url}/"\nname = "klein"\ntimeout_seconds = 2\n'
    config.write_text(HASHING + settings, encoding="utf-8")
    assert loket("add", folder).code == 0
    return Loket(loket.corpus, config)


def test_the_json_is_as_documented_and_is_kept(phrasing: Loket) -> None:
    documented = Documented.read(ROOT / "docs" / "json.md")
    plain = phrasing.here("ask", QUESTION, "--json").json
    answer = phrasing("ask", QUESTION, "--phrased", "--json").json
    assert documented.faults(answer, "answer") == []
    assert {**answer, "phrasing": None} == plain
    found = answer["phrasing"]
    assert [one["text"] for one in found["sentences"]] == [QUOTE]
    assert found["sentences"][0]["citations"] == answer["claims"][0]["citations"]
    assert [(one["why"], one["about"]) for one in found["dropped"]] == [("name", "Gent")]
    again = phrasing.here("answer", answer["id"], "--json").json
    assert documented.faults(again, "kept answer") == []
    assert again["answer"] == answer
    assert phrasing.here("answer", "--json").json["answers"][0]["phrased"]
    assert "klein" in phrasing.here("answer", answer["id"]).out


def test_a_person_reads_the_quotes_first_and_what_was_left_out(phrasing: Loket) -> None:
    out = " ".join(phrasing("ask", QUESTION, "--phrased").out.split())
    assert out.index(f"“{QUOTE}") < out.index("language model klein") < out.index(f"{QUOTE} [1]")
    assert "1 sentence left out: ✗ a name that is not in the quote (Gent): Het waterloket is open in Gent." in out


@pytest.mark.parametrize(
    ("script", "told"),
    [
        (Script((b"<html>",), 200, "text/html"), "gave nothing usable"),
        (Script((b"",), 401), "refused the request"),
        (Script((b"",), 500), "cannot be reached"),
        (Script((event(GOOD[:70]),), cut=True), "broke off"),
        (Script(tuple(event(sign) for sign in GOOD), pause=1.5), "too slow"),
        (said("Het kost 5 euro [1]."), "No sentence of the language model held"),
    ],
)
def test_whatever_a_model_does_the_answer_in_quotes_stands(
    phrasing: Loket, model: Server, script: Script, told: str
) -> None:
    model.script = script
    ran = phrasing.here("ask", QUESTION, "--phrased")
    assert (ran.code, ran.err) == (0, "")
    assert f"“{QUOTE}" in ran.out
    assert f"{told}" in " ".join(ran.out.split())
    assert "the answer in quotes stands" in " ".join(ran.out.split())


def test_without_a_model_it_is_wrong_use_and_nothing_is_ever_asked_otherwise(phrasing: Loket, model: Server) -> None:
    assert Loket(phrasing.corpus).here("ask", QUESTION, "--phrased").code == 2
    phrasing.here("ask", QUESTION)
    phrasing.here("ask", "Wat kost een melkpoederfabriek op Mars?", "--phrased")
    assert model.asked == []
