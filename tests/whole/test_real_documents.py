"""On the real documents beside the project, with the model that comes with Loket; skipped where they are absent."""

from pathlib import Path
from typing import Any

import pytest

from tests.whole.command import SHARED, Loket

CORPUS = SHARED / "corpus"
pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="the real documents (../shared/corpus) are not here")
GOVERNMENT = {"answer", "letter", "notice"}


@pytest.fixture(scope="module")
def security(tmp_path_factory: pytest.TempPathFactory) -> Loket:
    """The five documents on knowledge security."""
    loket = Loket(tmp_path_factory.mktemp("security") / "corpus")
    assert loket("add", CORPUS / "kennisveiligheid").code == 0
    return loket


def claims_of(answer: dict[str, Any], parliament: str) -> list[dict[str, Any]]:
    return [claim for claim in answer["claims"] if claim["parliament"] == parliament]


def check_governments_lead(answer: dict[str, Any]) -> None:
    """Per parliament the newest government position first, and no member's words passed off as one."""
    assert (answer["status"], answer["intent"]) == ("answered", "status")
    first = claims_of(answer, "vlaams_parlement")[0]
    assert (first["date"], first["standing"], first["role"]) == ("2024-10-31", "latest", "answer")
    first = claims_of(answer, "tweede_kamer")[0]
    assert (first["date"][:4], first["standing"]) == ("2022", "latest")
    assert first["role"] in GOVERNMENT
    for claim in answer["claims"]:
        if claim["standing"] in ("latest", "earlier"):
            assert not claim["role"].startswith("question"), claim


def test_the_status_of_the_loket_is_what_the_governments_said_last(security: Loket) -> None:
    """The example of the project: still being built up in Flanders, opened in the Netherlands."""
    answer = security("ask", "status of the loket", "--json").json
    check_governments_lead(answer)
    flanders, netherlands = claims_of(answer, "vlaams_parlement"), claims_of(answer, "tweede_kamer")
    said = " ".join(claim["text"] for claim in flanders if claim["date"] == "2024-10-31")
    assert "uitbouw" in said
    assert "CIS-Kennisveiligheid" in said
    assert [claim["date"] for claim in flanders] == sorted((claim["date"] for claim in flanders), reverse=True)
    opened = [claim for claim in netherlands if claim["date"] == "2022-01-31"]
    assert any("basisfuncties van het loket zijn vanaf nu operationeel" in claim["text"] for claim in opened)


@pytest.mark.parametrize("question", ["stand van zaken loket", "Hoe staat het met het loket?"])
def test_asked_otherwise_the_governments_lead_too(security: Loket, question: str) -> None:
    check_governments_lead(security("ask", question, "--json").json)


def test_what_was_asked_of_brochures_is_answered_by_the_government(security: Loket) -> None:
    answer = security("ask", "Heeft Vlaanderen al brochures over kennisveiligheid verspreid?", "--json").json
    assert answer["status"] == "answered"
    first = answer["claims"][0]
    assert (first["date"], first["role"]) == ("2024-10-31", "answer")
    assert "nooit de bedoeling geweest dat de overheid brochures opstelt" in first["text"]


@pytest.mark.slow
def test_all_real_documents_go_in_without_an_error_and_every_passage_is_a_slice(tmp_path: Path) -> None:
    loket = Loket(tmp_path / "corpus")
    added = loket("add", CORPUS, "--json")
    lines = added.json["taken_in"]["lines"]
    assert [line for line in lines if line["outcome"] == "failed"] == []
    assert added.code == 0
    assert sum(line["outcome"] == "new" for line in lines) == 95
    assert added.json["index"]["documents"] == 95
    verified = loket("verify", "--json")
    assert (verified.code, verified.json["problems"]) == (0, [])
