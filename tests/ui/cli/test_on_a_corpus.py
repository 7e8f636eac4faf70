"""The commands on a small real corpus: nothing made up behind them but the embedding."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from ui.cli.main import main

_SV = """SCHRIFTELIJKE VRAAG
nr. 7
van LIES VERBEECK
datum: 14 november 2024

aan HANNE CLAES
VLAAMS MINISTER VAN OMGEVING

Waterloket - Stand van zaken

Het waterloket werd vorig jaar aangekondigd. Burgers wachten erop.

1. Wat is de stand van zaken van het waterloket?

2. Hoeveel kost het waterloket?


HANNE CLAES
VLAAMS MINISTER VAN OMGEVING

ANTWOORD
op vraag nr. 7 van 14 november 2024
van LIES VERBEECK

1. Het waterloket is sinds 1 oktober 2024 open in Aalst en Genk.

2. Het waterloket kost 400.000 euro per jaar.
"""
_PRESS = """Vlaanderen opent een waterloket

Brussel, 3 maart 2023. De Vlaamse Regering kondigt aan dat er een waterloket komt in Aalst.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two documents, an empty file, and metadata for one."""
    made = tmp_path / "stukken"
    made.mkdir()
    (made / "sv-7.txt").write_text(_SV, encoding="utf-8")
    (made / "pers.txt").write_text(_PRESS, encoding="utf-8")
    (made / "leeg.pdf").write_bytes(b"")
    (made / "documents.toml").write_text(
        '["pers.txt"]\nkind = "press_text"\nparliament = "vlaams_parlement"\ndate = 2023-03-03\n', encoding="utf-8"
    )
    return made


Loket = Callable[..., tuple[int, str, str]]


@pytest.fixture
def loket(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Loket:
    config = tmp_path / "config.toml"
    config.write_text('[embedding]\nkind = "hashing"\n[ingest]\nworkers = 1\n', encoding="utf-8")

    def run(*words: str) -> tuple[int, str, str]:
        code = main(["--lang", "en", "--config", str(config), "--corpus", str(tmp_path / "corpus"), *words])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run


def test_from_a_folder_to_a_cited_answer_and_out_again(loket: Loket, folder: Path) -> None:
    code, out, _ = loket("add", str(folder))
    assert code == 1
    assert "2 documents taken in: 2 new" in out
    assert "leeg.pdf" in out

    code, out, _ = loket("add", str(folder))
    assert "2 documents taken in: 0 new, 0 changed, 2 unchanged" in out

    code, out, _ = loket("ask", "status of the waterloket", "--json")
    answer = json.loads(out)
    assert code == 0
    assert answer["status"] == "answered"
    first = answer["claims"][0]
    assert "sinds 1 oktober 2024 open in Aalst en Genk" in first["text"]
    assert first["role"] == "answer"
    assert first["citations"][0]["source"].endswith("sv-7.txt")
    assert first["citations"][0]["questions"] == [1]

    code, out, _ = loket("status", "--json", "--documents")
    status = json.loads(out)
    assert code == 1
    assert len(status["document_list"]) == 2
    assert [problem["location"].endswith("leeg.pdf") for problem in status["problem_list"]] == [True]
    assert status["index"]["in_line"] is True

    assert loket("verify")[:2] == (0, "Everything is in order.\n")
    assert json.loads(loket("verify", "--json")[1]) == {"ok": True, "problems": []}

    id = first["citations"][0]["document"]
    assert "Waterloket - Stand van zaken" in loket("show", id)[1]
    shown = json.loads(loket("show", id, "--json")[1])
    assert set(shown["related"]) == {"names", "named_by", "same_case"}
    code, out, _ = loket("remove", id)
    assert (code, id in out) == (0, True)
    answer = json.loads(loket("ask", "status of the waterloket", "--json")[1])
    assert all("Aalst en Genk" not in claim["text"] for claim in answer["claims"])
    assert loket("remove", id)[0] == 3


def test_reading_a_file_needs_no_corpus_and_takes_the_metadata_beside_it(
    loket: Loket, folder: Path, tmp_path: Path
) -> None:
    code, out, _ = loket("parse", str(folder / "pers.txt"), "--json")
    parsed = json.loads(out)
    assert (code, parsed["kind"], parsed["published"]) == (0, "press_text", "2023-03-03")
    pairs = json.loads(loket("parse", str(folder / "sv-7.txt"), "--json")[1])["pairs"]
    assert [pair["questions"] for pair in pairs] == [[1], [2]]
    assert pairs[0]["answer"].startswith("Het waterloket is sinds 1 oktober 2024 open")
    assert not (tmp_path / "corpus").exists()


def test_reading_what_cannot_be_read_is_said_in_one_sentence(loket: Loket, folder: Path) -> None:
    for path in (folder / "leeg.pdf", folder / "niet-daar.pdf", folder):
        code, out, err = loket("parse", str(path), "--json")
        assert (code, out) == (3, "")
        assert err.count("\n") == 1


def test_an_empty_corpus_has_a_status_and_no_answers(loket: Loket) -> None:
    code, out, _ = loket("status")
    assert (code, "The corpus is empty." in out) == (0, True)
    code, _, err = loket("ask", "status of the waterloket")
    assert code == 3
    assert "loket add" in err


def test_adding_only_what_cannot_be_read_could_not_be_done(loket: Loket, folder: Path) -> None:
    assert loket("add", str(folder / "leeg.pdf"))[0] == 3


def test_searching_gives_citations_with_scores(loket: Loket, folder: Path) -> None:
    loket("add", str(folder))
    found = json.loads(loket("search", "waterloket Aalst", "--json", "--limit", "2")[1])
    assert len(found["matches"]) == 2
    assert {"score", "found_by", "quote", "document", "start", "end"} <= set(found["matches"][0])
    assert found["query"] == "waterloket Aalst"
    assert isinstance(found["total_is_exact"], bool)
