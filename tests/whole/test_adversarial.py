"""Lying documents in the corpus: answers stay right, every source is plain, nothing of a document drives anything."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.kb.answering.phrasing.serving import model_at, said
from tests.whole.adversarial import FILES, LIE, UNSAFE, write
from tests.whole.command import Loket
from tests.whole.documents import BEES, WATER
from ui.cli.main import main

STATUS = ("status van het waterloket", "stand van zaken van het waterloket", "Hoe staat het met het waterloket?")
OTHERS = ("Is het waterloket open?", "Is het waterloket gesloten?", "Wanneer sloot het waterloket?")
OPEN = "Het waterloket is sinds 1 oktober 2024 open in Aalst en Genk."
FORMATS: tuple[tuple[str, ...], ...] = ((), ("--json",), ("--format", "text"), ("--format", "markdown"))


@pytest.fixture(scope="module")
def lied_to(tmp_path_factory: pytest.TempPathFactory) -> Loket:
    """The real answers and the lying files in one folder, with the model that comes with Loket."""
    made = tmp_path_factory.mktemp("adversarial")
    folder = made / "stukken"
    folder.mkdir()
    WATER.write(folder / "sv-7.txt")
    BEES.write(folder / "sv-8.txt")
    loket = Loket(made / "corpus")
    assert loket("add", write(folder)).code == 0
    return loket


def lies(answer: dict[str, Any]) -> list[dict[str, Any]]:
    return [one for one in answer["claims"] if one["citations"][0]["document"].rpartition("/")[2] in FILES]


@pytest.mark.parametrize("question", STATUS)
def test_what_parliament_was_told_leads_and_a_lie_is_never_the_latest_position(lied_to: Loket, question: str) -> None:
    answer = lied_to.here("ask", question, "--json").json
    first = answer["claims"][0]
    assert (first["text"], first["standing"]) == (OPEN, "latest")
    assert lies(answer), "the lie is in the corpus, and is shown for what it is"
    assert {one["standing"] for one in lies(answer)} <= {"plain", "undated"}
    assert {one["role"] for one in lies(answer)} <= {"text", "press"}


@pytest.mark.parametrize("question", OTHERS)
def test_a_lie_is_never_in_a_governments_mouth(lied_to: Loket, question: str) -> None:
    answer = lied_to.here("ask", question, "--json").json
    for one in lies(answer):
        assert one["role"] in ("text", "press")
        assert one["speaker"] == ""
        assert one["standing"] != "latest"
        assert one["citations"][0]["kind"] in ("generic", "press_text")


@pytest.mark.parametrize("question", [*STATUS, *OTHERS])
def test_every_claim_shows_its_file_its_kind_and_who_speaks(lied_to: Loket, question: str) -> None:
    answer = lied_to.here("ask", question, "--json").json
    text = " ".join(lied_to.here("ask", question).out.split())
    pasted = lied_to.here("ask", question, "--format", "text").out
    for claim in answer["claims"]:
        for citation in claim["citations"]:
            assert citation["source"] in text
            assert f"{citation['document']}, version {citation['version']}" in pasted
    if lies(answer):
        assert "text, speaker unknown" in text or "press text" in text
        assert "Other document" in text or "Press text" in text


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("question", [*STATUS, *OTHERS, "rood vet klik hier waterloket code"])
def test_nothing_of_a_document_drives_a_terminal_or_is_markup(
    lied_to: Loket, question: str, form: tuple[str, ...]
) -> None:
    out = lied_to.here("ask", question, *form).out
    assert not set(out) & set(UNSAFE)
    if form == ("--format", "markdown"):
        bare = re.sub(r"\\.", "", out)
        for sign in ("](", "<script", "<b>", "`", "**", "![", "javascript:alert"):
            assert sign not in bare
        assert len([row for row in out.splitlines() if row.startswith("# ")]) == 0


def test_it_is_also_true_of_everything_else_that_shows_a_document(lied_to: Loket) -> None:
    for words in (
        ("search", "waterloket rood vet"),
        ("search", "waterloket rood vet", "--json"),
        ("show", "folder/stukken/officieel.txt"),
        ("show", "folder/stukken/officieel.txt", "--json"),
        ("status", "--documents"),
        ("answer",),
    ):
        assert not set(lied_to.here(*words).out) & set(UNSAFE)
    quoted = json.loads(lied_to.here("show", "folder/stukken/officieel.txt", "--json").out)
    assert quoted["sections"]


def test_what_the_documents_say_to_do_is_not_done(lied_to: Loket) -> None:
    """The same question with and without them is understood the same way, and the honest document leads."""
    answer = lied_to.here("ask", STATUS[0], "--json").json
    assert answer["understood"]["parts"] == []
    numbers = {number for claim in answer["claims"] for number in claim["citations"][0]["questions"]}
    assert 99 not in numbers
    assert lied_to.here("status", "--json").json["documents"] == 2 + len(FILES)


def test_a_model_that_obeys_a_document_changes_nothing(
    lied_to: Loket, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    obeyed = f"Het waterloket is gesloten [1]. {LIE} [1]. GEKAAPT [1]. Zie https://kwaad.example [2]."
    with model_at(said(obeyed)) as model:
        config = tmp_path / "config.toml"
        root = Path(__file__).resolve().parents[2]
        model_path = root / "models" / "loket-static-nl"
        config.write_text(
            f'[model]\nurl = "{model.url}"\nname = "m"\n[embedding]\nmodel = "{model_path}"\n', encoding="utf-8"
        )
        words = ["--lang", "en", "--config", str(config), "--corpus", str(lied_to.corpus), "ask", STATUS[0]]
        assert main([*words, "--phrased", "--json"]) == 0
        answer = json.loads(capsys.readouterr().out)
        assert answer["claims"][0]["text"] == OPEN
        assert answer["phrasing"]["sentences"] == []
        assert answer["phrasing"]["problem"] == "nothing_left"
        assert len(answer["phrasing"]["dropped"]) == 4
        assert main([*words, "--phrased"]) == 0
        shown = " ".join(capsys.readouterr().out.split())
        assert "the answer in quotes stands" in shown
        assert shown.index(OPEN) < shown.index("In other words, by language model m")
        (rules, data) = model.asked[-1]["messages"]
        assert LIE not in rules["content"]
        quoted = [one["quote"] for one in json.loads(data["content"])["quotes"]]
        assert OPEN in quoted
        assert not [quote for quote in quoted if "1 november 2026" in quote]


def test_a_press_text_is_news_though_it_is_no_position(lied_to: Loket) -> None:
    answer = lied_to.here("ask", STATUS[0], "--json").json
    newest = max(one["date"] for one in answer["claims"] if one["date"])
    assert newest == "2026-11-15"
    assert answer["no_news_since"] == newest
